import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statusLine } from '../../src/cli/status-line.ts';
import { columnsOf, wrapped } from '../../src/cli/terminal.ts';
import { enMd, frMd, incidentYml } from '../content/folder.ts';
import { called, type Files, filled, notice, now, settings, workshop } from './command.ts';

const root = workshop();
let folders = 0;
const folder = (files: Files) =>
  filled(join(root, `c${++folders}`), { ...settings, ...notice('mail'), ...files });
const screen = { terminal: true, columns: 80 };

/** The paths of a folder as they are below it. */
const below = (text: string, content: string) => text.replaceAll(`${relative(process.cwd(), content)}/`, '');

/** What someone who watches is shown, below the folder; a mark for each colour. */
async function shown(content: string, args: readonly string[] = [], columns = 80, environment = {}) {
  const { err } = await called(['check', '--content', content, ...now, ...args], environment, {
    ...screen,
    columns,
  });
  return below(err, content);
}

/** One error and two warnings in the French text, and one warning in the English one. */
const mixed: Files = {
  'incidents/mail/fr.md': frMd
    .replace('Nous cherchons', 'Nous mettons tout en œuvre. Nous cherchons')
    .replace('## Chronologie', '## Chronologi')
    .replace('la cause.', 'la <b>cause</b>.'),
  'incidents/mail/en.md': enMd.replace('We are', 'Sorry for any inconvenience. We are'),
};

describe('on a terminal', () => {
  test('each file stands once, with its problems aligned below it, errors first', async () => {
    const text = stripVTControlCharacters(await shown(folder(mixed), ['--lang', 'fr']));
    const lines = text.split('\n');
    const heads = lines.filter((line) => /^\S+\.md$/.test(line));
    expect(heads).toEqual(['incidents/mail/fr.md', 'incidents/mail/en.md']);
    const spots = lines.flatMap(
      (line) => /^( *\d+:\d+) {2}([✗!]) (erreur|avertissement)\u00a0: /.exec(line)?.slice(1) ?? [],
    );
    expect(spots).toEqual([
      '    6:1',
      '✗',
      'erreur',
      '   10:6',
      '!',
      'avertissement',
      '  10:47',
      '!',
      'avertissement',
      '  10:11',
      '!',
      'avertissement',
    ]);
    expect(lines).toContain('           → Vouliez-vous écrire «\u00a0## Chronologie\u00a0»?');
  });

  test('errors and warnings have their colour', async () => {
    const text = await shown(folder(mixed));
    expect(text).toContain('\u001b[31merror:\u001b[39m');
    expect(text).toContain('\u001b[33mwarning:\u001b[39m');
    expect(text).toContain('\u001b[1mincidents/mail/fr.md\u001b[22m');
  });

  test.each([40, 60, 80])(
    'at %i columns no line is longer, and what follows hangs below its words',
    async (columns) => {
      const text = stripVTControlCharacters(await shown(folder(mixed), [], columns));
      const lines = text.split('\n');
      // An address that has no space may be longer; here there is none.
      expect(lines.filter((line) => line.length > columns)).toEqual([]);
      for (const line of lines.filter((one) => /^ {8}/.test(one))) expect(line).toMatch(/^ {11}(?: {2})?\S/);
    },
  );

  test('a very wide terminal keeps to lines that can be read', async () => {
    const text = stripVTControlCharacters(await shown(folder(mixed), [], 300));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test.each([
    ['en', '1 error, 3 warnings in 2 files.'],
    ['fr', '1 erreur, 3 avertissements dans 2 fichiers.'],
  ])('the count is last, in %s', async (lang, count) => {
    expect((await shown(folder(mixed), ['--lang', lang])).trimEnd().split('\n').at(-1)).toBe(count);
  });

  test('what is found most often is named after the count', async () => {
    const again = mixed['incidents/mail/en.md']
      ?.toString()
      .replace('the cause.', 'the cause. Sorry for any inconvenience.');
    const text = await shown(folder({ ...mixed, 'incidents/mail/en.md': again }));
    expect(text).toMatch(/1 error, 4 warnings in 2 files\. Most frequent: wording\/inconvenience \(2\)\.\n$/);
  });

  test.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('with %o it is as in a pipe', async (environment) => {
    const content = folder(mixed);
    const piped = await called(['check', '--content', content, ...now]);
    expect(await shown(content, [], 80, environment)).toBe(below(piped.err, content));
  });

  test('no colour is asked for by a variable that says something', async () => {
    expect(await shown(folder(mixed), [], 80, { NO_COLOR: '' })).toContain('\u001b[31m');
  });

  test('what stands in content steers nothing', async () => {
    const content = folder({ 'incidents/mail/incident.yml': `impact: "\\e[2J\\nred"\n` });
    expect(await shown(content)).not.toContain('\u001b[2J');
  });
});

describe('a long list', () => {
  const many: Files = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => `n${index}`).flatMap((id) =>
      Object.entries({
        ...notice(id),
        [`incidents/${id}/incident.yml`]: `${incidentYml.replace('email', 'emial')}zones: []\nowner: me\n`,
      }),
    ),
  );
  const spots = (text: string) => text.match(/^ +\d+:\d+ {2}/gm)?.length ?? 0;

  test.each([
    ['en', '… and 40 more. To see them all, type: npx meaculpa check --content'],
    ['fr', '… et 40 autres. Pour les voir tous, tapez\u00a0: npx meaculpa check --content'],
  ])('shows the first fifty and how to see the rest, in %s', async (lang, rest) => {
    const text = stripVTControlCharacters(await shown(folder(many), ['--lang', lang]));
    expect(spots(text)).toBe(50);
    expect(text.replace(/\s+/g, ' ')).toContain(rest.replace(/\s+/g, ' '));
    expect(text).toMatch(/90 err/);
  });

  test('--all shows all of them', async () => {
    const text = stripVTControlCharacters(await shown(folder(many), ['--all']));
    expect(spots(text)).toBe(90);
    expect(text).not.toContain('… and');
  });

  test('a pipe always has all of them', async () => {
    const { err } = await called(['check', '--content', folder(many), ...now]);
    expect(err.match(/^\S+:\d+:\d+ {2}error {2}/gm)).toHaveLength(90);
  });
});

describe('the scorecard', () => {
  const apology: Files = {
    'incidents/mail/incident.yml': `${incidentYml}apology:\n  at: 2024-03-04 13:00\n  signer:\n    name: Marie Roy\n    title: { en: President, fr: Présidente }\n`,
    'incidents/mail/en.md': `${enMd}\n## Apology\n\n### We failed you {#responsibility}\n\nWe failed you.\n`,
    'incidents/mail/fr.md': `${frMd}\n## Excuses\n\n### Nous avons failli {#responsibility}\n\nNous avons failli.\n`,
  };

  test('is shown when it is asked for, before the count', async () => {
    const { err } = await called(['check', '--content', folder(apology), ...now, '--apology']);
    const lines = err.trimEnd().split('\n');
    expect(lines.findIndex((line) => line.includes('+ responsibility: present'))).toBeGreaterThan(0);
    expect(lines.at(-1)).toMatch(/^0 errors, \d+ warnings?\.$/);
  });

  test('is not shown otherwise', async () => {
    const { err } = await called(['check', '--content', folder(apology), ...now]);
    expect(err).not.toContain('responsibility: present');
  });
});

describe('a status line', () => {
  const line = (columns: number) => {
    let err = '';
    const system = {
      environment: {},
      home: '/nowhere',
      clock: () => 0,
      elapsed: () => 0,
      terminal: true,
      columns,
      out: () => {},
      err: (text: string) => {
        err += text;
      },
    };
    return { ...statusLine(system), err: () => err };
  };
  /** What is left on the line of a terminal. */
  const left = (text: string) =>
    text.split('\r').reduce((before, part) => part + before.slice(part.length), '');

  test('leaves nothing of what it said, and no colour', () => {
    const { say, clear, err } = line(80);
    say('Lecture de content…');
    say('Ici');
    expect(left(err()).trimEnd()).toBe('Ici');
    clear();
    expect(left(err()).trim()).toBe('');
    expect(err()).not.toContain('\u001b');
    expect(err()).not.toContain('\n');
  });

  test('never breaks into two', () => {
    const { say, err } = line(20);
    say('Reading a folder with a very long name …');
    expect(left(err()).trimEnd()).toBe('Reading a folder w…');
  });
});

describe('wrapping', () => {
  test('loses no word, and no line is too long that has two', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{M}\d:/.«»\u00a0]{1,12}$/u), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (all, columns) => {
        const lines = wrapped(all.join(' '), columns);
        expect(lines.join(' ')).toBe(all.join(' '));
        for (const one of lines) if (one.includes(' ')) expect(columnsOf(one)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('keeps what may not break, and the spaces of what is to be typed', () => {
    expect(wrapped('tapez\u00a0: 14\u00a0h\u00a020', 8)).toEqual(['tapez\u00a0:', '14\u00a0h\u00a020']);
    expect(wrapped('  - at: now', 40)).toEqual(['  - at: now']);
  });
});
