import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { load } from '../src/site/load.ts';
import { generateSite } from './generate.ts';

const root = mkdtempSync(join(tmpdir(), 'generate-'));
afterAll(() => rmSync(root, { recursive: true }));

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(directory, name)).isFile())
    .sort();
const bytesOf = (directory: string) =>
  filesIn(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')]);

const made = (name: string, notices: number, seed?: number): string => {
  const directory = join(root, name);
  generateSite(directory, notices, seed);
  return directory;
};

describe('a generated site', () => {
  test('has nine incidents in ten over ten years, and no problem', () => {
    const { site, problems } = load(made('whole', 120), () => Date.UTC(2026, 0, 15));
    expect(problems).toEqual([]);
    expect(site?.incidents).toHaveLength(108);
    expect(site?.maintenance).toHaveLength(12);
    const years = new Set(site?.incidents.map(({ started }) => started.date.slice(0, 4)));
    expect(years.size).toBe(10);
    const lengths = site?.incidents.map(({ timeline }) => timeline.length) ?? [];
    expect(Math.min(...lengths)).toBe(3);
    expect(Math.max(...lengths)).toBe(10);
  });

  test('is the same for the same seed, and another for another', () => {
    const one = bytesOf(made('one', 30, 7));
    expect(bytesOf(made('two', 30, 7))).toEqual(one);
    expect(bytesOf(made('three', 30, 8))).not.toEqual(one);
  });

  test('refuses a number at which addresses would collide', () => {
    expect(() => generateSite(join(root, 'none'), 15_001)).toThrow(RangeError);
    expect(() => generateSite(join(root, 'none'), Number.NaN)).toThrow(RangeError);
  });
});
