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

const clock = ['--now', '2024-03-05 12:00'];
const commands = {
  update: (minute = '00') => [
    ...['mail', ...clock, '--phase', 'identified'],
    ...['--at', `2024-03-02 09:${minute}`, '--next', '2024-03-06 09:00'],
  ],
  new: () => [
    ...['incident', 'mail-again', ...clock],
    ...['--title-en', 'Email down again', '--title-fr', 'Encore une panne'],
  ],
  agree: () => ['mail'],
} as const;

/** Runs a command in a process of its own, which dies before its n-th call that changes the content folder. */
const run = (folder: string, command: string, operands: readonly string[], dieAt?: number) =>
  spawnSync(
    process.execPath,
    [
      ...(dieAt === undefined ? [] : ['--import', resolve('test/cli/die-in-write.ts')]),
      '-e',
      `import(${JSON.stringify(resolve('src/cli/main.ts'))}).then(({ start }) => start())`,
      ...['--', 'meaculpa', command, ...operands],
      ...['--lang', 'en', '--content', folder],
    ],
    { encoding: 'utf8', env: { ...process.env, DIE_AT: String(dieAt ?? 0), DIE_IN: folder } },
  );

/** The file by which it is told whether the command was done. */
const proof = {
  update: facts,
  new: 'incidents/mail-again/incident.yml',
  agree: 'agreed.yml',
};

/** How often each is killed: a few instants spread over the whole here, every one with `KILLS=all`. */
const instants = {
  update: [3, 24, 27, 30],
  new: [3, 27],
  agree: [1, 3],
};

test.each(['update', 'new', 'agree'] as const)(
  '%s, killed at any instant, is whole or not there, once the next command has run',
  {
    timeout: 600_000,
  },
  async (command) => {
    const operands = commands[command]();
    const twin = contentFolder();
    expect(run(twin, command, operands).status).toBe(0);
    const whole = filesIn(twin);
    const all = Array.from({ length: 200 }, (_, index) => index);
    const met: string[] = [];
    for (const instant of process.env.KILLS === 'all' ? all : instants[command]) {
      const folder = contentFolder();
      const before = filesIn(folder);
      const { signal, status } = run(folder, command, operands, instant);
      const { call, err } = calling(folder, []);
      await tidy(call);
      const after = Object.fromEntries(
        Object.entries(filesIn(folder)).filter(([name]) => !/^\.meaculpa-lock(?:\.|$)/.test(name)),
      );
      const became = after[proof[command]] === before[proof[command]] ? 'before' : 'whole';
      expect(after, `killed at ${instant}`).toEqual(became === 'before' ? before : whole);
      met.push(became);
      if (signal === null) {
        expect([status, became]).toEqual([0, 'whole']);
        break;
      }
      // It can be said, or said again.
      if (err() !== '') expect(err()).toMatch(/interrupted/);
      if (command === 'update') expect(run(folder, command, commands.update('01')).status).toBe(0);
    }
    // Both were met: instants that all stand on one side would prove nothing.
    expect(met).toContain('before');
    if (process.env.KILLS === 'all') expect(met).toContain('whole');
  },
);

test('an approved pair is agreed in the same write as its entry', { timeout: 600_000 }, async () => {
  const said = [...commands.update(), '--say', 'cause-found'];
  for (const instant of [...instants.update, 36, 40, 42, 44, 46, 48]) {
    const folder = contentFolder();
    const { signal } = run(folder, 'update', said, instant);
    await tidy(calling(folder, []).call);
    const after = filesIn(folder);
    const isThere = after[facts]?.includes('2024-03-02 09:00') ?? false;
    expect(after['agreed.yml']?.includes('t-20240302T0900') ?? false, `killed at ${instant}`).toBe(isThere);
    if (signal === null) break;
  }
  const folder = contentFolder();
  expect(run(folder, 'update', said).status).toBe(0);
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
