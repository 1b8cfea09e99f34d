// Kills `update`, `new` and `agree` at random instants: node test/kill-edits.ts [KILLS] of all three together. After each,
// the content folder is as it was before or after the edit, byte for byte, once the next command has run.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { clock, hashOf, type Outcome, program, run, world } from './faults.ts';

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
interface EditOutcome extends Outcome {
  readonly tidied: number;
}

/**
 * Kills each command that writes into the content folder so many times: every other at any instant of its run, every
 * other while it writes. No file is ever written in half; `check` then says what it says of the former content or of the
 * new one, which is there byte for byte; and the next command that writes is not kept waiting and leaves nothing beside.
 */
async function killEdits(kills: number): Promise<Readonly<Record<string, EditOutcome>>> {
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

const [kills = 200] = process.argv.slice(2).map(Number);
for (const [name, { former, fresh, tidied, broken }] of Object.entries(await killEdits(Math.ceil(kills / 3))))
  process.stdout.write(
    `${name}: former ${former}, new ${fresh}, tidied by the next command ${tidied}, broken ${broken.length} ${broken.join('; ')}\n`,
  );
