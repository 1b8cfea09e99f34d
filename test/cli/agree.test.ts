import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { agree } from '../../src/cli/agree.ts';
import { load } from '../../src/site/load.ts';
import { contentFolder, enMd, frMd, now } from '../content/folder.ts';
import { calling } from './calling.ts';

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const change = (folder: string, file: string, from: string | RegExp, to: string): void =>
  writeFileSync(join(folder, file), read(folder, file).replace(from, to));
const en = 'incidents/mail/en.md';
const fr = 'incidents/mail/fr.md';

/** What is stale in the notice `mail`, as `file:line`. */
function stale(folder: string): readonly string[] {
  const found = load(folder, () => now).problems.filter(({ rule }) => rule === 'parity/stale');
  expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
  return found.map(({ place }) => `${place.file.slice(folder.length + 1)}:${place.line}`);
}

const agreedIn = async (folder: string, lang: 'en' | 'fr' = 'en') => {
  const { call, out, err } = calling(folder, ['mail'], { lang });
  expect(await agree(call), err()).toBe(0);
  return out();
};

describe('agree', () => {
  test('a text that changes on one side alone leaves the other stale, until they are agreed again', async () => {
    const folder = contentFolder();
    expect(stale(folder)).toEqual([]);
    expect(await agreedIn(folder)).toMatch(/^3 blocks of mail are agreed, in \S+agreed\.yml\.\n$/);
    expect(stale(folder)).toEqual([]);
    change(folder, en, 'We are looking for the cause.', 'We have found the cause.');
    expect(stale(folder)).toEqual([`${fr}:8`]);
    change(folder, fr, 'title: Panne de courriel', 'title: Courriel en panne');
    expect(stale(folder)).toEqual([`${en}:2`, `${fr}:8`]);
    change(folder, fr, 'Nous cherchons la cause.', 'Nous avons trouvé la cause.');
    expect(stale(folder)).toEqual([`${en}:2`]);
    expect(await agreedIn(folder, 'fr')).toContain(
      'les deux textes de mail disent la même chose (3 passages, dans ',
    );
    expect(stale(folder)).toEqual([]);
  });

  test('white space, line ends and a block that is new change nothing', async () => {
    const folder = contentFolder();
    await agreedIn(folder);
    change(folder, en, 'We are looking for the cause.', 'We are looking\nfor  the cause.');
    writeFileSync(join(folder, fr), frMd.replaceAll('\n', '\r\n'));
    expect(stale(folder)).toEqual([]);
    change(folder, en, /$/, '\n## Cause\n\nA shovel.\n');
    expect(stale(folder)).toEqual([]);
  });

  test('the file has one line to a block, the same bytes each time, and forgets notices that are gone', async () => {
    const folder = contentFolder({
      'agreed.yml': 'gone:\n  title: { en: a, fr: b }\nabove:\n  title: { en: c, fr: d }\n',
      'incidents/above/incident.yml': 'services: [email]\n',
    });
    await agreedIn(folder);
    const text = read(folder, 'agreed.yml');
    const hash = '"?[0-9a-f]{16}"?';
    const line = (key: string) => `  ${key}: \\{ en: ${hash}, fr: ${hash} \\}\n`;
    expect(text).toMatch(
      new RegExp(
        `^# .*npx meaculpa agree.*\n\nabove:\n  title: \\{ en: c, fr: d \\}\nmail:\n${line('title')}${line('summary')}` +
          `${line('timeline/t-20240302T0640-0400')}$`,
      ),
    );
    await agreedIn(folder);
    expect(read(folder, 'agreed.yml')).toBe(text);
  });

  test('needs both texts, and files that can be read', async () => {
    for (const [changes, told] of [
      [{ [fr]: undefined }, 'fr.md'],
      [{ [en]: enMd.replace('## Timeline', '## Time') }, 'section/unknown'],
      [{ 'agreed.yml': 'mail: [\n' }, 'yaml/syntax'],
    ] as const) {
      const folder = contentFolder(changes);
      const { call, err } = calling(folder, ['mail']);
      expect(await agree(call)).toBe(1);
      expect(err()).toContain(told);
    }
  });
});
