import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enMd, frMd, loaded } from '../content/folder.ts';

const base = join(import.meta.dirname, '../fixtures/problems/base');
const names = {
  site: 'site.yml',
  facts: 'incidents/mail-outage/incident.yml',
  en: 'incidents/mail-outage/en.md',
  fr: 'incidents/mail-outage/fr.md',
  window: 'maintenance/server-upgrade/maintenance.yml',
  windowEn: 'maintenance/server-upgrade/en.md',
  windowFr: 'maintenance/server-upgrade/fr.md',
  faqEn: 'faq/en.md',
  faqFr: 'faq/fr.md',
  aboutEn: 'pages/about/en.md',
  aboutFr: 'pages/about/fr.md',
} as const;
type Name = keyof typeof names;

const written = (name: string) => readFileSync(join(base, name), 'utf8');
const picture = readFileSync(join(base, 'incidents/mail-outage/regions.png'));

type Change = readonly [find: string, put: string];
const nbsp = '\u00a0';

/** What a writer may write, each a change of the sound folder that keeps it sound. */
const sound: Readonly<Record<string, Partial<Record<Name, readonly Change[]>>>> = {
  'a French title with a colon, in quotation marks': {
    fr: [['title: Panne de courriel en Nouvelle-Écosse', `title: "Panne de courriel${nbsp}: le point"`]],
  },
  'a title with a colon, in single quotation marks and an apostrophe': {
    fr: [['title: Panne de courriel en Nouvelle-Écosse', "title: 'Panne : l''essentiel'"]],
  },
  'a no-break space after a colon, which is no YAML colon': {
    fr: [['title: Panne de courriel en Nouvelle-Écosse', `title: Panne:${nbsp}le point`]],
  },
  'a time and an address in a summary, whose colons have no space': {
    en: [['Customers cannot read or send mail.', 'See https://example.org/mail for the state of mail.']],
  },
  'a summary on several lines, folded': {
    en: [
      [
        'summary: Customers cannot read or send mail. No',
        'summary: >-\n  Customers cannot read or send mail.\n  No',
      ],
    ],
  },
  'a summary over two lines, indented': {
    en: [
      [
        'summary: Customers cannot read or send mail. No',
        'summary: Customers cannot read or send mail.\n  No',
      ],
    ],
  },
  'a number sign that touches a word': {
    en: [['title: Email down in', 'title: Email down (notice#two) in']],
  },
  'a comment after a value': {
    facts: [['impact: critical', 'impact: critical # since the first minute\n# another']],
  },
  'lists with dashes, indented or not': {
    facts: [
      ['services: [email, webmail]', 'services:\n- email\n- webmail'],
      ['regions: [ns]', 'regions:\n    - ns'],
    ],
  },
  'quoted keys and values': { facts: [['impact: critical', '"impact": "critical"']] },
  'empty optional values': { facts: [['data_loss: none', 'data_loss:\nclosed:']] },
  'an amount with zeros in front': { facts: [['affected: 8400', 'affected: 08400']] },
  'several amounts': { facts: [['amount: 20', 'amount: [20, 12.50]']] },
  'a commitment that is an id alone, beside one with a date': {
    facts: [
      ['\n    owner: { en: Operations, fr: Exploitation }\n    done: 2024-03-04', '\n    done: 2024-03-04'],
    ],
  },
  'times with T, seconds, and an offset after a space': {
    facts: [['started: 2024-03-02 04:30', 'started: 2024-03-02T08:30:00 +00:00']],
  },
  'a heading whose time has an offset': { en: [['### 2024-03-02 09:00', '### 2024-03-02 13:00Z']] },
  'a started that is a day alone': { facts: [['started: 2024-03-02 04:30', 'started: 2024-03-02']] },
  'headings in capitals, without accents': {
    en: [
      ['## Credits', '## CREDITS'],
      ['## Timeline', '## TIMELINE:'],
    ],
    fr: [
      ['## Crédits', '## CREDITS'],
      ['## Chronologie', `## CHRONOLOGIE${nbsp}:`],
    ],
  },
  'the other names of the questions': {
    en: [['## FAQ', '## Questions']],
    fr: [['## Foire aux questions', '## FAQ']],
  },
  'a heading with a parenthesis': { fr: [['## Chronologie', '## Chronologie (heure de l’Atlantique)']] },
  'headings closed with signs': { en: [['## Timeline', '## Timeline ##']] },
  'headings underlined': { en: [['## Cause', 'Cause\n-----']] },
  'free headings of level 3 in a free section': {
    en: [['## Apology', '### In short\n\nThe server.\n\n## Apology']],
    fr: [['## Excuses', '### En bref\n\nLe serveur.\n\n## Excuses']],
  },
  'a no-break space before an id': { fr: [['messages? {#lost', `messages?${nbsp}{#lost`]] },
  'a no-break space after the sign of a quotation': {
    fr: [['Le courriel fonctionne', `>${nbsp}Le courriel fonctionne`]],
  },
  'a hyphen and a no-break space within a line': {
    fr: [['Le courriel fonctionne', `Le courriel -${nbsp}enfin${nbsp}- fonctionne`]],
  },
  'code that shows a heading with a no-break space, an id and a comment': {
    fr: [
      [
        'Le courriel fonctionne',
        `\`#${nbsp}x {#id}\` et \`<!-- x -->\`.\n\n    ##${nbsp}x\n    {#id}\n\nLe courriel fonctionne`,
      ],
    ],
  },
  'a hashtag at the beginning of a line': { en: [['Mail works again.', '#mail works again.']] },
  'an escaped number sign': { en: [['Mail works again.', '\\## Mail works again.']] },
  'templates as plain words': {
    en: [['Mail works again.', 'Mail works again, says `{{ user }}`, {{ name }} and {% if %} and ${x}.']],
    fr: [
      ['fonctionne de nouveau.', 'fonctionne de nouveau, selon `{{ user }}`, {{ name }}, {% if %} et ${x}.'],
    ],
  },
  'less-than signs and arrows': {
    en: [['Mail works again.', 'Mail works again: a < b and b -> c, a <- b, <3.']],
    fr: [['fonctionne de nouveau.', 'fonctionne de nouveau : a < b et b -> c, a <- b, <3.']],
  },
  'an address between angle brackets': {
    en: [['Mail works again.', 'Mail works again: <https://example.org/mail>.']],
    fr: [['fonctionne de nouveau.', 'fonctionne de nouveau : <https://example.org/mail>.']],
  },
  'links to a notice, a page and the questions, with ids': {
    en: [
      [
        'Mail works again.',
        '[a](../server-upgrade/) [b](../../pages/about/#writers) [c](../../faq/#real-message)',
      ],
    ],
    fr: [
      [
        'Le courriel fonctionne',
        '[a](../server-upgrade/) [b](../../pages/about/#writers) [c](../../faq/#real-message) fonctionne',
      ],
    ],
  },
  'links to an entry and a section': {
    en: [['Mail works again.', 'As [said](#t-20240302T0640-0400), the [cause](#cause).']],
    fr: [
      [
        'Le courriel fonctionne',
        'Selon [cela](#t-20240302T0640-0400), la [cause](#cause). Le courriel fonctionne',
      ],
    ],
  },
  'a telephone and a mail link': {
    en: [['Mail works again.', '[Call us](tel:+19025550100) or [write](mailto:help@example.ca).']],
    fr: [
      [
        'Le courriel fonctionne',
        '[Appelez](tel:+19025550100) ou [écrivez](mailto:help@example.ca). Le courriel fonctionne',
      ],
    ],
  },
  'words in the other language': {
    en: [['Mail works again.', 'Mail works again: [le courriel fonctionne]{lang=fr}.']],
    fr: [['fonctionne de nouveau.', 'fonctionne de nouveau : [mail works again]{lang=en}.']],
  },
  'a table, struck words and a rule': {
    en: [['Mail works again.', 'Mail ~~is down~~ works.\n\n| a | b |\n|---|--:|\n| x | y |\n\n***\n']],
    fr: [
      [
        'Le courriel fonctionne',
        'Le courriel ~~est en panne~~ fonctionne.\n\n| a | b |\n|---|--:|\n| x | y |\n\n***\n',
      ],
    ],
  },
  'the same amounts, dates and hours in each notation': {
    en: [
      [
        'Mail works again.',
        'On August 15 at 3:30 p.m., 12,500 people had waited for $1,234.50 and 99.9% of it.',
      ],
    ],
    fr: [
      [
        'Le courriel fonctionne de nouveau.',
        `Le 15${nbsp}août, à 15${nbsp}h${nbsp}30, 12${nbsp}500 personnes attendaient 1${nbsp}234,50${nbsp}$ et en avaient 99,9${nbsp}%.`,
      ],
    ],
  },
  'an alias that is a path': { en: [['[mail-outage-2024]', '[/news/mail.html, mail-2024]']] },
  'a key of a service with a capital and an underscore': {
    site: [['  webmail: {', '  Web_mail: {']],
    facts: [
      ['[email, webmail]', '[email, Web_mail]'],
      ['      webmail:', '      Web_mail:'],
    ],
    window: [['[webmail]', '[Web_mail]']],
  },
  'a maintenance that has begun, with its timeline': {
    window: [
      ['from: 2024-04-01 01:00\nuntil: 2024-04-01 04:00', 'from: 2024-03-05 11:00\nuntil: 2024-03-05 14:00'],
      ['moved:', 'timeline:\n  - { at: 2024-03-05 11:10, phase: in_progress }\nmoved:'],
    ],
    windowEn: [
      ['during the night of April 1', 'on March 5'],
      ['Use your mail app', '## Timeline\n\n### 2024-03-05 11:10\n\nUse your mail app'],
    ],
    windowFr: [
      ['dans la nuit du 1er avril', 'le 5 mars'],
      ['Servez-vous', '## Chronologie\n\n### 2024-03-05 11:10\n\nServez-vous'],
    ],
  },
  'an entry up to an hour after the clock': {
    facts: [['  - at: 2024-03-03 15:30', '  - at: 2024-03-05 12:59']],
    en: [['### 2024-03-03 15:30', '### 2024-03-05 12:59']],
    fr: [['### 2024-03-03 15:30', '### 2024-03-05 12:59']],
  },
  'a warning silenced with its reason': {
    en: [
      [
        'Mail works again.',
        '<!-- allow markdown/raw-html: as the error page had it -->\nMail <b>works again.',
      ],
    ],
  },
  'free sections in a page': {
    aboutEn: [['## Who writes', 'Words.\n\n## Anything\n\n### At all\n\n## Who writes']],
    aboutFr: [['## Qui les', 'Des mots.\n\n## N’importe quoi\n\n### Vraiment\n\n## Qui les']],
  },
};

const entries = Object.entries(sound);

test('there are enough of them', () => expect(entries.length).toBeGreaterThanOrEqual(40));

test.each(entries)('%s', (_, changes) => {
  const files: Record<string, string | Uint8Array> = { 'incidents/mail-outage/regions.png': picture };
  for (const name of Object.values(names)) files[name] = written(name);
  for (const [key, name] of Object.entries(names)) {
    let text = written(name);
    for (const [find, put] of Object.entries(changes).find(([one]) => one === key)?.[1] ?? []) {
      expect(text).toContain(find);
      text = text.replace(find, () => put);
    }
    files[name] = text;
  }
  const { told, site } = loaded({
    ...files,
    'incidents/mail/incident.yml': undefined,
    'incidents/mail/en.md': undefined,
    'incidents/mail/fr.md': undefined,
  });
  expect(told).toEqual([]);
  expect(site).toBeDefined();
});

test('a report a year after the end does not make the incident longer', () => {
  const times = ['2022-03-02 06:40', '2022-03-02 12:00', '2023-05-02 09:00'];
  const phases = ['investigating', 'resolved', 'resolved'];
  const entries = times.map((at, index) => `  - { at: ${at}, phase: ${phases[index]} }\n`).join('');
  const words = (text: string, heading: string) =>
    `${text.slice(0, text.indexOf('### '))}${times.map((at) => `### ${at}\n\n${heading}\n`).join('\n')}`;
  const { problems } = loaded({
    'incidents/mail/incident.yml': `services: [email]\nimpact: critical\ntimeline:\n${entries}`,
    'incidents/mail/en.md': words(enMd, 'We looked for the cause.'),
    'incidents/mail/fr.md': words(frMd, 'Nous avons cherché la cause.'),
  });
  expect(problems.map(({ rule, place, variant }) => [rule, variant, place.line])).toEqual([]);
});
