import { type DocumentBlock, joined } from '../../content/notice/blocks.ts';
import { smsMeter } from '../../language/meters/sms.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import type { CheckedNotice, CheckOf } from '../context.ts';

export const id = 'sms/segments';

/** No letter alone makes a text message cost more (GSM 03.38). */
export const check: CheckOf<Pick<CheckedNotice, 'blocks'>> = ({ blocks }) =>
  locales.flatMap((locale) =>
    (blocks[locale] ?? []).filter(({ key }) => /^timeline\/[^/]+\/sms$/.test(key)).flatMap(costlyLetters),
  );

function costlyLetters(block: DocumentBlock): readonly Problem[] {
  const { text, at } = joined(block);
  const { segments, segmentsWithout, costly, length } = smsMeter(text.trim());
  const [first] = costly;
  if (first === undefined || segments === segmentsWithout) return [];
  const place = at(Math.max(0, text.normalize('NFC').indexOf(first)));
  const values = { letters: costly.join(', '), count: segments, without: segmentsWithout, length };
  return [problem('sms/segments', place, values)];
}
