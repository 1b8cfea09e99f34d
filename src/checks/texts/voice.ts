import { joined } from '../../content/notice/blocks.ts';
import { longestVoice, voiceMeter } from '../../language/meters/voice.ts';
import { problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import type { CheckedNotice, CheckOf } from '../context.ts';

export const id = 'voice/length';

/** A caller listens to a text for the telephone to its end. */
export const check: CheckOf<Pick<CheckedNotice, 'blocks'>> = ({ blocks }) =>
  locales.flatMap((locale) =>
    (blocks[locale] ?? [])
      .filter(({ key }) => /^timeline\/[^/]+\/voice$/.test(key))
      .flatMap((block) => {
        const { seconds } = voiceMeter(joined(block).text, locale);
        return seconds > longestVoice
          ? [problem('voice/length', block.place, { seconds, most: longestVoice })]
          : [];
      }),
  );
