import { describe, expect, test } from 'vitest';
import { enMd, frMd, incidentYml } from '../content/folder.ts';
import { builtFolder } from './built.ts';

/** An incident that has been open since 6:40 on a day of March 2024, in both languages. */
function open(id: string, day: string, impact: string) {
  const dated = (text: string) => text.replaceAll('2024-03-02', `2024-03-${day}`);
  return {
    [`incidents/${id}/incident.yml`]: dated(incidentYml).replace('critical', impact),
    [`incidents/${id}/en.md`]: `${dated(enMd).replace('Email down', `Trouble ${id}`)}\n## What to do now\n\nWait for ${id}.\n`,
    [`incidents/${id}/fr.md`]: `${dated(frMd).replace('Panne de courriel', `Ennui ${id}`)}\n## Que faire maintenant\n\nAttendez pour ${id}.\n`,
  };
}

const built = () =>
  builtFolder({
    'incidents/mail/incident.yml': undefined,
    'incidents/mail/en.md': undefined,
    'incidents/mail/fr.md': undefined,
    ...open('slow-new', '05', 'minor'),
    ...open('out-old', '01', 'critical'),
    ...open('partial', '04', 'major'),
    ...open('out-new', '03', 'critical'),
    ...open('slow-old', '02', 'minor'),
  });

/** Their names, in the order in which a page has them as headings. */
const ordered = (html: string): readonly string[] =>
  [...html.matchAll(/<h2><a [^>]*>(?:Trouble|Ennui) ([\w-]+)<\/a><\/h2>/g)].map(([, name = '']) => name);
const worstFirst = ['out-new', 'out-old', 'partial', 'slow-new', 'slow-old'];

describe('of what is open, the worst comes first, and of what is as bad, the newest', () => {
  test.each(['/en/', '/fr/'])('on the home %s', (path) => {
    expect(ordered(built().html(path))).toEqual(worstFirst);
  });

  test('in each half of the door', () => {
    expect(ordered(built().html('/'))).toEqual([...worstFirst, ...worstFirst]);
  });

  test('their links can be told apart by their words alone', () => {
    const [, main = ''] = /<main[^>]*>(.*?)<h2>Services/s.exec(built().html('/en/')) ?? [];
    const links = new Map<string, Set<string>>();
    for (const [, href = '', words = ''] of main.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)) {
      const name = words.replace(/<[^>]*>/g, '');
      links.set(name, (links.get(name) ?? new Set()).add(href));
    }
    const shared = [...links].filter(([, places]) => places.size > 1).map(([name]) => name);
    expect(shared).toEqual([]);
  });
});
