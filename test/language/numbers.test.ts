import { expect, test } from 'vitest';
import { listWords, moneyWords, numberWords } from '../../src/language/format/numbers.ts';

/** A no-break space, made visible. */
const seen = (text: string): string => text.replaceAll('\u00a0', '⍽');

test.each([
  [0, '0', '0'],
  [-0, '0', '0'],
  [5, '5', '5'],
  [-5, '−5', '−5'],
  [999, '999', '999'],
  [8400, '8400', '8,400'],
  [9999, '9999', '9,999'],
  [12_345, '12⍽345', '12,345'],
  [96_000, '96⍽000', '96,000'],
  [1_234_567, '1⍽234⍽567', '1,234,567'],
  [1.5, '1,5', '1.5'],
  [12_345.678, '12⍽345,678', '12,345.678'],
])('%d: %s, %s', (n, french, english) => {
  expect(seen(numberWords(n, 'fr'))).toBe(french);
  expect(seen(numberWords(n, 'en'))).toBe(english);
});

test.each([
  [15, 'CAD', '15⍽$', '$15'],
  [12.5, 'CAD', '12,50⍽$', '$12.50'],
  [0.05, 'CAD', '0,05⍽$', '$0.05'],
  [1234.5, 'CAD', '1234,50⍽$', '$1,234.50'],
  [25_000, 'CAD', '25⍽000⍽$', '$25,000'],
  [-15, 'CAD', '−15⍽$', '−$15'],
  [15, 'USD', '15⍽$⍽US', 'US$15'],
  [12.5, 'EUR', '12,50⍽€', '€12.50'],
  [1500, 'JPY', '1500⍽¥', 'JP¥1,500'],
])('%d %s: %s, %s', (amount, currency, french, english) => {
  expect(seen(moneyWords({ amount, currency }, 'fr'))).toBe(french);
  expect(seen(moneyWords({ amount, currency }, 'en'))).toBe(english);
});

test('what has not the shape of a currency code is refused', () => {
  expect(() => moneyWords({ amount: 15, currency: '$' }, 'fr')).toThrow(RangeError);
});

test.each([
  [[], '', ''],
  [['A'], 'A', 'A'],
  [['A', 'B'], 'A et B', 'A and B'],
  [['A', 'B', 'C'], 'A, B et C', 'A, B and C'],
])('%j: %s, %s', (items, french, english) => {
  expect(listWords(items, 'fr')).toBe(french);
  expect(listWords(items, 'en')).toBe(english);
});
