import { quotationsOf } from './quotes.ts';
import {
  anyCase,
  apart,
  type Edit,
  ended,
  isSpace,
  narrowNoBreak,
  noBreak,
  pattern,
  type Rule,
  rule,
  space,
  wordly,
} from './rule.ts';

const months = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const weekdays = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const day = '(?:0?1er|0?[1-9]|[12][0-9]|3[01])';

const month = `${space}+(${anyCase(months)})${ended}`;
const amount = '(?<=[0-9]|millions?|milliards?)';
const numberStart = String.raw`(?<![\p{L}\p{M}\p{N}_.,:/])`;
/** « 9 h » begins no longer number or word, and stands after a hyphen only in « 9 h-17 h ». */
const timeStart = `(?:${numberStart}(?<!-)|(?<=[0-9][hH](?:[0-9]{2})?-))`;
/** Neither the second half of « K1A 0H3 » nor what is said of a room, a flight, a part: those are names. */
const rooms =
  'salles?|locaux|local|bureaux?|portes?|canal|canaux|vols?|pièces?|modèles?|réf\\.|références?|codes?|plaques?|n[o°º]|' +
  'numéros?|séries?|lots?|chambres?|rangées?|sièges?|unités?|app\\.|appartements?|blocs?|quais?|casiers?|réseaux?';
const notCode = `(?<!(?<![\\p{L}\\p{N}])\\p{L}{1,12}[0-9][\\p{L}0-9]{0,12}[ \\u00A0-]|${apart}(?:${anyCase(rooms)})${space})`;
/** A capital H is an hour after a word of time only, or where nothing stands before it. */
const ofTime =
  'à|dès|vers|de|jusqu’à|avant|après|depuis|entre|et|ou|au|pour|d’ici|' +
  `${weekdays}|${months}|matin|après-midi|soir`;
const capitalHour = `(?:h|(?<=(?:^|(?:${apart}(?:${anyCase(ofTime)})|[0-9],|,)${space}|[0-9][hH](?:[0-9]{2})?-)[0-9]{1,2}${space}{0,2})H)`;
/** In « 9 h 5 », 5 is minutes where the words pause; in « dès 9 h 5 techniciens » it is not. */
const pause = `(?=${space}*(?:[.,;:!?…)»”–—]|$)|${space}+(?:à|au|et|ou|le|ce|du|puis|H[ANTRCPE]+)${ended})`;
const minutes = `(?:00(?!${space}*[0-9])|([0-5][0-9])|([0-9])${pause})(?!${space}*min${ended})`;
/** Units of the trade. Those of one letter are units only after a space: « 5G » is a network. */
const units = String.raw`[kKMGTP][oB]|[kMGT]?bits?|[kMG]b(?:\/s|ps)|[kMG]?Hz|ms|min|[kcm]m|kg|[kMG]Wh?|kV|mL|[hk]Pa|°[CF]|h`;
const shortUnits = 's|j|m|g|W|V|L|octets?';

const levels = [
  ['«', '»'],
  ['“', '”'],
  ['‘', '’'],
] as const;

/** « » first, “ ” within, ‘ ’ within those, whatever was typed (OQLF). With a lone « or » the marks stay. */
function quotes(text: string): readonly Edit[] {
  const { pairs, torn } = quotationsOf(text, '"“”«»');
  if (torn) return [];
  const marks = pairs.flatMap(({ open, close, depth }) => {
    const [opening, closing] = levels[Math.min(depth, levels.length - 1)] ?? levels[0];
    return [
      { at: open, sign: opening, tight: depth > 0, opens: true },
      { at: close, sign: closing, tight: depth > 0, opens: false },
    ];
  });
  const edits: Edit[] = [];
  let from = 0;
  for (const { at, sign, tight, opens } of marks.sort((a, b) => a.at - b.at)) {
    let start = at;
    let end = at + 1;
    while (tight && !opens && start > from && isSpace(text.charAt(start - 1))) start -= 1;
    while (tight && opens && isSpace(text.charAt(end))) end += 1;
    if (text.slice(start, end) !== sign) edits.push({ start, end, text: sign });
    from = end;
  }
  return edits;
}

/** `août` from `Août`; a line in capitals stays so. */
const lower = (word: string): string => (word === word.toUpperCase() ? word : word.toLowerCase());

function ordinal([found, number = '', ending = '']: RegExpExecArray): string | undefined {
  const plural = ending.endsWith('s') ? 's' : '';
  if (/r/.test(ending)) return number === '1' ? `1re${plural}` : found;
  return number === '1' ? found : `${number}e${plural}`;
}

function time([, hour = '', two, one]: RegExpExecArray): string | undefined {
  const minutes = two ?? one?.padStart(2, '0');
  if (Number(hour) > (minutes === undefined ? 24 : 23)) return undefined;
  const exact = minutes === undefined || minutes === '00';
  return `${Number(hour)}${noBreak}h${exact ? '' : noBreak + minutes}`;
}

/** In order: marks before their spaces, signs before figures. */
export const french: readonly Rule[] = [
  rule('ellipsis', pattern`(?<![.\\/])\.{3}(?![.\\/])`, () => '…'),
  rule('apostrophe', pattern`(?<=[\p{L}\p{M}])'(?=${wordly}|[«“"])`, () => '’'),
  { name: 'quotes', edits: quotes },
  rule('guillemet open', pattern`«${space}*(?=\S)`, () => `«${noBreak}`),
  rule('guillemet close', pattern`(?<=\S)${space}*»`, () => `${noBreak}»`),
  rule('colon', pattern`(?<=[^\s:«“‘(\[{"'])${space}*:(?=[\s»”’)\]}]|$)`, () => `${noBreak}:`),
  rule(
    'high marks',
    pattern`(?<=[^\s«“‘(\[{"'¿¡:;!?])${space}*([;!?](?:${space}*[!?])*)(?=[\s»”’)\]}"'…,.]|$)`,
    ([, signs = ''], profile) => (profile === 'fine' ? narrowNoBreak : '') + signs.replace(/\s/gu, ''),
  ),
  rule('percent', pattern`(?<=[0-9])${space}*%(?![\p{L}\p{N}_%])`, () => `${noBreak}%`),
  rule(
    'money',
    pattern`${amount}${space}*([kMG]?[$€])(?:${space}*(CA|US)${ended})?(?![\p{L}\p{N}_{$])`,
    ([, sign = '', country]) => `${noBreak}${sign}${country === undefined ? '' : noBreak + country}`,
  ),
  rule(
    'thousands',
    // « 514 555 0199 » and « 1 800 555-0199 » are no numbers.
    pattern`${numberStart}(?<!\+|[0-9][\s-])[1-9][0-9]{0,2}(?:${space}[0-9]{3})+(?!${space}?[0-9]|[.:/-]\d)`,
    ([found]) => found.replace(/\s/gu, noBreak),
  ),
  rule(
    'duration',
    pattern`${numberStart}([0-9]{1,3})${space}*h${space}*([0-9]{1,2})${space}*min${ended}`,
    ([, hours, minutes]) => [hours, 'h', minutes, 'min'].join(noBreak),
  ),
  rule(
    'time',
    pattern`${timeStart}${notCode}([0-9]{1,2})${space}{0,8}${capitalHour}(?:${space}{0,8}${minutes})?${ended}(?!['’])`,
    (match) => time(match),
  ),
  rule('date', pattern`${numberStart}(${day})${month}`, ([, written = '', name = '']) => {
    const number = Number.parseInt(written, 10);
    return `${number === 1 ? '1er' : number}${noBreak}${lower(name)}`;
  }),
  rule(
    'weekday',
    pattern`(?<=${apart}(?:[lL]e|[dD]u|[aA]u|[cC]e)${space})(?:${anyCase(weekdays)})(?=${space}+${day}${month})`,
    ([found]) => lower(found),
  ),
  rule('ordinal', pattern`(?<![\p{L}\p{M}\p{N}_.,-])([0-9]+)(i?[èe]res?|i?[èe]mes?)${ended}`, ordinal),
  rule(
    'unit',
    pattern`(?<=[0-9])${space}+(${units}|${shortUnits})(?![\p{L}\p{M}\p{N}_’'])`,
    ([, unit = '']) => noBreak + unit,
  ),
  rule(
    'glued unit',
    pattern`(?<![\p{L}\p{M}\p{N}_.,/-])${notCode}([0-9]+(?:,[0-9]+)?)(${units})(?![\p{L}\p{M}\p{N}_’'])`,
    ([, number = '', unit = '']) => number + noBreak + unit,
  ),
  rule(
    'title',
    pattern`${apart}(MM?\.|Mmes?|Mlles?|Me|Dre?|Pre?)${space}+(?=\p{Lu})`,
    ([, title = '']) => title + noBreak,
  ),
  rule(
    'abbreviation',
    pattern`${apart}(n[o°º]|p\.|art\.)${space}+(?=[0-9])`,
    ([, word = '']) => word + noBreak,
  ),
];
