import { fold } from '../wording/sentences.ts';
import { type Draft, type Match, placed, type Rule } from './draft.ts';
import {
  anyOf,
  countries,
  currencies,
  half,
  letter,
  type Notation,
  quarter,
  symbols,
  third,
  threeQuarters,
  twoThirds,
  wordEnd,
} from './notation.ts';
import { countsOf, decimalOf, inMonths, inSeconds, keyOf, shifted, splitKey, type Unit } from './values.ts';

const SIGN = '[$€£¥]';
const CODE = 'CAD|USD|EUR|GBP|JPY|CHF|AUD|MXN';
const COUNTRY = 'US|U\\.S\\.|USD|CA|CAD|CAN|CDN|AUD|NZD|HKD';
const FRACTIONS = new Map([
  ['½', '5'],
  ['1/2', '5'],
  ['¼', '25'],
  ['1/4', '25'],
  ['¾', '75'],
  ['3/4', '75'],
]);

/** A number, and where it stands with its sign. */
interface Figure {
  readonly value: string;
  /** Digits alone: no sign, no group, no fraction. */
  readonly plain: boolean;
  readonly from: number;
  readonly end: number;
}

/** A unit after a figure, and the figures by which words can say the whole (`a day` for 24 hours). */
interface Counted {
  readonly unit: Unit;
  readonly end: number;
  readonly figures: readonly string[];
}

/** Reads what a figure counts, where it counts something. */
export type UnitReader = (text: string, figure: Figure) => Match | undefined;

/** So much of a currency; `cents` are hundredths of a dollar. */
const inMoney =
  (currency: string, places: number): Unit =>
  (figure) => {
    const [code, shift] = currency === 'cents' ? ['CAD', -2] : [currency, places];
    return [keyOf('money', `${code} ${shifted(figure, shift)}`)];
  };

/** The draft of a figure with its unit, where it can have that unit. A word (`two`) can match it by the figure alone. */
function withUnit(figure: Figure, to: number, unit: Unit, more: Partial<Draft> = {}): Match | undefined {
  const [first, ...also] = unit(figure.value);
  if (first === undefined) return undefined;
  const [kind, value] = splitKey(first);
  const draft: Draft = { kind, value, from: figure.from, to, also, figures: [figure.value], lends: unit };
  return { end: to, drafts: [{ ...draft, ...more }] };
}

/** A dollar is of the country that is named before or after it. */
function currencyOf(written: string | undefined, country: string | undefined): string {
  const said = currencies.get((written ?? '').toLowerCase()) ?? 'GBP';
  return said === 'CAD' ? (countries.get(fold(country ?? '')) ?? said) : said;
}

/**
 * The rules of numbers and of what they count: money, percentages, durations, units. What begins with a figure, the last
 * of them always reads.
 */
export function amountRules(n: Notation): {
  readonly figures: readonly Rule[];
  readonly signs: readonly Rule[];
  readonly words: readonly Rule[];
  readonly unitAt: UnitReader;
} {
  const number = placed(n.number);
  const commas = placed('[1-9]\\d{0,2},\\d{3}(?![\\d,.])');
  const fraction = placed(` ?([½¼¾])| (1/2|1/4|3/4)(?![\\d/])`);
  const percent = placed(`[ \\n-]?(?:${n.percent})(?![${letter}\\d])`);
  const scaleWord = placed(`[ \\n-]?(${anyOf(n.scales.keys())})${wordEnd}`);
  const scaleLetter = placed(`[ \\n]?(${anyOf(n.moneyScales.keys())})${wordEnd}`);
  const letterBeforeSign = placed(`[ \\n]?(${anyOf(n.moneyScales.keys())})(?=[ \\n]?${SIGN})`);
  const trailing = placed(
    `[ \\n-]?(?:de |d')?(?:(US|U\\.S\\.|American|Canadian|Australian) )?` +
      `(${SIGN}(?!\\d)|¢|(?:dollars?|cents?|euros?|yens?|(?:pounds|livres) sterling|${CODE})${wordEnd})` +
      `(?:[ \\n]?(${COUNTRY}|américains?|canadiens?|australiens?)${wordEnd})?`,
  );
  const leading = placed(`[-–]?(?:(?:(US|CA|C|CAN|CDN|AU|A|NZ|HK)( ?))?(${SIGN})|(${CODE}))[ \\n]?(?=\\d)`);
  const country = placed(`[ \\n]?(${COUNTRY})${wordEnd}`);
  const adjective = placed(
    `[ \\n](?:${n.betweenNumberAndUnit})(?=[ \\n](?:${anyOf(n.seconds.keys())})${wordEnd})`,
  );
  const mark = placed(`[ \\n-]?([${letter}°][${letter}°²³/]{0,14})(?![${letter}\\d'])`);
  const hourly = placed(" (?:per|an|par|à l')[ \\n]?(?:hour|heure)");
  const attached = placed(`[${letter}][${letter}\\d]{0,40}`);
  const minus = placed(`[-–]|${n.minus} (?=\\d)`);
  const noMinus = new RegExp(n.noMinusAfter, 'i');
  const article = new RegExp(n.dayArticle);

  /** A minus is one where nothing stands before it that makes a range, a name or `at least` of it. */
  const isFree = (text: string, at: number): boolean =>
    at === 0 || (/[\s(«"':]/.test(text[at - 1] ?? '') && !noMinus.test(text.slice(Math.max(0, at - 7), at)));

  function figureAt(text: string, at: number, from = at, negative = false): Figure | undefined {
    const m = number(text, at);
    if (!m) return undefined;
    const [written, whole = '', decimals] = m;
    const rest = decimals === undefined ? fraction(text, at + written.length) : null;
    const part = decimals ?? FRACTIONS.get(rest?.[1] ?? rest?.[2] ?? '');
    const value = decimalOf(whole.replace(/[ ,]/g, ''), part, negative);
    const plain = !negative && part === undefined && !/[ ,]/.test(whole);
    return { value, plain, from, end: at + written.length + (rest?.[0].length ?? 0) };
  }

  function unitAt(text: string, { value, end: at }: Figure): Counted | undefined {
    const skipped = adjective(text, at)?.[0].length ?? 0;
    const m = mark(text, at + skipped);
    if (!m) return undefined;
    const [whole, written = ''] = m;
    const end = at + skipped + whole.length;
    const word = fold(written);
    const seconds = n.seconds.get(word);
    if (seconds !== undefined) {
      return { unit: inSeconds(seconds), end, figures: [value, ...countsOf(Number(value) * seconds)] };
    }
    const months = n.monthsLong.get(word);
    if (months !== undefined) {
      return { unit: inMonths(months), end, figures: [value, String((Number(value) * months) / 12)] };
    }
    const symbol = symbols.get(written) ?? n.units.get(written) ?? n.units.get(word);
    if (symbol === undefined) return undefined;
    const rate = hourly(text, end)?.[0] ?? '';
    const full = rate === '' ? symbol : `${symbol}/h`;
    return { unit: (v) => [keyOf('number', `${v} ${full}`)], end: end + rate.length, figures: [value] };
  }

  /** A number that stands alone, or that is a year, a day after `le`, or a part of a name (`5G`). */
  function aloneAt(text: string, { value, plain, from, end }: Figure): Match {
    const tail = attached(text, end)?.[0];
    if (tail !== undefined) {
      const places = n.moneyScales.get(tail);
      const digits = value + tail.replace(/\D/g, '');
      const figures = places === undefined ? [digits] : [digits, shifted(value, places)];
      const to = end + tail.length;
      return { end: to, drafts: [{ kind: 'number', value: digits, from, to, standing: 'label', figures }] };
    }
    const draft: Draft = { kind: 'number', value, from, to: end, figures: [value], bare: value };
    if (plain && /^(?:1[89]|20)\d\d$/.test(value)) {
      return { end, drafts: [{ ...draft, kind: 'date', standing: 'year', also: [keyOf('number', value)] }] };
    }
    const isDay = plain && value.length <= 2 && Number(value) <= 31;
    if (isDay && article.test(text.slice(Math.max(0, from - 4), from))) {
      return { end, drafts: [{ ...draft, standing: 'ordinal' }] };
    }
    const isPhone = plain && value.length <= 11 && /^1?\d{10}$/.test(value);
    if (isPhone) return { end, drafts: [{ ...draft, also: [keyOf('phone', value.slice(-10))] }] };
    // « 1,124 foyers », as English groups it: typography tells that.
    const grouped = n.decimalComma ? commas(text, from)?.[0].replaceAll(',', '') : undefined;
    return { end, drafts: [grouped === undefined ? draft : { ...draft, also: [keyOf('number', grouped)] }] };
  }

  /** `million`, or the letter in `2,5 M$`. */
  function scaleAt(text: string, at: number, letters: typeof scaleLetter): { places: number; end: number } {
    const word = scaleWord(text, at);
    const m = word ?? letters(text, at);
    const places = (word ? n.scales : n.moneyScales).get(m?.[1] ?? '') ?? 0;
    return { places, end: at + (m?.[0].length ?? 0) };
  }

  const countedAt: UnitReader = (text, figure) => {
    const { value, end } = figure;
    const share = percent(text, end);
    const inPercent: Unit = (v) => [keyOf('percent', v)];
    const scale = scaleAt(text, end, letterBeforeSign);
    const money = trailing(text, scale.end);
    const scaled: Unit = (v) => [keyOf('number', shifted(v, scale.places))];
    const counted = unitAt(text, figure);
    const also = [keyOf('number', value)];
    return (
      (share && withUnit(figure, end + share[0].length, inPercent)) ??
      (money &&
        withUnit(
          figure,
          scale.end + money[0].length,
          inMoney(currencyOf(money[2], money[1] ?? money[3]), scale.places),
        )) ??
      (scale.places > 0
        ? withUnit(figure, scale.end, scaled, {
            figures: [shifted(value, scale.places), value],
            places: scale.places,
          })
        : undefined) ??
      (counted && withUnit(figure, counted.end, counted.unit, { also, figures: counted.figures }))
    );
  };

  // `2/3 of the calls`.
  const part = placed('(1/2|1/3|2/3|1/4|3/4)(?![\\d/])');
  const shareOf = new Map([
    ['1/2', half],
    ['1/3', third],
    ['2/3', twoThirds],
    ['1/4', quarter],
    ['3/4', threeQuarters],
  ]);
  const sharing: Rule = (text, at) => {
    const m = part(text, at);
    if (!m) return undefined;
    const [value] = m;
    const to = at + value.length;
    const also = shareOf.get(value) ?? [];
    return {
      end: to,
      drafts: [{ kind: 'share', value, from: at, to, standing: 'share', also, figures: [] }],
    };
  };

  const counted: Rule = (text, at) => {
    const figure = figureAt(text, at);
    return figure && (countedAt(text, figure) ?? aloneAt(text, figure));
  };

  const negative: Rule = (text, at) => {
    const sign = isFree(text, at) ? minus(text, at)?.[0] : undefined;
    const figure = sign && figureAt(text, at + sign.length, at, true);
    return figure ? (countedAt(text, figure) ?? aloneAt(text, figure)) : undefined;
  };

  /** `$15`, `US$2.5 million`, `EUR 20`, `-$5`. */
  const moneyFirst: Rule = (text, at) => {
    const m = leading(text, at);
    const below = /[-–]/.test(text[at] ?? '');
    const figure = m && figureAt(text, at + m[0].length, at, below);
    if (!m || !figure || (below && !isFree(text, at))) return undefined;
    const [, before, loose, sign, code] = m;
    const { places, end } = scaleAt(text, figure.end, scaleLetter);
    const after = country(text, end);
    const currency = currencyOf(sign ?? code, before ?? after?.[1]);
    // `In the US $15 was …` as against `US $15`.
    const also = loose === ' ' ? inMoney('CAD', places)(figure.value) : [];
    return withUnit(figure, end + (after?.[0].length ?? 0), inMoney(currency, places), {
      also,
      leading: { currency, amount: figure.value, places },
      places,
    });
  };

  return {
    figures: [sharing, counted],
    signs: [moneyFirst, negative],
    words: [moneyFirst, negative],
    unitAt: countedAt,
  };
}
