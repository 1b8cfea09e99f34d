import { timeWords } from '../../format/dates.ts';
import { apart, ended, pattern, space } from '../rule.ts';
import {
  byThrees,
  type Check,
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
const shapes =
  '(?i:ratio|aspect|scale|score|format|display|screen|image|resolution|widescreen|monitor|verse)s?';
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

/** In order of precedence. */
export const englishChecks: readonly Check[] = [
  {
    rule: 'typography/time',
    find: pattern`${figureStart}(1[0-2]|0?[1-9])(?::([0-5][0-9]))?
      ${space}?([aApP])(?:\.${space}?[mM]\.?|[mM])(?![\p{L}\p{N}_])`,
    suggest: ([, hour = '', minute, half]) => timeWords(wallTime(hour, minute, half), 'en'),
  },
  {
    rule: 'typography/time',
    find: pattern`${figureStart}${notUtcBefore}${notRatio}
      (1[3-9]|2[0-3]|0[0-9]):([0-5][0-9])${figureEnd}${notShape}${notUtcAfter}`,
    suggest: ([, hour = '', minute]) => timeWords(wallTime(hour, minute), 'en'),
  },
  {
    rule: 'typography/date',
    find: pattern`${figureStart}(?:the${space})?([0-9]{1,2})${ordinal}?(?:${space}of)?
      ${space}(${months})(?:,?${space}(${year})${ended})?`,
    suggest: ([, day = '', month = '', of]) => date(month, day, of),
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
    find: pattern`${figureStart}([0-9]{1,2})([/-])([0-9]{1,2})\2(${year})(?![\p{L}\p{N}_/-])`,
    suggest: ([, a = '', , b = '', of = '']) => isoDates(a, b, of, 'month first').join(' or ') || undefined,
  },
  {
    rule: 'typography/money',
    find: pattern`${figureStart}(?<!\$${space}?|[0-9]${space})
      ([0-9]{1,3}(?:(?:,|${space})[0-9]{3})+(?:[.,][0-9]{2})?|[0-9]+(?:[.,][0-9]{1,2})?)
      ${space}?(M)?\$(?:${space}?(CAN|CAD|CA|USD|US)${ended})?(?![\p{L}\p{N}_({$])`,
    suggest: dollars,
  },
];
