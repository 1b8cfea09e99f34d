import { isCivilDate } from '../../language/format/zones.ts';
import { quantitiesOf } from '../../language/quantities/quantities.ts';
import type { Fault } from '../../model/problem.ts';
import { dayAfter, dayBefore } from '../../model/state-intervals.ts';
import { type CivilDate, type Instant, locales } from '../../model/values.ts';

/** What is wrong with a written time. */
export interface TimeFault extends Fault {
  readonly rule: 'time/format' | 'time/nonexistent' | 'time/ambiguous';
  readonly values: Readonly<Record<string, string>>;
}

/** The day of samples where it is not known what day it is. */
export const someDay = '2024-03-02';

/** The clock of a writer: `6:40`, `6 h 40`, `06h`, `4:30 p.m.`, `09:00:00.000`; hour, minute, second, half of the day. */
const clock = /^(\d{1,2})(?:\s?(?:h|:)\s?(\d{2})?)?(?::(\d{2})(?:[.,]\d+)?)?(?:\s?([ap])\.?m\.?)?$/i;
const date = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d:])/;
/** Only their size says which is the day and which the month. */
const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/;
/** Universal time by its letters, and an offset in any notation: `UTC`, `GMT-4`, `+0000`, `−05:00`. */
const universal = /\s?(?:(UTC|GMT|TUC|TU|Z)\s?)?(?:([+\-\u2212])(\d{1,2})(?::?(\d{2}))?)?$/i;
const two = (part: string | number) => String(part).padStart(2, '0');

/** Names what to type, where what was meant is plain: `2019-8-15 6:40`, `6:40 p.m.`, `09:00 UTC`, `PT`, « hier 14 h ». */
export function formatFault(written: string, now: Instant | undefined): TimeFault {
  const found = written.length > 60 ? `${written.slice(0, 57)}…` : written;
  const text = written
    .trim()
    .slice(0, 60)
    .replace(/[\s\u00a0\u202f]+/g, ' ');
  const plain: TimeFault = { rule: 'time/format', values: { found, day: now?.date ?? someDay } };
  const [whole = '', year, month = '', day = ''] = date.exec(text) ?? [];
  if (year === undefined) return withoutDate(text, plain, now);
  const behind = text.slice(whole.length);
  const rest = behind.replace(/^(?:[Tt]|,? (?:à |at )?)/, '');
  const between = /^[Tt]/.test(behind) ? 'T' : ' ';
  const meant = `${year}-${two(month)}-${two(day)}`;
  const zone = /^(\d{2}:\d{2}(?::\d{2})?) ?([A-Z]{2,4})$/.exec(rest);
  const time = rest === '' ? '' : timeMeant(rest);
  if (time === undefined) {
    if (zone === null) return plain;
    const values = { found, letters: zone[2] ?? '', suggestion: `${whole} ${zone[1]}` };
    return { rule: 'time/format', variant: 'zone', values };
  }
  if (!isCivilDate(meant)) return { ...plain, variant: 'date' };
  return meaning(plain, time === '' ? meant : `${meant}${between}${time}`);
}

const meaning = (plain: TimeFault, suggestion: string): TimeFault => ({
  ...plain,
  variant: 'meant',
  values: { ...plain.values, suggestion },
});

function withoutDate(text: string, plain: TimeFault, now: Instant | undefined): TimeFault {
  const time = timeMeant(text);
  if (time !== undefined) return { ...plain, variant: 'no-day', values: { ...plain.values, time } };
  const relative = now === undefined ? undefined : byDayWords(text, now);
  return relative === undefined ? inWords(text, plain) : meaning(plain, relative);
}

/** Words for a day, by how many days it is from this one. */
const dayWords: Readonly<Record<string, number>> = {
  'avant-hier': -2,
  'day before yesterday': -2,
  hier: -1,
  yesterday: -1,
  'last night': -1,
  'aujourd’hui': 0,
  'ce matin': 0,
  'ce midi': 0,
  'cet après-midi': 0,
  'ce soir': 0,
  today: 0,
  tonight: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  demain: 1,
  tomorrow: 1,
  'après-demain': 2,
  'day after tomorrow': 2,
};

/** « hier 14h », "tomorrow at 9 a.m.", « hier », `now`, as a time to type. */
function byDayWords(written: string, now: Instant): string | undefined {
  const text = written
    .toLowerCase()
    .replaceAll("'", '’')
    .replace(/^(?:the|le) /, '');
  if (/^(?:now|maintenant)$/.test(text)) return `${now.date} ${now.time}`;
  const word = Object.keys(dayWords)
    .filter((one) => text === one || text.startsWith(`${one} `) || text.startsWith(`${one},`))
    .sort((a, b) => b.length - a.length)[0];
  if (word === undefined) return undefined;
  const rest = text
    .slice(word.length)
    .replace(
      /^(?: (?:matin|soir|midi|après-midi|morning|afternoon|evening|night)\b)?,?(?: (?:à|at|vers|around)\b)? ?/,
      '',
    );
  const day = dayFrom(now.date, dayWords[word] ?? 0);
  if (rest === '') return day;
  const time = /^(?:noon|midi)$/.test(rest) ? '12:00' : timeMeant(rest);
  return time === undefined ? undefined : `${day} ${time}`;
}

const dayFrom = (day: CivilDate, days: number): CivilDate => {
  let found = day;
  for (let left = Math.abs(days); left > 0; left -= 1) found = days < 0 ? dayBefore(found) : dayAfter(found);
  return found;
};

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
    return meaning(plain, time === undefined ? date : `${date} ${time}`);
  }
  return plain;
}

/** `15:30` of `15 h 30` or `3:30 p.m.`, `09:00Z` of `9:00 UTC`; `undefined` where it is no hour, or a number alone. */
function timeMeant(written: string): string | undefined {
  const [tail = '', letters, sign, hours = '', minutes = '00'] = universal.exec(written) ?? [];
  const [, hour = '', minute = '00', second, half] =
    clock.exec(written.slice(0, written.length - tail.length)) ?? [];
  if (hour === '' || hour === written || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const offset = sign === undefined ? (letters === undefined ? '' : 'Z') : offsetMeant(sign, hours, minutes);
  if (offset === undefined) return undefined;
  const seconds = second === undefined ? '' : `:${second}`;
  if (half === undefined) return Number(hour) > 23 ? undefined : `${two(hour)}:${minute}${seconds}${offset}`;
  if (Number(hour) > 12 || Number(hour) === 0) return undefined;
  return `${two((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0))}:${minute}${seconds}${offset}`;
}

function offsetMeant(sign: string, hours: string, minutes: string): string | undefined {
  const offset = `${sign === '+' ? '+' : '-'}${two(hours)}:${minutes}`;
  if (/^[+-]00:00$/.test(offset)) return 'Z';
  return isOffset(offset) ? offset : undefined;
}

/** Offsets on Earth lie between −12:00 and +14:00. */
export function isOffset(offset: string): boolean {
  if (offset === 'Z') return true;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return Number(offset.slice(4, 6)) < 60 && (offset.startsWith('-') ? minutes <= 720 : minutes <= 840);
}
