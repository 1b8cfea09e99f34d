import { join } from 'node:path';
import { expect, test } from 'vitest';
import { meaculpa } from './command.ts';

const node = ['--import', join(import.meta.dirname, 'record-loads.mjs')];

/** What stands in `node_modules`, by the name of its package. */
const librariesIn = (loaded: string): readonly string[] => [
  ...new Set(
    [...loaded.matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)\/[^\n]*$/gm)].map(([, name = '']) => name),
  ),
];

test.each([['--version'], ['--help'], ['help', 'build'], ['build', '--help']])(
  '%s %s loads words and nothing that works on content',
  async (...args) => {
    const { status, err } = await meaculpa(args, { node });
    expect(status).toBe(0);
    // Words in a language, and the nearest name of a command.
    expect(librariesIn(err).toSorted()).toEqual(['fastest-levenshtein', 'i18next']);
    expect(err.trim().split('\n').length).toBeLessThan(45);
  },
);

test('a command that does not render loads no renderer', async () => {
  const { err } = await meaculpa(['schema', '--content', 'nowhere'], { node });
  expect(librariesIn(err)).not.toContain('@11ty/eleventy');
});

test('a library that is not there is a sentence, and a command that needs none of it runs', async () => {
  const without = ['--import', join(import.meta.dirname, 'without-a-library.mjs')];
  const { status, err } = await meaculpa(['check', '--lang', 'fr'], { node: without });
  expect([status, err]).toEqual([
    3,
    'Il manque une bibliothèque au programme\u00a0: zod-that-is-not-here\n    Tapez\u00a0: npm install\n',
  ]);
  expect(await meaculpa(['--version'], { node: without })).toMatchObject({ status: 0 });
});
