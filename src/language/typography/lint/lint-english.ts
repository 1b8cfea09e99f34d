import { timeWords } from '../../format/dates.ts';
import { anyCase, apart, ended, pattern, space } from '../rule.ts';
import {
  byThrees,
  type Check,
  commonChecks,
  figureEnd,
  figureParts,
  figureStart,
  isoDates,
  notUtcAfter,
  notUtcBefore,
  wallTime,
} from './check.ts';

const names = 'January February March April May June July August September October November December'.split(
  ' ',
);
const months = String.raw`(?:(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?|${names.join('|')})(?![\p{L}\p{N}_])`;
const year = '(?:19|20)[0-9]{2}';
const ordinal = '(?:st|nd|rd|th)';

/** “16:10” beside one of these is no time. */
const shapes = `(?:${anyCase('ratio|aspect|scale|score|format|display|screen|image|resolution|widescreen|monitor|verse')})s?`;
const notRatio = `(?<!${apart}${shapes}${space}(?:of${space})?)`;
const notShape = `(?!${space}?-?${space}?${shapes}${ended})`;

/** “August 15, 2019”: the month first, no ordinal, a comma before the year (CP). */
function date(month: string, day: string, of: string | undefined): string | undefined {
  if (Number(day) < 1 || Number(day) > 31) return undefined;
  return `${month} ${Number(day)}${of === undefined ? '' : `, ${of}`}`;
}

function dollars([, number = '', million, code = '']: RegExpExecArray): string {
  const { whole, part } = figureParts(number);
  const cents = part === '' ? '' : `.${part.padEnd(2, '0')}`;
  return `${code.slice(0, 2)}$${byThrees(whole, ',')}${cents}${million === undefined ? '' : ' million'}`;
}

/** `9 a.m.` for `9:00 AM`; noon said again in brackets is clear. */
function halfDay({
  0: found,
  1: hour = '',
  2: minute,
  3: half,
  index,
  input,
}: RegExpExecArray): string | undefined {
  if (/^\s?\((?:noon|midnight|midday)\)/i.test(input.slice(index + found.length, index + found.length + 12)))
    return undefined;
  const words = timeWords(wallTime(hour, minute, half), 'en');
  // A point that ended the sentence too.
  return /[mM]\.$/.test(found) && !words.endsWith('.') && !/[aApP]\./.test(found) ? `${words}.` : words;
}

/** `12:00 p.m.` is noon, whatever else has its minutes. */
const onTheHour = (match: RegExpExecArray): string | undefined =>
  match[2] === '00' && Number(match[1]) !== 12 && /[ap]\.m\.$/.test(match[0]) ? halfDay(match) : undefined;
const otherwise = (match: RegExpExecArray): string | undefined =>
  onTheHour(match) === undefined ? halfDay(match) : undefined;

const halfDays = pattern`${figureStart}(1[0-2]|0?[1-9])(?::([0-5][0-9]))?
  ${space}?([aApP])(?:\.${space}?[mM]\.?|[mM](?:\.(?=\s|$))?)(?![\p{L}\p{N}_])`;

const weekdays =
  '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.?)';
/** Symbols that stand apart from their figure; `5G` and `4K` are names. */
const units = 'km|m|cm|mm|kg|kW|MW|GW|kV|kWh|MWh|[kMGT]B|[kMG]bps|[kMG]Hz|Hz|mL|ha';
/** Words that stand twice on purpose: “the work that that team did”. */
const mayRepeat = new Set([
  'had',
  'that',
  'very',
  'so',
  'no',
  'ha',
  'bye',
  'never',
  'far',
  'many',
  'long',
  'really',
]);

/** In order of precedence. */
export const englishChecks: readonly Check[] = [
  { rule: 'typography/time', find: halfDays, suggest: onTheHour, unless: 'minutes' },
  { rule: 'typography/time', find: halfDays, suggest: otherwise },
  {
    rule: 'typography/time',
    find: pattern`${figureStart}${notUtcBefore}${notRatio}
      (1[3-9]|2[0-3]|0[0-9]):([0-5][0-9])${figureEnd}${notShape}${notUtcAfter}`,
    suggest: ([, hour = '', minute]) => timeWords(wallTime(hour, minute), 'en'),
    unless: 'twentyFour',
  },
  {
    rule: 'typography/date',
    find: pattern`${figureStart}(?:the${space})?([0-9]{1,2})${ordinal}?(?:${space}of)?
      ${space}(${months})(?:,?${space}(${year})${ended})?`,
    suggest: ([, day = '', month = '', of]) => date(month, day, of),
    unless: 'dayFirst',
  },
  {
    rule: 'typography/date',
    find: pattern`${apart}(${weekdays})${space}(${months})${space}([0-9]{1,2})(?:st|nd|rd|th)?(?:,?${space}(${year}))?${ended}`,
    suggest: ([, weekday = '', month = '', day = '', of]) => {
      const rest = date(month, day, of);
      return rest === undefined ? undefined : `${weekday}, ${rest}`;
    },
  },
  {
    rule: 'typography/date',
    find: pattern`${apart}(${months})${space}0([1-9])(?:,?${space}(${year}))?${ended}`,
    suggest: ([, month = '', day = '', of]) => date(month, day, of),
  },
  {
    rule: 'typography/date',
    find: pattern`${apart}(${months})${space}([0-9]{1,2})${ordinal}(?:,?${space}(${year}))?${ended}`,
    suggest: ([, month = '', day = '', of]) => date(month, day, of),
  },
  {
    rule: 'typography/date',
    find: pattern`${apart}(${months})${space}([0-9]{1,2})${space}(${year})${ended}`,
    suggest: ([, month = '', day = '', of]) => date(month, day, of),
  },
  {
    rule: 'typography/date',
    find: pattern`${figureStart}([0-9]{1,2})([/-])([0-9]{1,2})\2(${year}|(?<=/)[0-9]{2})(?![\p{L}\p{N}_/-])`,
    suggest: ([, a = '', , b = '', of = '']) => isoDates(a, b, of, 'month first').join(' or ') || undefined,
  },
  {
    rule: 'typography/money',
    find: pattern`${figureStart}(?<!\$${space}?|[0-9]${space})
      ([0-9]{1,3}(?:(?:,|${space})[0-9]{3})+(?:[.,][0-9]{2})?|[0-9]+(?:[.,][0-9]{1,2})?)
      ${space}?(M)?\$(?:${space}?(CAN|CAD|CA|USD|US)${ended})?(?![\p{L}\p{N}_({$])`,
    suggest: dollars,
  },
  {
    rule: 'typography/unit',
    find: pattern`${figureStart}([0-9]+(?:[.,][0-9]+)*)(${units})(?![\p{L}\p{N}_/-])`,
    suggest: ([, number, unit]) => `${number} ${unit}`,
  },
  {
    rule: 'typography/language',
    find: pattern`${figureStart}([0-9][0-9.,]{0,12})${space}(à|et|ou|au)${space}([0-9][0-9.,]{0,12})(?![\p{L}\p{N}])`,
    suggest: ([, from, word = '', to]) => {
      const meant = { à: 'to', au: 'to', et: 'and', ou: 'or' }[word];
      return meant && `${from} ${meant} ${to}`;
    },
  },
  ...commonChecks(mayRepeat),
];
