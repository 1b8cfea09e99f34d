import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { notify } from '../../src/cli/notify.ts';
import { worldOf } from '../../src/cli/world.ts';
import { call, desk, second } from './desk.ts';
import { worldFor } from './world.ts';

// As in CI: nobody has said who they are, and nothing of this machine's settings counts.
beforeEach(() => {
  for (const name of ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM']) vi.stubEnv(name, '/dev/null');
  vi.stubEnv('LC_ALL', 'C');
  for (const name of ['GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_EMAIL', 'GIT_DIR', 'EMAIL'])
    vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const asSomebody = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.ca'];

/** A team's folder whose remote is a repository of its own, and a second copy of it on somebody else's machine. */
function team(channels: string) {
  const made = desk(channels);
  const remote = join(made.root, 'remote.git');
  const elsewhere = join(made.root, 'elsewhere');
  mkdirSync(remote);
  git(remote, 'init', '--quiet', '--bare', '--initial-branch=main');
  git(made.root, 'init', '--quiet', '--initial-branch=main');
  const commit = (folder: string, words: string) => {
    git(folder, 'add', '--all', '--', ':!remote.git', ':!elsewhere');
    git(folder, ...asSomebody, 'commit', '--quiet', '-m', words);
    git(folder, 'push', '--quiet', 'origin', 'main');
  };
  git(made.root, 'remote', 'add', 'origin', pathToFileURL(remote).href);
  commit(made.root, 'Begin');
  git(made.root, 'branch', '--quiet', '--set-upstream-to=origin/main');
  git(made.root, 'clone', '--quiet', pathToFileURL(remote).href, elsewhere);
  const theirs = () => git(remote, 'show', 'main:sent.ndjson').trim().split('\n').length;
  /** Somebody else pushes another change. */
  const other = (name = 'notes.txt') => {
    git(elsewhere, 'pull', '--quiet', '--rebase');
    appendFileSync(join(elsewhere, name), 'a word\n');
    commit(elsewhere, 'Something else');
  };
  const told = worldFor();
  const world = { ...told, push: worldOf(call(made.content).call.system).push };
  /** The same, where something happens as each message leaves. */
  const sending = (happens: () => unknown) => ({
    ...world,
    io: {
      ...world.io,
      show(text: string) {
        happens();
        told.shown.push(text);
      },
    },
  });
  return { ...made, remote, theirs, other, told, world, sending, commit };
}

const paste = 'channels:\n  line: { kind: paste, as: voice }\n';

test('with --push a real remote has the intention before a message leaves, and the outcome after', async () => {
  const { content, write, theirs, told, world, sending, remote, root, commit } = team(paste);
  expect(await notify(call(content, { push: true }).call, world)).toBe(0);
  expect(theirs()).toBe(1);
  write(second);
  commit(root, 'The cause');
  const seen: number[] = [];
  const watching = sending(() => seen.push(theirs()));
  expect(await notify(call(content, { push: true }).call, watching)).toBe(0);
  expect([told.shown.length, seen, theirs()]).toEqual([1, [2], 3]);
  expect(git(remote, 'log', '--format=%an %s', '-1', 'main').trim()).toBe('meaculpa Messages: what was sent');
  expect(git(root, 'status', '--short', '--untracked-files=no')).toBe('');
});

test('where somebody else has pushed first nothing is sent, and it is said what to do; then it is told once', async () => {
  const { content, write, root, other, told, world, commit } = team(paste);
  await notify(call(content, { push: true }).call, world);
  write(second);
  commit(root, 'The cause');
  other();
  const { call: asked, err } = call(content, { push: true });
  expect(await notify(asked, world)).toBe(1);
  expect(told.shown).toEqual([]);
  expect(err()).toMatch(
    /nothing was sent: ! \[rejected\]\s+main -> main \(fetch first\)\. .*git pull --rebase/,
  );
  // What was meant and did not happen stands in the ledger, which is still to be committed.
  git(root, ...asSomebody, 'commit', '--quiet', '-am', 'The ledger');
  git(root, ...asSomebody, 'pull', '--quiet', '--rebase');
  expect(await notify(call(content, { push: true }).call, world)).toBe(0);
  expect(told.shown).toHaveLength(1);
  expect(await notify(call(content, { push: true }).call, world)).toBe(0);
  expect(told.shown).toHaveLength(1);
});

test('what left is known to all, although somebody pushed while it left', async () => {
  const { content, write, root, other, theirs, told, world, sending, commit } = team(paste);
  await notify(call(content, { push: true }).call, world);
  write(second);
  commit(root, 'The cause');
  const busy = sending(() => other());
  expect(await notify(call(content, { push: true }).call, busy)).toBe(0);
  expect([told.shown.length, theirs()]).toEqual([1, 3]);
});

test('where the ledgers of two runs cannot be joined, that is said and nothing is left half done', async () => {
  const { content, write, root, other, told, world, sending, commit } = team(paste);
  await notify(call(content, { push: true }).call, world);
  write(second);
  commit(root, 'The cause');
  const busy = sending(() => other('sent.ndjson'));
  const { call: asked, err } = call(content, { push: true });
  expect(await notify(asked, busy)).toBe(1);
  expect(told.shown).toHaveLength(1);
  expect(err()).toContain('The messages left, but');
  expect(existsSync(join(root, '.git', 'rebase-merge'))).toBe(false);
  expect(readFileSync(join(root, 'sent.ndjson'), 'utf8')).toContain('"sent"');
});

test('a folder that is no repository is said to be one, and nothing is sent', async () => {
  const { content, write, root, told, world } = team(paste);
  await notify(call(content, { push: true }).call, world);
  rmSync(join(root, '.git'), { recursive: true });
  write(second);
  const { call: asked, err } = call(content, { push: true });
  expect(await notify(asked, world)).toBe(1);
  expect(told.shown).toEqual([]);
  expect(err()).toContain('nothing was sent: fatal: not a git repository');
});
