import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { helpOf } from '../../src/cli/help.ts';
import { localeOf } from '../../src/cli/locale.ts';

import { translator } from '../../src/language/translate.ts';
import { called } from './command.ts';

const french = { LANG: 'fr_CA.UTF-8' };

test.each([
  ['a word that is no command', ['biuld'], /“biuld”[\s\S]*npx meaculpa build/],
  ['a word that is like no command', ['zebra'], /“zebra”[\s\S]*build, check, serve/],
  ['an option that is none', ['check', '--contnet', 'x'], /--contnet[\s\S]*--content/],
  ['an option of another command', ['check', '--port', '80'], /--port/],
  ['an option without its value', ['check', '--content'], /--content needs a value/],
  ['an option that swallows the next', ['check', '--content', '--strict'], /--content needs a value/],
  ['a switch with a value', ['check', '--strict=yes'], /--strict takes no value/],
  ['a value that is none of those', ['check', '--format', 'xml'], /“xml”[\s\S]*text, json, github/],
  ['a language that is neither', ['check', '--lang', 'de'], /“de”[\s\S]*en, fr/],
  ['a word too many', ['check', 'content'], /“content”[\s\S]*--content content/],
  ['a folder that is not there', ['check', '--content', '/nowhere/at-all'], /\/nowhere\/at-all/],
  ['a content folder that is a file', ['check', '--content', 'package.json'], /package\.json is a file/],
  ['a clock that is no time', ['check', '--now', 'tomorrow'], /“tomorrow”[\s\S]*2024-03-02 06:40/],
  ['a clock without an hour', ['check', '--now', '2024-03-02'], /2024-03-02 09:00/],
  [
    'a clock at an hour that the clocks jumped over',
    ['check', '--content', 'test/worlds/open/content', '--now', '2026-03-08 02:30'],
    /--now "2026-03-08 03:30"/,
  ],
  ['a port that is none', ['serve', '--port', 'web'], /--port web/],
  ['nothing to do', [], /build[\s\S]*check[\s\S]*serve/],
])('%s is a wrong call: status 2, a sentence, no stack', async (_name, args, sentence) => {
  const { status, out, err } = await called(args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/^\s+at /m);
});

test.each([
  ['verify', ['verify', ''], /^Which site\?/],
  ['import', ['import', '', ''], /^Which kind of history/],
  ['import from', ['import', 'statuspage', ' '], /^Where is the history\?/],
  ['compare', ['compare', 'https://status.example.org', ''], /^Two sites are compared/],
  ['new', ['new', ' '], /^Which kind of notice/],
  ['new with an id', ['new', 'incident', ' '], /^The notice needs an id/],
  ['update', ['update', ' ', '--phase', 'identified'], /^Which notice\?/],
  ['agree', ['agree', ''], /^Which notice\?/],
  ['init', ['init', '', '--yes'], /^The site needs a folder/],
  ['an option', ['check', '--against', ' '], /^--against needs a value/],
  ['an option behind =', ['init', '', '--yes', '--from= '], /^--from needs a value/],
])(
  '%s: what a variable without a value leaves is nothing, and what to give is said',
  async (_name, args, sentence) => {
    const content =
      args[0] === 'update' || args[0] === 'agree' ? ['--content', 'test/worlds/quiet/content'] : [];
    const { status, out, err } = await called([...args, ...content]);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(sentence);
  },
);

test('regions are asked of a site that has none: it is said where they are named', async () => {
  const args = ['update', 'slow-evening', '--content', 'test/worlds/quiet/content', '--phase', 'resolved'];
  const { status, err } = await called([...args, '--regions', 'ns']);
  expect({ status, err }).toEqual({
    status: 2,
    err: 'This site names no regions.\n    Leave out --regions, or name them in site.yml: regions:\n',
  });
  expect((await called([...args, '--regions', 'ns', '--lang', 'fr'])).err).toMatch(
    /^Ce site ne nomme aucune région\.\n {4}Omettez --regions/,
  );
});

test('the language is the one asked for, else that of the machine, for refusals too', async () => {
  expect((await called(['biuld'], french)).err).toContain('Vouliez-vous dire');
  expect((await called(['biuld', '--lang', 'en'], french)).err).toContain('Did you mean');
  expect((await called(['biuld', '--lang=fr'])).err).toContain('Vouliez-vous dire');
  expect((await called(['--lang', 'fr', 'biuld'])).err).toContain('Vouliez-vous dire');
});

test.each([
  [{}, 'en'],
  [{ LANG: 'fr_CA.UTF-8' }, 'fr'],
  [{ LANG: 'fr' }, 'fr'],
  [{ LANG: 'en_CA.UTF-8' }, 'en'],
  [{ LANG: 'fr_CA.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'fr_CA.UTF-8', LC_ALL: '' }, 'fr'],
  [{ LANG: 'en_CA.UTF-8', LC_MESSAGES: 'fr_CA' }, 'fr'],
  [{ LC_ALL: 'POSIX', LC_MESSAGES: 'fr_CA', LANG: 'fr_CA' }, 'en'],
  // Frisian is not French.
  [{ LANG: 'fry' }, 'en'],
] as const)('%j speaks %s', (environment, locale) => {
  expect(localeOf(environment)).toBe(locale);
});

test.each(['--help', '-h', 'help'])('%s shows the commands', async (asked) => {
  const { status, out } = await called([asked]);
  expect(status).toBe(0);
  for (const name of Object.keys(commands)) expect(out).toContain(name);
});

test.each(Object.entries(commands))(
  '%s --help shows each of its options in both languages',
  async (name, command) => {
    for (const locale of ['en', 'fr'] as const) {
      const { status, out } = await called([name, '--help', '--lang', locale]);
      expect(status).toBe(0);
      expect(out).toBe(helpOf(name, command, translator(locale)));
      for (const option of command.options) expect(out).toContain(`--${option}`);
    }
    expect((await called(['help', name])).out).toBe(helpOf(name, command, translator('en')));
  },
);

test('--version says it', async () => {
  expect((await called(['--version'])).out).toMatch(/^meaculpa \d+\.\d+\.\d+, Node 24\./);
});
