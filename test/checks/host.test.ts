import { expect, test } from 'vitest';
import * as host from '../../src/checks/site/host.ts';
import { problemWords } from '../../src/language/problem-text.ts';
import { type Host, useOf } from '../../src/model/hosts.ts';
import { problem } from '../../src/model/problem.ts';
import { locales } from '../../src/model/values.ts';

const place = { file: 'content/site.yml', line: 9, column: 7 };
const mebibyte = 1024 * 1024;

/** The limits that are passed, and what is said of each in both languages. */
function told(name: Host, files: readonly number[], headers = 0, redirects: readonly string[] = []) {
  const use = useOf(
    files.map((size, nth) => ({ path: `f${nth}`, size })),
    '/x\n  A: b\n'.repeat(headers),
    redirects.map((line) => `${line}\n`).join(''),
  );
  const problems = host.check(name, use, place);
  for (const one of problems) {
    for (const locale of locales) expect(problemWords(one, locale).message).toMatch(/\d/);
    expect(one.severity).toBe('warning');
  }
  return problems.map(({ variant }) => variant);
}

// From the hosts' documentation: the last number that is allowed, and the next.
test('each host’s own limits, at the last that is allowed and at the next', () => {
  const lines = (count: number) => Array.from({ length: count }, (_none, nth) => `/a${nth} /b 301`);
  expect(told('cloudflare-pages', Array(20_000).fill(1), 100, lines(2_000))).toEqual([]);
  expect(told('cloudflare-pages', Array(20_001).fill(1), 101, lines(2_001))).toEqual([
    'files',
    'headers',
    'redirects',
  ]);
  expect(told('cloudflare-pages', [25 * mebibyte])).toEqual([]);
  expect(told('cloudflare-pages', [1, 25 * mebibyte + 1])).toEqual(['file']);
  expect(told('gitlab-pages', [], 500, lines(1_000))).toEqual([]);
  expect(told('gitlab-pages', [], 500, lines(1_001))).toEqual(['redirects']);
  expect(told('gitlab-pages', [], 0, [`/${'x'.repeat(65_536)}`])).toEqual(['redirects_bytes']);
  expect(told('gitlab-pages', Array(200_000).fill(5_000))).toEqual([]);
  expect(told('gitlab-pages', Array(200_001).fill(5_000))).toEqual(['files', 'site']);
  expect(told('github-pages', [600_000_000, 400_000_001], 500, lines(5_000))).toEqual(['site']);
  expect(told('nginx', Array(30_000).fill(30 * mebibyte), 500, lines(5_000))).toEqual([]);
});

test.each([
  ['files', 'content/static/', 'content/static/'],
  ['file', '1,600 pixels', '1600\u00a0pixels'],
  ['site', '1,600 pixels', '1600\u00a0pixels'],
  ['headers', 'content/pages/', 'content/pages/'],
  ['redirects', '# allow host/limit: ', '# allow host/limit: '],
  ['redirects_bytes', '# allow host/limit: ', '# allow host/limit: '],
] as const)('of %s it is said what a writer can do', (limit, en, fr) => {
  const one = problem('host/limit', place, { host: 'nginx', count: 2, most: 1, path: 'a.png' }, limit);
  expect(problemWords(one, 'en').hint).toContain(en);
  expect(problemWords(one, 'fr').hint).toContain(fr);
});

test('a line of headers that the host would cut off', () => {
  const use = useOf([], `/x\n  A: ${'b'.repeat(2_000)}\n`, '');
  expect(host.check('cloudflare-pages', use, place).map(({ variant }) => variant)).toEqual(['line']);
  expect(host.check(undefined, use, place)).toEqual([]);
});
