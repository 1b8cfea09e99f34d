import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { notify } from '../../src/cli/notify.ts';
import { enMd, frMd, incidentYml, siteYml } from '../content/folder.ts';
import { call, desk, second } from './desk.ts';
import { worldFor } from './world.ts';

const paste = 'channels:\n  line: { kind: paste, as: voice }\n';
const key = 'mail/t-20240305T1100-0400';

test('the first run tells nobody anything, and what comes next is told once', async () => {
  const { content, write, fates, ledger } = desk(paste);
  const world = worldFor();
  expect(await notify(call(content).call, world)).toBe(0);
  expect(world.shown).toEqual([]);
  expect(ledger()).toEqual([
    { at: expect.any(String), channel: 'line', began: true, known: ['mail/t-20240302T0640-0400'] },
  ]);
  write(second);
  expect(await notify(call(content).call, world)).toBe(0);
  expect(world.shown).toHaveLength(1);
  expect(fates()).toEqual([`line ${key} sending`, `line ${key} sent`]);
  expect(await notify(call(content).call, world)).toBe(0);
  expect(world.shown).toHaveLength(1);
});

test('a slug, a typo and a new summary are no news', async () => {
  const { content, write } = desk(paste);
  const world = worldFor();
  await notify(call(content).call, world);
  write({
    'content/incidents/mail/en.md': enMd
      .replace('looking', 'searching')
      .replace('title:', 'slug: down\ntitle:'),
    'content/incidents/mail/fr.md': frMd.replace('ne peut pas', 'ne peut plus'),
  });
  await notify(call(content).call, world);
  expect(world.shown).toEqual([]);
});

test('the dry run shows every message in both languages with what it costs, and sends and writes nothing', async () => {
  const { content, write, ledger } = desk(
    'channels:\n  texts: { kind: gc-notify, as: sms, template: t, key_env: KEY, recipients_env: TO }\n  line: { kind: paste, as: voice }\n  x: { kind: paste, as: x }\n',
  );
  const world = worldFor();
  await notify(call(content).call, world);
  const before = ledger();
  write(second);
  const { call: asked, out } = call(content, { 'dry-run': true });
  expect(await notify(asked, worldFor({}, { published: false }))).toBe(0);
  expect(out()).toContain('=== texts (gc-notify)  mail/t-20240305T1100-0400');
  expect(out()).toContain(
    'Panne de courriel : cause trouvée. Courriel : panne majeure. Prochaine mise à jour à 15 h (HA).',
  );
  expect(out()).toContain('Email down: cause found. Email: major outage. Next update at 3 p.m. AT.');
  expect(out()).toMatch(/--- \d+ text messages \(GSM, \d+ places\)\./);
  expect(out()).toMatch(/--- \d+ seconds said aloud\./);
  expect(out()).toMatch(/--- \d+ of 280 characters\./);
  expect(out()).toContain('3 messages would leave.');
  expect(ledger()).toEqual(before);
});

test('an entry tells whom it names, and nobody where it says none', async () => {
  const { content, write } = desk(
    'channels:\n  a: { kind: paste, as: x }\n  b: { kind: paste, as: voice }\n',
  );
  const world = worldFor();
  await notify(call(content).call, world);
  const facts = second['content/incidents/mail/incident.yml'];
  write({
    ...second,
    'content/incidents/mail/incident.yml': facts.replace('identified,', 'identified, notify: none,'),
  });
  await notify(call(content).call, world);
  expect(world.shown).toEqual([]);
  write({
    ...second,
    'content/incidents/mail/incident.yml': facts.replace('identified,', 'identified, notify: [b],'),
  });
  await notify(call(content).call, world);
  expect(world.shown).toHaveLength(1);
  expect(world.shown[0]).toMatch(/^Télécom Exemple\. Panne/);
});

test('a channel hears of its services, its regions and its severity alone', async () => {
  const { content, write } = desk(
    'channels:\n  web: { kind: paste, as: x, services: [web] }\n  ns: { kind: paste, as: x, regions: [ns] }\n  grave: { kind: paste, as: x, at_least: critical }\n  fr: { kind: paste, as: x, languages: fr }\n',
  );
  const world = worldFor();
  await notify(call(content).call, world);
  write(second);
  await notify(call(content).call, world);
  // A notice without regions concerns them all.
  expect(world.shown).toHaveLength(3);
  expect(world.shown.filter((text) => text.includes('Email down'))).toHaveLength(2);
});

test('a channel of a region hears of what concerns it until it recovers, and not of what goes on elsewhere', async () => {
  const at = (time: string, rest: string) => `  - { at: 2024-03-05 ${time}, phase: ${rest} }\n`;
  const { content, write } = desk('channels:\n  ns: { kind: paste, as: x, regions: [ns], languages: en }\n', {
    'content/site.yml': `${siteYml}  pe: { name: { en: Prince Edward Island, fr: Île-du-Prince-Édouard } }\n`,
  });
  const world = worldFor();
  await notify(call(content).call, world);
  const times = ['09:00', '10:00', '11:00'];
  const text = (of: string) => of + times.map((time) => `\n### 2024-03-05 ${time}\n\nA.\n`).join('');
  write({
    'content/incidents/mail/incident.yml': `${incidentYml}${at('09:00', 'identified, regions: [ns, pe]')}${at('10:00', 'identified, regions: [pe]')}${at('11:00', 'monitoring')}`,
    'content/incidents/mail/en.md': text(enMd),
    'content/incidents/mail/fr.md': text(frMd),
  });
  expect(await notify(call(content).call, world)).toBe(0);
  expect(world.shown.map((shown) => /Where: [^.]*/.exec(shown)?.[0])).toEqual([
    'Where: Nova Scotia and Prince Edward Island',
    'Where: Prince Edward Island',
  ]);
});

test('a flood is stopped before anything leaves', async () => {
  const { content, write, fates } = desk(paste);
  const world = worldFor();
  await notify(call(content).call, world);
  write(second);
  const { call: asked, err } = call(content, { 'at-most': '0' });
  expect(await notify(asked, world)).toBe(1);
  expect(err()).toContain('line would get 1 messages at once');
  expect(fates()).toEqual([]);
});

test('what the live site does not have is not told, and is told by the run that finds it there', async () => {
  const { content, write, fates } = desk(paste);
  await notify(call(content).call, worldFor());
  write(second);
  const { call: asked, err } = call(content, { site: 'https://status.example.ca/' });
  expect(await notify(asked, worldFor({}, { published: false }))).toBe(1);
  expect(err()).toContain('https://status.example.ca/fr/incidents/mail/#t-20240305T1100-0400');
  expect(fates()).toEqual([]);
  const world = worldFor();
  expect(await notify(call(content).call, world)).toBe(0);
  expect(world.shown).toHaveLength(1);
});

test('one run at a time sends; what a run that died left is no hindrance', async () => {
  const { content, root, write } = desk(paste);
  await notify(call(content).call, worldFor());
  write(second);
  // The process that started this one is alive; none has the highest number.
  writeFileSync(join(root, 'sent.ndjson.lock'), String(process.ppid));
  await expect(notify(call(content).call, worldFor())).rejects.toMatchObject({ status: 3 });
  writeFileSync(join(root, 'sent.ndjson.lock'), '4194305');
  expect(await notify(call(content).call, worldFor())).toBe(0);
});

const hook = 'channels:\n  team: { kind: webhook, url_env: URL, key_env: KEY }\n';

test('what is in doubt is refused until someone says what became of it', async () => {
  const { content, write, root, fates } = desk(hook);
  await notify(call(content).call, worldFor());
  write(second);
  const line = { at: '2024-03-05T15:30:00Z', channel: 'team', key, fate: 'sending' };
  appendFileSync(join(root, 'sent.ndjson'), `${JSON.stringify(line)}\n`);
  const { call: asked, err } = call(content);
  expect(await notify(asked, worldFor())).toBe(1);
  expect(err()).toContain(`In doubt: ${key}`);
  expect(await notify(call(content, { skip: true }).call, worldFor())).toBe(0);
  expect(fates().at(-1)).toBe(`team ${key} skipped`);
  const again = call(content);
  expect(await notify(again.call, worldFor())).toBe(0);
  expect(again.out()).toContain('nothing new');
});

test('an intention that was cut off as it was written is none; any other line that cannot be read stops all', async () => {
  const { content, write, root } = desk(paste);
  const world = worldFor();
  await notify(call(content).call, world);
  write(second);
  const file = join(root, 'sent.ndjson');
  appendFileSync(file, `{"at":"2024-03-05T15:30:00Z","channel":"line","key":"${key}","fate":"send`);
  expect(await notify(call(content).call, world)).toBe(0);
  expect(world.shown).toHaveLength(1);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(3);
  writeFileSync(file, readFileSync(file, 'utf8').replace('"began":true', '"began":maybe'));
  const { call: asked, err } = call(content);
  expect(await notify(asked, world)).toBe(1);
  expect(err()).toContain('sent.ndjson cannot be read on these lines: 1');
});

test('with --push the intentions are pushed before the first message leaves, and nothing leaves where they cannot be', async () => {
  const { content, write, fates } = desk(paste);
  await notify(call(content).call, worldFor());
  write(second);
  const rejected = worldFor({}, { pushes: false });
  expect(await notify(call(content, { push: true }).call, rejected)).toBe(1);
  expect(rejected.shown).toEqual([]);
  expect(fates()).toEqual([`line ${key} sending`, `line ${key} failed`]);
  const world = worldFor();
  expect(await notify(call(content, { push: true }).call, world)).toBe(0);
  expect(world.shown).toHaveLength(1);
  // The intention first, then the outcome.
  expect(world.pushed).toEqual([4, 5]);
});

test('with --push what is known from the start is pushed too, for the next run may be elsewhere', async () => {
  const { content } = desk(paste);
  const world = worldFor();
  expect(await notify(call(content, { push: true }).call, world)).toBe(0);
  expect(world.pushed).toEqual([1]);
  expect(await notify(call(content, { push: true }).call, world)).toBe(0);
  expect(world.pushed).toEqual([1]);
});

test('a correction goes to the channels that carried what was wrong, old beside new', async () => {
  const { content, write } = desk(
    'channels:\n  a: { kind: paste, as: x }\n  m: { kind: gc-notify, as: email, template: t, key_env: K, recipients_env: R }\n  late: { kind: slack, url_env: K, services: [web] }\n',
  );
  const world = worldFor({ K: 'key', R: 'one@example.ca' });
  await notify(call(content).call, world);
  write(second);
  await notify(call(content, { channel: 'a' }).call, world);
  const corrected = (text: string, from: string, to: string, section: string, why: string) =>
    `${text.replace(from, to)}\n## ${section}\n\n### 2024-03-05 11:30\n\n${why}\n`;
  write({
    'content/incidents/mail/incident.yml': `${second['content/incidents/mail/incident.yml']}corrections:\n  - { at: 2024-03-05 11:30, to: 2024-03-05 11:00 }\n`,
    'content/incidents/mail/en.md': corrected(
      second['content/incidents/mail/en.md'],
      'We have found the cause.',
      'We may have found the cause.',
      'Corrections',
      'We were not sure yet.',
    ),
    'content/incidents/mail/fr.md': corrected(
      second['content/incidents/mail/fr.md'],
      'La cause est trouvée.',
      'La cause est probablement trouvée.',
      'Corrections',
      'Nous n’en étions pas encore certains.',
    ),
  });
  const { call: asked, out } = call(content, { 'dry-run': true });
  expect(await notify(asked, world)).toBe(0);
  // The other channel did not carry it: it hears of the entry itself, as it is now.
  expect(out()).toContain('=== a (paste)  mail/c-20240305T1130-0400');
  expect(out()).not.toContain('=== m (gc-notify)  mail/c-');
  expect(out()).toContain('=== m (gc-notify)  mail/t-20240305T1100-0400');
});

const nobody = {
  'content/site.yml':
    'url: https://status.example.ca\nzone: America/Halifax\nprimary: fr\nname: { en: A, fr: B }\norganization: { en: A, fr: B }\nservices: { email: { name: { en: Email, fr: Courriel } } }\n',
};

test.each([
  'mail, from: a@example.ca, to: l@example.ca, smtp: { host: localhost }',
  'gc-notify, as: sms, template: t, key_env: K, recipients_env: R',
])('a channel that writes to people wants to know who writes: %s', async (channel) => {
  const { content } = desk(`channels:\n  m: { kind: ${channel} }\n`, nobody);
  for (const command of [notify, check]) {
    const { call: asked, err } = call(content);
    expect(await command(asked)).toBe(1);
    expect(err()).toMatch(/channels\.yml:2:3 {2}error {2}notify\/sender/);
  }
});

test('other channels need no sender, and where there is no file nobody is told', async () => {
  const { content, root } = desk(paste, nobody);
  expect(await check(call(content).call)).toBe(0);
  rmSync(join(root, 'channels.yml'));
  await expect(notify(call(content).call)).rejects.toMatchObject({
    status: 2,
    key: 'command.notify.no_channels',
  });
});

test('an entry that names a channel that is not there is told by check', async () => {
  const facts = second['content/incidents/mail/incident.yml'].replace(
    'identified,',
    'identified, notify: [lnie],',
  );
  const { content } = desk(paste, { ...second, 'content/incidents/mail/incident.yml': facts });
  const { call: asked, err } = call(content);
  expect(await check(asked)).toBe(1);
  expect(err()).toContain('error  notify/channel  an entry of mail names the channel “lnie”');
});

test.each([
  ['kind: mial, from: a@example.ca', 'yaml/value'],
  ['from: a@example.ca', 'yaml/missing-key'],
  ['kind: slack, url_env: U, colour: red', 'yaml/unknown-key'],
  ['kind: slack, url_env: U, services: [emial]', 'service/unknown'],
  ['kind: slack, url_env: U, at_least: huge', 'yaml/value'],
  ['kind: slack', 'yaml/missing-key'],
])('what is wrong in channels.yml is told at its place: { %s }', async (channel, rule) => {
  const { content } = desk(`channels:\n  it: { ${channel} }\n`);
  for (const lang of ['en', 'fr'] as const) {
    const { call: asked, err } = call(content, { lang });
    expect(await check(asked)).toBe(1);
    expect(err()).toMatch(new RegExp(`channels\\.yml:2:\\d+ {2}error {2}${rule} {2}\\S`));
    expect(err()).not.toContain('{"');
  }
});
