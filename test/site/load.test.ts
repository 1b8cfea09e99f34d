import { describe, expect, test } from 'vitest';
import { guidanceFor } from '../../src/content/document/guidance.ts';
import { enMd, type Files, frMd, incidentYml, loaded, siteYml } from '../content/folder.ts';

const facts = 'incidents/mail/incident.yml';
const en = 'incidents/mail/en.md';
const fr = 'incidents/mail/fr.md';

test('a sound folder is a site without problems', () => {
  const { site, told, now } = loaded();
  expect(told).toEqual([]);
  expect(site?.incidents.map(({ id }) => id)).toEqual(['mail']);
  expect(site?.incidents[0]?.timeline[0].anchor).toBe('t-20240302T0640-0400');
  expect(now).toMatchObject({ date: '2024-03-05', time: '12:00' });
});

describe('what a writer may do', () => {
  const sound: Record<string, Files> = {
    'BOM and CRLF': {
      'site.yml': `\ufeff${siteYml.replaceAll('\n', '\r\n')}`,
      [facts]: `\ufeff${incidentYml.replaceAll('\n', '\r\n')}`,
      [en]: `\ufeff${enMd.replaceAll('\n', '\r\n')}`,
      [fr]: `\ufeff${frMd.replaceAll('\n', '\r\n')}`,
    },
    'CRLF with a quotation mark or a bracket at the end of the front matter': {
      [en]: enMd
        .replace('summary: Customers cannot read mail.', 'summary: "No mail."')
        .replaceAll('\n', '\r\n'),
      [fr]: frMd.replace('courriels.\n', 'courriels.\naliases: [vieux]\n').replaceAll('\n', '\r\n'),
    },
    'emoji and combining accents in a title': {
      [fr]: frMd.replace('Panne de courriel', 'Panne 📧 e\u0301tendue'),
    },
    'a title that looks like a number, a null or a phone': {
      [en]: enMd.replace('Email down', '2019'),
      [fr]: frMd.replace('Panne de courriel', 'Null'),
      'site.yml': `${siteYml}contact: { phone: +16045550100 }\n`,
    },
    'headings in any case, with a parenthesis or a colon': {
      [en]: enMd.replace('## Timeline', '## TIMELINE (Atlantic Time)'),
      [fr]: frMd.replace('## Chronologie', '## chronologie :'),
    },
    'times with T, seconds and offsets': {
      [facts]: incidentYml.replace('2024-03-02 06:40', '2024-03-02T02:40:30 -08:00'),
      [en]: enMd.replace('2024-03-02 06:40', '2024-03-02 06:40:30'),
      [fr]: frMd.replace('2024-03-02 06:40', '2024-03-02T10:40:30Z'),
    },
    'dates alone, twice the same day': {
      [facts]: `${incidentYml.replace(' 06:40', '')}  - { at: 2024-03-02, phase: resolved }\n`,
      [en]: `${enMd.replace(' 06:40', '')}\n### 2024-03-02 (2)\n\nIt works.\n`,
      [fr]: `${frMd.replace(' 06:40', '')}\n### 2024-03-02 (2)\n\nTout fonctionne.\n`,
    },
    'a nested folder': {
      [facts]: undefined,
      [en]: undefined,
      [fr]: undefined,
      'incidents/2024/mail/incident.yml': incidentYml,
      'incidents/2024/mail/en.md': enMd,
      'incidents/2024/mail/fr.md': frMd,
    },
    'no notice yet': { [facts]: undefined, [en]: undefined, [fr]: undefined },
  };
  test.each(Object.entries(sound))('%s', (_, files) => {
    const { site, told } = loaded(files);
    expect(told).toEqual([]);
    expect(site).toBeDefined();
  });
});

describe('what is told', () => {
  const cases: Record<string, [files: Files, told: readonly string[]]> = {
    'no site.yml': [{ 'site.yml': undefined }, ['site.yml:1:1 error file/missing site']],
    'a missing text': [{ [fr]: undefined }, [`${fr}:1:1 error parity/file`]],
    'both texts missing': [
      { [en]: undefined, [fr]: undefined },
      [`${en}:1:1 error file/missing text`, `${fr}:1:1 error file/missing text`],
    ],
    'texts without facts': [{ [facts]: undefined }, [`${facts}:1:1 error file/missing facts`]],
    'Latin-1': [{ [fr]: Buffer.from(frMd, 'latin1') }, [`${fr}:3:1 error file/encoding`]],
    'an unknown key': [
      { [facts]: `${incidentYml}servces: [email]\n` },
      [`${facts}:7:1 error yaml/unknown-key nearest`],
    ],
    'a missing key': [
      { [facts]: incidentYml.replace('impact: critical\n', '') },
      [`${facts}:1:1 error yaml/missing-key one-of`],
    ],
    'an empty value is an absent key': [
      { [facts]: incidentYml.replace('critical', '') },
      [`${facts}:2:1 error yaml/missing-key one-of`],
    ],
    'a misspelt phase': [
      { [facts]: incidentYml.replace('investigating', 'investgating') },
      [`${facts}:5:12 error yaml/value one-of.nearest`],
    ],
    'an unknown service': [
      { [facts]: incidentYml.replace('[email]', '[emial]') },
      [`${facts}:1:12 error service/unknown nearest`],
    ],
    'a colon in a French title, and all the rest at once': [
      {
        [fr]: frMd
          .replace('Panne de courriel', 'Panne de courriel : rétablissement')
          .replace('## Chronologie', '## Timeline'),
        [facts]: incidentYml.replace('critical', '@high'),
      },
      [
        `${fr}:2:8 error yaml/syntax colon`,
        `${fr}:6:1 error section/unknown other-language`,
        `${facts}:2:9 error yaml/syntax quote`,
        `${facts}:2:9 error yaml/value one-of`,
      ],
    ],
    'an engine in the front matter': [
      { [en]: enMd.replace('---', '---js') },
      [`${en}:1:4 error front-matter/engine`],
    ],
    'no front matter': [{ [en]: '## Timeline\n' }, [`${en}:1:1 error front-matter/missing`]],
    'anchors and aliases': [
      { [facts]: incidentYml.replace('critical', '&a critical') },
      [`${facts}:2:9 error yaml/syntax anchor`],
    ],
    'an entry without words, words without an entry': [
      { [en]: enMd.replace('06:40', '06:45') },
      [`${en}:6:1 error timeline/no-text timeline`, `${en}:8:1 error timeline/no-fact timeline.nearest`],
    ],
    'an entry whose text is empty': [
      { [en]: enMd.replace('We are looking for the cause.', '') },
      [`${en}:8:1 error timeline/no-text timeline.empty`],
    ],
    'an hour that does not exist': [
      { [facts]: incidentYml.replace('2024-03-02 06:40', '2023-03-12 02:30') },
      [`${facts}:4:9 error time/nonexistent`],
    ],
    'an hour that comes twice': [
      { [facts]: incidentYml.replace('2024-03-02 06:40', '2023-11-05 01:30') },
      [`${facts}:4:9 error time/ambiguous`],
    ],
    'a time to come': [
      { [facts]: incidentYml.replace('2024-03-02 06:40', '2024-03-05 13:01') },
      [`${facts}:4:9 error time/future`],
    ],
    'times out of order': [
      {
        [facts]: `${incidentYml}  - { at: 2024-03-02 06:40, phase: resolved }\n`,
      },
      [`${facts}:7:11 error time/order timeline`],
    ],
    'times out of order around a date alone': [
      {
        [facts]: `${incidentYml}  - { at: 2024-03-02, phase: identified }\n  - { at: 2024-03-02 05:00, phase: resolved }\n`,
        [en]: `${enMd}\n### 2024-03-02\n\nFound.\n\n### 2024-03-02 05:00\n\nOver.\n`,
        [fr]: `${frMd}\n### 2024-03-02\n\nTrouvée.\n\n### 2024-03-02 05:00\n\nRétabli.\n`,
      },
      [`${facts}:8:11 error time/order timeline`],
    ],
    'an empty text in quotation marks': [
      { [en]: enMd.replace('Email down', '""') },
      [`${en}:2:8 error yaml/missing-key`],
    ],
    'links that lead nowhere or do harm': [
      {
        [en]: enMd.replace(
          'the cause',
          'the [cause](../nothing/), [x](javascript:alert(1)) and [y](#nowhere)',
        ),
      },
      [
        `${en}:10:24 error link/broken`,
        `${en}:10:46 error link/scheme`,
        `${en}:10:75 error link/broken anchor`,
      ],
    ],
    'a promise without owner or date': [
      {
        [facts]: `${incidentYml}commitments:\n  procedure:\n`,
        [en]: `${enMd}\n## Commitments\n\n### We write the procedure {#procedure}\n`,
        [fr]: `${frMd}\n## Engagements\n\n### Nous écrivons la procédure {#procedure}\n`,
      },
      [`${facts}:8:3 warning commitment/undated`],
    ],
    'raw HTML and comments': [
      { [en]: enMd.replace('the cause.', 'the <b>cause</b>.\n\n<!-- todo -->\n') },
      [`${en}:10:24 warning markdown/raw-html`, `${en}:12:1 warning markdown/comment`],
    ],
    'two notices with one address': [
      {
        'incidents/post/incident.yml': incidentYml,
        'incidents/post/en.md': enMd.replace('title:', 'slug: mail\ntitle:'),
        'incidents/post/fr.md': frMd,
      },
      ['incidents/post/en.md:2:7 error slug/duplicate slug'],
    ],
    'two folders with one id': [
      {
        'incidents/2024/mail/incident.yml': incidentYml,
        'incidents/2024/mail/en.md': enMd.replace('title:', 'slug: other\ntitle:'),
        'incidents/2024/mail/fr.md': frMd.replace('title:', 'slug: autre\ntitle:'),
      },
      [`${facts}:1:1 error id/duplicate folder`],
    ],
    'a prototype key': [
      { [facts]: `${incidentYml}__proto__: { x: 1 }\n` },
      [`${facts}:7:1 error yaml/unknown-key`],
    ],
    'very deep YAML': [
      { [facts]: `a: ${'['.repeat(5000)}` },
      [expect.stringMatching(/incident\.yml:1:\d+ error yaml\/syntax deep$/)],
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [files, told]) => {
    const result = loaded(files);
    expect(result.told).toEqual(told);
    expect(result.site === undefined).toBe(result.problems.some(({ severity }) => severity === 'error'));
  });
});

test.each([
  ['above the key of a block', '# allow theme/accent: ours since 1958\ntheme:\n  accent: "#c8102e"\n'],
  ['above the value', 'theme:\n  # allow theme/accent: ours since 1958\n  accent: "#c8102e"\n'],
  [
    'above another comment',
    '# allow theme/accent: ours since 1958\n# The colour.\ntheme: { accent: "#c8102e" }\n',
  ],
])('in YAML, %s', (_, theme) => {
  expect(loaded({ 'site.yml': `${siteYml}${theme}` }).told).toEqual([]);
});

test('in YAML, no more than one value is silenced', () => {
  const facts = `${siteYml}# allow theme/accent: ours since 1958\ntypography: oqlf\ntheme: { accent: "#c8102e" }\n`;
  expect(loaded({ 'site.yml': facts }).told).toHaveLength(1);
});

test('what is allowed with a reason is silent, on its line and the next', () => {
  const note = (reason: string) =>
    enMd.replace('We are', `<!-- allow markdown/raw-html${reason} -->\n<b>We</b> are`);
  expect(loaded({ [en]: note(': a quotation of a page') }).told).toEqual([]);
  expect(loaded({ [en]: note('') }).told).toEqual([
    `${en}:10:1 warning markdown/comment allow`,
    `${en}:11:1 warning markdown/raw-html`,
  ]);
});

test('a language that may be late leaves a site, with a warning', () => {
  const late = loaded({ 'site.yml': `${siteYml}may_be_late: en\n`, [en]: undefined });
  expect(late.told).toEqual([`${en}:1:1 warning parity/late file`]);
  expect(late.site?.incidents[0]?.words.en).toBeUndefined();
  const wrong = loaded({ 'site.yml': `${siteYml}may_be_late: en\n`, [fr]: undefined });
  expect(wrong.told).toEqual([`${fr}:1:1 error parity/file`]);
});

describe('guidance that nobody replaced, in a text that is begun', () => {
  const guided = (text: string, locale: 'en' | 'fr') =>
    text.replace(/\n(?:We are|Nous).*\n/, `\n${guidanceFor('timeline', locale)}\n`);
  const late = (which: string) => `${siteYml}may_be_late: ${which}\n`;
  const rules = (files: Files) => loaded(files).told.map((one) => one.replace(/:\d+:\d+/, ''));

  test.each(['en', 'any'])('is a text to come where the language may be late: %s', (which) => {
    const { told, site } = loaded({ 'site.yml': late(which), [en]: guided(enMd, 'en') });
    expect(told).toEqual([`${en}:8:1 warning parity/late block`]);
    expect(site?.incidents[0]?.words.en?.sections.timeline?.parts.size).toBe(0);
    expect(site?.incidents[0]?.words.fr?.sections.timeline?.parts.size).toBe(1);
  });

  test('is an error where it may not', () => {
    expect(rules({ [en]: guided(enMd, 'en') })).toEqual([`${en} error facts/no-text guidance`]);
    expect(rules({ 'site.yml': late('en'), [fr]: guided(frMd, 'fr') })).toEqual([
      `${fr} error facts/no-text guidance`,
    ]);
  });

  test('is an error where neither text has words', () => {
    expect(rules({ 'site.yml': late('any'), [en]: guided(enMd, 'en'), [fr]: guided(frMd, 'fr') })).toEqual([
      `${en} error facts/no-text guidance`,
      `${fr} error facts/no-text guidance`,
    ]);
  });

  test('is an error among words', () => {
    const half = enMd.replace('We are looking', `${guidanceFor('timeline', 'en')} We are looking`);
    expect(rules({ 'site.yml': late('en'), [en]: half })).toEqual([`${en} error facts/no-text guidance`]);
  });
});

test('a draft never leaves the machine, and never keeps the others from leaving', () => {
  const draft = loaded({
    'incidents/draft/incident.yml': `${incidentYml}draft: true\n`,
    'incidents/draft/en.md': enMd,
  });
  expect(draft.told).toEqual(['incidents/draft/fr.md:1:1 warning parity/file']);
  expect(draft.site?.incidents.map(({ id }) => id)).toEqual(['mail']);
});
