import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyCase } from '../../src/language/typography/rule.ts';

const word = fc.constantFrom(
  'janvier',
  'août',
  'réf\\.',
  'n[o°º]',
  'échelle',
  'œuvre',
  'd’ici',
  'salles?',
  '9',
  'app\\.',
);
const text = fc.constantFrom(
  'Janvier',
  'AOÛT',
  'août',
  'Réf.',
  'N°',
  'NO',
  'n',
  'échelle',
  'ÉCHELLE',
  'Œuvre',
  'D’ici',
  'SALLE',
  'salles',
  '9',
  'APP.',
  'appo',
);

test('words in letters of either case match as they do where case is ignored', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), text, (words, found) => {
      const source = `^(?:${words.join('|')})$`;
      const ignoring = new RegExp(source, 'iu').test(found);
      expect(new RegExp(`^(?:${anyCase(words.join('|'))})$`, 'u').test(found)).toBe(ignoring);
    }),
  );
});

test('no pattern rests on `(?i:…)`', () => {
  const root = join(import.meta.dirname, '..', '..', 'src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = files.filter((name) =>
    readFileSync(join(root, name), 'utf8')
      .split('\n')
      .some((line) => /\(\?[ims]*-?[ims]+:/.test(line) && !line.trimStart().startsWith('*')),
  );
  expect(found).toEqual([]);
});
