import { describe, expect, test } from 'vitest';
import { enMd, type Files, frMd, incidentYml, loaded, siteYml } from './folder.ts';

const facts = 'incidents/mail/incident.yml';
const en = 'incidents/mail/en.md';
const fr = 'incidents/mail/fr.md';

/** Faults of the facts, each with all that it is told as; then faults of the words, likewise. */
const ofFacts: Record<string, [Files, string[]]> = {
  'a phase misspelt': [
    { [facts]: incidentYml.replace('investigating', 'investgating') },
    [`${facts}:5:12 error yaml/value one-of.nearest`],
  ],
  'a phase in French': [
    { [facts]: incidentYml.replace('investigating', 'enquête') },
    [`${facts}:5:12 error yaml/value one-of.nearest`],
  ],
  'a phase that is none': [
    { [facts]: incidentYml.replace('investigating', 'wondering') },
    [`${facts}:5:12 error yaml/value one-of`],
  ],
  'a service unknown and an impact unknown': [
    { [facts]: incidentYml.replace('[email]', '[emial]').replace('critical', 'catastrophe') },
    [`${facts}:1:12 error service/unknown nearest`, `${facts}:2:9 error yaml/value one-of`],
  ],
  'a key misspelt': [
    { [facts]: incidentYml.replace('timeline:', 'timelin:') },
    [`${facts}:3:1 error yaml/unknown-key nearest`],
  ],
  'a key without its value': [
    { [facts]: incidentYml.replace('impact: critical', 'impact:') },
    [`${facts}:2:1 error yaml/missing-key one-of`],
  ],
  'an hour in words': [
    { [facts]: incidentYml.replace('06:40', 'early') },
    [`${facts}:4:9 error time/format`],
  ],
  'a bracket that nobody closes': [
    { [facts]: `${incidentYml}regions: [ns\nsources: {\n` },
    [`${facts}:7:10 error yaml/syntax unclosed`, `${facts}:8:10 error yaml/syntax unclosed`],
  ],
  'an alias': [{ [facts]: `${incidentYml}regions: *all\n` }, [`${facts}:7:10 error yaml/syntax anchor`]],
  'a site without name, with an unknown key': [
    { 'site.yml': siteYml.replace('name: {', 'nmae: {').replace('primary: fr\n', '') },
    ['site.yml:1:1 error yaml/missing-key one-of', 'site.yml:3:1 error yaml/unknown-key nearest'],
  ],
  'no site at all': [{ 'site.yml': undefined }, ['site.yml:1:1 error file/missing site']],
};

const ofWords: Record<string, [Files, string[]]> = {
  'another number': [
    { [en]: `${enMd}\nThis is for 300 people.\n`, [fr]: `${frMd}\nCela touche 400 personnes.\n` },
    [`${fr}:12:13 warning parity/number differs`],
  ],
  'a section of one language': [
    { [en]: `${enMd}\n## What to do now\n\nWait.\n` },
    [`${fr}:1:1 error parity/section`],
  ],
  'a link to nothing, and one that may not be': [
    {
      [en]: `${enMd}\nSee [this](../mial/) and [that](javascript:x).\n`,
      [fr]: `${frMd}\nVoir [ceci](../mail/) et [cela](https://example.ca/).\n`,
    },
    [`${en}:12:5 error link/broken meant`, `${en}:12:26 error link/scheme`],
  ],
  'a front matter with an engine, and a word to avoid': [
    { [fr]: `${frMd.replace('---', '---js')}\nVotre email est en panne.\n` },
    [`${fr}:1:4 error front-matter/engine`, `${fr}:12:7 warning wording/term`],
  ],
  'a title missing': [
    { [en]: enMd.replace('title: Email down\n', '') },
    [`${en}:2:1 error yaml/missing-key`],
  ],
};

describe('one run tells every problem', () => {
  for (const [fault, [files, told]] of Object.entries(ofFacts)) {
    test(fault, () => expect(loaded(files).told).toEqual(told));
    for (const [other, [more, also]] of Object.entries(ofWords))
      test(`${fault}; ${other}`, () => {
        const result = loaded({ ...files, ...more }).told;
        expect(new Set(result)).toEqual(new Set([...told, ...also]));
      });
  }
  for (const [fault, [files, told]] of Object.entries(ofWords))
    test(fault, () => expect(loaded(files).told).toEqual(told));
});

describe('what is wrong in one place is told there alone', () => {
  const cases: Record<string, [Files, string[]]> = {
    'a link to a notice whose facts cannot be read': [
      {
        'incidents/other/incident.yml': incidentYml.replace('critical', 'critcal'),
        'incidents/other/en.md': `${enMd}\n[Mail](../mail/#t-20240302T0640-0400)\n`,
        'incidents/other/fr.md': `${frMd}\n[Courriel](../mail/#t-20240302T0640-0400)\n`,
        [facts]: incidentYml.replace('06:40', '6 h 40 du matin'),
      },
      [`${facts}:4:9 error time/format`, 'incidents/other/incident.yml:2:9 error yaml/value one-of.nearest'],
    ],
    'an entry whose time was misspelt in the facts and in both texts': [
      {
        [facts]: incidentYml.replace('06:40', '6:40'),
        [en]: enMd.replace('06:40', '6:40'),
        [fr]: frMd.replace('06:40', '6 h 40'),
      },
      [
        `${en}:8:1 error time/format meant`,
        `${fr}:8:1 error time/format meant`,
        `${facts}:4:9 error time/format meant`,
      ],
    ],
    'a commitment whose date cannot be read is not one without a date': [
      {
        [facts]: `${incidentYml}commitments:\n  test: { owner: { en: Ann, fr: Anne }, due: soon }\n`,
        [en]: `${enMd}\n## Commitments\n\n### We test {#test}\n`,
        [fr]: `${frMd}\n## Engagements\n\n### Nous faisons des essais {#test}\n`,
      },
      [`${facts}:8:46 error time/format civil`],
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [files, told]) => expect(loaded(files).told).toEqual(told));
});
