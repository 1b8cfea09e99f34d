import { type Locale, type LocalText, type Moment, startOf } from '../../model/values.ts';
import { momentWords, rangeSpans } from '../format/dates.ts';
import { listWords, moneyWords } from '../format/numbers.ts';
import { filled, isVariable, openIn, type Phrase, type Variable } from './phrase.ts';

/** The facts of a notice, at the hour of an entry, that a phrase can name. */
export interface Sayable {
  readonly at: Moment;
  readonly zone: string;
  readonly currency: string;
  readonly services: readonly LocalText[];
  readonly regions: readonly LocalText[];
  readonly amounts: readonly number[];
  readonly next?: Moment | undefined;
  readonly expected?: Moment | undefined;
  readonly window?: { readonly from: Moment; readonly until: Moment } | undefined;
}

/** What each variable is in words, as a writer types it; none where no fact holds it. */
export function valuesOf(facts: Sayable, locale: Locale): Readonly<Partial<Record<Variable, string>>> {
  const { at, zone, window } = facts;
  const names = (all: readonly LocalText[]) =>
    all.length === 0
      ? undefined
      : listWords(
          all.map((one) => one[locale]),
          locale,
        );
  const amounts = facts.amounts.map((amount) => moneyWords({ amount, currency: facts.currency }, locale));
  const values: Partial<Record<Variable, string | undefined>> = {
    service: names(facts.services),
    region: names(facts.regions),
    next: facts.next && whenWords(facts.next, at, locale, zone),
    expected: facts.expected && whenWords(facts.expected, at, locale, zone),
    window: window && spanWords(window.from, window.until, locale, zone),
    until: window && whenWords(window.until, at, locale, zone),
    amount: amounts.length === 0 ? undefined : listWords(amounts, locale),
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, words]) => (words === undefined ? [] : [[name, typed(words)]])),
  );
}

/** « à 15 h (HA) » on the same day, else « le jeudi 15 août 2019, à 9 h (HA) ». */
function whenWords(moment: Moment, beside: Moment, locale: Locale, zone: string): string {
  const hour = moment.kind === 'instant' && moment.date === beside.date && startOf(moment) >= startOf(beside);
  if (!hour) return momentWords(moment, locale, zone);
  return `${locale === 'fr' ? 'à' : 'at'} ${momentWords(moment, locale, zone, 'time')}`;
}

const spanWords = (...span: Parameters<typeof rangeSpans>): string =>
  rangeSpans(...span)
    .map(({ text }) => text)
    .join('');

/** Spaces as the keyboard has them: the typesetter makes them of the right kind. */
const typed = (words: string): string => words.replace(/[\u00a0\u202f]/g, ' ');

/** The phrase in one language. */
export const say = (phrase: Phrase, facts: Sayable, locale: Locale): string =>
  filled(phrase[locale], valuesOf(facts, locale));

/** The variables of a phrase that no fact fills. */
export const unfilledIn = (phrase: Phrase, facts: Sayable): readonly Variable[] => {
  const values = valuesOf(facts, 'en');
  return openIn(phrase.en)
    .filter((name) => isVariable(name) && values[name] === undefined)
    .filter(isVariable);
};
