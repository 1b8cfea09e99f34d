import { dayOf, instantAt, instantsOfWall, isCivilDate } from '../../language/format/zones.ts';
import { isFault } from '../../model/problem.ts';
import { type Instant, type Moment, offsetText } from '../../model/values.ts';
import { formatFault, isOffset, someDay, type TimeFault } from './meant-time.ts';

const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?: ?(Z|[+-]\d{2}:\d{2}))?)?$/;

/**
 * Reads a time as writers type it: a wall clock time of `zone`, a time with its offset, or a date alone.
 * The result reads on the clock of `zone`. What is no time is answered by the day of `now`: its samples, and « hier 14 h ».
 */
export function readTime(written: string, zone: string, now?: Instant): Moment | TimeFault {
  const typed = written.trim().replace(/[\u00a0\u202f]/g, ' ');
  const [, date = '', hour, minute, second, offset] = shape.exec(typed) ?? [];
  if (date === '') return formatFault(written, now);
  if (!isCivilDate(date)) return { rule: 'time/format', variant: 'date', values: { found: written } };
  if (hour === undefined || minute === undefined) return dayOf(date, zone);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) {
    return { rule: 'time/format', variant: 'clock', values: { found: written } };
  }
  const time = `${hour}:${minute}${second === undefined ? '' : `:${second}`}`;
  if (offset !== undefined) {
    const epoch = Date.parse(`${date}T${time}${offset}`);
    if (Number.isNaN(epoch) || !isOffset(offset)) {
      return { rule: 'time/format', variant: 'offset', values: { found: written, offset } };
    }
    return instantAt(epoch, zone, second !== undefined);
  }
  const [first, other] = instantsOfWall(date, time, zone);
  if (first === undefined) {
    return { rule: 'time/nonexistent', values: { found: written, zone, after: afterJump(date, time, zone) } };
  }
  if (other === undefined) return first;
  const [earlier, later] = [first, other].map((instant) => `${date} ${time}${offsetText(instant.offset)}`);
  return {
    rule: 'time/ambiguous',
    values: { found: written, zone, earlier: earlier ?? '', later: later ?? '' },
  };
}

/** The time that a writer meant, where that is plain: `2024-03-02 06:40` for `2024-3-2 6:40`. */
export const meantTime = ({ values }: Pick<TimeFault, 'values'>): string | undefined =>
  values.suggestion ?? values.earlier ?? values.after;

/** A time as a writer types it: with its offset where the clocks of the zone showed it twice. */
export function typedTime({ date, time, offset }: Instant, zone: string): string {
  const twice = instantsOfWall(date, time, zone).length > 1;
  return `${date} ${time}${twice ? offsetText(offset) : ''}`;
}

/** What the clocks of a zone showed when they had jumped over a time: `03:30` for `02:30`. */
function afterJump(date: string, time: string, zone: string): string {
  const wall = Date.parse(`${date}T${time}Z`);
  const before = instantAt(wall - 86_400_000, zone).offset;
  const after = instantAt(wall - before * 60_000, zone, time.length > 5);
  return `${after.date} ${after.time}`;
}

/** A date without an hour, `2024-06-30`, or what is wrong with it. */
export function dateFault(written: string, zone: string, now?: Instant): TimeFault {
  const read = readTime(written, zone, now);
  const values = { found: written, day: now?.date ?? someDay };
  if (!isFault(read))
    return { rule: 'time/format', variant: 'day-alone', values: { ...values, suggestion: read.date } };
  const { suggestion } = read.values;
  if (read.variant === 'date') return read;
  return suggestion === undefined
    ? { rule: 'time/format', variant: 'civil', values }
    : {
        rule: 'time/format',
        variant: 'civil.meant',
        values: { ...values, suggestion: suggestion.slice(0, 10) },
      };
}
