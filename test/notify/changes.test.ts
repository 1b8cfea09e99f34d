import { expect, test } from 'vitest';
import { type ChangeKind, changesOf, worth } from '../../src/notify/changes.ts';
import { readLedger, wholeLines } from '../../src/notify/ledger.ts';
import { messageOf } from '../../src/notify/messages.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { load } from '../../src/site/load.ts';
import { contentFolder, enMd, type Files, frMd, now, siteYml } from '../content/folder.ts';

const entries = (rest: string): string => `services: [email, web]\nimpact: minor\ntimeline:\n${rest}`;
const text = (of: string, times: readonly string[], below = '') =>
  `${of.slice(0, of.indexOf('###'))}${times.map((at) => `### ${at}\n\nA.\n\n`).join('')}${below}`;

/** The site of some facts with words for each entry, and its changes. */
function siteOf(facts: string, below: { en?: string; fr?: string } = {}, files: Files = {}, clock = now) {
  const times = [...facts.matchAll(/(?:^|\n) {2}- \{ at: (\d{4}-\d\d-\d\d \d\d:\d\d), phase/g)].map(
    ([, at = '']) => at,
  );
  const folder = contentFolder({
    'incidents/mail/incident.yml': facts,
    'incidents/mail/en.md': text(enMd, times, below.en),
    'incidents/mail/fr.md': text(frMd, times, below.fr),
    ...files,
  });
  const { site, now: at, problems } = load(folder, () => clock);
  if (site === undefined)
    throw new Error(JSON.stringify(problems.filter(({ severity }) => severity === 'error')));
  return { site, at, changes: changesOf(site, at.epoch) };
}
const kinds = (facts: string, below = {}, files: Files = {}, clock = now): readonly string[] =>
  siteOf(facts, below, files, clock).changes.map(
    ({ key, kind }) => `${key.replace(/^(?:mail|up)\//, '')} ${kind}`,
  );

test('an entry is told by what it changes, and one that changes nothing is not', () => {
  const facts = entries(
    [
      '  - { at: 2024-03-01 08:00, phase: investigating }',
      '  - { at: 2024-03-01 09:00, phase: investigating, next: 2024-03-01 10:00 }',
      '  - { at: 2024-03-01 10:00, phase: investigating, services: { web: operational } }',
      '  - { at: 2024-03-01 11:00, phase: identified }',
      '  - { at: 2024-03-01 12:00, phase: identified, services: { email: major_outage } }',
      '  - { at: 2024-03-01 13:00, phase: monitoring }',
      '  - { at: 2024-03-01 14:00, phase: resolved }',
      '  - { at: 2024-03-01 15:00, phase: investigating }',
      '  - { at: 2024-03-01 16:00, phase: investigating, notify: [team] }',
      '',
    ].join('\n'),
  );
  const { changes } = siteOf(facts);
  expect(changes.map(({ kind }) => kind)).toEqual([
    'opened',
    'state',
    'phase',
    'relapse',
    'phase',
    'resolved',
    'reopened',
    'named',
  ] satisfies ChangeKind[]);
  // Slow from the start, and down from noon on: whoever hears of major outages hears that it is over.
  expect(changes.map(({ severity }) => severity)).toEqual([
    'minor',
    'minor',
    'minor',
    'critical',
    'critical',
    'critical',
    'critical',
    'critical',
  ]);
  expect(changes.at(-1)?.only).toEqual(['team']);
});

test('a region that recovers alone is news there and where it lasts, and no region is told of what is past for it', () => {
  const regions = `  ns: { name: { en: Nova Scotia, fr: Nouvelle-Écosse } }
  pe: { name: { en: Prince Edward Island, fr: Île-du-Prince-Édouard } }
`;
  const facts = `${entries(
    [
      '  - { at: 2024-03-01 08:00, phase: investigating }',
      '  - { at: 2024-03-01 09:00, phase: investigating, regions: [pe] }',
      '  - { at: 2024-03-01 10:00, phase: investigating, regions: [pe] }',
      '  - { at: 2024-03-01 11:00, phase: resolved }',
      '',
    ].join('\n'),
  )}regions: [ns, pe]\n`;
  const { changes, site, at } = siteOf(facts, {}, { 'site.yml': siteYml.replace(/ {2}ns: .*\n/, regions) });
  expect(changes.map(({ kind, regions: where }) => [kind, where.toSorted()])).toEqual([
    ['opened', ['ns', 'pe']],
    ['state', ['ns', 'pe']],
    ['resolved', ['pe']],
  ]);
  const [, alone] = changes;
  if (alone === undefined) throw new Error('nothing changed');
  const url = 'https://status.example.ca';
  const [fr, en] = messageOf(alone, 'both', { contexts: contextsOf(site, at), url }).said;
  expect(fr.facts).toContain('Où\u00a0: Île-du-Prince-Édouard');
  expect(en?.facts).toContain('Where: Prince Edward Island');
});

const begun = entries('  - { at: 2024-03-01 08:00, phase: investigating }\n');
const section = (en: string, fr: string, heading: string) => ({
  en: `## ${en}\n\n### ${heading}\n\nA.\n`,
  fr: `## ${fr}\n\n### ${heading}\n\nA.\n`,
});

test('a credit is told when it is there, again three days before its end, and no more after it', () => {
  const credit = `${begun}credits:\n  bill: { for: { en: all, fr: toute la clientèle }, amount: 20, how: { en: Call, fr: Appelez }, claim_by: 2024-03-07 }\n`;
  const words = section('Credits', 'Crédits', '$20 {#bill}');
  const at = (time: string) =>
    kinds(credit, { ...words, fr: words.fr.replace('$20', '20 $') }, {}, Date.parse(time));
  expect(at('2024-03-04T12:00-04:00')).toContain('credits/bill credit');
  expect(at('2024-03-04T12:00-04:00')).not.toContain('credits/bill/ending ending');
  expect(at('2024-03-05T12:00-04:00')).toContain('credits/bill/ending ending');
  expect(at('2024-03-08T12:00-04:00').some((one) => one.startsWith('credits'))).toBe(false);
});

test('an apology is told, one that others report is not', () => {
  const apology = (rest: string) =>
    `${begun}apology:\n  at: 2024-03-04 13:00\n  signer: { name: Marie Roy, title: { en: President, fr: Présidente } }\n${rest}`;
  const words = {
    en: '## Apology\n\n### We let you down {#responsibility}\n\n> We let you down, and we are sorry.\n',
    fr: '## Excuses\n\n### Nous vous avons fait faux bond {#responsibility}\n\n> Nous vous avons fait faux bond, et nous nous excusons.\n',
  };
  expect(kinds(apology(''), words)).toContain('apology apology');
  expect(kinds(apology('  reported: true\n'), words)).not.toContain('apology apology');
});

const upgrade = (rest: string, timeline = ''): Files => ({
  'maintenance/up/maintenance.yml': `services: [email]\nimpact: minor\nfrom: 2024-03-10 01:00\nuntil: 2024-03-10 04:00\n${rest}`,
  'maintenance/up/en.md': `---\ntitle: Upgrade\nsummary: We upgrade the servers.\n---\n\nA.\n${timeline.replace('T', 'Timeline')}`,
  'maintenance/up/fr.md': `---\ntitle: Mise à niveau\nsummary: Nous mettons les serveurs à niveau.\n---\n\nA.\n${timeline.replace('T', 'Chronologie')}`,
});
const window = (time: string, rest = '', timeline = ''): readonly string[] =>
  kinds(begun, {}, upgrade(rest, timeline), Date.parse(time)).filter(
    (one) => !one.startsWith('t-') || one.includes('in_'),
  );

test.each([
  ['2024-03-05T12:00-04:00', '', ['announced announced']],
  ['2024-03-09T12:00-04:00', '', ['announced announced', 'reminder-0 reminder']],
  ['2024-03-10T02:00-04:00', '', ['begun begun']],
  ['2024-03-11T12:00-03:00', '', ['done done']],
  ['2024-03-09T12:00-04:00', 'cancelled: 2024-03-09 11:00\n', ['cancelled cancelled']],
  [
    '2024-03-08T12:00-04:00',
    'moved:\n  - { at: 2024-03-07 09:00, from: 2024-03-08 01:00, until: 2024-03-08 04:00 }\n',
    ['moved-1 moved'],
  ],
])('at %s a window is told by the last word on it %s', (time, rest, expected) => {
  expect(window(time, rest).toSorted()).toEqual(expected.toSorted());
});

test('a window was announced when its facts say that it was', () => {
  const at = (rest: string) =>
    siteOf(begun, {}, upgrade(rest)).changes.find(({ kind }) => kind === 'announced')?.at;
  expect(at('announced: 2024-03-04 09:00\n')).toBe(Date.parse('2024-03-04T09:00-04:00'));
  expect(at('')).toBeUndefined();
});

test('what was brought from another page is no news', () => {
  const imported = 'imported: { from: statuspage, id: abc }\n';
  expect(kinds(`${begun}${imported}`)).toEqual([]);
  expect(window('2024-03-05T12:00-04:00', imported)).toEqual([]);
});

test('begun by the clock and then by an entry is one beginning', () => {
  const entry = 'timeline:\n  - { at: 2024-03-10 01:10, phase: in_progress }\n';
  expect(window('2024-03-10T02:00-04:00', entry, '\n## T\n\n### 2024-03-10 01:10\n\nA.\n')).toEqual([
    'begun begun',
  ]);
});

test('every kind that is worth a message has an example and a subject in both languages', () => {
  const { site, at, changes } = siteOf(begun);
  const [change] = changes;
  if (change === undefined) throw new Error('no change');
  for (const kind of Object.keys(worth) as ChangeKind[]) {
    expect(worth[kind]).not.toBe('');
    const {
      said,
      text: words,
      html,
    } = messageOf({ ...change, kind }, 'both', { contexts: contextsOf(site, at), url: site.url });
    expect(said.map(({ locale }) => locale)).toEqual(['fr', 'en']);
    for (const one of said)
      expect(one.subject).toContain(one.locale === 'fr' ? 'Panne de courriel' : 'Email down');
    expect(words).not.toMatch(/undefined|\{\{/);
    expect(html).not.toMatch(/undefined|\{\{/);
  }
});

test('a correction shows what was told beside what is right', () => {
  const facts = `${begun}corrections:\n  - { at: 2024-03-02 09:00, to: 2024-03-01 08:00 }\n`;
  const { site, at, changes } = siteOf(facts, section('Corrections', 'Corrections', '2024-03-02 09:00'));
  const change = changes.find(({ kind }) => kind === 'correction');
  if (change === undefined) throw new Error('no correction');
  const carried = { en: 'It was the cable.', fr: 'C’était le câble.' };
  const { said } = messageOf(change, 'both', { contexts: contextsOf(site, at), url: site.url, carried });
  expect(said.map(({ words }) => words)).toEqual([
    [
      'A.',
      'Ce que nous avions écrit\u00a0: «\u00a0C’était le câble.\u00a0»',
      'Ce qu’il faut lire\u00a0: «\u00a0A.\u00a0»',
    ],
    ['A.', 'What we wrote: “It was the cable.”', 'What is right: “A.”'],
  ]);
});

test('what people wrote for a text message is what it says; else a sentence of the facts alone', () => {
  const folder = contentFolder({
    'incidents/mail/en.md': `${enMd}\n#### Text message {#sms}\n\nNo email in Nova Scotia.\n`,
    'incidents/mail/fr.md': `${frMd}\n#### Texto {#sms}\n\nPas de courriel en Nouvelle-Écosse.\n`,
  });
  const { site, now: at } = load(folder, () => now);
  const [change] = site === undefined ? [] : changesOf(site, at.epoch);
  if (site === undefined || change === undefined) throw new Error('no change');
  const { said } = messageOf(change, 'both', { contexts: contextsOf(site, at), url: site.url });
  expect(said.map(({ shorts }) => [shorts.sms, shorts.social])).toEqual([
    [
      'Pas de courriel en Nouvelle-Écosse.',
      'Panne de courriel. Courriel\u00a0: panne majeure. Prochaine mise à jour le mercredi 6\u00a0mars 2024, à 9\u00a0h\u00a0(HA).',
    ],
    [
      'No email in Nova Scotia.',
      'Email down. Email: major outage. Next update on Wednesday, March\u00a06, 2024, at 9\u00a0a.m.\u00a0AT.',
    ],
  ]);
});

test('a ledger is read line by line; a torn end is no line', () => {
  const line = (fate: string) =>
    `${JSON.stringify({ at: '2024-03-05T15:00:00Z', channel: 'a', key: 'k', fate })}\n`;
  const { ledger, broken } = readLedger(`${line('sending')}${line('sent')}{"at":"20`);
  expect(broken).toEqual([]);
  expect(ledger.get('a')?.messages.get('k')?.fate).toBe('sent');
  expect(readLedger(`${line('sending')}nonsense\n`).broken).toEqual([2]);
  expect(wholeLines('a\nb')).toBe('a\n');
  expect(wholeLines('b')).toBe('');
});
