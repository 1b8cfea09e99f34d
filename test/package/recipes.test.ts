import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { commands } from '../../src/cli/commands.ts';
import { readOptions } from '../../src/cli/options.ts';
import { type Host, hosts } from '../../src/model/hosts.ts';
import { readStarter, starterFiles } from '../../src/site/starter.ts';
import { workshop } from '../cli/command.ts';

const room = workshop();
const repository = join(import.meta.dirname, '..', '..');
const workflow = '_github/workflows/publish.yml';
const ours = readFileSync(join(repository, '.github/workflows/publish.yml'), 'utf8');
const recipes = new Map([
  ...starterFiles()
    .filter((name) => name === workflow || name.startsWith('recipes/'))
    .map((name) => [name, readStarter(name)] as const),
  ['.github/workflows/publish.yml', ours] as const,
]);

/** What a recipe types: `npx meaculpa …`, to the end of the command. */
const callsIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/npx meaculpa (.*?)(?= && | \|\| |(?<=_site)"$| > | 2> |[”»`)]|;|$)/gm)].map(
    ([, call = '']) =>
      (call.match(/"[^"]*"|\\"[^"]*\\"|\S+/g) ?? []).map((word) => word.replace(/^\\?"|\\?"$/g, '')),
  );

test('there is a recipe for each host, and a page that leads to it', () => {
  const names = [...recipes.keys()].join(' ');
  const called: Readonly<Record<Host, string>> = {
    'github-pages': '_github',
    netlify: 'netlify.toml',
    'cloudflare-pages': 'wrangler.toml',
    'gitlab-pages': 'gitlab-ci.yml',
    's3-cloudfront': 's3-cloudfront.sh',
    nginx: 'nginx.conf',
  };
  for (const host of hosts) expect(names).toContain(called[host]);
  const guide = readStarter('recipes/README.md');
  for (const file of readdirSync(join(repository, 'src/starter/recipes')))
    if (!/README|\.mjs$/.test(file)) expect(guide.split(` \`${file}\` |`), file).toHaveLength(3);
});

describe.each([...recipes])('%s', (name, text) => {
  test('types only commands and options that exist', () => {
    const calls = callsIn(text);
    if (!/\.m?js$/.test(name)) expect(calls.length).toBeGreaterThan(0);
    for (const [command = '', ...rest] of calls) {
      const known = commands[command];
      expect(known, command).toBeDefined();
      expect(() => readOptions(rest, known?.options ?? [], known?.operands?.length)).not.toThrow();
    }
  });

  test('can be read by what reads it', () => {
    if (name.endsWith('.yml')) expect(parseYaml(text, { strict: true })).toBeTypeOf('object');
    if (name.endsWith('.toml')) expect(parseToml(text)).toBeTypeOf('object');
    if (name.endsWith('.sh')) execFileSync('bash', ['-n'], { input: text });
    if (/\.m?js$/.test(name))
      execFileSync(process.execPath, ['--check', '--input-type=module'], { input: text });
  });

  test('says every command in both languages, as either may come first', () => {
    const said = (language: string) =>
      [...text.matchAll(/^ *# (EN|FR) .*\n(?: *# {4}.*\n)*/gm)]
        .filter(([, one]) => one === language)
        .flatMap(
          ([block]) =>
            block.match(/npx meaculpa \S+|^ *# {6}[^\s-].*$|bash recipes\/\S+|\bgit clone\b|\d+,\d+ \*/gm) ??
            [],
        )
        .map((one) => one.replace(/[A-Z-]{8,}$/, ''));
    expect(said('FR')).toEqual(said('EN'));
  });

  test('speaks both languages', () => {
    if (name.startsWith('.') || /README/.test(name)) return;
    expect(text.match(/# EN |\/\/ EN /g)?.length).toBe(text.match(/# FR |\/\/ FR /g)?.length);
  });
});

test.each([
  ['recipes/s3-cloudfront.sh', ['check', 'build --against', 'verify _site', 'verify $SITE']],
  ['recipes/nginx.sh', ['check', 'next', 'build --releases', 'verify $FOLDER', 'verify $SITE']],
])('%s checks, builds, verifies the folder, and what readers get', (name, order) => {
  const calls = callsIn(recipes.get(name) ?? '');
  expect(calls.map(([command = '', what = '']) => `${command} ${what}`.trim())).toEqual(order);
});

/** What the function of CloudFront makes of an address. */
const addressOf = (uri: string): unknown =>
  runInNewContext(`${readStarter('recipes/cloudfront-function.js')};handler(event).uri`, {
    event: { request: { uri } },
  });

test.each([
  ['/', '/index.html'],
  ['/fr/', '/fr/index.html'],
  ['/fr', '/fr/index.html'],
  ['/incidents/kz1xjx', '/incidents/kz1xjx/index.html'],
  ['/en/feed.xml', '/en/feed.xml'],
  ['/.well-known/security.txt', '/.well-known/security.txt'],
])('behind CloudFront %s is %s', (asked, given) => {
  expect(addressOf(asked)).toBe(given);
});

describe.each([workflow, '.github/workflows/publish.yml'])('%s', (name) => {
  const text = recipes.get(name) ?? '';
  const read: {
    readonly on: { readonly schedule: readonly { readonly cron: string }[] };
    readonly permissions: unknown;
    readonly concurrency: unknown;
    readonly jobs: Readonly<Record<string, { readonly permissions?: unknown }>>;
  } = parseYaml(text);

  test('every action is pinned by its commit, with the tag beside', () => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, used]) => used);
    expect(uses.length).toBeGreaterThan(6);
    for (const used of uses) expect(used).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('may no more than it needs, and starts at odd minutes', () => {
    expect(read.permissions).toEqual({ contents: 'read' });
    expect(read.jobs.build?.permissions).toBeUndefined();
    expect(read.jobs.publish?.permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
    expect(read.concurrency).toBeDefined();
    const minutes = read.on.schedule.flatMap(({ cron }) => cron.split(' ')[0]?.split(',') ?? []);
    for (const minute of minutes) expect(Number(minute) % 2).toBe(1);
  });
});

test('what check tells as JSON is a Code Quality report', () => {
  const problem = {
    file: 'content/site.yml',
    line: 2,
    column: 7,
    rule: 'yaml/value',
    message: 'no',
    hint: 'Write: yes',
  };
  const problems = [
    { ...problem, severity: 'error' },
    { ...problem, line: 3, severity: 'warning', hint: null },
  ];
  const script = join(repository, 'src/starter/recipes/code-quality.mjs');
  const told = join(room, 'problems.json');
  writeFileSync(told, JSON.stringify(problems));
  const stdout = execFileSync(process.execPath, [script, told], { encoding: 'utf8' });
  const report: readonly { fingerprint: string; severity: string; location: unknown }[] = JSON.parse(stdout);
  expect(report.map(({ severity }) => severity)).toEqual(['critical', 'minor']);
  expect(report[0]?.location).toEqual({ path: 'content/site.yml', lines: { begin: 2 } });
  expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});
