import { execFile, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { filesOf, meaculpa, now, workshop } from '../cli/command.ts';

// A busy machine is slow, and npm asks the registry for what it does not have yet.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 900_000 });

const root = workshop();
const repository = join(import.meta.dirname, '..', '..');
const site = join(root, 'my site');
const bin = join(site, 'node_modules', '.bin');
// Nothing of this repository is in the way of what the site has.
const outside = (process.env.PATH ?? '').split(':').filter((path) => !path.startsWith(repository));
const environment = { HOME: process.env.HOME, LANG: 'C', PATH: [bin, ...outside].join(':') };
const run = promisify(execFile);

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}
let packed: Packed;

/** Runs a command in the site as a person would, and gives what it said on either end. */
async function inSite(command: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(command, args, { cwd: site, env: environment });
  return stdout + stderr;
}

/** What a person types there. */
const npx = (...args: readonly string[]) => inSite('npx', '--no-install', 'meaculpa', ...args);

beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', root], { cwd: repository });
  [packed] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  const from = join(root, packed.filename);
  const begun = await meaculpa(['init', site, '--yes', '--primary', 'fr', '--from', from, ...now]);
  expect(begun).toMatchObject({ status: 0 });
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: site,
    env: environment,
  });
});

describe('what npm pack gives', () => {
  test('is what runs, and nothing that only its making needs', () => {
    const paths = packed.files.map(({ path }) => path);
    for (const path of [
      'dist/index.js',
      'dist/index.d.ts',
      'dist/cli/main.js',
      'dist/views/pages/incident.njk',
      'dist/views/ready/incident.css',
      'dist/views/scripts/search.js',
      'dist/views/scripts/search-words.js',
      'dist/schemas/fr/incident.json',
      'dist/starter/_gitignore',
      'locales/fr/site.json',
      'src/cli/meaculpa.js',
      'CHANGELOG.md',
      'LICENSE',
    ]) {
      expect(paths).toContain(path);
    }
    expect(
      paths.filter((path) => /(?<!\.d)\.ts$|examples\.yml$|^test|^content|\/minify\./.test(path)),
    ).toEqual([]);
  });

  test('runs no script when it is installed, and brings no Node', () => {
    const manifest = JSON.parse(readFileSync(join(site, 'node_modules', 'meaculpa', 'package.json'), 'utf8'));
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
      expect(manifest.scripts).not.toHaveProperty(script);
    }
    expect(manifest.private).toBeUndefined();
    expect({ ...manifest.dependencies, ...manifest.optionalDependencies }).not.toHaveProperty('node');
    // The first release of Node 24 whose zones know British Columbia and Alberta as they are since 2026 (tzdata 2026c).
    expect(manifest.engines.node).toBe('^24.20.0');
  });

  test('says a sentence on an older Node', async () => {
    const older = join(root, 'older.mjs');
    writeFileSync(older, "Object.defineProperty(process.versions, 'node', { value: '20.1.0' });");
    const launcher = join(site, 'node_modules', 'meaculpa', 'src', 'cli', 'meaculpa.js');
    const failed = run(process.execPath, ['--import', older, launcher, 'check'], { cwd: site });
    await expect(failed).rejects.toMatchObject({
      code: 3,
      stderr: expect.stringMatching(
        /^This is Node 20\.1\.0, .*24\.20.* -p node@24 .* init DIR\nNode 20\.1\.0 est trop ancien.* -p node@24 .* init DOSSIER\n$/,
      ),
    });
  });

  test('has types that another program can read', async () => {
    writeFileSync(
      join(site, 'reader.ts'),
      [
        "import { load, type Loaded } from 'meaculpa';",
        "const loaded: Loaded = load('content', () => 0);",
        'export const count: number | undefined = loaded.site?.incidents.length;',
        '// @ts-expect-error a content folder has a path',
        'load(1, () => 0);',
      ].join('\n'),
    );
    const tsc = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024'];
    await expect(run(process.execPath, [tsc, ...options, 'reader.ts'], { cwd: site })).resolves.toBeDefined();
  });
});

describe('a site that init made, on a path with a space', () => {
  test('is checked and built by npm alone, and says nothing', async () => {
    expect(await inSite('npm', 'run', 'check', '--', ...now)).toContain('No problem.');
    expect(await inSite('npm', 'run', 'build', '--', ...now)).toContain('2 notices');
  });

  test('has the same bytes as from the sources of the program', async () => {
    await npx('build', ...now, '--output', '_site');
    const { status } = await meaculpa(['build', ...now, '--output', '_sources'], { cwd: site });
    expect(status).toBe(0);
    expect(filesOf(join(site, '_site'))).toEqual(filesOf(join(site, '_sources')));
  });

  test('is made by Eleventy too, whose configuration it has', async () => {
    await inSite('npx', '--no-install', '@11ty/eleventy', '--quiet', '--output=_eleventy');
    // What is found has the clock of the build in it, and its files are named by what they hold.
    const names = (folder: string) =>
      [...filesOf(join(site, folder)).keys()].filter((name) => !/^assets\/search\/.*\//.test(name));
    expect(names('_eleventy')).toEqual(names('_site'));
  });

  test('grows by new, update and agree', async () => {
    const titles = ['--title-en', 'Email down', '--title-fr', 'Panne de courriel'];
    expect(await npx('new', 'incident', 'mail', ...titles, ...now)).toContain('npx meaculpa check');
    expect(await npx('update', 'mail', '--phase', 'identified', '--now', '2024-03-05T13:00-04:00')).toContain(
      'content/incidents/mail/incident.yml:',
    );
    const agreed = await npx('agree', 'example-interruption');
    expect(agreed).toContain('content/agreed.yml');
    expect(await npx('schema')).toContain('content/.schema/site.json');
    expect(await npx('upgrade')).toContain('up to date');
  });

  test('is served and followed', async () => {
    const folder = join(site, 'content', 'incidents', 'mail');
    const facts = join(folder, 'incident.yml');
    // What `new` leaves to be filled keeps the site from being built.
    writeFileSync(facts, readFileSync(facts, 'utf8').replace(/^/, 'draft: true\n'));
    const child = spawn('npm', ['start', '--', '--port', '0', ...now], {
      cwd: site,
      env: environment,
      detached: true,
    });
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = '';
        const hear = (text: Buffer) => {
          said += text;
          const found = /http:\/\/[^\s]+/.exec(said)?.[0];
          if (found !== undefined) resolve(found);
        };
        child.stdout.on('data', hear);
        child.stderr.on('data', hear);
        child.on('exit', () => reject(new Error(said)));
      });
      await vi.waitFor(async () => expect((await fetch(new URL('/fr/', url))).status).toBe(200), {
        timeout: 120_000,
        interval: 500,
      });
    } finally {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    }
  });
});
