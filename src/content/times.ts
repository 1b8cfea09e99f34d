import { dayOf, instantAt, instantsOfWall, isCivilDate } from '../language/zones.ts';
import { type Moment, offsetText } from '../model/values.ts';

/** What is wrong with a written time: the rule, its variant and what the sentence needs. */
export interface TimeFault {
  readonly rule: 'time/format' | 'time/nonexistent' | 'time/ambiguous';
  readonly variant?: string;
  readonly values: Readonly<Record<string, string>>;
}

const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?: ?(Z|[+-]\d{2}:\d{2}))?)?$/;

/**
 * Reads a time as contract 1.1 writes it: a wall clock time of `zone`, a time with its offset, or a date alone.
 * The result reads on the clock of `zone`.
 */
export function readTime(written: string, zone: string): Moment | TimeFault {
  const [, date = '', hour, minute, second, offset] = shape.exec(written.trim()) ?? [];
  if (date === '') return formatFault(written);
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
  if (first === undefined) return { rule: 'time/nonexistent', values: { found: written, zone } };
  if (other === undefined) return first;
  const [earlier, later] = [first, other].map((instant) => `${date} ${time}${offsetText(instant.offset)}`);
  return {
    rule: 'time/ambiguous',
    values: { found: written, zone, earlier: earlier ?? '', later: later ?? '' },
  };
}

export const isFault = (read: Moment | TimeFault): read is TimeFault => 'rule' in read;

/** Offsets on Earth lie between −12:00 and +14:00. */
function isOffset(offset: string): boolean {
  if (offset === 'Z') return true;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return Number(offset.slice(4, 6)) < 60 && (offset.startsWith('-') ? minutes <= 720 : minutes <= 840);
}

/** Names what to type, where what was meant is plain: `2019-8-15 6:40`, `15 h 30`. */
function formatFault(written: string): TimeFault {
  const meant = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,à]+(\d{1,2})\s*(?:h|:)\s*(\d{2})?)?$/.exec(
    written.trim(),
  );
  if (meant === null) return { rule: 'time/format', values: { found: written } };
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const date = `${meant[1]}-${two(meant[2])}-${two(meant[3])}`;
  const suggestion = meant[4] === undefined ? date : `${date} ${two(meant[4])}:${two(meant[5])}`;
  return { rule: 'time/format', variant: 'meant', values: { found: written, suggestion } };
}
