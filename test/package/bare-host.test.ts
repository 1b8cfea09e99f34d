import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { program, workshop } from '../cli/command.ts';

vi.setConfig({ testTimeout: 300_000 });

const room = workshop();
const host = join(room, 'host.git');
const desk = join(room, 'desk');
const live = join(room, 'live');
const world = join(import.meta.dirname, '..', 'worlds', 'quiet', 'content');

const environment = {
  PATH: process.env.PATH,
  HOME: room,
  GIT_AUTHOR_NAME: 'Desk',
  GIT_AUTHOR_EMAIL: 'desk@example.ca',
  GIT_COMMITTER_NAME: 'Desk',
  GIT_COMMITTER_EMAIL: 'desk@example.ca',
};
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', desk, ...args], { env: environment, encoding: 'utf8', stdio: 'pipe' });

/** What every recipe does, where a push arrives: check, build, verify; and the folder is the live one. */
function hook(): string {
  const meaculpa = `"${process.execPath}" "${program}"`;
  const of = '--content content --now "2026-12-01 09:00"';
  return `#!/bin/sh
set -e
work=$(mktemp -d "${room}/run-XXXXXX")
read -r old new ref
git archive "$new" | tar -x -C "$work"
cd "$work"
${meaculpa} check ${of}
${meaculpa} build ${of} --against "${live}" --output "${live}"
${meaculpa} verify "${live}"
`;
}

/** Pushes what stands on the desk; what the host said, and whether it took it. */
function push(): { readonly taken: boolean; readonly said: string } {
  git('add', '-A');
  git('commit', '-qm', 'Words');
  try {
    git('push', '-q', 'origin', 'HEAD:main');
    return { taken: true, said: '' };
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    return { taken: false, said };
  }
}

test('a push publishes; one that would lose an address is refused, and the old site stays', () => {
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', host], { env: environment });
  writeFileSync(join(host, 'hooks', 'pre-receive'), hook());
  chmodSync(join(host, 'hooks', 'pre-receive'), 0o755);
  mkdirSync(desk);
  cpSync(world, join(desk, 'content'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'origin', host);
  expect(push()).toEqual({ taken: true, said: '' });
  const manifest = readFileSync(join(live, 'meaculpa.json'), 'utf8');
  const settings = join(desk, 'content', 'site.yml');
  const written = readFileSync(settings, 'utf8');
  const [, service = ''] = /"\/fr\/services\/([a-z-]+)\/"/.exec(manifest) ?? [];
  expect(service).not.toBe('');

  // A service by another name has another address.
  writeFileSync(settings, written.replace(/(name: \{ en: [^,}]+, fr: )([^}]+)( \})/g, '$1$2 bis$3'));
  const refused = push();
  expect(refused.taken).toBe(false);
  expect(refused.said).toContain('address/lost');
  expect(readFileSync(join(live, 'meaculpa.json'), 'utf8')).toBe(manifest);
});
