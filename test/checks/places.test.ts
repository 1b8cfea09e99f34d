import { describe, expect, test } from 'vitest';
import { enMd, type Files, frMd, incidentYml, loaded, siteYml } from '../content/folder.ts';

const facts = 'incidents/mail/incident.yml';
const en = 'incidents/mail/en.md';
const fr = 'incidents/mail/fr.md';

/** What would break a promise of the published site is told while the content is checked. */
describe('what a page could not keep is told with its place', () => {
  const both = (words: string): Files => ({ [en]: `${enMd}\n${words}\n`, [fr]: `${frMd}\n${words}\n` });
  const aliases = (list: string): Files => ({ [en]: enMd.replace('---\n\n', `aliases: [${list}]\n---\n\n`) });
  const twice = (line: number, what: string) => [`${en}:${line}:${what}`, `${fr}:${line}:${what}`];
  const cases: Record<string, [Files, readonly string[]]> = {
    'a whole address of this site that leads to nothing': [
      both('[2](https://status.example.ca/en/nope/)'),
      twice(12, '1 error link/broken absolute'),
    ],
    'a link without an address': [both('[2]()'), twice(12, '1 error link/broken empty')],
    'a mailbox without an address': [both('[2](mailto:)'), twice(12, '1 error link/broken empty')],
    'an id on the heading of an entry': [
      { [en]: enMd.replace('06:40\n', '06:40 {#foo}\n') },
      [`${en}:8:1 error id/format timed`],
    ],
    'a question with the anchor of a day': [
      both('## FAQ\n\n### 2? {#t-20240302}\n\n3 4.'),
      twice(14, '8 error id/duplicate anchor'),
    ],
    'an alias that is the door': [aliases('/index.html'), [`${en}:4:11 error slug/duplicate reserved.alias`]],
    'an alias that is the page itself': [
      aliases('/en/incidents/mail/index.html'),
      [`${en}:4:11 error slug/duplicate alias`],
    ],
    'an alias that is a file of the program': [
      aliases('/sitemap.xml'),
      [`${en}:4:11 error slug/duplicate reserved.alias`],
    ],
    'an alias below a file': [aliases('/old.html, /old.html/x'), [`${en}:4:22 error slug/duplicate alias`]],
    'a key of the language': [
      {
        [facts]: incidentYml.replace(
          'investigating',
          'investigating\n    services: { __proto__: major_outage }',
        ),
      },
      [`${facts}:6:17 error id/format key.other`],
    ],
    'a tag that YAML does not know': [
      { [facts]: `${incidentYml}data_loss: !!js/function none\n` },
      [`${facts}:7:12 error yaml/syntax tag`],
    ],
    'facts above every folder': [
      { 'incident.yml': incidentYml },
      ['incident.yml:1:1 error file/astray notice'],
    ],
    'a page above every folder': [{ 'pages/en.md': enMd }, ['pages/en.md:1:1 error file/astray page']],
    'two notices whose commitments meet': [
      {
        'incidents/a/incident.yml': `${incidentYml}commitments: { b-c: { due: 2024-04-01 } }\n`,
        'incidents/a-b/incident.yml': `${incidentYml}commitments: { c: { due: 2024-04-01 } }\n`,
        ...Object.fromEntries(
          ['a', 'a-b'].flatMap((id) => [
            [
              `incidents/${id}/en.md`,
              `${enMd}\n## Commitments\n\n### We test {#${id === 'a' ? 'b-c' : 'c'}}\n`,
            ],
            [
              `incidents/${id}/fr.md`,
              `${frMd}\n## Engagements\n\n### Nous essayons {#${id === 'a' ? 'b-c' : 'c'}}\n`,
            ],
          ]),
        ),
      },
      ['incidents/a-b/incident.yml:7:16 error id/duplicate gathered'],
    ],
  };
  test.each(Object.entries(cases))('%s', (_, [files, told]) => expect(loaded(files).told).toEqual(told));
});

test('what leads to a page of this site by its whole address is sound', () => {
  const words =
    '[2](https://status.example.ca/en/incidents/mail/#timeline), [3](https://status.example.ca/fr/)';
  expect(loaded({ [en]: `${enMd}\n${words}\n`, [fr]: `${frMd}\n${words}\n` }).told).toEqual([]);
});

test('the times of headings may hold a no-break space, and truth its capitals', () => {
  const { told } = loaded({
    [fr]: frMd.replace('2024-03-02 06:40', '2024-03-02\u00a006:40'),
    [facts]: `${incidentYml}draft: False\n`,
  });
  expect(told).toEqual([]);
});

test('the heading to type for an hour that came twice has its offset', () => {
  const { problems } = loaded({ [facts]: incidentYml.replace('2024-03-02 06:40', '2023-11-05 01:30-03:00') });
  const missing = problems.find(({ rule, place }) => rule === 'timeline/no-text' && place.file.endsWith(en));
  expect(missing?.values.found).toBe('2023-11-05 01:30-03:00');
});

test('a notice may stand in a folder of the questions', () => {
  const { site, told } = loaded({
    'faq/outage/incident.yml': incidentYml,
    'faq/outage/en.md': enMd,
    'faq/outage/fr.md': frMd,
  });
  expect(told).toEqual([]);
  expect(site?.incidents.map(({ id }) => id)).toEqual(['mail', 'outage']);
});

test('what only a draft shows stays on the machine, and nobody waits for its texts', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const { site, late, drafts } = loaded({
    'site.yml': `${siteYml}may_be_late: any\n`,
    'incidents/plan/incident.yml': `${incidentYml}draft: true\n`,
    'incidents/plan/en.md': `${enMd}\n![The plan](plan.png)\n`,
    'incidents/plan/plan.png': png,
  });
  expect(site?.assets).toEqual([]);
  expect({ late, drafts }).toEqual({ late: { en: 0, fr: 0 }, drafts: 1 });
});
