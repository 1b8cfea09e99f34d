import { describe, expect, test } from 'vitest';
import type { Files } from '../content/folder.ts';
import { builtFolder } from './built.ts';

/** Maintenance by its id, at noon on March 5, 2024. */
const planned = (id: string, facts: string, words = { en: '', fr: '' }): Files => ({
  [`maintenance/${id}/maintenance.yml`]: `services: [email]\nimpact: minor\n${facts}`,
  [`maintenance/${id}/en.md`]: `---\ntitle: Work ${id}\nsummary: Mail is slow.\n---\n${words.en}`,
  [`maintenance/${id}/fr.md`]: `---\ntitle: Travaux ${id}\nsummary: Le courriel est lent.\n---\n${words.fr}`,
});

const at = (day: number) => `from: 2024-03-${day} 01:00\nuntil: 2024-03-${day} 04:00\n`;
const cancelled = planned('first', `${at(11)}cancelled: 2024-03-04 09:00\n`);
const ahead = [12, 13, 14].map((day) => planned(`on-${day}`, at(day)));

const begun = planned(
  'long',
  'from: 2024-03-05 06:00\nuntil: 2024-03-05 09:30\ntimeline:\n  - { at: 2024-03-05 06:02, phase: in_progress }\n',
  {
    en: '\n## Timeline\n\n### 2024-03-05 06:02\n\nWe have begun.\n',
    fr: '\n## Chronologie\n\n### 2024-03-05 06:02\n\nLes travaux sont commencés.\n',
  },
);

const orders = (html: string, word: string): readonly string[] =>
  [...html.matchAll(new RegExp(`>${word} ([a-z0-9-]+)</a>`, 'g'))].map(([, id = '']) => id);

describe.each([
  ['en', 'Work', '/en/maintenance/', 'Expected effect', 'Cancelled'],
  ['fr', 'Travaux', '/fr/entretien/', 'Effet prévu', 'Annulés'],
] as const)('work that was cancelled, %s', (locale, word, list, effect, heading) => {
  const built = () => builtFolder(Object.assign({}, cancelled, ...ahead));

  test('stands after all that will be, wherever readers look for it', () => {
    for (const path of [`/${locale}/`, list])
      expect(orders(built().html(path), word), path).toEqual(['on-12', 'on-13', 'on-14', 'first']);
    const html = built().html(list);
    expect(html.indexOf(`<h2>${heading}</h2>`)).toBeGreaterThan(html.indexOf(`${word} on-14`));
  });

  test('takes no place on the door from work that will be', () => {
    expect(orders(built().html('/'), word)).toEqual(['on-12', 'on-13', 'on-14']);
  });

  test('has its date struck out, and no effect to expect', () => {
    expect(built().html(`${list}first/`)).toMatch(/<dd><s><time[^>]*>[^<]*11[^<]*<\/time><\/s>/);
    expect(built().text(`${list}first/`)).not.toContain(effect);
    expect(built().text(`${list}on-12/`)).toContain(effect);
    expect(built().html(list)).toMatch(/first<\/a>\s*<p>.*?<s><time/s);
  });
});

describe.each([
  ['en', '/en/maintenance/', 'the end of the work has not been announced yet'],
  ['fr', '/fr/entretien/', 'la fin des travaux n’a pas encore été annoncée'],
] as const)('work that goes on after its window, %s', (locale, list, words) => {
  test('says so on its page and in every list', () => {
    for (const path of [`${list}long/`, list, `/${locale}/`])
      expect(builtFolder(begun).text(path), path).toContain(words);
  });

  test('and work within its window does not', () => {
    const within = planned('long', 'from: 2024-03-05 06:00\nuntil: 2024-03-05 18:00\n');
    expect(builtFolder(within).text(`${list}long/`)).not.toContain(words);
  });
});

test('a window that was moved is called so once, and its earlier dates are listed', () => {
  const moved = planned(
    'moved',
    `${at(12)}moved:\n  - { at: 2024-03-01 09:00, from: "2024-03-08 01:00", until: "2024-03-08 04:00" }\n`,
  );
  const [english, french] = ['/en/maintenance/moved/', '/fr/entretien/moved/'].map(builtFolder(moved).text);
  expect(english?.match(/Moved/g)).toHaveLength(1);
  expect(english).toContain('Earlier dates Planned for March~8, 2024, 1~a.m. to 4~a.m.~AT; changed on');
  expect(french?.match(/Reporté|Changement/g)).toHaveLength(1);
  expect(french).toContain('Dates précédentes Prévu le 8~mars 2024, de 1~h à 4~h~(HA); changé le');
});
