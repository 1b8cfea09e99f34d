import type { Locale, Money } from '../../model/values.ts';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: Locale, name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  // Plain `fr` or `en` would give the spaces and signs of France and of the United States.
  const made = new Intl.NumberFormat(`${locale}-CA`, {
    // OQLF leaves the space in four digits optional and the Bureau de la traduction groups from five; in English,
    // the comma from four on is the usage of the Canadian press. So `8400` but `8,400`.
    useGrouping: locale === 'fr' ? 'min2' : 'always',
    // No sign before a zero that was rounded.
    signDisplay: 'negative',
    ...options,
  });
  formats.set(key, made);
  return made;
}

/** The minus sign proper, U+2212: a hyphen may be left behind at the end of a line. */
const withMinus = (text: string): string => text.replace('-', '−');

/** `8400`, `96⍽000`, `1,5` in French; `8,400`, `96,000`, `1.5` in English. At most three decimals. */
export function numberWords(n: number, locale: Locale): string {
  return withMinus(formatOf(locale, 'number', {}).format(n));
}

/**
 * An amount, with decimals only where there are any: `15⍽$`, `12,50⍽$`, `15⍽$⍽US` (OQLF); `$15`, `$12.50`, `US$15`.
 * Throws a `RangeError` for what has not the shape of a currency code.
 */
export function moneyWords(money: Money, locale: Locale): string {
  const format = formatOf(locale, money.currency, {
    style: 'currency',
    currency: money.currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  return withMinus(format.format(money.amount));
}

const lists: Readonly<Record<Locale, Intl.ListFormat>> = {
  en: new Intl.ListFormat('en-CA', { type: 'conjunction' }),
  fr: new Intl.ListFormat('fr-CA', { type: 'conjunction' }),
};

/** `A, B et C`, `A, B and C`: no comma before the last (OQLF; Canadian press). */
export const listWords = (items: readonly string[], locale: Locale): string => lists[locale].format(items);
