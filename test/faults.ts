// Kills builds at random instants and fills a small disk: node test/faults.ts [KILLS] [FILLS]. After each, the output
// folder holds the former site or the new one, byte for byte. Filling needs root on Linux.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export const program = join(import.meta.dirname, '..', 'src', 'cli', 'meaculpa.js');
export const world = join(import.meta.dirname, 'worlds', 'quiet', 'content');
export const clock = ['--now', '2026-12-01T09:00-06:00'];

export interface Outcome {
  readonly former: number;
  readonly fresh: number;
  /** What was neither, with what was found. */
  readonly broken: readonly string[];
}

/** The lock of who was killed stays until another wants it. */
const isLock = (name: string): boolean => name.startsWith('.meaculpa-lock');

/** One hash of everything below a folder; nothing where there is none. */
export function hashOf(folder: string): string {
  try {
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const names = all.filter((name) => !isLock(name)).sort();
    const hash = createHash('sha256');
    for (const name of names) {
      hash.update(`${name}\n`);
      try {
        hash.update(readFileSync(join(folder, name)));
      } catch {
        // A folder.
      }
    }
    return hash.digest('hex');
  } catch {
    return 'none';
  }
}

/** Two contents of one site, both built once. */
async function prepared(room: string) {
  const contents = ['one', 'two'].map((name) => join(room, name));
  const [one = '', two = ''] = contents;
  for (const content of contents) cpSync(world, content, { recursive: true });
  const settings = join(two, 'site.yml');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}notice: { en: Changed, fr: Modifié }\n`);
  const hashes = [];
  for (const [nth, content] of contents.entries()) {
    const output = join(room, `whole-${nth}`);
    const begun = performance.now();
    await build(content, output);
    hashes.push({ content, hash: hashOf(output), ms: performance.now() - begun });
  }
  return {
    one,
    two,
    whole: new Map(hashes.map(({ content, hash }) => [content, hash])),
    ms: hashes[1]?.ms ?? 0,
  };
}

const build = (content: string, output: string, kill?: number, options: readonly string[] = []) =>
  run(['build', '--content', content, '--output', output, ...clock, ...options], kill);

/** Runs a command, ended by a signal after so many milliseconds; gives its status or the signal. */
export async function run(args: readonly string[], kill?: number) {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  );
  if (kill !== undefined) {
    await Promise.race([ended, setTimeout(kill)]);
    child.kill('SIGKILL');
  }
  return ended;
}

/** Kills so many builds, each at an instant of its own between beginning and end. */
export async function killBuilds(kills: number, releases = false): Promise<Outcome> {
  const room = mkdtempSync(join(tmpdir(), 'meaculpa-faults-'));
  try {
    const { one, two, whole, ms } = await prepared(room);
    const output = join(room, '_site');
    const options = releases ? ['--releases'] : [];
    await build(one, output, undefined, options);
    let [former, fresh] = [0, 0];
    const broken: string[] = [];
    for (let nth = 0; nth < kills; nth += 1) {
      const before = hashOf(output);
      const next = before === whole.get(one) ? two : one;
      // The last fifth, in which the site takes its place, is struck as often as all before it.
      const part = nth % 2 === 0 ? Math.random() * 0.8 : 0.8 + Math.random() * 0.6;
      await build(next, output, ms * part, options);
      const now = hashOf(output);
      if (now === before) former += 1;
      else if (now === whole.get(next)) fresh += 1;
      else if (now === 'none' && !releases) {
        // In the instant of the swap it stands beside, and the next command puts it back.
        await build(next, output);
        if (hashOf(output) === whole.get(next)) former += 1;
        else broken.push(`${nth}: not put back`);
      } else broken.push(`${nth}: ${now}`);
    }
    return { former, fresh, broken };
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/** Builds so often into a disk with less and less room. */
export async function fillDisk(fills: number): Promise<Outcome> {
  const room = mkdtempSync(join(tmpdir(), 'meaculpa-faults-'));
  const disk = join(room, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
  try {
    const { one, two, whole } = await prepared(room);
    const output = join(disk, '_site');
    await build(one, output);
    let [former, fresh] = [0, 0];
    const broken: string[] = [];
    const free = () =>
      Number(
        /(\d+)\s+\d+%/.exec(
          execFileSync('df', ['-k', '--output=avail,pcent', disk], { encoding: 'utf8' }),
        )?.[1],
      );
    for (let nth = 0; nth < fills; nth += 1) {
      const before = hashOf(output);
      const next = before === whole.get(one) ? two : one;
      const left = Math.floor(free() * Math.random() * 0.6);
      writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, free() - left) * 1024));
      const status = await build(next, output, undefined, ['--no-cache']);
      const now = hashOf(output);
      if (now === before && status === 3) former += 1;
      else if (now === whole.get(next) && status === 0) fresh += 1;
      else broken.push(`${nth}: status ${status}, ${now}`);
      rmSync(join(disk, 'filler'));
    }
    return { former, fresh, broken };
  } finally {
    execFileSync('umount', [disk]);
    rmSync(room, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const [kills = 200, fills = 20] = process.argv.slice(2).map(Number);
  const say = (what: string, { former, fresh, broken }: Outcome) =>
    process.stdout.write(
      `${what}: former ${former}, new ${fresh}, broken ${broken.length} ${broken.join('; ')}\n`,
    );
  say('killed', await killBuilds(kills));
  say('killed, with releases', await killBuilds(Math.ceil(kills / 4), true));
  say('disk full', await fillDisk(fills));
}
