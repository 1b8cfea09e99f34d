import { type Draft, type Match, patternOf, type Rule } from './quantities-draft.ts';
import {
  anyOf,
  countries,
  currencies,
  folded,
  letter,
  type Notation,
  symbols,
  wordEnd,
} from './quantities-notation.ts';
import { decimalOf, inMonths, inSeconds, keyOf, shifted, splitKey, type Unit } from './quantities-values.ts';

const SIGN = '[$€£¥]';
const CODE = 'CAD|USD|EUR|GBP|JPY|CHF|AUD|MXN';
const COUNTRY = 'US|U\\.S\\.|USD|CA|CAD|CAN|CDN|AUD|NZD|HKD';

/** A number, and where it stands with its sign. */
interface Figure {
  readonly value: string;
  /** Digits alone: no sign, no group, no fraction. */
  readonly plain: boolean;
  readonly from: number;
  readonly end: number;
}

/** So much of a currency; `cents` are hundredths of a dollar. */
const inMoney =
  (currency: string, places: number): Unit =>
  (figure) => {
    const [code, shift] = currency === 'cents' ? ['CAD', -2] : [currency, places];
    return [keyOf('money', `${code} ${shifted(figure, shift)}`)];
  };

/** The draft of a figure with its unit. By the figure alone, a word (`two hours`) or a bare number can match it. */
function withUnit(figure: Figure, to: number, unit: Unit, more: Partial<Draft> = {}): Match | undefined {
  const [first, ...others] = unit(figure.value);
  if (first === undefined) return undefined;
  const [kind, value] = splitKey(first);
  const span = { from: figure.from, to };
  return {
    end: to,
    drafts: [{ kind, value, ...span, also: others, figures: [figure.value], lends: unit, ...more }],
  };
}

/** The rules of numbers and of what they count: money, percentages, durations, units. The last for figures always reads. */
export function amountRules(n: Notation): {
  readonly figures: readonly Rule[];
  readonly signs: readonly Rule[];
  readonly words: readonly Rule[];
} {
  const number = patternOf(n.number);
  const percent = patternOf(`[ \\n-]?(?:${n.percent})(?![${letter}\\d])`);
  const scaleWord = patternOf(`[ \\n-]?(${anyOf(n.scales.keys())})${wordEnd}`);
  const scaleLetter = patternOf(`[ \\n]?(${anyOf(n.moneyScales.keys())})${wordEnd}`);
  const letterBeforeSign = patternOf(`[ \\n]?(${anyOf(n.moneyScales.keys())})(?=[ \\n]?${SIGN})`);
  const trailing = patternOf(
    `[ \\n-]?(?:de |d')?(?:(US|U\\.S\\.|American|Canadian|Australian) )?` +
      `(${SIGN}(?!\\d)|¢|(?:dollars?|cents|euros?|yens?|(?:pounds|livres) sterling|${CODE})${wordEnd})` +
      `(?:[ \\n]?(${COUNTRY}|américains?|canadiens?|australiens?)${wordEnd})?`,
  );
  const country = patternOf(`[ \\n]?(${COUNTRY})${wordEnd}`);
  const leading = patternOf(
    `(?:(US|CA|C|CAN|CDN|AU|A|NZ|HK)( ?))?(${SIGN})[ \\n]?(?=\\d)|(${CODE})[ \\n]?(?=\\d)`,
  );
  const unitMark = patternOf(`[ \\n-]?([${letter}°][${letter}°²³/]{0,14})(?![${letter}\\d'])`);
  const hourly = patternOf(" (?:per|an|par|à l')[ \\n]?(?:hour|heure)");
  const attached = patternOf(`[${letter}][${letter}\\d]{0,40}`);
  const minus = patternOf(`${n.minus} (?=\\d)`);
  const article = new RegExp(n.dayArticle);

  function figureAt(text: string, at: number, from = at): Figure | undefined {
    const m = number(text, at);
    if (!m) return undefined;
    const [written, whole = '', fraction] = m;
    const value = decimalOf(whole.replace(/[ ,]/g, ''), fraction, from !== at);
    const plain = from === at && written === whole && !/[ ,]/.test(whole);
    return { value, plain, from, end: at + written.length };
  }

  function scaleAt(text: string, at: number): { readonly places: number; readonly end: number } | undefined {
    const word = scaleWord(text, at);
    const m = word ?? letterBeforeSign(text, at);
    const places = (word ? n.scales : n.moneyScales).get(m?.[1] ?? '');
    return m && places !== undefined ? { places, end: at + m[0].length } : undefined;
  }

  function unitAt(text: string, at: number): { readonly unit: Unit; readonly end: number } | undefined {
    const m = unitMark(text, at);
    const [mark = '', written = ''] = m ?? [];
    const end = at + mark.length;
    const word = folded(written);
    const seconds = n.seconds.get(word);
    if (seconds !== undefined) return { unit: inSeconds(seconds), end };
    const months = n.monthsLong.get(word);
    if (months !== undefined) return { unit: inMonths(months), end };
    const symbol = symbols.get(written) ?? n.units.get(written) ?? n.units.get(word);
    if (symbol === undefined) return undefined;
    const rate = hourly(text, end);
    const full = rate ? `${symbol}/h` : symbol;
    return { unit: (figure) => [keyOf('number', `${figure} ${full}`)], end: end + (rate?.[0].length ?? 0) };
  }

  /** A number that stands alone, or that is a year, a day after `le`, or a part of a name (`5G`). */
  function aloneAt(text: string, figure: Figure): Match {
    const { value, plain, from, end } = figure;
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
    if (
      plain &&
      value.length <= 2 &&
      Number(value) <= 31 &&
      article.test(text.slice(Math.max(0, from - 4), from))
    ) {
      return { end, drafts: [{ ...draft, standing: 'ordinal' }] };
    }
    const phone = plain && /^1?\d{10}$/.test(value) ? [keyOf('phone', value.slice(-10))] : [];
    return { end, drafts: [{ ...draft, also: phone }] };
  }

  function countedAt(text: string, figure: Figure): Match {
    const { value, end } = figure;
    const share = percent(text, end);
    if (share) {
      const match = withUnit(figure, end + share[0].length, (v) => [keyOf('percent', v)]);
      if (match) return match;
    }
    const scale = scaleAt(text, end);
    const places = scale?.places ?? 0;
    const money = trailing(text, scale?.end ?? end);
    if (money) {
      const of = countries.get(folded(money[1] ?? money[3] ?? ''));
      const said = currencies.get((money[2] ?? '').toLowerCase()) ?? 'GBP';
      const currency = said === 'CAD' && of !== undefined ? of : said;
      const match = withUnit(figure, (scale?.end ?? end) + money[0].length, inMoney(currency, places));
      if (match) return match;
    }
    const scaled = shifted(value, places);
    if (scale) {
      const unit: Unit = (v) => [keyOf('number', shifted(v, places))];
      const match = withUnit(figure, scale.end, unit, { figures: [scaled, value], places });
      if (match) return match;
    }
    const counted = unitAt(text, end);
    const also = [keyOf('number', value)];
    const match = counted && withUnit(figure, counted.end, counted.unit, { also });
    return match ?? aloneAt(text, figure);
  }

  const counted: Rule = (text, at) => {
    const figure = figureAt(text, at);
    return figure && countedAt(text, figure);
  };

  const negative: Rule = (text, at) => {
    const sign = minus(text, at)?.[0] ?? (/[-–]/.test(text[at] ?? '') ? text[at] : undefined);
    if (sign === undefined || !/^$|[\s(«"':]/.test(text[at - 1] ?? '')) return undefined;
    const figure = figureAt(text, at + sign.length, at);
    return figure && countedAt(text, figure);
  };

  /** `$15`, `US$2.5 million`, `EUR 20`. */
  const moneyFirst: Rule = (text, at) => {
    const m = leading(text, at);
    const figure = m && figureAt(text, at + m[0].length, at + m[0].length);
    if (!m || !figure) return undefined;
    const [, before, loose, sign, code] = m;
    const word = scaleWord(text, figure.end);
    const mark = word ?? scaleLetter(text, figure.end);
    const places = (word ? n.scales : n.moneyScales).get(mark?.[1] ?? '') ?? 0;
    const end = figure.end + (mark?.[0].length ?? 0);
    const after = country(text, end);
    const of = countries.get(folded(before ?? after?.[1] ?? ''));
    const said = currencies.get((sign ?? code ?? '').toLowerCase()) ?? 'CAD';
    const currency = said === 'CAD' && of !== undefined ? of : said;
    const to = end + (after?.[0].length ?? 0);
    const amount = figure.value;
    // `In the US $15 was …` as against `US $15`.
    const also = loose === ' ' ? inMoney('CAD', places)(amount) : [];
    return withUnit({ ...figure, from: at }, to, inMoney(currency, places), {
      also,
      places,
      leading: { currency, amount, places },
    });
  };

  return { figures: [counted], signs: [moneyFirst, negative], words: [moneyFirst, negative] };
}
