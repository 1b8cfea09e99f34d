import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { enMd, frMd } from '../content/folder.ts';
import {
  called,
  type Ended,
  type Files,
  filesOf,
  filled,
  meaculpa,
  notice,
  now,
  settings,
  workshop,
} from './command.ts';

// A busy machine builds slowly.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const root = workshop();
const withBom = (text = ''): Uint8Array => Buffer.from(`\ufeff${text}`);
const withCrLf = (text = ''): string => text.replaceAll('\n', '\r\n');

/** One grey pixel, with bytes that are no UTF-8. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** Two notices with one title, a file with a BOM, files with CRLF, an emoji and accents that combine. */
const files: Files = {
  ...settings,
  ...notice('one'),
  ...notice('two'),
  ...notice('three', '📬 Mail down, a\u0300 bientôt', '📬 Panne de courriel, e\u0301te\u0301'),
  'incidents/one/en.md': withBom(`${enMd}\n![A grey dot](dot.png)\n`),
  'incidents/one/fr.md': withCrLf(`${frMd}\n![Un point gris](dot.png)\n`),
  'incidents/one/dot.png': dot,
  'incidents/two/incident.yml': withCrLf(String(notice('two')['incidents/two/incident.yml'])),
};
const content = filled(join(root, 'content'), files);
const output = join(root, '_site');
const broken = filled(join(root, 'broken'), { ...files, 'incidents/one/incident.yml': 'impact: dreadful\n' });
let built: Ended;

const build = (args: readonly string[], how = {}) =>
  meaculpa(['build', '--content', content, '--output', output, ...now, ...args], how);
/** The files in which a site differs from the first one. */
function changed(site: string): readonly string[] {
  const [first, other] = [filesOf(output), filesOf(site)];
  return [...new Set([...first.keys(), ...other.keys()])].filter(
    (path) => first.get(path) !== other.get(path),
  );
}
const besides = () => readdirSync(root).filter((name) => name.startsWith('_site'));

beforeAll(async () => {
  built = await build([]);
});

test('a build says in one line on standard output what it built', () => {
  expect(built.err).toBe('');
  expect(built.out).toMatch(
    /^Built \S+_site: 3 notices, \d+ pages in English and French, in [\d.]+\u00a0s\.\n$/,
  );
  expect(built.status).toBe(0);
  expect(besides()).toEqual(['_site']);
});

test('what is in place as it would be built stays; what somebody changed there is built again', async () => {
  const cwd = filled(join(root, 'unchanged'), {});
  const site = join(cwd, '_site');
  const again = () => build(['--output', site], { cwd });
  const first = await again();
  const files = filesOf(site);
  const { ino } = statSync(join(site, 'index.html'));
  const second = await again();
  expect([second.status, second.err]).toEqual([0, first.err]);
  const untimed = ({ out }: Ended) => out.replace(/[\d.]+\s+s\.\s*$/, '');
  expect(untimed(second)).toBe(untimed(first));
  expect(statSync(join(site, 'index.html')).ino).toBe(ino);
  for (const change of [
    () => appendFileSync(join(site, 'index.html'), ' '),
    () => rmSync(join(site, '404.html')),
  ]) {
    change();
    expect((await again()).status).toBe(0);
    expect(filesOf(site)).toEqual(files);
  }
  // What is not of the site is not lost: it is refused before anything is looked up.
  writeFileSync(join(site, 'stray.html'), '');
  expect((await again()).status).toBe(2);
});

test('the manifest names every file as it is, and every address', () => {
  const manifest = JSON.parse(readFileSync(join(output, 'meaculpa.json'), 'utf8'));
  const found = [...filesOf(output)].filter(([path]) => path !== 'meaculpa.json');
  expect(manifest.files).toEqual(
    found.map(([path, text]) => {
      const bytes = Buffer.from(text, 'latin1');
      return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
  expect(manifest.addresses).toContain('/en/incidents/one/');
  expect(manifest.addresses).toContain('/404.html');
});

test('an image beside a note is published byte for byte', () => {
  expect(readFileSync(join(output, 'images', 'one', 'dot.png'))).toEqual(dot);
  expect(readFileSync(join(output, 'fr/incidents/one/index.html'), 'utf8')).toContain('/images/one/dot.png');
});

test('no inline style but those that the content policy of its address names, and no script', () => {
  const headers = readFileSync(join(output, '_headers'), 'utf8');
  const policies = [...headers.matchAll(/^(\/\S*)\n {2}Content-Security-Policy: (.*)$/gm)];
  expect(policies.length).toBeGreaterThan(10);
  for (const [, , policy = ''] of policies) {
    expect(policy).toContain("default-src 'none'");
    // Cloudflare Pages reads no line longer than that.
    expect(policy.length).toBeLessThan(1_900);
  }
  /** Of every rule that matches, as a host adds them up. */
  const policiesAt = (address: string) =>
    policies.filter(([, rule = '']) =>
      rule.endsWith('*') ? address.startsWith(rule.slice(0, -1)) : rule === address,
    );
  for (const [path, text] of filesOf(output)) {
    if (!path.endsWith('.html')) continue;
    const own = policiesAt(`/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`);
    for (const [, style = ''] of text.matchAll(/<style>([\s\S]*?)<\/style>/g)) {
      const hash = createHash('sha256').update(Buffer.from(style, 'latin1')).digest('base64');
      expect(own.length, path).toBe(1);
      expect(own[0]?.[2], path).toContain(`'sha256-${hash}'`);
    }
    expect(text, path).not.toMatch(/ style="| on[a-z]+="|<script>/);
  }
});

test.concurrent.each([
  ['Tokyo and French', { TZ: 'Asia/Tokyo', LC_ALL: 'fr_CA.UTF-8' }],
  ['no language and no zone', { TZ: 'UTC', LC_ALL: 'C', LANG: '' }],
])('%s: the same bytes, whatever the machine and the order of the files', async (name, env) => {
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  const folder = filled(join(root, name, 'content'), reversed);
  const { status } = await meaculpa(
    ['build', '--content', folder, '--output', join(root, name, 'out'), ...now],
    { env },
  );
  expect(status).toBe(0);
  expect(changed(join(root, name, 'out'))).toEqual([]);
});

test('on a sub-path the links carry it and the folder holds what lies below; folders above are made', async () => {
  const folder = filled(join(root, 'below'), {
    ...files,
    'site.yml': String(files['site.yml']).replace('.ca\n', '.ca/avis/\n'),
  });
  const target = join(root, 'public', 'below');
  const { status, err } = await meaculpa(['build', '--content', folder, '--output', target, ...now]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(readFileSync(join(target, 'fr', 'index.html'), 'utf8')).toContain('href="/avis/fr/');
});

test('without a notice it builds, into a folder that is empty, and says how to begin', async () => {
  const target = filled(join(root, 'quiet'), {});
  const folder = filled(join(root, 'empty'), settings);
  const { status, out } = await meaculpa(['build', '--content', folder, '--output', target, ...now]);
  expect(status).toBe(0);
  expect(out).toMatch(/0 notices, \d+ pages/);
  expect(out).toContain('new incident my-first-notice');
});

describe.concurrent('whole or not at all', () => {
  const copied = (name: string): string => {
    const folder = join(root, name);
    mkdirSync(folder);
    cpSync(output, join(folder, '_site'), { recursive: true });
    return folder;
  };
  /** In a place of its own: a cache that knows the site would leave it as it stands. */
  const buildIn = (folder: string, source: string, how = {}) =>
    meaculpa(['build', '--content', source, '--output', join(folder, '_site'), ...now], {
      cwd: filled(`${folder} from here`, {}),
      ...how,
    });
  const preload = ['--import', join(import.meta.dirname, 'die-in-swap.ts')];

  test('content with errors leaves what was published', async () => {
    const folder = copied('errors');
    const { status, out, err } = await buildIn(folder, broken);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/incident\.yml:1:9 {2}error {2}yaml\/value {2}/);
    expect(changed(join(folder, '_site'))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['_site']);
  });

  test.each([
    ['1 before', true],
    ['2 before', false],
    ['2 after', true],
  ])(
    'killed at rename %s, the site is there or beside, and the next build puts it back',
    async (moment, stands) => {
      const folder = copied(`killed ${moment}`);
      expect((await buildIn(folder, content, { env: { DIE_AT: moment }, node: preload })).status).toBe(
        'SIGKILL',
      );
      expect(existsSync(join(folder, '_site'))).toBe(stands);
      expect((await buildIn(folder, broken)).status).toBe(1);
      expect(changed(join(folder, '_site'))).toEqual([]);
      expect(readdirSync(folder)).toEqual(['_site']);
    },
  );

  test('two builds at once: one waits and says so, and both succeed', async () => {
    const folder = copied('twice');
    const [one, two] = await Promise.all([buildIn(folder, content), buildIn(folder, content)]);
    expect([one.status, two.status]).toEqual([0, 0]);
    expect(one.err + two.err).toMatch(/^(Another build is writing \S+; this one waits for it\.\n)?$/);
    expect(changed(join(folder, '_site'))).toEqual([]);
    expect(readdirSync(folder)).toEqual(['_site']);
  });

  test.skipIf(process.platform === 'win32')(
    'a machine that writes no more: status 3 and a sentence',
    async () => {
      const folder = copied('full');
      // No file over 4 blocks of 1,024 bytes: the system refuses the first page.
      const shim = filled(join(root, 'shim'), { 'limited.sh': `ulimit -f 4\nexec "$@"\n` });
      const { status, err } = await limited(join(shim, 'limited.sh'), folder);
      expect(err).toMatch(/^The system refused: EFBIG .*\n.*untouched/);
      expect(status).toBe(3);
      expect(changed(join(folder, '_site'))).toEqual([]);
      expect(readdirSync(folder)).toEqual(['_site']);
    },
  );

  const limited = (script: string, folder: string): Promise<Ended> =>
    buildIn(folder, content, { through: ['bash', script] });
});

describe('an output that is not ours is refused', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['the content itself', content, /your content/],
    ['what contains the content', root, /your content/],
    ['what is inside the content', join(content, 'out'), /inside the content/],
    ['the current folder', '.', /everything else there/],
    ['a folder with other files', filled(join(root, 'photos'), { 'cat.png': 'meow' }), /no site of meaculpa/],
    ['a file', join(content, '..', 'photos', 'cat.png'), /is a file/],
    [
      'a repository',
      filled(join(root, 'repo'), { '.git/HEAD': 'x', 'meaculpa.json': '{"meaculpa":1}' }),
      /Git/,
    ],
  ];
  test.each(cases)('%s', async (_name, target, sentence) => {
    const { status, err } = await called(['build', '--content', content, '--output', target, ...now]);
    expect(status).toBe(2);
    expect(err).toMatch(sentence);
  });
});
