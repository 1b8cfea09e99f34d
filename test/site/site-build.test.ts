import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { generate } from '../../src/site/build/generate.ts';
import { fileOf } from '../../src/site/build/site-build.ts';
import { filesOf } from '../cli/command.ts';
import { world } from '../worlds.ts';

// A busy machine builds slowly.
vi.setConfig({ testTimeout: 120_000 });

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
};

test('pages whose documents are kept are not rendered, and the site is the same', async () => {
  const input = world('images');
  const [first, second, third] = [folder(), folder(), folder()];
  await generate(input, first);
  const all = pages(contextsOf(input.site, input.now));
  const documentOf = (page: (typeof all)[number]) => readFileSync(join(first, fileOf(page)), 'utf8');

  const half = all.filter((_page, index) => index % 2 === 0);
  const kept = new Map(half.map((page) => [page.path, documentOf(page)]));
  let rendered = 0;
  await generate({ ...input, kept }, second, { progress: () => (rendered += 1) });
  expect(rendered).toBe(all.length - half.length);
  expect(filesOf(second)).toEqual(filesOf(first));

  await generate({ ...input, kept: new Map(all.map((page) => [page.path, documentOf(page)])) }, third);
  expect(filesOf(third)).toEqual(filesOf(first));
});

test('a build that is given up ends before its next page', async () => {
  const stop = new AbortController();
  let rendered = 0;
  const progress = () => {
    rendered += 1;
    stop.abort(new Error('given up'));
  };
  const input = world('quiet');
  await expect(generate(input, folder(), { progress, signal: stop.signal })).rejects.toThrow('given up');
  expect(rendered).toBe(1);
});
