import { timeWords } from '../../format/dates.ts';
import { anyCase, apart, ended, noBreak, pattern, space } from '../rule.ts';
import { typeset } from '../typography.ts';
import { spellings } from './capitals.ts';
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
  sentenceStart,
  wallTime,
} from './check.ts';

const set = (text: string): string => typeset(text, 'fr', 'oqlf');

const months = `(?:${anyCase('janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre')})`;
const weekdays = `(?:${anyCase('lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche')})`;
const day = '(?:0?1er|0?[1-9]|[12][0-9]|3[01])';
const year = '(?:19|20)[0-9]{2}';
/** A dash between bare numbers has no spaces: « Avis 3 – 15 août » is no range. */
const dash = '[-–]';
const looseDash = `${space}?[-–]${space}?`;
/** A capital H is an hour only with its minutes: « salle 3H ». */
const clock = `[0-9]{1,2}(?:${space}?h(?:${space}?[0-5][0-9])?|${space}?H${space}?[0-5][0-9]|:[0-5][0-9])`;
const grouped = String.raw`[0-9]{1,3}(?:[,.\u0020\u00A0\u202F][0-9]{3})+(?:[.,][0-9]{1,2})?`;
const figure = `(?:${grouped}|[0-9]+(?:[.,][0-9]{1,2})?)`;

/** Not in the middle of « 12 500 ». */
const notNumberBefore = `(?<![0-9]${space})`;

/** « 16:10 » after one of these is no time. */
const ratios = 'ratio|format|rapport|proportion|échelle|pointage|score|écran|image|résolution|verset';
const notRatio = `(?<!${apart}(?:${anyCase(ratios)})s?${space}(?:d[eu]${space})?)`;

/** A number after one of these is a name, and is written as it is. */
const names = [
  String.raw`n[o°º]|nos|numéros?|réf\.|références?|codes?|ports?|postes?|dossiers?|tickets?|billets?`,
  'demandes?|requêtes?|commandes?|comptes?|factures?|contrats?|articles?|pages?|lignes?',
  'formulaires?|identifiants?|incidents?|erreurs?|versions?|séries?|lots?|modèles?|routes?',
  'cas|bons?|matricules?|postal|RFC|id|ID',
].join('|');
const notName = `(?<!${apart}(?:${names})${space})`;

/**
 * A plural noun, what is counted; no other word in -s, and nothing measured, which may have three decimals.
 */
const otherWords = [
  'dans|sans|sous|vers|mais|plus|moins|puis|nous|vous|elles|depuis|alors|toujours|lors|après',
  'très|près|hors|jamais|parfois|ailleurs|fois|sommes|avons|serons|ceux|deux|suis|chez',
  'dessous|dessus|dehors|temps',
].join('|');
const measures = [
  String.raw`\p{Ll}*(?:mètre|litre|gramme|octet|watt|volt|hertz|seconde|bit)s|minutes|heures|jours`,
  'semaines|points|millions|milliards|degrés|pouces|pieds|dollars',
].join('|');
const plural = String.raw`\p{Ll}[\p{L}’'-]{2,40}[sx]${ended}`;
const counted = `(?=${space}(?!(?:${otherWords})${ended})${plural})`;
const countedNotMeasured = `(?=${space}(?!(?:${otherWords}|${measures})${ended})${plural})`;

const symbols =
  '[kMGT]o|[hk]Pa|m[²³](?:/[hjs])?|km[²/]h?|mg/[lL]|[kM]b/s|[kcm]?m|k?g|mg|[kMG]?W|k?V|kWh|MWh|[kMG]?Hz|m?L|ms|ha|mmol';
const quantities = 'heures|minutes|secondes|jours|semaines|mois|ans|années|h|min|%|\\$|Go|Mo|To';
const preposition = /(?:d['’]ici|dans|après|pendant|sous|durant|environ|toutes les|les|entre|aux?|en)\s$/iu;

/** « À compter de », « À la suite de »: never the verb « a », as in « A été rétabli ». */
const afterA = [
  "compter|partir|la|l['’]|cette|cet|ces|cause|noter|venir|titre|moins|propos|midi|minuit",
  'ceux|celles|chaque|nos|vos|votre|notre|tous|toutes|quels?|quelles?|quoi|qui|suivre|défaut',
  'surveiller|mesure|nouveau|présent|long|court|leurs?|savoir|lire|retenir|travers',
].join('|');

/** `1,234.50` → `1⍽234,50`; `15.5` → `15,50`. */
function amount(written: string): string {
  const { whole, part } = figureParts(written);
  const digits = /[0-9][.,\s][0-9]{3}/u.test(written) || whole.length > 4 ? byThrees(whole, noBreak) : whole;
  return part === '' ? digits : `${digits},${part.padEnd(2, '0')}`;
}

function dollars([, country = '', number = '', size]: RegExpExecArray): string {
  if (size !== undefined && size.length > 1) return `${amount(number)}${noBreak}${size} de dollars`;
  const code = country === '' ? '' : `${noBreak}${country === 'US' ? 'US' : 'CA'}`;
  return `${amount(number)}${noBreak}${size ?? ''}$${code}`;
}

function weekday({ 0: found, 1: name = '', 2: number = '', 3: month = '' }: RegExpExecArray): string {
  return set(`${/^\p{Lu}/u.test(found) ? 'Le' : 'le'} ${name.toLowerCase()} ${number} ${month}`.trim());
}

function dayRange({
  0: found,
  1: a = '',
  2: from = '',
  3: b = '',
  4: month = '',
}: RegExpExecArray): string | undefined {
  if (from === '' && Number.parseInt(a, 10) >= Number.parseInt(b, 10)) return undefined;
  const first = [/^[DL]/.test(found) ? 'Du' : 'du', a, from].filter((word) => word !== '').join(' ');
  return set(`${first} au ${b} ${month}`);
}

const hours = (written: string): string =>
  /[h:]/i.test(written) ? set(written.replace(':', ' h ')) : written;

function timeRange([found, from = '', until = '']: RegExpExecArray): string | undefined {
  // « 06:40-07:00 » is a time with its offset.
  if (Number.parseInt(from, 10) > 24 || /[0-9]-0[0-9]:(?:00|30|45)$/.test(found)) return undefined;
  return `de ${hours(from)} à ${hours(until)}`;
}

function quantityRange({ 1: from = '', 2: until = '', input, index }: RegExpExecArray): string | undefined {
  if (Number(from) >= Number(until)) return undefined;
  return `${preposition.test(input.slice(Math.max(0, index - 12), index)) ? '' : 'de '}${from} à ${until}`;
}

/** Words that stand twice on purpose: « nous nous excusons ». */
const mayRepeat = new Set([
  'nous',
  'vous',
  'faire',
  'très',
  'bien',
  'si',
  'non',
  'oui',
  'plus',
  'petit',
  'tout',
  'ha',
]);
/** « Donner suite à », « faire suite à », « la suite à donner » are French. */
const notSequel = `(?<!${apart}(?:donn|fai|fer|fass)\\p{Ll}{0,5}${space}|${apart}(?:la|une|de|en|sans|prendre|ce|cette|sa)${space})`;

/** In order of precedence. */
export const frenchChecks: readonly Check[] = [
  {
    rule: 'typography/range',
    find: pattern`(?:${apart}(?:[dD]u|[lL]es?)${space}|${figureStart})
      (${day})(?:${space}(${months})${looseDash}|${dash})(${day})${space}(${months})${ended}`,
    suggest: dayRange,
  },
  {
    rule: 'typography/range',
    find: pattern`(?:${apart}de${space}|${figureStart}${notUtcBefore})
      ([0-9]{1,2}(?=${dash})|${clock})${looseDash}(${clock})${figureEnd}${notUtcAfter}`,
    suggest: timeRange,
  },
  {
    rule: 'typography/range',
    find: pattern`(?:${apart}de${space}|${figureStart})
      ([1-9][0-9]{0,2})${dash}([1-9][0-9]{0,2})(?=${space}?(?:${quantities})${ended})`,
    suggest: quantityRange,
  },
  {
    rule: 'typography/time',
    find: pattern`${figureStart}(1[0-2]|0?[1-9])(?:${space}?[:hH]${space}?([0-5][0-9])?)?
      ${space}?([aApP])(?:\.${space}?[mM]\.?|[mM])${ended}`,
    suggest: ([, hour = '', minute, half]) => timeWords(wallTime(hour, minute, half), 'fr'),
  },
  {
    rule: 'typography/time',
    find: pattern`${figureStart}${notUtcBefore}${notRatio}
      ([01]?[0-9]|2[0-3]):([0-5][0-9])${figureEnd}(?!${space}[0-9]{3})${notUtcAfter}`,
    suggest: ([, hour = '', minute]) => timeWords(wallTime(hour, minute), 'fr'),
  },
  {
    rule: 'typography/date',
    find: pattern`${apart}(?:[lL]e${space})?(${weekdays}),?
      ${space}le${space}(${day})(?:${space}(${months}))?${ended}`,
    suggest: weekday,
  },
  {
    rule: 'typography/date',
    find: pattern`${figureStart}(${day})${space}(${months}),${space}?(${year})(?!${space}\p{L})${figureEnd}`,
    suggest: ([, number, month, of]) => set(`${number} ${month} ${of}`),
  },
  {
    rule: 'typography/date',
    find: pattern`${apart}(${months})${space}([0-9]{1,2}),?${space}(${year})${figureEnd}`,
    suggest: ([, month, number, of]) => set(`${number} ${month} ${of}`),
  },
  {
    rule: 'typography/date',
    find: pattern`${figureStart}([0-9]{1,2})([/-])([0-9]{1,2})\2(${year}|(?<=/)[0-9]{2})(?![\p{L}\p{N}_/-])`,
    suggest: ([, a = '', , b = '', of = '']) => isoDates(a, b, of, 'day first').join(' ou ') || undefined,
  },
  {
    rule: 'typography/money',
    find: pattern`(?<![\p{L}\p{N}_$.,]|[0-9]${space})(CA|US|C)?\$${space}?
      (${figure})(?:${space}?([kMG]|millions?|milliards?))?${ended}`,
    suggest: dollars,
  },
  {
    rule: 'typography/money',
    find: pattern`${figureStart}${notNumberBefore}
      ([0-9]{1,3}(?:(?:,|${space})[0-9]{3})+(?:\.[0-9]{2})?|[0-9]+\.[0-9]{1,2})${space}?\$(?![\p{L}\p{N}_({])`,
    suggest: ([, number = '']) => `${amount(number)}${noBreak}$`,
  },
  {
    rule: 'typography/money',
    find: pattern`${figureStart}${notNumberBefore}(${figure})${space}?\$${space}?(CAN|CAD|CDN|USD)${ended}`,
    suggest: ([, number = '', code]) =>
      `${amount(number)}${noBreak}$${noBreak}${code === 'USD' ? 'US' : 'CA'}`,
  },
  {
    rule: 'typography/number',
    find: pattern`${figureStart}
      ([1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}|,[0-9]{3}${countedNotMeasured}))${figureEnd}`,
    suggest: ([, number = '']) => byThrees(number.replaceAll(',', ''), noBreak),
  },
  {
    rule: 'typography/number',
    find: pattern`${figureStart}([0-9]+)\.([0-9]{1,2})
      (?=${space}?%|${space}?(?:${symbols}|°C|${measures}|heure|minute|million|milliard)${ended}|
      ${space}(?:à|et|ou)${space}[0-9]+[.,][0-9]+${space}?(?:${symbols}|%|°C|${measures})(?![\p{L}\p{N}]))`,
    suggest: ([, whole, part]) => `${whole},${part}`,
  },
  {
    // One figure before a single letter is a name, as in « 5G » and « 4m »; the other units are set apart already.
    rule: 'typography/unit',
    find: pattern`${figureStart}([1-9][0-9]{1,4}(?:,[0-9]+)?)(m|L|V|W)(?![\p{L}\p{N}_/’'-])`,
    suggest: ([, number, unit]) => `${number}${noBreak}${unit}`,
  },
  {
    // Nothing but a fraction begins with a nought, and no version after « de ».
    rule: 'typography/number',
    find: pattern`${figureStart}(?<=${apart}(?:de|à|entre|et|sous|que|vaut|par)${space}|^)(0)\.([0-9]{1,3})${figureEnd}`,
    suggest: ([, whole, part]) => `${whole},${part}`,
  },
  {
    rule: 'typography/number',
    find: pattern`${figureStart}${notName}[1-9][0-9]{4,8}(?:(?=${space}?[$%])|${counted})`,
    suggest: ([found]) => byThrees(found, noBreak),
  },
  {
    rule: 'typography/capital',
    find: pattern`${sentenceStart}(?:[EI]\p{L}+)${ended}`,
    suggest: ([found]) => spellings.get(found),
  },
  {
    rule: 'typography/capital',
    find: pattern`${sentenceStart}A(?=${space}(?:(?:${afterA})(?![\p{L}\p{N}])|[0-9]{1,2}${space}?h${ended}))`,
    suggest: () => 'À',
  },
  { rule: 'typography/capital', find: pattern`${sentenceStart}Ca(?=${space}\p{Ll})`, suggest: () => 'Ça' },
  {
    rule: 'typography/language',
    find: pattern`${figureStart}([0-9][0-9.,]{0,12})${space}(to|and|or)${space}([0-9][0-9.,]{0,12})(?![\p{L}\p{N}])`,
    suggest: ([, from, word = '', to]) => {
      const meant = { to: 'à', and: 'et', or: 'ou' }[word];
      return meant && `${from} ${meant} ${to}`;
    },
  },
  {
    rule: 'wording/term',
    find: pattern`${apart}${notSequel}([Ss])uite${space}(à|au|aux)(?!${space}(?:donner|venir|suivre)${ended})${ended}`,
    suggest: ([, first, to = '']) =>
      `${first === 'S' ? 'À' : 'à'} la suite ${{ à: 'de', au: 'du', aux: 'des' }[to]}`,
  },
  {
    rule: 'wording/term',
    find: pattern`${apart}(?<![’']|mis${space}|mises?${space}|mettre${space})([Àà])${space}date(?!${space}(?:fixe|limite|déterminée|précise|ultérieure|convenue))${ended}`,
    suggest: ([, first]) => `${first} ce jour`,
  },
  ...commonChecks(mayRepeat),
];
