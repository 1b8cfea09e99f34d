import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { upgradeTo } from '../../src/cli/upgrade.ts';
import { compareVersions, type Release, releases, releasesBetween } from '../../src/edit/versions.ts';
import { calling } from './calling.ts';
import { called, filesOf, filled, workshop } from './command.ts';

const root = workshop();
let made = 0;

/** Made up: the key `severity` became `impact` in 0.2.0, and `FAQ` was the only heading left in 0.3.0. */
const madeUp: readonly Release[] = [
  { version: '0.1.0', notes: [{ en: 'First.', fr: 'Première.' }], migrations: [] },
  {
    version: '0.2.0',
    notes: [{ en: '“severity” is now “impact”.', fr: '« severity » s’appelle « impact ».' }],
    migrations: [{ files: /(?:^|\/)incident\.yml$/, mend: (text) => text.replace(/^severity:/m, 'impact:') }],
  },
  {
    version: '0.10.0',
    notes: [{ en: 'One heading.', fr: 'Un seul titre.' }],
    migrations: [{ files: /\/en\.md$/, mend: (text) => text.replace(/^## Questions$/m, '## FAQ') }],
  },
];

const facts = 'services: [email]\n# why: the press says so\nseverity:   major   # as said\n';
const words = '---\ntitle: Down\n---\n\n## Questions\n';
const contentOf = (version?: string) =>
  filled(join(root, `content-${++made}`), {
    'site.yml': 'severity: not ours\n',
    'incidents/2019/mail/incident.yml': facts,
    'incidents/2019/mail/en.md': words,
    '.version': version && `${version}\n`,
  });

test('it says what changed since the version of the content, and writes nothing', async () => {
  for (const [lang, sentence] of [
    ['en', '“severity” is now “impact”.'],
    ['fr', '« severity » s’appelle « impact ».'],
  ] as const) {
    const content = contentOf('0.1.0');
    const before = filesOf(content);
    const { call, out } = calling(content, [], { lang });
    expect(await upgradeTo('0.10.0', madeUp, call)).toBe(0);
    expect(out()).toContain(sentence);
    expect(out()).not.toMatch(/First\.|Première\./);
    expect(out()).toContain('- severity:   major   # as said\n  + impact:   major   # as said');
    expect(out()).toContain(`upgrade --write --content ${content}`);
    expect(filesOf(content)).toEqual(before);
  }
});

test('--write mends the files in the order of the versions, keeps all else, and records the version', async () => {
  const content = contentOf('0.1.0');
  const { call } = calling(content, [], { write: true });
  expect(await upgradeTo('0.10.0', madeUp, call)).toBe(0);
  expect(Object.fromEntries(filesOf(content))).toEqual({
    '.version': '0.10.0\n',
    'site.yml': 'severity: not ours\n',
    'incidents/2019/mail/incident.yml': facts.replace('severity:', 'impact:'),
    'incidents/2019/mail/en.md': words.replace('Questions', 'FAQ'),
  });
  const again = calling(content, [], { write: true });
  expect(await upgradeTo('0.10.0', madeUp, again.call)).toBe(0);
  expect(again.out()).toContain('up to date');
});

test('only what lies between the two versions is done', async () => {
  const content = contentOf('0.2.0');
  const { call } = calling(content, [], { write: true });
  await upgradeTo('0.9.0', madeUp, call);
  expect(readFileSync(join(content, 'incidents/2019/mail/incident.yml'), 'utf8')).toBe(facts);
  expect(readFileSync(join(content, '.version'), 'utf8')).toBe('0.9.0\n');
});

test('content that names no version is of the beginning; content of a later version is refused', async () => {
  const { call, out } = calling(contentOf(), []);
  await upgradeTo('0.2.0', madeUp, call);
  expect(out()).toContain('First.');
  const later = calling(contentOf('0.10.0'), []);
  await expect(upgradeTo('0.2.0', madeUp, later.call)).rejects.toMatchObject({ status: 2 });
});

test('where the last file cannot be put in its place, those before it are taken out again', async () => {
  const content = contentOf();
  // The record is written last, and a folder has its name.
  filled(content, { '.version/kept': '' });
  const before = filesOf(content);
  const { call, out } = calling(content, [], { write: true });
  await expect(upgradeTo('0.10.0', madeUp, call)).rejects.toMatchObject({ code: 'EISDIR' });
  expect(out()).toContain('+ impact:');
  expect(filesOf(content)).toEqual(before);
});

test('versions are compared as numbers', () => {
  expect(compareVersions('0.9.0', '0.10.0')).toBeLessThan(0);
  expect(compareVersions('1.0.0', '1.0.0')).toBe(0);
  expect(releasesBetween('0.1.0', '0.10.0', madeUp).map(({ version }) => version)).toEqual([
    '0.2.0',
    '0.10.0',
  ]);
});

test('the table ends with the version of the package, in the order of the versions', () => {
  const versions = releases.map(({ version }) => version);
  expect(versions.at(-1)).toBe(packageJson.version);
  expect(versions.toSorted(compareVersions)).toEqual(versions);
});

test('a site that init just made is up to date', async () => {
  const site = join(root, 'fresh');
  await called(['init', site, '--yes', '--now', '2026-11-29T12:00Z']);
  const content = join(site, 'content');
  expect(existsSync(join(content, '.version'))).toBe(true);
  const { status, out } = await called(['upgrade', '--content', content]);
  expect([status, out]).toEqual([0, expect.stringContaining('up to date')]);
});
