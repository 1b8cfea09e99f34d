import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogues } from '../src/language/translate.ts';

test('every rule of the check has a line in the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rules = new Set(
    Object.keys(catalogues.en).flatMap((key) => /^problem\.([a-z-]+\/[a-z-]+)/.exec(key)?.[1] ?? []),
  );
  const untold = [...rules].filter(
    (rule) =>
      !readme.includes(`\`${rule}\``) && !(rule.startsWith('wording/') && readme.includes('`wording/…`')),
  );
  expect(untold).toEqual([]);
});
