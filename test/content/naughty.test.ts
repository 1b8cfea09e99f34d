import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { base, outcomeOf } from './hostile.ts';
import { filledWith, naughty, strangers } from './naughty.ts';

const folder = mkdtempSync(join(tmpdir(), 'meaculpa-'));
cpSync(base, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kinds = ['plain', 'marked'] as const;
const words = filledWith('Plain words');
const twins = { plain: outcomeOf(folder, words.plain), marked: outcomeOf(folder, words.marked) };

test('plain words make every page', () => {
  for (const kind of kinds) expect(twins[kind].pages, kind).toBeGreaterThan(40);
});

/** Every twentieth; all of them: `node test/fuzz.ts 0`. */
const some = naughty.filter((_, index) => index % 20 === 7 || index >= naughty.length - 8);

describe.each(kinds)('in every text, %s', (kind) => {
  test.each(some)('%j', (string) => {
    const outcome = outcomeOf(folder, filledWith(string)[kind]);
    expect(outcome.faults).toEqual([]);
    expect(strangers(outcome, twins[kind], kind === 'marked')).toEqual([]);
  });
});
