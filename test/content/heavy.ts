import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { base } from './hostile.ts';

const en = 'incidents/mail-outage/en.md';
const facts = 'incidents/mail-outage/incident.yml';
const words = readFileSync(join(base, en), 'utf8');
const yaml = readFileSync(join(base, facts), 'utf8');

const cut = (text: string): string => text.slice(0, 98_000);
const inText = (added: string) => new Map([[en, cut(words.replace('Mail works again.', () => added))]]);
const inTitle = (title: string) =>
  new Map([[en, cut(words.replace('Email down in Nova Scotia', () => title))]]);
const inFacts = (added: string) => new Map([[facts, cut(`${yaml}${added}`)]]);
const many = (times: number, make: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => make(index)).join('');

/** Notes and facts under 100 kB that are as heavy as can be, one for each thing that could take too long. */
export const heavy: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  '10,000 headings': inText(many(10_000, (index) => `#### ${index}\n\n`)),
  '10,000 sections': inText(many(10_000, (index) => `## ${index}\n`)),
  '4,000 entries without a fact': inText(
    many(
      4000,
      (index) =>
        `### 2024-03-02 ${String(index % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}\n\nx\n`,
    ),
  ),
  '4,000 questions with ids': inText(`x\n\n## FAQ\n\n${many(4000, (index) => `### q {#q${index}}\n\na\n`)}`),
  '3,000 aliases': new Map([
    [en, cut(words.replace('[mail-outage-2024]', `[${many(3000, (index) => `a${index}, `)}a]`))],
  ]),
  'brackets within brackets': inText('['.repeat(90_000)),
  'brackets and parentheses': inText('[x]('.repeat(22_000)),
  'images within images': inText('!['.repeat(45_000)),
  'quotations within quotations': inText(`${'> '.repeat(40_000)}x`),
  'lists within lists': inText(many(400, (index) => `${'  '.repeat(index % 120)}- x\n`)),
  'a list on one line': inText(`${'- '.repeat(40_000)}x`),
  stars: inText('*a **'.repeat(18_000)),
  underscores: inText('_a __'.repeat(18_000)),
  'backticks of every length': inText(many(400, (index) => `${'`'.repeat(index)} `)),
  'angle brackets': inText('<a '.repeat(30_000)),
  'comments that begin': inText('<!-- '.repeat(18_000)),
  'comments that end': inText('<!-- x -->'.repeat(9000)),
  'a line of spaces': inText(`x${' '.repeat(90_000)}y`),
  'a line of no-break spaces': inText(`x${'\u00a0'.repeat(90_000)}y`),
  'a heading of spaces and an id': inText(`### x${' '.repeat(90_000)}{#y`),
  'one word': inText('a'.repeat(90_000)),
  'one capital word': inText('A'.repeat(90_000)),
  digits: inText('1'.repeat(90_000)),
  'digits in groups': inText('1 000 '.repeat(15_000)),
  amounts: inText('$1,234.56 '.repeat(9000)),
  dates: inText('March 2, 2024 '.repeat(6000)),
  'clock times': inText('3:30 p.m. '.repeat(9000)),
  'telephone numbers': inText('1-902-555-0100 '.repeat(6000)),
  dots: inText('.'.repeat(90_000)),
  colons: inText(':a'.repeat(45_000)),
  'at signs': inText('a@b.'.repeat(22_000)),
  slashes: inText('https://a/'.repeat(9000)),
  'straight quotation marks': inText('"a '.repeat(30_000)),
  'straight apostrophes': inText("'a ".repeat(30_000)),
  guillemets: inText('«a '.repeat(30_000)),
  'ids astray': inText('{#a} '.repeat(18_000)),
  'languages of parts': inText('[a]{lang=fr}'.repeat(8000)),
  entities: inText('&amp;'.repeat(18_000)),
  'a table of many columns': inText(`${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|b'.repeat(3000)}|\n`),
  'a table of many rows': inText(`| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(9000)}`),
  references: inText(many(3000, (index) => `[r${index}]: https://example.org/${index}\n`)),
  links: inText('[a](https://example.org) '.repeat(3500)),
  'broken links': inText('[a](#b) '.repeat(11_000)),
  'the sorry phrases': inText('We apologize for any inconvenience. '.repeat(2700)),
  'a long title': inTitle(`"${'a: '.repeat(30_000)}"`),
  'a title with a thousand colons': inTitle('a : '.repeat(20_000)),
  'a long time': new Map([
    [facts, cut(yaml.replace('2024-03-02 04:30', `2024-03-02${' '.repeat(90_000)}x`))],
  ]),
  'a long heading of a time': inText(`\n### 2024-03-02${' 0'.repeat(40_000)}`),
  'a bomb of aliases': inFacts(
    `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${many(20, (index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}]\n`)}`,
  ),
  'YAML brackets': inFacts(`x: ${'['.repeat(90_000)}`),
  'YAML braces': inFacts(`x: ${'{a: '.repeat(20_000)}`),
  'YAML dashes': inFacts(`x:\n  ${'- '.repeat(40_000)}`),
  'YAML indents': inFacts(many(400, (index) => `${' '.repeat(index)}x:\n`)),
  'YAML question marks': inFacts('? '.repeat(40_000)),
  '9,000 keys': inFacts(many(9000, (index) => `k${index}: 1\n`)),
  '9,000 empty keys': inFacts(many(9000, (index) => `k${index}:\n`)),
  '5,000 values that need quotation marks': inFacts(many(5000, (index) => `k${index}: a : b\n`)),
  '5,000 values that are not closed': inFacts(many(5000, (index) => `k${index}: "a\n`)),
  '5,000 lists that are not closed': inFacts(many(5000, (index) => `k${index}: [a\n`)),
  '5,000 keys without a space': inFacts(many(5000, (index) => `k${index}:a\n`)),
  '10,000 times the same key': inFacts('k: 1\n'.repeat(10_000)),
  '4,000 entries': new Map([
    [
      facts,
      cut(
        yaml.replace(
          'customers:',
          () => `${many(2500, () => '  - { at: 2024-03-03, phase: resolved }\n')}customers:`,
        ),
      ),
    ],
  ]),
  '5,000 commitments': inFacts('').set(
    facts,
    cut(yaml.replace('commitments:\n', () => `commitments:\n${many(5000, (index) => `  c${index}:\n`)}`)),
  ),
  '5,000 services': inFacts('').set(
    facts,
    cut(yaml.replace('[email, webmail]', () => `[${many(9000, (index) => `s${index}, `)}email]`)),
  ),
  'numbers signs': inFacts(many(5000, (index) => `k${index}: a #1\n`)),
};
