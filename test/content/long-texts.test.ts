/** Texts that are long in one way: reading and checking them takes time in proportion to their length. */
import { expect, test } from 'vitest';
import { sectionWithin } from '../../src/content/document/section-titles.ts';
import { textsAstray } from '../../src/content/document/text-language.ts';
import { languageOf } from '../../src/language/text/detect-language.ts';
import { setApart } from '../../src/site/build/set-apart.ts';
import { growth, linear } from '../growth.ts';
import { enMd, incidentYml, loaded } from './folder.ts';

const inEnglish = (written: string) => () =>
  loaded({ 'incidents/mail/en.md': enMd.replace('## Timeline', () => `${written}\n\n## Timeline`) });

test.each([
  ['rows of a table', '| 1 | 2 |\n', (rows: string) => `| a | b |\n|---|---|\n${rows}`],
  ['bars in code', 'a|', (bars: string) => `| a | b |\n|---|---|\n| \`${bars} | 2 |`],
  ['spaces before a line of dashes', ' ', (spaces: string) => `a\n${spaces}-|-x\n${spaces}-|-${spaces}x`],
  ['links to nothing', '[a](#b) ', (links: string) => links],
  ['a line of spaces', ' ', (spaces: string) => `x${spaces}y`],
  ['a heading of spaces', ' ', (spaces: string) => `### x${spaces}{#y`],
  ['marks that open', '«', (marks: string) => marks],
  ['cells of GitHub', '[a][', (cells: string) => cells],
] as const)('%s', (_, unit, written) => {
  expect(growth(unit, (text) => inEnglish(written(text))())).toBeLessThan(linear);
});

test('entries of a timeline', () => {
  const entry = '  - { at: 2024-03-03, phase: identified }\n';
  expect(
    growth(entry, (entries) => loaded({ 'incidents/mail/incident.yml': `${incidentYml}${entries}` })),
  ).toBeLessThan(linear);
});

test.each([' ', '{#', '#', 'a ', '!', 'é ', 'Incident timeline '])('headings and languages: %j', (unit) => {
  for (const locale of ['en', 'fr'] as const) {
    expect(growth(unit, (text) => sectionWithin(text, locale))).toBeLessThan(linear);
    expect(
      growth(unit, (text) => textsAstray({ [locale]: { file: 'x', text: `## x${text}y` } })),
    ).toBeLessThan(linear);
  }
  expect(growth(unit, (text) => languageOf(text))).toBeLessThan(linear);
});

test.each(['\u2068', '\u2068a\u2069', '1-1 '])('names set apart: %j', (unit) => {
  expect(growth(unit, (text) => setApart(`<body>${text}</body>`))).toBeLessThan(linear);
});
