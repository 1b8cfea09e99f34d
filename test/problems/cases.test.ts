import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseCases, withReports } from './cases.ts';
import { base, folderWith } from './changes.ts';

const reports =
  '```en\nsite.yml:1:1  error  a/b  No.\n  Do.\n```\n\n```fr\nsite.yml:1:1  error  a/b  Non.\n```\n';
const source = `# a/b

## A first case

- replace site.yml: zone: America/Halifax → zone: Atlantic{U+00A0}Time
- remove faq

${reports}
## A second one

\`\`\`\`append faq/en.md

## Not a title
\`\`\`
\`\`\`\`

${reports}`;

test('a file of cases holds titles, changes and reports, with their lines', () => {
  const [first, second, ...more] = parseCases(source);
  expect(more).toEqual([]);
  expect(first).toEqual({
    title: 'A first case',
    line: 3,
    changes: [
      { does: 'replace', file: 'site.yml', text: 'zone: America/Halifax', to: 'zone: Atlantic\u00a0Time' },
      { does: 'remove', file: 'faq', text: '', to: '' },
    ],
    reports: {
      en: { text: 'site.yml:1:1  error  a/b  No.\n  Do.\n', from: 8, until: 10 },
      fr: { text: 'site.yml:1:1  error  a/b  Non.\n', from: 13, until: 14 },
    },
  });
  expect(second?.title).toBe('A second one');
  expect(second?.changes).toEqual([
    { does: 'append', file: 'faq/en.md', text: '\n## Not a title\n```\n', to: '' },
  ]);
});

test.each([
  ['## A\n\n- delete site.yml\n', 'line 3: this is no change: - delete site.yml'],
  ['## A\n\nReplaces nothing.\n', 'line 3: this is no change: Replaces nothing.'],
  ['## A\n\n- replace site.yml: url\n', 'line 3: “replace FILE: old → new” has one arrow'],
  ['## A\n\n- replace site.yml: a → b → c\n', 'line 3: “replace FILE: old → new” has one arrow'],
  ['## A\n\n```write faq/en.md\nwords\n', 'line 3: this block is not closed'],
  ['## A\n\n```en\n```\n', 'line 1: “A” lacks a report'],
])('what is no case is an error with its line: %j', (wrong, message) => {
  expect(() => parseCases(wrong)).toThrow(message);
});

test('reports are put in their place, and nothing else changes', () => {
  const old = parseCases(source).map((one) => ({ en: one.reports.en.text, fr: one.reports.fr.text }));
  expect(withReports(source, old)).toBe(source);
  const [first = { en: '', fr: '' }, second = first] = old;
  const longer = { ...first, fr: 'site.yml:1:1  error  a/b  Un\u202e signe.\n  Retirez-le.\n' };
  const lines = source.split('\n');
  lines[13] = 'site.yml:1:1  error  a/b  Un{U+202E} signe.\n  Retirez-le.';
  const written = withReports(source, [longer, second]);
  expect(written).toBe(lines.join('\n'));
  expect(parseCases(written)[0]?.reports.fr.text).toBe(longer.fr);
});

/** The folder with the changes that these lines ask for. */
function changed(lines: string): (name: string) => Buffer {
  const folder = folderWith(parseCases(`## A\n\n${lines}\n\n${reports}`)[0]?.changes ?? []);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => readFileSync(join(folder, name));
}
const sound = (name: string) => readFileSync(join(base, name));

test('part of a line and whole lines are replaced, and lines are added at the end', () => {
  const read = changed(`- replace site.yml: Halifax → Moncton

\`\`\`diff site.yml
 primary: fr
-name: { en: Service notices, fr: Avis de service }
+name: { en: Notices, fr: Avis }
+currency: CAD
\`\`\`

\`\`\`append site.yml
# end
\`\`\``);
  const [, , ...rest] = sound('site.yml').toString().split('\n');
  const start = ['url: https://status.example.ca', 'zone: America/Moncton', 'primary: fr'];
  const name = ['name: { en: Notices, fr: Avis }', 'currency: CAD'];
  expect(read('site.yml').toString()).toBe([...start, ...name, ...rest.slice(2, -1), '# end', ''].join('\n'));
});

test('what is replaced stands in its file exactly once', () => {
  expect(() => changed('- replace site.yml: Montréal → Laval')).toThrow('site.yml has 0 times: Montréal');
  expect(() => changed('- replace site.yml: group: home → group: work')).toThrow('site.yml has 2 times');
  // The lines of a block are whole lines.
  expect(() => changed('```diff site.yml\n-rimary: fr\n```')).toThrow('site.yml has 0 times');
});

test('files are written, copied, renamed and encoded', () => {
  const read = changed(`- rename faq → questions
- copy pages/about → pages/À propos
- encode pages/about/fr.md: utf-16
- encode site.yml: lines end in crlf
- encode site.yml: utf-8 with a mark

\`\`\`write pages/new/en.md
words
\`\`\``);
  expect(read('questions/en.md')).toEqual(sound('faq/en.md'));
  expect(() => read('faq/en.md')).toThrow('ENOENT');
  expect(read('pages/À propos/fr.md')).toEqual(sound('pages/about/fr.md'));
  expect([...read('pages/about/fr.md').subarray(0, 4)]).toEqual([0xff, 0xfe, 0x2d, 0]);
  expect([...read('site.yml').subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(read('site.yml').toString()).toContain('.ca\r\nzone');
  expect(read('pages/new/en.md').toString()).toBe('words\n');
  expect(existsSync(join(base, 'pages/new'))).toBe(false);
});
