import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogues } from '../../src/language/translate.ts';
import { wordingFindings } from '../../src/language/wording/wording.ts';
import { type Locale, locales } from '../../src/model/values.ts';
import { wordingFamilies } from '../../src/model/wording.ts';
import { growth, linear } from '../growth.ts';

interface Line {
  readonly family: string;
  readonly number: number;
  readonly sentence: string;
}

/** The sentences of a fixture, each under its `## family`; what stands before the first one is for the reader. */
function linesOf(name: string): Line[] {
  const lines: Line[] = [];
  let family = '';
  const text = readFileSync(new URL(`../fixtures/wording/${name}`, import.meta.url), 'utf8');
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('## ')) family = line.slice(3);
    else if (family !== '' && line !== '') lines.push({ family, number: index + 1, sentence: line });
  }
  return lines;
}

const rulesIn = (text: string, locale: Locale) => wordingFindings(text, locale).map(({ rule }) => rule);

describe.each(locales)('%s', (locale) => {
  const fire = linesOf(`fire.${locale}.txt`);
  const plain = linesOf(`plain.${locale}.txt`);

  test.each(fire)('line $number must fire $family: $sentence', ({ family, sentence }) => {
    const rules = rulesIn(sentence, locale);
    expect(new Set(rules)).toEqual(new Set([`wording/${family}`]));
  });

  test.each(plain)('line $number must not fire: $sentence', ({ sentence }) => {
    expect(wordingFindings(sentence, locale)).toEqual([]);
  });

  test('every family has at least two sentences, and every sentence a family', () => {
    const counts = Map.groupBy(fire, ({ family }) => family);
    expect([...counts.keys()]).toEqual([...wordingFamilies]);
    for (const [family, lines] of counts) expect(lines.length, family).toBeGreaterThanOrEqual(2);
    expect(plain.length).toBeGreaterThanOrEqual(30);
  });

  test.each(wordingFamilies)('%s has a message and a hint', (name) => {
    expect(catalogues[locale][`problem.wording/${name}`]).toContain('{{found}}');
    expect(catalogues[locale][`problem.wording/${name}.hint`]).toBeTruthy();
  });

  test('a sentence fires alone or among others, in any dress', () => {
    for (const { sentence, family } of fire) {
      const rule = `wording/${family}`;
      for (const dressed of [
        sentence.toUpperCase(),
        sentence.normalize('NFD'),
        sentence.normalize('NFD').replace(/\p{M}/gu, ''),
        sentence.replaceAll('’', "'"),
        sentence.replace(/ /g, ' \u00A0\n '),
        `${plain[0]?.sentence} ${sentence} ${plain[5]?.sentence}`,
      ]) {
        expect(rulesIn(dressed, locale), dressed).toContain(rule);
      }
    }
  });

  test('a sentence is silent in every kind of quotation', () => {
    for (const { sentence } of fire) {
      for (const [open, close] of [
        ['“', '”'],
        ['"', '"'],
        ['«\u00A0', '\u00A0»'],
        ['‘', '’'],
      ] as const) {
        expect(wordingFindings(`${open}${sentence}${close}`, locale), sentence).toEqual([]);
      }
    }
  });

  test('a finding is the words as they stand, and findings are in order', () => {
    const word = fc.constantFrom(
      ...fire.flatMap(({ sentence }) => sentence.split(' ')),
      '.',
      ',',
      '«',
      '»',
      '“',
      '”',
      '"',
      '￼',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        let before = 0;
        for (const { index, length, values } of wordingFindings(text, locale)) {
          expect(index).toBeGreaterThanOrEqual(before);
          before = index;
          expect(length).toBeGreaterThan(0);
          expect(values.found).toBe(text.slice(index, index + length).replace(/\s+/gu, ' '));
        }
      }),
      { seed: 20190815, numRuns: 300 },
    );
  });

  test('no text is too much or too odd', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(Array.isArray(wordingFindings(text, locale))).toBe(true);
      }),
      { seed: 20190815, numRuns: 300 },
    );
  });

  test.each([
    'a',
    ' ',
    '.',
    '"',
    '“',
    '«',
    '‘',
    '’',
    '‘a’a ',
    "'",
    '-',
    '(',
    '1 ',
    '1.',
    '1,',
    '12 345 ',
    'a.',
    'a-',
    'http://',
    'a@',
    'sorry ',
    'sorry, ',
    'désolés ',
    'due to our supplier. ',
    'en raison de notre fournisseur. ',
    'ne que ',
    '8 of ',
    'will by ',
    'sera ',
    'a small number of customers ',
    'si nous ',
    'une ',
    'if you ',
    'never ',
    '\u0301',
    '\uD83D\uDE00',
    '\n',
    '# ',
  ])('a long text of %j is linear', (unit) => {
    expect(growth(unit, (text) => wordingFindings(text, locale))).toBeLessThan(linear);
    expect(growth(unit, (text) => wordingFindings(text, locale), unit.trimEnd())).toBeLessThan(linear);
  });
});

/** Worked by hand: text, then each finding as rule and words. */
const tables: Readonly<Record<Locale, readonly (readonly [string, ...string[]])[]>> = {
  en: [
    ['We are\nsorry for any  inconvenience.', 'inconvenience any inconvenience'],
    [
      'We’re working hard. Thank you for your patience.',
      'effort working hard',
      'patience Thank you for your patience',
    ],
    ['A “small number” of customers wait.'],
    ['We apologize to ￼ if you were affected.', 'conditional-apology apologize to ￼ if you'],
    ['A technical issue occurred.', 'agentless A technical issue occurred', 'technical technical issue'],
    ['The 27" screens arrive soon.', 'soon soon'],
    ['A disk of 27" failed. We are sorry, but it was old. It is 3" thick.', 'sorry-but sorry, but'],
    ['“It goes on in the next paragraph. It will be back soon.'],
  ],
  fr: [
    ['Désolés de tout\ninconvénient.', 'inconvenience Désolés de tout inconvénient'],
    ['Le technicien dit que c’est « bientôt » fini.'],
    ['« La citation continue. Ce sera bientôt fini.'],
    [
      'Un problème technique est survenu.',
      'agentless Un problème technique est survenu',
      'technical problème technique',
    ],
    ["Nos équipes travaillent d'arrache-pied.", "effort d'arrache-pied"],
  ],
};

describe.each(locales)('findings in %s', (locale) => {
  test.each(tables[locale])('%j', (text, ...expected) => {
    const findings = wordingFindings(text, locale);
    expect(findings.map(({ rule, values }) => `${rule.slice('wording/'.length)} ${values.found}`)).toEqual(
      expected,
    );
  });
});
