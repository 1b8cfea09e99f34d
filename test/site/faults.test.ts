import { expect, test } from 'vitest';
import { killBuilds } from '../faults.ts';

// A short run; `node test/faults.ts` strikes two hundred times, and fills a disk.
test('a build that is killed leaves the former site or the new one, byte for byte', async () => {
  const { former, fresh, broken } = await killBuilds(4);
  expect(broken).toEqual([]);
  expect(former + fresh).toBe(4);
});
