import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { enMd, frMd, incidentYml } from '../content/folder.ts';
import { called, type Ended, filled, meaculpa, notice, now, settings, workshop } from './command.ts';

// A busy machine is slow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const root = workshop();
let folders = 0;
const folder = (files: Parameters<typeof filled>[1]) => filled(join(root, String(++folders)), files);
const check = (content: string, ...args: string[]) =>
  called(['check', '--content', content, ...now, ...args]);

const line =
  /^(?<file>\S.*?):(?<line>\d+):(?<column>\d+) {2}(?<severity>error|warning) {2}(?<rule>[a-z-]+\/[a-z-]+) {2}(?<message>\S.*)$/;

/** The problems of a report: every line is one, or a hint that is indented below it, or the count at the end. */
function problemsOf({ err }: Ended) {
  const lines = err.trimEnd().split('\n');
  const last = lines.pop() ?? '';
  const told = lines
    .filter((text) => !text.startsWith('    '))
    .map((text) => line.exec(text)?.groups ?? { text });
  return { last, told, rules: told.map(({ rule }) => rule) };
}

test('a command in a hint is about the folder that was checked', async () => {
  const overdue = {
    ...settings,
    ...notice('mail'),
    'incidents/mail/incident.yml': incidentYml.replace('next: 2024-03-06', 'next: 2024-03-02'),
  };
  const content = folder(overdue);
  const { err } = await check(content);
  expect(err).toContain(`npx meaculpa update mail --phase … --content ${content};`);
  const spaced = folder({});
  const named = filled(join(spaced, "l'avis"), overdue);
  expect((await check(named)).err).toContain(`--content '${spaced}/l'\\''avis';`);
});

describe('a sound folder', () => {
  test('has no problem: status 0, nothing on standard output', async () => {
    const { status, out, err } = await check(folder({ ...settings, ...notice('mail') }));
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: 'No problem.\n' });
  });

  test('is told in French', async () => {
    expect((await check(folder({ ...settings, ...notice('mail') }), '--lang', 'fr')).err).toBe(
      'Aucun problème.\n',
    );
  });
});

describe('a folder with errors', () => {
  let content = '';
  let text: Ended;
  beforeAll(async () => {
    content = folder({
      ...settings,
      ...notice('latin'),
      ...notice('lone'),
      'incidents/latin/fr.md': Buffer.from(frMd.replace('lire', 'lire, été'), 'latin1'),
      'incidents/lone/fr.md': undefined,
      'incidents/lone/incident.yml': incidentYml.replace('email', 'emial').replaceAll('\n', '\r\n'),
    });
    text = await check(content);
  });

  test('tells each on one line of standard error, sorted, with its place, then the count: status 1', () => {
    const { told, last } = problemsOf(text);
    expect(text).toMatchObject({ status: 1, out: '' });
    const places = told.map(({ file = '', line: at = '', rule }) => [
      file.split('/').slice(-2).join('/'),
      Number(at),
      rule,
    ]);
    // Line 3 of the text is its summary, where the French letters stand.
    expect(places).toEqual([
      ['latin/fr.md', 3, 'file/encoding'],
      ['lone/fr.md', 1, 'parity/file'],
      ['lone/incident.yml', 1, 'service/unknown'],
    ]);
    expect(last).toBe('3 errors, 0 warnings.');
    expect(text.err).not.toMatch(/^\s+at /m);
  });

  test('puts the same in an array of JSON on standard output, and nothing else there', async () => {
    const { out, status } = await check(content, '--format', 'json');
    const { told } = problemsOf(text);
    const array: readonly Record<string, unknown>[] = JSON.parse(out);
    expect(status).toBe(1);
    expect(
      array.map(({ file, line: at, column, severity, rule, message }) => ({
        file,
        line: String(at),
        column: String(column),
        severity,
        rule,
        message,
      })),
    ).toEqual(told);
    expect(Object.keys(array[0] ?? {})).toEqual([
      'file',
      'line',
      'column',
      'severity',
      'rule',
      'message',
      'hint',
    ]);
  });

  test('keeps rules and severities as they are in French', async () => {
    const french = problemsOf(await check(content, '--lang', 'fr'));
    expect(french.rules).toEqual(problemsOf(text).rules);
    expect(french.last).toBe('3 erreurs, 0 avertissement.');
    expect(french.told[0]?.message).not.toBe(problemsOf(text).told[0]?.message);
  });

  test('annotates under GitHub Actions by itself, with its escapes', async () => {
    const { out } = await called(['check', '--content', content, ...now], { GITHUB_ACTIONS: 'true' });
    expect(out.trimEnd().split('\n')).toHaveLength(3);
    expect(out).toMatch(/^::error file=\S+latin\/fr\.md,line=3,col=1,title=file\/encoding::[^\n]*%0A/);
    expect(
      (await called(['check', '--content', content, '--format', 'text', ...now], { GITHUB_ACTIONS: 'true' }))
        .out,
    ).toBe('');
  });
});

test.each([
  ['en', 'Name the harm and apologize for it: «\u00a0Nous sommes désolés.'],
  ['fr', 'Nommez le tort et excusez-vous-en\u00a0: «\u00a0Nous sommes désolés.'],
])('a sample is in the language of the text, in %s', async (lang, hint) => {
  const content = folder({
    ...settings,
    ...notice('mail'),
    'incidents/mail/fr.md': frMd.replace('Nous', 'Veuillez nous excuser pour tout inconvénient. Nous'),
  });
  expect((await check(content, '--lang', lang)).err).toContain(hint);
});

test('an empty array of JSON where there is no problem', async () => {
  expect((await check(folder({ ...settings }), '--format', 'json')).out).toBe('[]\n');
});

test('warnings do not fail a check; --strict makes them errors', async () => {
  const vague = {
    'incidents/mail/en.md': enMd.replace('We are', 'We apologise for any inconvenience. We are'),
  };
  const content = folder({ ...settings, ...notice('mail'), ...vague });
  const lenient = problemsOf(await check(content));
  expect(new Set(lenient.told.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  const strict = await check(content, '--strict');
  expect(strict.status).toBe(1);
  expect(new Set(problemsOf(strict).told.map(({ severity }) => severity))).toEqual(new Set(['error']));
});

test('an empty folder lacks its site.yml, at its own path: status 1', async () => {
  const result = await check(folder({}));
  expect(result.status).toBe(1);
  expect(problemsOf(result).told).toMatchObject([{ line: '1', column: '1', rule: 'file/missing' }]);
  expect(problemsOf(result).told[0]?.file).toMatch(/\/site\.yml$/);
});

test('paths are those from the current folder', async () => {
  const content = folder({});
  const { err, status } = await meaculpa(['check', '--content', '.'], { cwd: content });
  expect(status).toBe(1);
  expect(err).toMatch(/^(\.\/)?site\.yml:1:1 {2}error/);
});

test('a note of 5 MB is read', async () => {
  const paragraph = 'We are looking for the cause, and this goes on.\n\n';
  const long = enMd + paragraph.repeat(Math.ceil(5_000_000 / paragraph.length));
  const { status } = await check(folder({ ...settings, ...notice('mail'), 'incidents/mail/en.md': long }));
  expect(status).toBe(0);
});

test('what stands in content steers no terminal and breaks no line', async () => {
  const content = folder({
    ...settings,
    ...notice('mail'),
    'incidents/mail/incident.yml': `impact: "\\e[2J\\nred"\n`,
  });
  const { err } = await check(content);
  expect(err).not.toContain('\u001b');
  expect(problemsOf({ status: 1, out: '', err }).told.every((one) => 'rule' in one)).toBe(true);
});

describe.skipIf(process.platform === 'win32')('without the right to read', () => {
  // The owner of the machine may read everything, so the command runs as nobody then.
  const how = process.getuid?.() === 0 ? { uid: 65_534 } : {};

  test('a file that cannot be opened is a problem of the content: status 1', async () => {
    const content = folder({ ...settings, ...notice('mail') });
    chmodSync(root, 0o755);
    chmodSync(join(content, 'incidents/mail/en.md'), 0o000);
    const result = await meaculpa(['check', '--content', content, ...now], how);
    expect(problemsOf(result)).toMatchObject({ rules: ['file/unreadable'] });
    expect(result.status).toBe(1);
  });

  test('a folder that cannot be opened, or written, is the machine: status 3', async () => {
    const content = folder({ ...settings, ...notice('mail') });
    chmodSync(root, 0o755);
    const closed = folder({ 'inside/site.yml': '' });
    chmodSync(closed, 0o000);
    const unwritable = folder({});
    chmodSync(unwritable, 0o555);
    const results = await Promise.all([
      meaculpa(['check', '--content', join(closed), ...now], how),
      meaculpa(['build', '--content', content, '--output', join(unwritable, '_site'), ...now], how),
    ]);
    chmodSync(closed, 0o755);
    chmodSync(unwritable, 0o755);
    rmSync(closed, { recursive: true });
    for (const { status, err } of results) {
      expect(err).toMatch(/^Permission denied, to read or to write: \S+ \(EACCES\)\n {4}/);
      expect(status).toBe(3);
    }
  });
});
