import { readTime } from '../content/schema/times.ts';
import { isFault } from '../model/problem.ts';
import { dayAfter } from '../model/state-intervals.ts';
import { type CivilDate, deadlineOf, type Moment, startOf } from '../model/values.ts';

/** An hour alone, `15:00`, with its day; any other time as it is. */
export const withDay = (written: string, date: CivilDate): string =>
  /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(written) ? `${date} ${written.padStart(5, '0')}` : written;

/** An hour alone with the day on which it next comes after `at`, on the clock of `zone`. */
export function withDayAfter(written: string, at: Moment, zone: string): string {
  const sameDay = withDay(written, at.date);
  const read = readTime(sameDay, zone);
  const isPast = sameDay !== written && !isFault(read) && deadlineOf(read) <= startOf(at);
  return isPast ? withDay(written, dayAfter(at.date)) : sameDay;
}
