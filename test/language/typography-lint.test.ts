import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typographyFindings } from '../../src/language/typography/lint/lint.ts';
import { opaque } from '../../src/language/typography/typography.ts';
import { type Locale, locales } from '../../src/model/values.ts';
import { growth, linear } from '../growth.ts';

const seen = (text: string): string => text.replaceAll('\u00a0', '⍽');
const typed = (text: string): string => text.replaceAll('⍽', '\u00a0');

/** `rule: found → suggestion`, without `typography/`. */
const told = (text: string, locale: Locale): readonly string[] =>
  typographyFindings(text.replace(/`[^`]*`/g, opaque), locale).map(
    ({ rule, values }) =>
      `${rule.slice('typography/'.length)}: ${seen(values.found ?? '')} → ${seen(values.suggestion ?? '')}`,
  );

const french: readonly (readonly [string, ...string[]])[] = [
  // OQLF, Vitrine linguistique: capitals keep their accents; days, hours and amounts as French writes them.
  ['Etat du service', 'capital: Etat → État'],
  ['A compter du 15 août', 'capital: A → À'],
  ['Jeudi le 15 Août', 'date: Jeudi le 15 Août → Le jeudi 15⍽août'],
  ['à 14:20', 'time: 14:20 → 14⍽h⍽20'],
  ['à 2 p.m.', 'time: 2 p.m. → 14⍽h'],
  ['un crédit de $15', 'money: $15 → 15⍽$'],
  ['un crédit de 15.50 $', 'money: 15.50 $ → 15,50⍽$'],
  ['pour 1,234 clients', 'number: 1,234 → 1⍽234'],
  // times: midday and midnight have words (OQLF)
  ['vers 9:05, puis 12:00', 'time: 9:05 → 9⍽h⍽05', 'time: 12:00 → midi'],
  ['à 2:30 PM et à 12 am', 'time: 2:30 PM → 14⍽h⍽30', 'time: 12 am → minuit'],
  ['à 2 h 15 p.m. précises', 'time: 2 h 15 p.m. → 14⍽h⍽15'],
  ['(14:20)', 'time: 14:20 → 14⍽h⍽20'],
  ['à 14:20.', 'time: 14:20 → 14⍽h⍽20'],
  // dates
  ['rétabli jeudi le 1 août', 'date: jeudi le 1 août → le jeudi 1er⍽août'],
  ['Fini. Jeudi, le 15 août', 'date: Jeudi, le 15 août → Le jeudi 15⍽août'],
  ['le 15 août, 2019.', 'date: 15 août, 2019 → 15⍽août 2019'],
  ['le 15 août, 2019 clients attendaient'],
  ['août 15, 2019', 'date: août 15, 2019 → 15⍽août 2019'],
  ['le 15/08/2019', 'date: 15/08/2019 → 2019-08-15'],
  ['le 08/15/2019', 'date: 08/15/2019 → 2019-08-15'],
  ['le 05/08/2019', 'date: 05/08/2019 → 2019-08-05 ou 2019-05-08'],
  ['le 45/18/2019'],
  // money
  [
    '$1,234.50 ou $15 millions',
    'money: $1,234.50 → 1⍽234,50⍽$',
    'money: $15 millions → 15⍽millions de dollars',
  ],
  ['US$15 et CA$20 et $5M', 'money: US$15 → 15⍽$⍽US', 'money: CA$20 → 20⍽$⍽CA', 'money: $5M → 5⍽M$'],
  ['15 $ CAN et 15 $ USD', 'money: 15 $ CAN → 15⍽$⍽CA', 'money: 15 $ USD → 15⍽$⍽US'],
  ['1 234.50 $', 'money: 1 234.50 $ → 1⍽234,50⍽$'],
  ['15 $ CA et 1 234,50 $'],
  // numbers
  ['1,234,567 messages', 'number: 1,234,567 → 1⍽234⍽567'],
  ['1,234 secondes et 1,234 kilomètres'],
  ['99.9 % et 1.5 heure', 'number: 99.9 → 99,9', 'number: 1.5 → 1,5'],
  ['12500 clients et 96000 boîtes', 'number: 12500 → 12⍽500', 'number: 96000 → 96⍽000'],
  ['12500 $ ou 12500%', 'number: 12500 → 12⍽500', 'number: 12500 → 12⍽500'],
  ['le dossier 12500 dans la pile, le compte 12500 clients'],
  // capitals
  ['Fini. Etes-vous touché?', 'capital: Etes → Êtes'],
  ['Electricite et eau', 'capital: Electricite → Électricité'],
  ['« A la suite de la panne »', 'capital: A → À'],
  ['A 14 h, tout marche. Ca va.', 'capital: A → À', 'capital: Ca → Ça'],
  ['A été rétabli. Plan A compris. Option A la plus simple'],
  ['Ile-du-Prince-Édouard', 'capital: Ile → Île'],
  // ranges
  ['15-18 août', 'range: 15-18 août → du 15 au 18⍽août'],
  ['Du 15–18 août 2019', 'range: Du 15–18 août → Du 15 au 18⍽août'],
  ['les 1-3 août', 'range: les 1-3 août → du 1 au 3⍽août'],
  ['30 août-2 septembre', 'range: 30 août-2 septembre → du 30⍽août au 2⍽septembre'],
  ['de 9h-17h et 14:00-16:00', 'range: de 9h-17h → de 9⍽h à 17⍽h', 'range: 14:00-16:00 → de 14⍽h à 16⍽h'],
  ['un délai de 24-48 heures', 'range: de 24-48 → de 24 à 48'],
  ['d’ici 24-48 heures', 'range: 24-48 → 24 à 48'],
  ['2-3 jours', 'range: 2-3 → de 2 à 3'],
  ['30 août – 2 septembre', 'range: 30 août – 2 septembre → du 30⍽août au 2⍽septembre'],
  ['14 h 20 – 16 h', 'range: 14 h 20 – 16 h → de 14⍽h⍽20 à 16⍽h'],
  ['Avis 3 – 15 août, avis 3 - 14 h 20, avis 3 – 5 jours'],
  ['18-15 août et 48-24 heures et 5-3 jours'],
  // what is no prose
  ['`14:20` et version 2.1 et https://exemple.ca/14:20'],
];

const english: readonly (readonly [string, ...string[]])[] = [
  // The Canadian Press and the Bureau de la traduction (Writing Tips): hours, dates, marks.
  ['at 9:00 a.m. today', 'time: 9:00 a.m. → 9⍽a.m.'],
  ['at 2:20pm', 'time: 2:20pm → 2:20⍽p.m.'],
  ['at 14:20', 'time: 14:20 → 2:20⍽p.m.'],
  ['at 12:00 a.m.', 'time: 12:00 a.m. → midnight'],
  ['UTC 14:20:05'],
  ['15 August 2019', 'date: 15 August 2019 → August 15, 2019'],
  ['on August 15th', 'date: August 15th → August 15'],
  ['on 08/15/2019', 'date: 08/15/2019 → 2019-08-15'],
  ['a credit of 15 $', 'money: 15 $ → $15'],
  // times
  ['at 9AM and 12 pm', 'time: 9AM → 9⍽a.m.', 'time: 12 pm → noon'],
  ['at 09:05 and 00:30', 'time: 09:05 → 9:05⍽a.m.', 'time: 00:30 → 12:30⍽a.m.'],
  ['9 a.m., 2:20 p.m. and 9⍽a.m.'],
  ['at 10:30'],
  // dates
  ['the 15th of August, 2019', 'date: the 15th of August, 2019 → August 15, 2019'],
  ['5 May', 'date: 5 May → May 5'],
  ['15 Aug. 2019', 'date: 15 Aug. 2019 → Aug. 15, 2019'],
  [
    'August 15 2019 and Aug. 1st, 2019',
    'date: August 15 2019 → August 15, 2019',
    'date: Aug. 1st, 2019 → Aug. 1, 2019',
  ],
  ['08/05/2019', 'date: 08/05/2019 → 2019-08-05 or 2019-05-08'],
  ['45 August and 13/32/2019'],
  // money
  ['1 234,50 $ and 15,5$', 'money: 1 234,50 $ → $1,234.50', 'money: 15,5$ → $15.50'],
  ['25 M$ and 15 $ US', 'money: 25 M$ → $25 million', 'money: 15 $ US → US$15'],
  ['$15 or $20'],
  ['`14:20` and https://example.ca/9am'],
];

describe.each([
  ['fr', french],
  ['en', english],
] as const)('%s', (locale, cases) => {
  test.each(cases)('%s', (text, ...findings) => {
    expect(told(typed(text), locale)).toEqual(findings);
  });
});

const innocent = (locale: Locale): readonly string[] =>
  readFileSync(new URL(`../fixtures/lint/innocent.${locale}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

describe.each(locales)('%s: nothing to say', (locale) => {
  test.each(innocent(locale))('%s', (text) => {
    expect(told(text, locale)).toEqual([]);
  });
});

test('a finding stands where its words are', () => {
  const text = 'Il y a eu 12500 clients\nà 14:20, puis $15.';
  for (const { index, length, values } of typographyFindings(text, 'fr')) {
    expect(text.slice(index, index + length)).toBe(values.found);
  }
  expect(typographyFindings(text, 'fr').map(({ index }) => index)).toEqual([10, 26, 38]);
});

const pieces = fc.constantFrom(
  ...[
    '14:20',
    '9',
    ' a.m.',
    'pm',
    '15',
    '12500',
    '1,234',
    '.50',
    '$',
    ' $',
    '-',
    '/',
    '2019',
    ' août',
    ' August',
    'jeudi le ',
  ],
  ...[
    ' ',
    '\n',
    ', ',
    '. ',
    'A',
    'Etat',
    ' clients',
    ' h ',
    'th',
    '\u00a0',
    opaque,
    ' à ',
    'de ',
    '%',
    'https://x.ca/',
  ],
);

test('findings are in order, apart and inside the text', () => {
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  const property = fc.property(texts, fc.constantFrom(...locales), (text, locale) => {
    let from = 0;
    for (const { index, length, values } of typographyFindings(text, locale)) {
      expect(index).toBeGreaterThanOrEqual(from);
      from = index + length;
      expect(text.slice(index, from).replace(/\s+/gu, ' ')).toBe(values.found);
      expect(values.suggestion).not.toBe('');
    }
    expect(from).toBeLessThanOrEqual(text.length);
  });
  fc.assert(property, { seed: 20190815, numRuns: 3000 });
});

test('hostile texts take time in proportion to their length', () => {
  const units = [
    '1',
    '1 ',
    '1,',
    '100 ',
    '1,234 ',
    '12500 ',
    '14:20 ',
    '9-',
    '9 h-',
    '$',
    '$1',
    '15 $ ',
    'A ',
    'Ca ',
    'jeudi ',
    'a',
  ];
  units.push(
    ' ',
    '\n',
    'août ',
    '1 août-',
    '1.',
    '2.5 ',
    'August ',
    'p.m. ',
    '9 p.',
    'd’ici ',
    '1,234 a',
    'le 15 ',
    '.',
    'E',
    'de ',
  );
  for (const unit of units) {
    for (const locale of locales) {
      const found = (text: string) => typographyFindings(text, locale);
      expect(growth(unit, found), `${locale} ${unit}`).toBeLessThan(linear);
    }
  }
});
