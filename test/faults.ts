// Kills builds, fills a small disk, and kills edits: node test/faults.ts [KILLS] [FILLS] [EDITS]. After each, the output
// folder holds the former site or the new one, byte for byte, and the content is as it was before or after the edit.
// Filling needs root on Linux.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const program = join(import.meta.dirname, '..', 'src', 'cli', 'meaculpa.js');
const world = join(import.meta.dirname, 'worlds', 'quiet', 'content');
const clock = ['--now', '2026-12-01T09:00-06:00'];

export interface Outcome {
  readonly former: number;
  readonly fresh: number;
  /** What was neither, with what was found. */
  readonly broken: readonly string[];
}

/** The lock of who was killed stays until another wants it. */
const isLock = (name: string): boolean => name.startsWith('.meaculpa-lock');

/** One hash of everything below a folder; nothing where there is none. */
function hashOf(folder: string): string {
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
async function run(args: readonly string[], kill?: number) {
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

/** What changes the content folder, by its name. */
const edits = {
  update: ['update', 'slow-evening', '--phase', 'investigating', '--at', '2026-11-30T09:00-06:00', ...clock],
  new: ['new', 'incident', 'mail', '--title-en', 'Email down', '--title-fr', 'Panne de courriel', ...clock],
  agree: ['agree', 'slow-evening'],
} as const;

/** Every file below a folder, with what it holds; not what a write leaves beside. */
function textsIn(folder: string): ReadonlyMap<string, string> {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return new Map(
    files
      .filter((file) => !file.includes(`${sep}.meaculpa-`))
      .map((file) => [file.slice(folder.length), readFileSync(file, 'latin1')]),
  );
}

const besides = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('.meaculpa-'));

/** Runs a command that is killed so many milliseconds after it has begun to write; gives how long it wrote. */
async function runWriting(args: readonly string[], folder: string, kill?: number): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let begun: number | undefined;
  const watcher = watch(folder, (_, name) => {
    if (name !== '.meaculpa-writing' || begun !== undefined) return;
    begun = performance.now();
    if (kill === undefined) return;
    // A timer is too coarse for what lasts a few milliseconds.
    while (performance.now() < begun + kill);
    child.kill('SIGKILL');
  });
  await ended;
  watcher.close();
  return performance.now() - (begun ?? Number.NaN);
}

/** What became of kills of an edit: also how many the next command had to finish or to clear away. */
export interface EditOutcome extends Outcome {
  readonly tidied: number;
}

/**
 * Kills each command that writes into the content folder so many times: every other at any instant of its run, every
 * other while it writes. No file is ever written in half; `check` then says what it says of the former content or of the
 * new one, which is there byte for byte; and the next command that writes is not kept waiting and leaves nothing beside.
 */
export async function killEdits(kills: number): Promise<Readonly<Record<string, EditOutcome>>> {
  const room = mkdtempSync(join(tmpdir(), 'meaculpa-faults-'));
  const content = join(room, 'content');
  const fresh = () => {
    rmSync(content, { recursive: true, force: true });
    cpSync(world, content, { recursive: true });
  };
  const state = async () => ({ hash: hashOf(content), texts: textsIn(content), said: await said(content) });
  const next = [
    'new',
    'incident',
    'next',
    '--title-en',
    'Next',
    '--title-fr',
    'Suivant',
    '--content',
    content,
  ];
  const outcomes: Record<string, EditOutcome> = {};
  try {
    fresh();
    const before = await state();
    for (const [name, args] of Object.entries(edits)) {
      const call = [...args, '--content', content];
      fresh();
      const begun = performance.now();
      const writing = await runWriting(call, content);
      const ms = performance.now() - begun;
      const after = await state();
      if (after.hash === before.hash) throw new Error(`${name} wrote nothing`);
      let [former, done, tidied] = [0, 0, 0];
      const broken: string[] = [];
      for (let nth = 0; nth < kills; nth += 1) {
        fresh();
        if (nth % 2 === 0) await run(call, ms * Math.random() * 1.1);
        else await runWriting(call, content, writing * Math.random());
        for (const [file, text] of textsIn(content))
          if (text !== before.texts.get(file) && text !== after.texts.get(file))
            broken.push(`${nth}: ${file} in half`);
        const left = besides(content).includes('.meaculpa-writing');
        if (left) tidied += 1;
        // What was interrupted is told once, by whichever command comes next.
        if (left) await run(['check', '--content', content, ...clock]);
        const found = await state();
        const became = found.hash === before.hash ? before : found.hash === after.hash ? after : undefined;
        if (became === before) former += 1;
        else if (became === after) done += 1;
        else broken.push(`${nth}: ${[...found.texts.keys()].join(' ')}`);
        if (became !== undefined && found.said !== became.said) broken.push(`${nth}: ${found.said}`);
        const asked = performance.now();
        const status = await run([...next, ...clock]);
        if (status !== 0) broken.push(`${nth}: the next command has status ${status}`);
        if (performance.now() - asked > 10 * ms) broken.push(`${nth}: the next command was kept waiting`);
        if (besides(content).length > 0) broken.push(`${nth}: ${besides(content).join(' ')}`);
      }
      outcomes[name] = { former, fresh: done, broken, tidied };
    }
    return outcomes;
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

/** What `check` says of a content folder, and its status. */
async function said(content: string): Promise<string> {
  const child = spawn(process.execPath, [program, 'check', '--content', content, ...clock]);
  const parts: string[] = [];
  for (const end of [child.stdout, child.stderr])
    end.on('data', (part: Buffer) => parts.push(part.toString()));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return `${status} ${parts.join('')}`;
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
  const [kills = 200, fills = 20, edited = kills] = process.argv.slice(2).map(Number);
  const say = (what: string, { former, fresh, broken }: Outcome, more = '') =>
    process.stdout.write(
      `${what}: former ${former}, new ${fresh}${more}, broken ${broken.length} ${broken.join('; ')}\n`,
    );
  if (kills > 0) {
    say('killed', await killBuilds(kills));
    say('killed, with releases', await killBuilds(Math.ceil(kills / 4), true));
  }
  if (fills > 0) say('disk full', await fillDisk(fills));
  if (edited > 0)
    for (const [name, outcome] of Object.entries(await killEdits(Math.ceil(edited / 3))))
      say(name, outcome, `, tidied by the next command ${outcome.tidied}`);
}
