import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../../src/checks/check.ts';
import { isRuleName } from '../../src/model/rules.ts';

const folder = join(import.meta.dirname, '../../src/checks');

/** The files that export a check, with the rule or family that each names; pages are weighed and counted by those who have them, and `load` knows the starter. */
const files = ['facts', 'texts', 'site']
  .flatMap((room) => readdirSync(join(folder, room)).map((name) => `${room}/${name}`))
  .filter((name) => !['site/weight.ts', 'site/host.ts', 'site/lost.ts', 'site/example.ts'].includes(name))
  .flatMap(
    (name) => /^export const id = '([^']+)';/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? [],
  );

test('every check is a row of the table, once, under a rule that there is', () => {
  const rows: readonly string[] = Object.values(checks)
    .flat()
    .map(({ id }) => id);
  expect(files.length).toBeGreaterThan(20);
  expect(rows.toSorted()).toEqual(files.toSorted());
  expect(rows.filter((id) => !isRuleName(id))).toEqual([]);
});
