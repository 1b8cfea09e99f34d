import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { tidy } from '../../src/cli/workspace.ts';
import { finishWriting, writeTogether } from '../../src/site/write-together.ts';
import { contentFolder, incidentYml } from '../content/folder.ts';
import { calling } from './calling.ts';

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const facts = 'incidents/mail/incident.yml';
const texts = ['incidents/mail/en.md', 'incidents/mail/fr.md'];

/** Every file below a folder but the schemas, with what it holds. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(
    names
      .filter((name) => !name.startsWith('.schema') && statSync(join(folder, name)).isFile())
      .map((name) => [name, read(folder, name)]),
  );
}

const update = (folder: string, minute: number, dieAt?: number, ...more: readonly string[]) =>
  spawnSync(
    process.execPath,
    [
      ...(dieAt === undefined ? [] : ['--import', resolve('test/cli/die-in-write.ts')]),
      '-e',
      `import(${JSON.stringify(resolve('src/cli/main.ts'))}).then(({ start }) => start())`,
      '--',
      'meaculpa',
      'update',
      'mail',
      ...['--phase', 'identified', '--at', `2024-03-02 09:${String(minute).padStart(2, '0')}`],
      ...['--next', '2024-03-06 09:00', '--now', '2024-03-05 12:00', '--lang', 'en', '--content', folder],
      ...more,
    ],
    { encoding: 'utf8', env: { ...process.env, DIE_AT: String(dieAt ?? 0), DIE_IN: folder } },
  );

/** How often it is killed: a few instants spread over the whole here, every one with `KILLS=all`. */
const instants =
  process.env.KILLS === 'all' ? Array.from({ length: 200 }, (_, index) => index) : [3, 24, 27, 30];

test('an update killed at any instant is whole or not there, once the next command has run', {
  timeout: 600_000,
}, async () => {
  for (const instant of instants) {
    const folder = contentFolder();
    const before = filesIn(folder);
    const { signal, status } = update(folder, 0, instant);
    const { call, err } = calling(folder, []);
    await tidy(call);
    const after = filesIn(folder);
    const entries = [facts, ...texts].map((file) => after[file]?.includes('2024-03-02 09:00') ?? false);
    expect(new Set(entries).size, `killed at ${instant}`).toBe(1);
    const names = Object.keys(after).filter(
      (name) => name !== '.meaculpa-lock' && !name.startsWith('.meaculpa-lock.'),
    );
    expect(names).toEqual(Object.keys(before));
    if (signal === null) {
      expect(status).toBe(0);
      break;
    }
    if (!entries[0]) expect(after[facts]).toBe(before[facts]);
    // It can be said, or said again.
    if (err() !== '') expect(err()).toMatch(/interrupted/);
    expect(update(folder, 1).status).toBe(0);
  }
});

test('an approved pair is agreed in the same write as its entry', { timeout: 600_000 }, async () => {
  for (const instant of [...instants, 36, 40, 42, 44, 46, 48]) {
    const folder = contentFolder();
    const { signal } = update(folder, 0, instant, '--say', 'cause-found');
    await tidy(calling(folder, []).call);
    const after = filesIn(folder);
    const isThere = after[facts]?.includes('2024-03-02 09:00') ?? false;
    expect(after['agreed.yml']?.includes('t-20240302T0900') ?? false, `killed at ${instant}`).toBe(isThere);
    if (signal === null) break;
  }
  const folder = contentFolder();
  expect(update(folder, 0, undefined, '--say', 'cause-found').status).toBe(0);
  expect(read(folder, 'agreed.yml')).toContain('t-20240302T0900');
});

test('three updates at once lose nothing', { timeout: 120_000 }, async () => {
  const folder = contentFolder();
  const { spawn } = await import('node:child_process');
  const run = (minute: number) =>
    new Promise<number | null>((done) => {
      const child = spawn(process.execPath, [
        '-e',
        `import(${JSON.stringify(resolve('src/cli/main.ts'))}).then(({ start }) => start())`,
        '--',
        ...['meaculpa', 'update', 'mail', '--phase', 'identified', '--at', `2024-03-02 09:0${minute}`],
        ...['--now', '2024-03-05 12:00', '--content', folder],
      ]);
      child.on('exit', (code) => done(code));
    });
  expect(await Promise.all([1, 2, 3].map(run))).toEqual([0, 0, 0]);
  for (const file of [facts, ...texts])
    for (const minute of [1, 2, 3]) expect(read(folder, file)).toContain(`2024-03-02 09:0${minute}`);
});

test('what somebody changed since an interrupted write stays, and the text stands beside', () => {
  const folder = contentFolder();
  const stage = join(folder, '.meaculpa-writing');
  mkdirSync(stage);
  writeFileSync(join(stage, '0'), 'new facts');
  const journal = [{ name: facts, aside: '0', before: '0'.repeat(64) }];
  writeFileSync(join(stage, 'journal.json'), JSON.stringify(journal));
  expect(finishWriting(folder)).toEqual({ became: 'finished', files: [facts], beside: [`${facts}.new`] });
  expect(read(folder, facts)).toBe(incidentYml);
  expect(read(folder, `${facts}.new`)).toBe('new facts');
  expect(finishWriting(folder)).toBeUndefined();
});

test('what was written aside only in part is cleared away', () => {
  const folder = contentFolder();
  const stage = join(folder, '.meaculpa-writing');
  mkdirSync(stage);
  writeFileSync(join(stage, '0'), 'half');
  expect(finishWriting(folder)).toEqual({ became: 'undone', files: [], beside: [] });
  writeTogether(folder, new Map([['pages/a/en.md', 'words']]));
  expect(read(folder, 'pages/a/en.md')).toBe('words');
  expect(readdirSync(folder).filter((name) => name.startsWith('.meaculpa'))).toEqual([]);
});
