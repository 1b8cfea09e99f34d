import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programHash } from '../../../src/site/cache/program.ts';

test('a template that is edited while the program runs makes it another program', () => {
  const views = mkdtempSync(join(tmpdir(), 'meaculpa-views-'));
  const edited = (name: string, text: string) => {
    writeFileSync(join(views, name), text);
    return programHash(views);
  };
  const first = edited('home.njk', 'a');
  expect(edited('home.njk', 'b')).not.toBe(first);
  expect(edited('home.njk', 'a')).toBe(first);
  expect(edited('home.css', '')).not.toBe(first);
  rmSync(views, { recursive: true });
});
