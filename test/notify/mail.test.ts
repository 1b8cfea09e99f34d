import { expect, test } from 'vitest';
import { notify } from '../../src/cli/notify.ts';
import { enMd, frMd, siteYml } from '../content/folder.ts';
import { call, desk, second, sender } from './desk.ts';
import { type Manner, postOffice } from './post-office.ts';
import { worldFor } from './world.ts';

const channelsAt = (port: number, rest = ''): string =>
  `channels:\n  list:\n    kind: mail\n    from: notices@example.ca\n    to: everyone@lists.example.ca\n    smtp: { host: 127.0.0.1, port: ${port}, security: none }\n${rest}`;

async function posted(changes = {}, ...manners: readonly Manner[]) {
  const office = await postOffice(...manners);
  const team = desk(channelsAt(office.port));
  const world = worldFor();
  await notify(call(team.content).call, world);
  team.write({ ...second, ...changes });
  const again = (given = {}) => notify(call(team.content, given).call, world);
  return { ...office, status: await again(), again, team };
}

test('a message has both languages, a text part, and the headers that lists and robots ask for', async () => {
  const { status, mails, raw } = await posted();
  expect(status).toBe(0);
  expect(mails).toHaveLength(1);
  const [mail] = mails;
  expect(mail?.subject).toBe('Panne de courriel\u00a0: cause trouvée / Email down: cause found');
  expect(mail?.from?.value).toEqual([
    { address: 'notices@example.ca', name: 'Télécom Exemple / Example Telecom' },
  ]);
  const text = mail?.text ?? '';
  expect(text.indexOf('La cause est trouvée.')).toBeLessThan(text.indexOf('We have found the cause.'));
  expect(text).toContain('https://status.example.ca/fr/incidents/mail/#t-20240305T1100-0400');
  expect(text).toContain('1 Main St, Halifax NS');
  expect(text).toContain('https://example.ca/arret');
  expect(mail?.html).toMatch(/<html lang="fr-CA">[\s\S]*<div lang="fr-CA">[\s\S]*<div lang="en-CA">/);
  expect(mail?.html).not.toMatch(/<img|<style|<script|src=/);
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(raw[0] ?? '')?.[1];
  expect(header('Auto-Submitted')).toBe('auto-generated');
  expect(header('List-Id')).toBe('<everyone.lists.example.ca>');
  expect(header('List-Unsubscribe')?.replace(/\s+/g, ' ')).toBe(
    '<https://example.ca/arret>, <https://example.ca/stop>',
  );
  expect(header('Content-Language')).toBe('fr-CA, en-CA');
  expect(header('Content-Type')).toMatch(/^multipart\/alternative/);
  expect(header('Message-ID')).toMatch(/^<[0-9a-f]{32}@example\.ca>$/);
});

test('a second run sends nothing', async () => {
  const { again, mails } = await posted();
  expect(await again()).toBe(0);
  expect(mails).toHaveLength(1);
});

test('no line is longer than mail allows, whatever the entry', async () => {
  const long = 'Nous poursuivons. '.repeat(400);
  const { raw, mails } = await posted({
    'content/incidents/mail/fr.md': second['content/incidents/mail/fr.md'].replace(
      'La réparation est commencée.',
      `${long}${'x'.repeat(3000)}`,
    ),
  });
  for (const line of (raw[0] ?? '').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  expect(mails[0]?.text).toContain('x'.repeat(3000));
});

test('no title and no name brings a header of its own', async () => {
  const evil = '"Down\\r\\nBcc: all@example.ca\\n\\nBody\\u0000"';
  const { raw, mails } = await posted({
    'content/site.yml': `${siteYml.replace('{ en: Example Telecom, fr: Télécom Exemple }', `{ en: ${evil}, fr: ${evil} }`)}${sender}`,
    'content/incidents/mail/en.md': second['content/incidents/mail/en.md'].replace('Email down', evil),
    'content/incidents/mail/fr.md': second['content/incidents/mail/fr.md'].replace('Panne de courriel', evil),
  });
  expect(mails).toHaveLength(1);
  const [head = ''] = (raw[0] ?? '').split('\r\n\r\n');
  expect(head).not.toMatch(/^Bcc:/im);
  expect(mails[0]?.headers.has('bcc')).toBe(false);
  expect(mails[0]?.subject).toContain('Bcc: all@example.ca');
});

test('what a writer types is text in the HTML part', async () => {
  const { mails } = await posted({
    'content/incidents/mail/en.md': second['content/incidents/mail/en.md'].replace(
      'Email down',
      'Email & <b>web</b> down',
    ),
  });
  expect(mails[0]?.html).toContain('Email &amp; &lt;b&gt;web&lt;/b&gt; down');
});

test('one language where one is asked for', async () => {
  const office = await postOffice();
  const team = desk(channelsAt(office.port, '    languages: en\n'));
  await notify(call(team.content).call, worldFor());
  team.write(second);
  await notify(call(team.content).call, worldFor());
  expect(office.mails[0]?.subject).toBe('Email down: cause found');
  expect(office.mails[0]?.text).not.toContain('trouvée');
});

test('a text that is late is told by the facts, and never in the other language', async () => {
  const { mails } = await posted({
    'content/site.yml': `${siteYml}${sender}may_be_late: any\n`,
    'content/incidents/mail/en.md': enMd,
  });
  const [french = '', english = ''] = (mails[0]?.text ?? '').split('-'.repeat(40));
  expect(french).toContain('La cause est trouvée.');
  expect(english).toContain('The English text is still to come.');
  expect(english).toContain('Email: major outage');
  expect(english).toContain('Next update at 3\u00a0p.m.\u00a0AT');
  expect(english).not.toContain('trouvée');
  expect(frMd).toContain('Panne');
});

const key = 'mail/t-20240305T1100-0400';

test('a server that is busy is asked again; one that refuses is not', async () => {
  const busy = await posted({}, 'later', 'take');
  expect([busy.status, busy.raw.length, busy.team.fates().at(-1)]).toEqual([0, 2, `list ${key} sent`]);
  const refused = await posted({}, 'never');
  expect([refused.status, refused.raw.length, refused.team.fates().at(-1)]).toEqual([
    1,
    1,
    `list ${key} refused`,
  ]);
});

test('a connection that is cut once the message was heard leaves it in doubt', async () => {
  const { status, raw, team, again } = await posted({}, 'cut');
  expect([status, raw.length, team.fates().at(-1)]).toEqual([1, 1, `list ${key} doubt`]);
  expect(await again()).toBe(1);
  expect(raw).toHaveLength(1);
});

test('a server that is not there took nothing', async () => {
  const team = desk(channelsAt(1));
  await notify(call(team.content).call, worldFor());
  team.write(second);
  expect(await notify(call(team.content).call, worldFor())).toBe(1);
  expect(team.fates().at(-1)).toBe(`list ${key} failed`);
});

test('a password goes over no connection that is not protected', async () => {
  const office = await postOffice();
  const team = desk(
    channelsAt(office.port).replace('security: none', 'security: none, user_env: U, password_env: P'),
  );
  const world = worldFor({ U: 'user', P: 'secret' });
  await notify(call(team.content).call, world);
  team.write(second);
  expect(await notify(call(team.content).call, world)).toBe(1);
  expect(office.raw).toEqual([]);
  expect(team.fates().at(-1)).toBe(`list ${key} refused`);
});
