import { joined, type NoteBlock } from '../../content/notice/blocks.ts';
import { smsMeter } from '../../language/meters/sms.ts';
import { longestVoice, voiceMeter } from '../../language/meters/voice.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { InEach } from '../../model/words.ts';

/** What the texts for messages cost: letters that double a text message, a voice that speaks too long. */
export function messageProblems(blocks: InEach<readonly NoteBlock[]>): Problem[] {
  return locales.flatMap((locale) =>
    (blocks[locale] ?? []).flatMap((block) => {
      if (/^timeline\/[^/]+\/sms$/.test(block.key)) return smsProblems(block);
      return /^timeline\/[^/]+\/voice$/.test(block.key) ? voiceProblems(block, locale) : [];
    }),
  );
}

function smsProblems(block: NoteBlock): Problem[] {
  const { text, at } = joined(block);
  const { segments, segmentsWithout, costly, length } = smsMeter(text.trim());
  const [first] = costly;
  if (first === undefined || segments === segmentsWithout) return [];
  const letters = costly.join(', ');
  const place = at(Math.max(0, text.normalize('NFC').indexOf(first)));
  return [problem('sms/segments', place, { letters, count: segments, without: segmentsWithout, length })];
}

function voiceProblems(block: NoteBlock, locale: Locale): Problem[] {
  const { seconds } = voiceMeter(joined(block).text, locale);
  return seconds <= longestVoice
    ? []
    : [problem('voice/length', block.place, { seconds, most: longestVoice })];
}
