import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { growth, linear } from './growth.ts';

/** Work that takes so many steps. */
function steps(count: number): number {
  let sum = 0;
  for (let step = 0; step < count; step += 1) sum = (sum * 31 + step) % 1_000_003;
  return sum;
}

test('work that follows the length of a text is told from work that follows its square', () => {
  expect(growth('a', (text) => steps(text.length * 200))).toBeLessThan(linear);
  expect(growth('ab', (text) => steps(text.length * 10 + text.length ** 2))).toBeGreaterThan(linear);
  // A run that tries each letter as a beginning, as an expression that never ends does.
  expect(growth(' ', (text) => /\s+$/.test(text), 'x')).toBeGreaterThan(linear);
});

test('work that takes nothing does not grow', () => {
  expect(growth('a', () => undefined)).toBe(1);
});

test('no test holds a stopwatch', () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const clocks = files.filter(
    (file) =>
      file.endsWith('.test.ts') &&
      /\b(?:performance\.now|Date\.now|hrtime)\(\)/.test(
        readFileSync(join(import.meta.dirname, file), 'utf8'),
      ),
  );
  expect(clocks).toEqual([]);
});
