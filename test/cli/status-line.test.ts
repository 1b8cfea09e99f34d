import { expect, test } from 'vitest';
import { pageProgress } from '../../src/cli/status-line.ts';
import { translator } from '../../src/language/translate.ts';

test.each([
  [46, 23],
  [1, 1],
  [60_000, 40],
])('of %i pages, %i are said', (of, times) => {
  const said: string[] = [];
  const progress = pageProgress({ say: (text) => said.push(text), clear: () => {} }, translator('en'));
  for (let done = 0; done < of; done += 1) progress(done, of);
  expect(said.length).toBe(times);
  expect(said[0]).toMatch(/^Writing pages: 0 of /);
});
