import { type DocumentBlock, joined } from '../../content/notice/blocks.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { dateWords } from '../../language/format/dates.ts';
import { namesWeekday, readingsOf } from '../../language/quantities/reading.ts';
import { type Dated, datedWeekdays, weekdayName, weekdayOf } from '../../language/quantities/weekdays.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { type CivilDate, type Locale, locales } from '../../model/values.ts';
import type { InEach } from '../../model/words.ts';
import type { CheckOf, Texts } from '../context.ts';

/** The first day of a notice, by which a date without a year is read. */
export function dayOfNotice({ kind, data }: ReadNotice): CivilDate | undefined {
  if (kind === 'maintenance') return data.from?.date ?? data.timeline?.[0]?.at.date;
  return data.started?.date ?? data.timeline?.[0]?.at.date;
}

export const id = 'time/weekday';

/** The weekdays of a notice, or of a page, that do not fit their date. */
export const check: CheckOf<Pick<Texts, 'blocks' | 'day'>> = ({ blocks, day }) =>
  weekdayProblems(blocks, day);

/**
 * Weekdays that do not fit the date that they stand beside. A date without a year is that of the year that brings it
 * nearest to `day`; without a `day` it is not judged.
 */
export function weekdayProblems(blocks: InEach<readonly DocumentBlock[]>, day?: CivilDate): Problem[] {
  return locales.flatMap((locale) => (blocks[locale] ?? []).flatMap((block) => inBlock(block, locale, day)));
}

function inBlock(block: DocumentBlock, locale: Locale, day: CivilDate | undefined): Problem[] {
  const { text, at } = joined(block);
  if (!namesWeekday(text, locale)) return [];
  return datedWeekdays(text, readingsOf(text, locale)).flatMap(({ weekday, date }: Dated) => {
    const dates = date.value.startsWith('--') ? nearestTo(day, date.value.slice(1)) : [date.value];
    const said = Number(weekday.value);
    const [first] = dates;
    const actual = first === undefined ? undefined : weekdayOf(first);
    if (first === undefined || actual === undefined || dates.some((one) => weekdayOf(one) === said))
      return [];
    const values = {
      found: weekday.text,
      date: first,
      meant: weekdayName(actual, locale),
      suggestion: dateWords(onWeekday(first, said), locale, 'long'),
    };
    return [problem('time/weekday', at(weekday.index), values)];
  });
}

const isoOf = (at: number): CivilDate => new Date(at).toISOString().slice(0, 10);

/** The date, `-08-15`, in the year that brings it nearest to a day; two where both are about as near. */
function nearestTo(day: CivilDate | undefined, date: string): readonly CivilDate[] {
  if (day === undefined) return [];
  const year = Number(day.slice(0, 4));
  const from = Date.parse(day);
  return [year - 1, year, year + 1]
    .map((one) => `${one}${date}`)
    .filter((one) => weekdayOf(one) !== undefined)
    .map((one) => ({ one, apart: Math.abs(Date.parse(one) - from) }))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, 1)
    .map(({ one }) => one);
}

/** The day of that weekday which is nearest to a date. */
function onWeekday(date: CivilDate, weekday: number): CivilDate {
  const at = Date.parse(date);
  const ahead = (weekday - (weekdayOf(date) ?? 0) + 7) % 7;
  return isoOf(at + (ahead > 3 ? ahead - 7 : ahead) * 86_400_000);
}
