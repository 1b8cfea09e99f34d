import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { enMd, frMd } from '../content/folder.ts';
import {
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

// A busy machine is slow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const root = workshop();
const repository = join(import.meta.dirname, '..', '..');
const plugin = pathToFileURL(join(repository, 'src', 'index.ts')).href;

/** One grey pixel; brackets and a star make a pattern of a name. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const content: Files = {
  ...settings,
  ...notice('mail'),
  'site.yml': String(settings['site.yml']).replace('.ca\n', '.ca/avis/\n'),
  'incidents/mail/en.md': `${enMd}\n![A grey dot](dot.png)\n\n![Another](dot[1].png)\n`,
  'incidents/mail/fr.md': `${frMd}\n![Un point gris](dot.png)\n\n![Un autre](dot[1].png)\n`,
  'incidents/mail/dot.png': dot,
  'incidents/mail/dot[1].png': dot,
};

const configured = (options: object, more = '', returned: object = { dir: { input: 'site' } }) => `
import { writeFileSync } from 'node:fs';
export default async function (eleventyConfig) {
  const { meaculpa } = await import('${plugin}');
  eleventyConfig.addPlugin(meaculpa, ${JSON.stringify({ now: now[1], ...options })});
  ${more}
  return ${JSON.stringify(returned)};
}
`;

/** A site of another theme: its own layout for everything, a transform that sees every page, a banner. */
const foreign: Files = {
  'package.json': '{ "type": "module" }',
  'eleventy.config.js': configured(
    { prefix: 'avis' },
    `eleventyConfig.addGlobalData('layout', 'base.njk');
    const seen = [];
    eleventyConfig.addTransform('seen', function (text) {
      seen.push(this.page.url);
      return text;
    });
    eleventyConfig.on('eleventy.after', () => writeFileSync('seen.json', JSON.stringify(seen)));`,
  ),
  'site/_includes/base.njk': '<title>Acme</title><main>{{ content | safe }}</main>',
  'site/index.njk':
    '{{ meaculpa.fr.status.state }}{% for one in meaculpa.fr.status.open %} <a href="{{ one.url }}">{{ one.title }}</a> {{ one.state }} {{ one.since }} {{ one.started }}{% endfor %}',
  'site/about.liquid':
    '{{ meaculpa.en.status.word }}. {% for one in meaculpa.en.status.open %}{{ one.title }}{% endfor %} {{ collections.all | size }}',
};

const eleventy = (folder: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const program = join(repository, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
    const child = spawn(process.execPath, [program], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: '/nonexistent', ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('close', (code, signal) => resolve({ status: code ?? signal, out, err }));
  });

/** What the command makes of the same content. */
const ours = join(root, 'ours');
const theirs = filled(join(root, 'their site'), foreign);

beforeAll(async () => {
  filled(join(theirs, 'content'), content);
  const built = await meaculpa(['build', '--output', ours, ...now], { cwd: theirs });
  expect(built).toMatchObject({ status: 0, err: '' });
});

describe('in a site of another theme', () => {
  let ended: Ended;
  beforeAll(async () => {
    ended = await eleventy(theirs);
  });

  test('it is built beside what is theirs, with the bytes of the command', () => {
    expect(ended).toMatchObject({ status: 0 });
    const below = join(theirs, '_site', 'avis');
    expect(filesOf(below)).toEqual(filesOf(ours));
    expect(filesOf(below).get('images/mail/dot[1].png')).toBe(dot.toString('latin1'));
  });

  test('a banner tells the state of things in either language', () => {
    const page = (name: string) => readFileSync(join(theirs, '_site', name, 'index.html'), 'utf8');
    expect(page('')).toBe(
      '<title>Acme</title><main>major_outage <a href="/avis/fr/incidents/mail/">Panne de courriel</a> Panne majeure 2\u00a0mars, 6\u00a0h\u00a040\u00a0(HA) 2024-03-02T06:40-04:00</main>',
    );
    expect(page('about')).toContain('Major outage. Email down 2</main>');
  });

  test('their transforms see every page of ours', () => {
    const seen: readonly string[] = JSON.parse(readFileSync(join(theirs, 'seen.json'), 'utf8'));
    const { addresses } = JSON.parse(readFileSync(join(ours, 'meaculpa.json'), 'utf8'));
    const expected = ['/', '/about/', ...addresses.map((path: string) => `/avis${path}`)];
    expect([...seen].sort()).toEqual(expected.sort());
  });
});

test('alone, `npx @11ty/eleventy` makes the bytes of `meaculpa build`', async () => {
  const folder = filled(join(root, 'alone'), {
    'package.json': '{ "type": "module" }',
    '.eleventy.js': configured({ content: 'notes' }, '', { pathPrefix: '/avis/' }),
  });
  filled(join(folder, 'notes'), content);
  expect(await eleventy(folder)).toMatchObject({ status: 0 });
  expect(filesOf(join(folder, '_site'))).toEqual(filesOf(ours));
});

describe('what is wrong stops it with a sentence, and no stack', () => {
  const broken = (name: string, config: string, files: Files = {}) => {
    const folder = filled(join(root, name), {
      'package.json': '{ "type": "module" }',
      'site/index.md': 'Words',
      'eleventy.config.js': config,
    });
    filled(join(folder, 'content'), { ...content, ...files });
    return folder;
  };
  const french = { LC_ALL: 'fr_CA.UTF-8' };
  const cases: readonly (readonly [string, string, Files, RegExp])[] = [
    [
      'a heading',
      configured({ prefix: 'avis' }),
      { 'incidents/mail/fr.md': frMd.replace('## Chronologie', '## Chronologi') },
      /content\/incidents\/mail\/fr\.md:6:\d+ {2}error {2}section\/unknown {2}.*Chronologi/,
    ],
    ['a folder that is not there', configured({ prefix: 'avis', content: 'contenu' }), {}, /contenu/],
    [
      'a prefix',
      configured({ prefix: 'etat' }),
      {},
      /Dans site\.yml, url est https:\/\/\S+\/avis\u00a0: le site serait donc à \/avis\/, mais Eleventy le place à \/etat\/\./,
    ],
    ['a clock', configured({ prefix: 'avis', now: 'demain' }), {}, /demain/],
  ];
  test.each(cases)('%s', async (name, config, files, sentence) => {
    const { status, out, err } = await eleventy(broken(name, config, files), french);
    expect(out + err).toMatch(sentence);
    expect(out + err).not.toMatch(/^\s+at |stack|UserError/m);
    expect(status).toBe(1);
  });
});
