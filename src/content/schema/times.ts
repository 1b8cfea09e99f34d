import { dayOf, instantAt, instantsOfWall, isCivilDate } from '../../language/format/zones.ts';
import { quantitiesOf } from '../../language/quantities/quantities.ts';
import { type Fault, isFault } from '../../model/problem.ts';
import { type Instant, locales, type Moment, offsetText } from '../../model/values.ts';

/** What is wrong with a written time. */
export interface TimeFault extends Fault {
  readonly rule: 'time/format' | 'time/nonexistent' | 'time/ambiguous';
  readonly values: Readonly<Record<string, string>>;
}

const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?: ?(Z|[+-]\d{2}:\d{2}))?)?$/;

/**
 * Reads a time as contract 1.1 writes it: a wall clock time of `zone`, a time with its offset, or a date alone.
 * The result reads on the clock of `zone`.
 */
export function readTime(written: string, zone: string): Moment | TimeFault {
  const typed = written.trim().replace(/[\u00a0\u202f]/g, ' ');
  const [, date = '', hour, minute, second, offset] = shape.exec(typed) ?? [];
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

/** Offsets on Earth lie between −12:00 and +14:00. */
function isOffset(offset: string): boolean {
  if (offset === 'Z') return true;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return Number(offset.slice(4, 6)) < 60 && (offset.startsWith('-') ? minutes <= 720 : minutes <= 840);
}

/** A time as a writer types it: with its offset where the clocks of the zone showed it twice. */
export function typedTime({ date, time, offset }: Instant, zone: string): string {
  const twice = instantsOfWall(date, time, zone).length > 1;
  return `${date} ${time}${twice ? offsetText(offset) : ''}`;
}

/** The clock of a writer: `6:40`, `6 h 40`, `06h`, `4:30 p.m.`; hour, minute, half of the day. */
const clock = /^(\d{1,2})(?:\s?(?:h|:)\s?(\d{2})?)?(?:\s?([ap])\.?m\.?)?$/i;
const date = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d:])/;
/** Only their size says which is the day and which the month. */
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/;
const two = (part: string | number) => String(part).padStart(2, '0');

/** Names what to type, where what was meant is plain: `2019-8-15 6:40`, `2019-08-15 15 h 30`, `6:40 p.m.`, `PT`. */
function formatFault(written: string): TimeFault {
  const found = written.length > 60 ? `${written.slice(0, 57)}…` : written;
  const text = written
    .trim()
    .slice(0, 60)
    .replace(/[\s\u00a0\u202f]+/g, ' ');
  const [whole = '', year, month = '', day = ''] = date.exec(text) ?? [];
  const rest = text.slice(whole.length).replace(/^(?:T|,? (?:à |at )?)/, '');
  const zone = /^(\d{2}:\d{2}(?::\d{2})?) ?([A-Z]{2,4})$/.exec(rest);
  if (year !== undefined && zone !== null) {
    const values = { found, letters: zone[2] ?? '', suggestion: `${whole} ${zone[1]}` };
    return { rule: 'time/format', variant: 'zone', values };
  }
  const time = rest === '' ? undefined : timeMeant(rest);
  const plain: TimeFault = { rule: 'time/format', values: { found } };
  if (rest !== '' && time === undefined) return year === undefined ? inWords(text, plain) : plain;
  if (year === undefined && time !== undefined)
    return { ...plain, variant: 'no-day', values: { found, time } };
  if (year === undefined) return inWords(text, plain);
  const meant = `${year}-${two(month)}-${two(day)}`;
  if (!isCivilDate(meant)) return { ...plain, variant: 'date' };
  return {
    ...plain,
    variant: 'meant',
    values: { found, suggestion: time === undefined ? meant : `${meant} ${time}` },
  };
}

/** `25/11/2026 18 h`, `25 novembre 2026 à 18 h`, `November 25, 2026, 6 p.m.`: what each language reads as a day and an hour. */
function inWords(text: string, plain: TimeFault): TimeFault {
  const [whole = '', day = '', month = '', year = ''] = dayFirst.exec(text) ?? [];
  // 11/12/2026 is in November or in December.
  if (whole !== '' && Number(day) <= 12) return plain;
  const turned = whole === '' ? text : `${year}-${two(month)}-${two(day)} ${text.slice(whole.length)}`;
  for (const locale of locales) {
    const said = quantitiesOf(turned, locale);
    const date = said.find(({ kind, value }) => kind === 'date' && isCivilDate(value))?.value;
    const time = said.find(({ kind }) => kind === 'time')?.value.slice(0, 5);
    if (date === undefined || said.length > (time === undefined ? 1 : 2)) continue;
    const suggestion = time === undefined ? date : `${date} ${time}`;
    return { ...plain, variant: 'meant', values: { ...plain.values, suggestion } };
  }
  return plain;
}

/** `15:30` of `15 h 30` or `3:30 p.m.`; `undefined` where it is no hour of the day, or a number alone. */
function timeMeant(written: string): string | undefined {
  const [, hour = '', minute = '00', half] = clock.exec(written) ?? [];
  if (hour === '' || hour === written || Number(minute) > 59) return undefined;
  if (half === undefined) return Number(hour) > 23 ? undefined : `${two(hour)}:${minute}`;
  if (Number(hour) > 12 || Number(hour) === 0) return undefined;
  return `${two((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0))}:${minute}`;
}

/** What the clocks of a zone showed when they had jumped over a time: `03:30` for `02:30`. */
function afterJump(date: string, time: string, zone: string): string {
  const wall = Date.parse(`${date}T${time}Z`);
  const before = instantAt(wall - 86_400_000, zone).offset;
  const after = instantAt(wall - before * 60_000, zone, time.length > 5);
  return `${after.date} ${after.time}`;
}

/** A date without an hour, `2024-06-30`, or what is wrong with it. */
export function dateFault(written: string, zone: string): TimeFault {
  const read = readTime(written, zone);
  const values = { found: written };
  if (!isFault(read))
    return { rule: 'time/format', variant: 'day-alone', values: { ...values, suggestion: read.date } };
  const { suggestion } = read.values;
  if (read.variant === 'date') return read;
  return suggestion === undefined
    ? { rule: 'time/format', variant: 'civil', values }
    : { rule: 'time/format', variant: 'meant', values: { ...values, suggestion: suggestion.slice(0, 10) } };
}
