import { toCardinal as cardinalEn, toOrdinal as ordinalEn } from 'n2words/en-CA';
import { toCardinal as cardinalFr } from 'n2words/fr-FR';
import type { Locale } from '../../model/values.ts';

/** How fast a recorded voice reads, and for how long a caller listens. */
const wordsAMinute = 150;
export const longestVoice = 30;

interface VoiceMeter {
  readonly spoken: string;
  readonly words: number;
  /** Rounded up. */
  readonly seconds: number;
}

/** Meters a text as it is said: numbers, hours and 9-1-1 in words. */
export function voiceMeter(text: string, locale: Locale): VoiceMeter {
  const said = spoken(text, locale);
  const words = said.split(/[\s-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return { spoken: said, words, seconds: Math.ceil((words * 60) / wordsAMinute) };
}

/** The text as it is said, in words: « quinze heures trente », "three thirty p.m.", « neuf un un ». */
export function spoken(text: string, locale: Locale): string {
  const plain = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/ {2,}/g, ' ');
  const told = locale === 'fr' ? french(plain) : english(plain);
  return told.replace(/ +([.,])/g, '$1').trim();
}

const digits = (found: string, one: (digit: string) => string): string =>
  [...found.replace(/\D/g, '')].map((digit) => one(digit)).join(' ');
/** A longer one is an identifier, and said figure by figure too. */
const number = (found: string, say: (number: string) => string): string =>
  found.length > 9 ? digits(found, say) : say(found);

/** 9-1-1 and telephone numbers are said figure by figure. */
const called = /\b9-1-1\b|\b[2-8]-1-1\b|(?:\+?1[ -])?\(?\b\d{3}\)?[ -]\d{3}[ -]\d{4}\b/g;

const zonesEn: Readonly<Record<string, string>> = {
  PT: 'Pacific',
  MT: 'Mountain',
  CT: 'Central',
  ET: 'Eastern',
  AT: 'Atlantic',
  NT: 'Newfoundland',
};
const zonesFr: Readonly<Record<string, string>> = {
  HP: 'du Pacifique',
  HR: 'des Rocheuses',
  HC: 'du Centre',
  HE: 'de l’Est',
  HA: 'de l’Atlantique',
  HT: 'de Terre-Neuve',
};
const monthsEn = 'January|February|March|April|May|June|July|August|September|October|November|December';
const monthsFr = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

function english(text: string): string {
  return text
    .replace(called, (found) => digits(found, cardinalEn))
    .replace(/\b(\d{1,2})(?::(\d{2}))? ([ap])\.m\.(?: ([PMCEAN]T)\b)?/g, (_, hour, minute, half, zone) => {
      const past = minute === undefined || minute === '00' ? '' : ` ${minuteEn(minute)}`;
      return `${cardinalEn(hour)}${past} ${half}.m.${zone === undefined ? '' : ` ${zonesEn[zone]} Time`}`;
    })
    .replace(
      new RegExp(`\\b(${monthsEn}) (0?[1-9]|[12]\\d|3[01])(?!\\d)(?:, (\\d{4}))?`, 'g'),
      (_, month, day, year) => {
        return `${month} ${ordinalEn(Number(day))}${year === undefined ? '' : `, ${yearEn(year)}`}`;
      },
    )
    .replace(/\$(\d[\d,]*(?:\.\d+)?)/g, (_, amount) => {
      const plain = amount.replaceAll(',', '');
      const [dollars = '0', cents] = plain.split('.');
      const small =
        cents === undefined || Number(cents) === 0 ? '' : ` and ${number(cents, cardinalEn)} cents`;
      return `${number(dollars, cardinalEn)} dollar${dollars === '1' ? '' : 's'}${small}`;
    })
    .replace(
      /(?<![\d,.])(\d[\d,]*(?:\.\d+)?)\s?%/g,
      (_, found) => `${number(found.replaceAll(',', ''), cardinalEn)} percent`,
    )
    .replace(/\d[\d,]*(?:\.\d+)?(?<![,.])/g, (found) => number(found.replaceAll(',', ''), cardinalEn));
}

const minuteEn = (minute: string): string =>
  minute.startsWith('0') ? `oh ${cardinalEn(minute.slice(1))}` : cardinalEn(minute);

/** "twenty twenty-four", "two thousand nine", "nineteen ninety-nine". */
function yearEn(year: string): string {
  const [century, rest] = [year.slice(0, 2), year.slice(2)];
  if (year.startsWith('200'))
    return rest === '00' ? 'two thousand' : `two thousand ${cardinalEn(Number(rest))}`;
  if (rest === '00') return `${cardinalEn(century)} hundred`;
  return `${cardinalEn(century)} ${minuteEn(rest)}`;
}

function french(text: string): string {
  return text
    .replace(called, (found) => digits(found, cardinalFr))
    .replace(
      /\b(\d{1,2}) h(?: (\d{2}))?(?![\p{L}\d])(?: \((H[PRCEAT])\b[^)]*\))?/gu,
      (_, hour, minute, zone) => {
        const past = minute === undefined ? '' : ` ${minuteFr(minute)}`;
        const unit = Number(hour) < 2 ? 'heure' : 'heures';
        return `${feminine(cardinalFr(hour))} ${unit}${past}${zone === undefined ? '' : `, heure ${zonesFr[zone]}`}`;
      },
    )
    .replace(new RegExp(`\\b(1er|\\d{1,2}) (${monthsFr})(?![\\p{L}])`, 'gu'), (_, day, month) => {
      return `${day === '1er' ? 'premier' : cardinalFr(day)} ${month}`;
    })
    .replace(/(?<!\d[ ,]?)(\d(?:[\d ]*\d)?)(?:,(\d+))? \$/g, (_, amount, cents) => {
      const dollars = amount.replaceAll(' ', '');
      const small =
        cents === undefined || Number(cents) === 0
          ? ''
          : ` et ${number(cents.replace(/^0/, ''), cardinalFr)} cents`;
      return `${number(dollars, cardinalFr)} dollar${Number(dollars) < 2 ? '' : 's'}${small}`;
    })
    .replace(/(?<!\d[ ,]?)(\d(?:[\d ]*\d)?(?:,\d+)?) %/g, (_, found) => `${numberFr(found)} pour cent`)
    .replace(/\d{1,3}(?: \d{3})+(?!\d)|\d+,\d+|\d+/g, (found) => numberFr(found));
}

const minuteFr = (minute: string): string =>
  minute.startsWith('0') ? `zéro ${cardinalFr(minute.slice(1))}` : cardinalFr(minute);
const numberFr = (found: string): string => number(found.replaceAll(' ', '').replace(',', '.'), cardinalFr);
/** « une heure », « vingt et une heures ». */
const feminine = (words: string): string => words.replace(/\bun$/, 'une');
