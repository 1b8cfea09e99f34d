import { describe, expect, test } from 'vitest';
import { dayOf, instantAt } from '../../src/language/format/zones.ts';
import { bookOf, firstSet } from '../../src/language/phrases/book.ts';
import { type Sayable, say, unfilledIn } from '../../src/language/phrases/fill.ts';
import { filled, openIn, type Phrase, variables } from '../../src/language/phrases/phrase.ts';
import { saidIn } from '../../src/language/phrases/recognize.ts';
import { quantityDifferences } from '../../src/language/quantities/quantities.ts';
import { typographyFindings } from '../../src/language/typography/lint/lint.ts';
import { typeset } from '../../src/language/typography/typography.ts';
import { termFindings } from '../../src/language/wording/glossary.ts';
import { wordingFindings } from '../../src/language/wording/wording.ts';
import { locales } from '../../src/model/values.ts';

const zone = 'America/Halifax';
const at = (time: string) => instantAt(Date.parse(time), zone);
const facts: Sayable = {
  at: at('2024-03-02T13:00-04:00'),
  zone,
  currency: 'CAD',
  services: [
    { en: 'Email', fr: 'Courriel' },
    { en: 'Web sites', fr: 'Sites Web' },
  ],
  regions: [{ en: 'Nova Scotia', fr: 'Nouvelle-Écosse' }],
  amounts: [20],
  next: at('2024-03-02T15:00-04:00'),
  expected: at('2024-03-03T09:30-04:00'),
  window: { from: at('2024-03-02T01:00-04:00'), until: at('2024-03-02T16:00-04:00') },
};
const named = (name: string): Phrase => firstSet.find((one) => one.name === name) ?? expect.fail(name);

test('a phrase says the hour alone on the same day, and the day with it on another', () => {
  expect(say(named('holding'), facts, 'en')).toBe(
    'We have no news yet. The work goes on, and our next update comes at 3 p.m. AT.',
  );
  expect(say(named('holding'), facts, 'fr')).toBe(
    'Nous n’avons pas encore de nouvelles à vous donner. Le travail se poursuit; prochaine mise à jour à 15 h (HA).',
  );
  expect(say(named('estimate'), facts, 'en')).toContain('on Sunday, March 3, 2024, at 9:30 a.m. AT');
  expect(say(named('estimate'), facts, 'fr')).toContain('le dimanche 3 mars 2024, à 9 h 30 (HA)');
  const day = { ...facts, next: dayOf('2024-03-04', zone) };
  expect(say(named('holding'), day, 'fr')).toContain('prochaine mise à jour le lundi 4 mars 2024.');
});

test('what no fact fills is named', () => {
  expect(unfilledIn(named('outage-region'), { ...facts, regions: [], next: undefined })).toEqual([
    'region',
    'next',
  ]);
});

test('there are at least 25 pairs, each under a name of its own', () => {
  expect(firstSet.length).toBeGreaterThanOrEqual(25);
  expect(new Set(firstSet.map(({ name }) => name)).size).toBe(firstSet.length);
  for (const phase of [
    'investigating',
    'identified',
    'monitoring',
    'resolved',
    'scheduled',
    'in_progress',
    'verifying',
    'completed',
  ] as const)
    expect(firstSet.some((one) => one.phase.includes(phase))).toBe(true);
});

describe('every pair of the first set', () => {
  test.each(firstSet.map((phrase) => [phrase.name, phrase] as const))('%s', (_name, phrase) => {
    expect(openIn(phrase.en).toSorted()).toEqual(openIn(phrase.fr).toSorted());
    for (const name of openIn(phrase.en)) expect(variables).toContain(name);
    const [en, fr] = [say(phrase, facts, 'en'), say(phrase, facts, 'fr')];
    expect(quantityDifferences(en, fr)).toEqual([]);
    for (const locale of locales) {
      const text = locale === 'en' ? en : fr;
      expect([
        ...typographyFindings(text, locale),
        ...wordingFindings(text, locale),
        ...termFindings(text, locale, { terms: [], off: [] }),
      ]).toEqual([]);
      // What is said is known again, as typed and as typeset.
      expect(saidIn(text, firstSet, locale)?.phrase.name).toBe(phrase.name);
      expect(saidIn(typeset(text, locale, 'oqlf'), firstSet, locale)?.phrase.name).toBe(phrase.name);
      expect(text).not.toMatch(/[\u00a0\u202f{}]/);
    }
  });
});

test('a team’s own phrase takes the place of one of that name, and some or all are switched off', () => {
  const own = { ...named('holding'), en: 'Nothing new.', fr: 'Rien de nouveau.' };
  expect(bookOf([own], []).filter(({ name }) => name === 'holding')).toEqual([own]);
  expect(bookOf([], ['credit']).some(({ name }) => name === 'credit')).toBe(false);
  expect(bookOf([own], ['all'])).toEqual([own]);
});

test('braces around what is no variable stay as they are', () => {
  expect(filled('{nobody} {next}', { next: 'at 3' })).toBe('{nobody} at 3');
});
