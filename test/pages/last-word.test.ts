import { describe, expect, test } from 'vitest';
import { shortened } from '../../src/pages/parts/shorten.ts';
import { enMd, frMd, incidentYml } from '../content/folder.ts';
import { builtFolder } from './built.ts';

describe('a text for which there is little room', () => {
  test('stays whole where there is room for it', () => {
    expect(shortened('Mail is down.\nWe are looking for the cause.', 'en')).toBe(
      'Mail is down. We are looking for the cause.',
    );
  });

  const sentence = (words: number, end = '.') => `Word${' word'.repeat(words - 1)}${end}`;

  test('ends with its last sentence that has room', () => {
    const [first, second, third] = [sentence(18), sentence(20, '!'), sentence(20)];
    expect(shortened(`${first} ${second} ${third}`, 'en')).toBe(`${first} ${second}`);
  });

  const first = sentence(28);
  test.each([
    ['the name of a place', `${first} The ship left St. `, 'John’s for the cable off Cape Spear today.'],
    ['a title', `${first} Our technician called Dr. `, 'Roy at the hospital before the line was moved.'],
    ['an hour', `${first} The splice will last until 3 p.m. `, 'and the test until four in the evening.'],
    [
      'an address',
      `${first} The list of branches is on example.`,
      'ca and on the doors of all branches there.',
    ],
    ['a number', `${first} Each customer has 12.`, '50 dollars back on the bill of the month after this.'],
  ])('does not end at the full stop of %s', (_, before, after) => {
    expect(shortened(`${before}${after} ${sentence(40)}`, 'en')).toBe(first);
  });

  test('ends after the sign that closes a quotation', () => {
    const first = `Le navire répond : « ${sentence(38)}\u00a0»`;
    expect(shortened(`${first} ${sentence(30)}`, 'fr')).toBe(first);
  });

  test('keeps a first sentence that is a little too long, and cuts within one that goes on and on', () => {
    const long = sentence(50);
    expect(shortened(`${long} ${sentence(10)}`, 'en')).toBe(long);
    expect(shortened(`${sentence(90)} ${sentence(10)}`, 'en')).toBe(`Word${' word'.repeat(38)}…`);
  });

  test('has a fifth more room in French, which needs it', () => {
    const [first, second] = [sentence(20), sentence(27)];
    expect(shortened(`${first} ${second} ${first}`, 'en')).toBe(first);
    expect(shortened(`${first} ${second} ${first}`, 'fr')).toBe(`${first} ${second}`);
  });
});

const long = {
  en: 'The first of two splices is done and tested. Wind has risen to 45 km/h, and the ship holds its place with its engines alone, which is slower; the second should be done by 3 p.m. Mail comes back by neighbourhoods, the hospitals first, then schools.',
  fr: 'La première des deux épissures est terminée et vérifiée. Le vent souffle à 45 km/h et le navire ne tient sa position que par ses moteurs, ce qui est plus lent; la seconde devrait être terminée d’ici 15 h. Le courriel reviendra par quartier, d’abord dans les hôpitaux, puis dans les écoles.',
} as const;
const ends = { en: 'by 3~p.m.', fr: 'd’ici 15~h.' } as const;

/** An open incident with two entries of one phase; the second says much. */
const built = () =>
  builtFolder({
    'incidents/mail/incident.yml': `${incidentYml}  - { at: 2024-03-02 08:00, phase: investigating }\n`,
    'incidents/mail/en.md': `${enMd}\n### 2024-03-02 08:00\n\n${long.en}\n`,
    'incidents/mail/fr.md': `${frMd}\n### 2024-03-02 08:00\n\n${long.fr}\n`,
  });
const whole = (text: string) => text.replaceAll('\u00a0', '~').slice(-30);

describe.each(['en', 'fr'] as const)('the last word of an open incident, %s', (locale) => {
  test('is whole on its page, and ends with the same sentence in both languages elsewhere', () => {
    const { text, html } = built();
    const twice = text(`/${locale}/incidents/mail/`).split(whole(long[locale]));
    expect(twice).toHaveLength(3);
    const door = html('/');
    for (const page of [html(`/${locale}/`), door.slice(door.indexOf(`<section lang="${locale}`))]) {
      const [, last = ''] = /<p class="last">.*?<br>(.*?)<\/p>/.exec(page) ?? [];
      expect(last.replaceAll('\u00a0', '~').slice(-ends[locale].length)).toBe(ends[locale]);
    }
  });

  test('has no phase on its page where the entry below is called an update', () => {
    const [, head = ''] = /<p class="last">(.*?)<br>/.exec(built().html(`/${locale}/incidents/mail/`)) ?? [];
    expect(head).not.toContain('–');
    const news = builtFolder({}).html(`/${locale}/incidents/mail/`);
    expect(/<p class="last">.*? – (.*?)<br>/.exec(news)?.[1]).toMatch(/^(Looking for|Recherche de)/);
  });
});
