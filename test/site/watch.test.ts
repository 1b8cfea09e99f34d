import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { onChange } from '../../src/site/serve/watch.ts';

test('a file that was replaced by another of its name is still followed, and so is a new folder', async () => {
  const root = mkdtempSync(join(tmpdir(), 'meaculpa-watch-'));
  const file = join(root, 'incidents', 'fr.md');
  mkdirSync(join(root, 'incidents'));
  writeFileSync(file, 'one');
  let told = 0;
  const stop = await onChange([root], () => {
    told += 1;
  });
  onTestFinished(async () => {
    await stop();
    rmSync(root, { recursive: true });
  });
  const after = async (change: () => void) => {
    const before = told;
    change();
    await vi.waitFor(() => expect(told).toBeGreaterThan(before), 5_000);
  };
  await after(() => {
    writeFileSync(`${file}.new`, 'two');
    renameSync(`${file}.new`, file);
  });
  await after(() => writeFileSync(file, 'one'));
  await after(() => mkdirSync(join(root, 'maintenance')));
  await after(() => writeFileSync(join(root, 'maintenance', 'en.md'), 'words'));
});
