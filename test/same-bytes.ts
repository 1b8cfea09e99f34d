// Builds one content folder in twenty ways and says how many hashes there are: node test/same-bytes.ts [WORLD]. What
// differs is the machine: zone, language, order of the files, user, mask, current folder, cache. Another user needs root.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { worldNames, worlds } from './worlds.ts';

const program = join(import.meta.dirname, '..', 'src', 'cli', 'meaculpa.js');
const [asked = 'images'] = process.argv.slice(2);
const name = worldNames.find((one) => one === asked);
if (name === undefined) throw new Error(`no world: ${asked}`);
const world = join(import.meta.dirname, 'worlds', name, 'content');
const now = worlds[name];
const room = mkdtempSync(join(tmpdir(), 'meaculpa-bytes-'));
chmodSync(room, 0o777);
const isRoot = process.getuid?.() === 0;

/** A copy whose files were made in another order; memory gives them back in that order, or in the reverse. */
function copied(target: string, turn: number): string {
  const files = readdirSync(world, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(world, file)).isFile())
    .sort((a, b) => hash(`${turn}${a}`).localeCompare(hash(`${turn}${b}`)));
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    copyFileSync(join(world, file), join(target, file));
  }
  return target;
}

const hash = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

function hashOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
  return hash(files.map((file) => `${file} ${hash(readFileSync(join(folder, file)))}\n`).join(''));
}

const zones = [
  'America/Vancouver',
  'America/St_Johns',
  'Asia/Kolkata',
  'Pacific/Apia',
  'UTC',
  'Europe/Paris',
];
const languages = ['C', 'fr_CA.UTF-8', 'tr_TR.UTF-8', 'en_US.UTF-8', 'ar_EG.UTF-8', 'de_DE@euro', ''];
const masks = ['0022', '0077', '0002', '0000'];
const folders = ['one', 'deux été', 'three/four'];
const shared = statSync('/dev/shm', { throwIfNoEntry: false })?.isDirectory() ? '/dev/shm' : room;
const inMemory = mkdtempSync(join(shared, 'meaculpa-bytes-'));
chmodSync(inMemory, 0o777);

const hashes = new Map<string, number>();
try {
  for (let turn = 0; turn < 20; turn += 1) {
    const at = <T>(list: readonly T[]): T | undefined => list[turn % list.length];
    const folder = join(turn % 2 === 0 ? inMemory : room, at(folders) ?? '');
    mkdirSync(folder, { recursive: true });
    const content = copied(join(folder, `content-${turn}`), turn);
    const output = join(room, `site-${turn}`);
    const asNobody = isRoot && turn % 5 === 3;
    const isAbsolute = turn % 4 === 1;
    const call = [
      ...['build', '--now', now, '--content', isAbsolute ? content : relative(folder, content)],
      ...['--output', asNobody ? `${output}/nobody/site` : output],
      ...(turn % 3 === 1 ? ['--no-cache'] : []),
    ];
    if (asNobody) mkdirSync(join(output, 'nobody'), { recursive: true });
    for (const path of asNobody ? [output, join(output, 'nobody'), folder, join(folder, '.cache')] : []) {
      mkdirSync(path, { recursive: true });
      chmodSync(path, 0o777);
    }
    const user = asNobody ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'] : [];
    const shell = `umask ${at(masks)} && exec "$@"`;
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', shell, 'sh', ...user, process.execPath, program, ...call],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          TZ: at(zones),
          LANG: at(languages),
          LC_ALL: at(languages.toReversed()),
          HOME: asNobody ? '/nonexistent' : room,
        },
      },
    );
    if (status !== 0) throw new Error(`build ${turn}: status ${status}\n${stderr}`);
    const found = hashOf(asNobody ? `${output}/nobody/site` : output);
    hashes.set(found, (hashes.get(found) ?? 0) + 1);
  }
} finally {
  rmSync(room, { recursive: true, force: true });
  rmSync(inMemory, { recursive: true, force: true });
}
for (const [found, count] of hashes) process.stdout.write(`${found} ${count}\n`);
process.exitCode = hashes.size === 1 ? 0 : 1;
