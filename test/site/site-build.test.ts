import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { generate } from '../../src/site/build/generate.ts';
import { filesOf } from '../cli/command.ts';
import { world } from '../worlds.ts';

// A busy machine builds slowly.
vi.setConfig({ testTimeout: 120_000 });

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
};

test('pages that are as they were are not rendered, and the site is the same', async () => {
  const input = world('images');
  const [first, second, third, cache] = [folder(), folder(), folder(), folder()];
  await generate(input, first);
  let rendered = 0;
  const progress = () => (rendered += 1);
  await generate({ ...input, cache }, second, { progress });
  const all = pages(contextsOf(input.site, input.now)).length;
  expect(rendered).toBe(all);
  await generate({ ...input, cache }, third, { progress });
  expect(rendered).toBe(all);
  expect(filesOf(second)).toEqual(filesOf(first));
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
