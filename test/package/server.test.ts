import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStarter } from '../../src/site/starter.ts';
import { workshop } from '../cli/command.ts';

const room = workshop();
const home = join(room, 'home of git');
const server = join(room, 'the server');
const folder = join(room, 'the site');
const called = join(room, 'called');
const answers = join(room, 'answers');

function run(cwd: string, command: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(room, 'tools')}:${process.env.PATH ?? ''}`,
      FOLDER: folder,
      SITE: 'https://status.example.ca',
      CALLED: called,
      ANSWERS: answers,
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((who) => [
          [`GIT_${who}_NAME`, 'Ann'],
          [`GIT_${who}_EMAIL`, 'ann@example.ca'],
        ]),
      ),
    },
  });
  return { status, out: stdout + stderr };
}

const push = (text: string) => {
  writeFileSync(join(home, 'package-lock.json'), text);
  run(home, 'git', 'add', '.');
  expect(run(home, 'git', 'commit', '--quiet', '-m', text).status).toBe(0);
};

/** Runs the recipe where `meaculpa next` says this and `meaculpa check` ends so; gives what it called. */
function published(next: string, check = 0): readonly string[] {
  writeFileSync(called, '');
  writeFileSync(answers, `next='${next}'\ncheck=${check}\n`);
  const { status, out } = run(server, 'bash', 'nginx.sh');
  const calls = readFileSync(called, 'utf8').split('\n').slice(0, -1);
  if (check === 0) expect([status, out]).toEqual([0, '']);
  return calls.map((call) => call.split(' ')[0] ?? '');
}

const whole = ['check', 'next', 'build', 'verify', 'verify'];
const later = '9998-01-01T09:00-04:00  a window begins\n9998-01-01T09:00-04:00  a promise is due';
const before = '2000-01-01T09:00-04:00  a window begins';

test('the server publishes a push and what the clock changes, and otherwise leaves the release alone', () => {
  mkdirSync(join(room, 'tools'));
  const npx = '#!/bin/sh\n. "$ANSWERS"\nshift\necho "$*" >> "$CALLED"\n';
  writeFileSync(
    join(room, 'tools', 'npx'),
    `${npx}case $1 in check) exit $check ;; next) printf '%s' "$next" ;; build) mkdir -p "$FOLDER" ;; esac\n`,
    { mode: 0o755 },
  );
  writeFileSync(join(room, 'tools', 'npm'), '#!/bin/sh\nmkdir -p node_modules\n', { mode: 0o755 });
  mkdirSync(home);
  run(home, 'git', 'init', '--quiet', '--initial-branch=main');
  writeFileSync(join(home, '.gitignore'), `${readStarter('_gitignore')}`);
  writeFileSync(join(home, 'nginx.sh'), readStarter('recipes/nginx.sh'));
  push('first');
  expect(run(room, 'git', 'clone', '--quiet', home, server).status).toBe(0);

  expect(published(later)).toEqual(whole);
  expect(published(later)).toEqual([]);
  push('second');
  expect(published(later, 1)).toEqual(['check']);
  expect(published(before)).toEqual(whole);
  expect(published('')).toEqual(whole);
  expect(published('')).toEqual([]);
});
