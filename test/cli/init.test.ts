import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { main } from '../../src/cli/main.ts';
import { siteSchema } from '../../src/content/schema/site.ts';
import { load } from '../../src/site/load.ts';
import { called, filesOf, workshop } from './command.ts';

const root = workshop();
const french = { LANG: 'fr_CA.UTF-8' };
let made = 0;
const fresh = () => join(root, `my site ${++made}`);
const read = (...path: readonly string[]) => readFileSync(join(...path), 'utf8');

/** Calls it on a terminal where these answers are typed. */
async function answering(args: readonly string[], answers: readonly string[]) {
  const asked: string[] = [];
  let err = '';
  const left = [...answers];
  const status = await main(args, {
    environment: {},
    home: '/nonexistent',
    zone: 'America/Winnipeg',
    clock: () => Date.parse('2026-11-29T18:00Z'),
    elapsed: () => 0,
    terminal: false,
    ask: async (question) => {
      asked.push(question);
      return left.shift() ?? '';
    },
    out: () => {},
    err: (text) => {
      err += text;
    },
  });
  return { status, asked, err };
}

/** What `check` says of a site on a day. */
const problemsOf = (folder: string, now: string) =>
  load(join(folder, 'content'), () => Date.parse(now)).problems;

describe('without a terminal', () => {
  test('nothing is asked or written: the call to type is said', async () => {
    const folder = fresh();
    for (const [environment, words] of [
      [{}, 'Type: npx meaculpa init'],
      [french, 'Tapez\u00a0: npx meaculpa init'],
    ] as const) {
      const { status, err } = await called(['init', folder], environment);
      expect(status).toBe(2);
      expect(err).toContain(words);
      expect(err).toContain('--yes');
    }
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    ['en', '2026-11-29T12:00Z'],
    ['fr', '2026-03-07T23:30Z'],
    ['fr', '2027-10-25T12:00Z'],
    ['en', '2028-02-29T12:00Z'],
    ['fr', '2026-12-31T23:00Z'],
  ])('--yes makes a site whose first check says nothing: %s, %s', async (primary, now) => {
    const folder = fresh();
    const { status } = await called(['init', folder, '--yes', '--primary', primary, '--now', now]);
    expect(status).toBe(0);
    expect(problemsOf(folder, now)).toEqual([]);
  });

  test('names, zone and services are those given, whatever is in them', async () => {
    const folder = fresh();
    const names = [
      ['--name-en', 'News: "live", {all} # of it'],
      ['--name-fr', 'L’état des services, aujourd’hui : tout'],
      ['--organization-en', '2019'],
      ['--organization-fr', 'null'],
      ['--service', 'Email=Courriel'],
      ['--service', 'On-demand TV=Télé sur demande'],
      ['--zone', 'America/Halifax'],
    ].flat();
    expect((await called(['init', folder, '--yes', ...names, '--now', '2026-11-29T12:00Z'])).status).toBe(0);
    const { site, problems } = load(join(folder, 'content'), () => Date.parse('2026-11-29T12:00Z'));
    expect(problems).toEqual([]);
    expect(site?.zone).toBe('America/Halifax');
    expect(site?.name.en).toBe('News: “live”, {all} # of it');
    expect(site?.organization).toEqual({ en: '2019', fr: 'null' });
    expect(site?.services.map(({ id }) => id)).toEqual(['email', 'on-demand-tv']);
  });

  test('what is there is named and stays', async () => {
    const folder = fresh();
    await called(['init', folder, '--yes', '--now', '2026-11-29T12:00Z']);
    writeFileSync(join(folder, 'README.md'), 'ours');
    const before = filesOf(folder);
    const { status, err } = await called(['init', folder, '--yes', '--now', '2026-11-29T12:00Z']);
    expect(status).toBe(2);
    expect(err).toContain('README.md');
    expect(filesOf(folder)).toEqual(before);
  });

  test.each([
    [['--zone', 'Halifax'], 'Did you mean America/Halifax?'],
    [['--zone', 'America/Montrael'], 'Did you mean America/'],
    [['--zone', 'here'], '“here” is not a time zone'],
    [['--service', 'Email'], 'Email=Courriel'],
    [['--service', 'Email=Courriel', '--service', 'E-mail=A', '--service', 'email=B'], 'named twice'],
    [['--name-en', 'Notices'], '--name-fr is missing'],
    [['--from', '/nowhere/meaculpa.tgz'], '/nowhere/meaculpa.tgz'],
  ])('%s is refused with a sentence', async (args, sentence) => {
    const folder = fresh();
    const { status, err } = await called(['init', folder, '--yes', ...args]);
    expect(status).toBe(2);
    expect(err).toContain(sentence);
    expect(existsSync(folder)).toBe(false);
  });
});

test('once the site has its own address, every text of the example that is left is told', async () => {
  const folder = fresh();
  const now = '2026-11-29T12:00Z';
  await called(['init', folder, '--yes', '--now', now]);
  const settings = join(folder, 'content', 'site.yml');
  for (const [url, left] of [
    ['https://status.example.com/notices', 0],
    ['https://status.example', 0],
    ['https://status.valdespins.invalid', 12],
  ] as const) {
    writeFileSync(settings, read(settings).replace(/^url: .*$/m, `url: ${url}`));
    const found = problemsOf(folder, now);
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(
      Array.from({ length: left }, () => 'file/example warning'),
    );
  }
});

describe('on a terminal', () => {
  test('each question has its answer, and what cannot be read is asked again', async () => {
    const folder = fresh();
    const { status, asked, err } = await answering(
      ['init'],
      [
        folder,
        'Notices',
        'Avis',
        'Us',
        'Nous',
        'Moncton',
        'de',
        'America/Moncton',
        'de',
        'fr',
        'Water=Eau',
        'Gas',
        'Gas=Gaz',
        '',
      ],
    );
    expect(status).toBe(0);
    expect(err).toContain('Did you mean America/Moncton?');
    expect(err).toContain('“de” is neither en nor fr.');
    expect(err).toContain('“Gas” does not name a service in both languages.');
    expect(asked.find((question) => question.includes('zone'))).toContain('America/Winnipeg');
    const { site } = load(join(folder, 'content'), () => Date.parse('2026-11-29T18:00Z'));
    expect(site?.primary).toBe('fr');
    expect(site?.name).toEqual({ en: 'Notices', fr: 'Avis' });
    expect(site?.services.map(({ name }) => name.fr)).toEqual(['Eau', 'Gaz']);
  });

  test('without an answer the suggestion holds', async () => {
    const folder = fresh();
    expect((await answering(['init', folder], [])).status).toBe(0);
    expect(load(join(folder, 'content'), () => Date.parse('2026-11-29T18:00Z')).site?.zone).toBe(
      'America/Winnipeg',
    );
  });
});

describe('the site that it makes', () => {
  const folder = fresh();
  const init = called(['init', folder, '--yes', '--primary', 'fr', '--now', '2026-11-29T12:00Z']);

  test('depends on exactly this version, and brings Node', async () => {
    await init;
    const site: unknown = JSON.parse(read(folder, 'package.json'));
    expect(site).toMatchObject({
      dependencies: { meaculpa: packageJson.version },
      optionalDependencies: { node: packageJson.devDependencies.node },
      scripts: { build: 'meaculpa build', check: 'meaculpa check', start: 'meaculpa serve' },
    });
    expect(read(folder, '.nvmrc').trim()).toBe(packageJson.devDependencies.node);
  });

  test('names every key of site.yml, and comments it in both languages, the primary one first', async () => {
    await init;
    const text = read(folder, 'content', 'site.yml');
    const nested = [
      'phone',
      'email',
      'slug',
      'retired',
      'accent',
      'logo',
      'header',
      'address',
      'unsubscribe',
    ];
    for (const key of [...Object.keys(siteSchema.shape), 'twins', 'sender', ...nested]) {
      expect(text, key).toMatch(new RegExp(`^#?[ {]*.*\\b${key}:`, 'm'));
    }
    expect(text.match(/^# FR /gm)?.length).toBe(text.match(/^# EN /gm)?.length);
    expect(text.indexOf('# FR ')).toBeLessThan(text.indexOf('# EN '));
    expect(read(folder, 'README.md')).toMatch(/## En français[\s\S]*## In English/);
  });

  test('shows an editor its schemas', async () => {
    await init;
    const settings = JSON.parse(read(folder, '.vscode', 'settings.json'));
    for (const schema of Object.keys(settings['yaml.schemas']))
      expect(existsSync(join(folder, schema))).toBe(true);
    expect(read(folder, 'content', '.schema', 'incident.json')).toContain('"email"');
  });

  test('has a past, a plan, and nothing open', async () => {
    await init;
    const { site } = load(join(folder, 'content'), () => Date.parse('2026-11-29T12:00Z'));
    const [incident] = site?.incidents ?? [];
    expect(site?.incidents.length).toBe(1);
    expect(incident?.timeline.at(-1)?.phase).toBe('resolved');
    expect([incident?.apology !== undefined, incident?.credits.length, incident?.commitments.length]).toEqual(
      [true, 1, 2],
    );
    expect(site?.maintenance.map(({ from }) => from.date)).toEqual(['2026-12-13']);
    expect(site?.pages.map(({ id }) => id).toSorted()).toEqual(['about', 'accessibility', 'contact']);
    expect(site?.faq).toBeDefined();
  });
});
