import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { update } from '../../src/cli/update.ts';
import { load } from '../../src/site/load.ts';
import { contentFolder, enMd, frMd, now } from '../content/folder.ts';
import { calling } from './calling.ts';

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const refusal = (key: string) => expect.objectContaining({ status: 2, key });
const told = (folder: string): readonly string[] =>
  load(folder, () => now).problems.map(({ rule, place }) => `${place.file.slice(folder.length + 1)} ${rule}`);

test('an approved phrase writes the entry and both texts, which are agreed from the start', async () => {
  const folder = contentFolder();
  const { call } = calling(folder, ['mail'], { say: 'holding', next: '15:00' });
  expect(await update(call)).toBe(0);
  // The phase stays as it was, and the hour is that of the day.
  expect(read(folder, 'incidents/mail/incident.yml')).toContain(
    '  - at: 2024-03-05 12:00\n    phase: investigating\n    next: 2024-03-05 15:00\n',
  );
  expect(read(folder, 'incidents/mail/en.md')).toContain(
    '### 2024-03-05 12:00\n\nWe have no news yet. The work goes on, and our next update comes at 3 p.m. AT.\n',
  );
  expect(read(folder, 'incidents/mail/fr.md')).toContain(
    '### 2024-03-05 12:00\n\nNous n’avons pas encore de nouvelles à vous donner. Le travail se poursuit; prochaine mise à jour à 15 h (HA).\n',
  );
  expect(read(folder, 'agreed.yml')).toMatch(
    /^mail:\n {2}timeline\/t-20240305T1200-0400: \{ en: \w+, fr: \w+ \}\n$/m,
  );
  expect(told(folder)).toEqual([]);
  // Whoever changes one of the two is reminded of the other.
  const file = join(folder, 'incidents/mail/fr.md');
  writeFileSync(
    file,
    read(folder, 'incidents/mail/fr.md').replace('Le travail se poursuit', 'Nous continuons'),
  );
  expect(told(folder)).toEqual(['incidents/mail/en.md parity/stale']);
});

test('an hour that has passed is that of the next day', async () => {
  const folder = contentFolder();
  expect(await update(calling(folder, ['mail'], { say: 'holding', next: '9:30' }).call)).toBe(0);
  expect(read(folder, 'incidents/mail/incident.yml')).toContain('next: 2024-03-06 09:30\n');
  expect(read(folder, 'incidents/mail/fr.md')).toContain(
    'mise à jour le mercredi 6 mars 2024, à 9 h 30 (HA).',
  );
});

test('a phrase that is for one phase alone makes the entry of that phase', async () => {
  const folder = contentFolder();
  expect(await update(calling(folder, ['mail'], { say: 'cause-found', next: '15:00' }).call)).toBe(0);
  expect(read(folder, 'incidents/mail/incident.yml')).toContain('phase: identified\n');
  expect(read(folder, 'incidents/mail/en.md')).toContain('the repair is under way (Email)');
});

test.each([
  [{ say: 'holdin', next: '15:00' }, 'command.say.nearest'],
  [{ say: 'nothing-of-the-kind', next: '15:00' }, 'command.say.unknown'],
  [{ say: 'holding' }, 'command.say.needs_option'],
  [{ say: 'crew-on-site', next: '15:00' }, 'command.say.needs_region'],
  [{ say: 'credit', phase: 'resolved' }, 'command.say.needs_amount'],
  [{ say: 'resolved', phase: 'monitoring' }, 'command.say.phase'],
])('what cannot be said is refused, and nothing is written: %o', async (given, key) => {
  const folder = contentFolder();
  const before = read(folder, 'incidents/mail/incident.yml');
  await expect(update(calling(folder, ['mail'], given).call)).rejects.toEqual(refusal(key));
  expect(read(folder, 'incidents/mail/incident.yml')).toBe(before);
  expect(existsSync(join(folder, 'agreed.yml'))).toBe(false);
});

test('a phrase is not filled from facts that have errors', async () => {
  const folder = contentFolder({
    'incidents/mail/incident.yml':
      'services: [email]\ntimeline:\n  - { at: 2024-03-02 06:40, phase: investigating }\n',
  });
  const { call, err } = calling(folder, ['mail'], { say: 'holding', next: '15:00' });
  expect(await update(call)).toBe(1);
  expect(err()).toContain('yaml/missing-key');
});

test('a team’s own phrase is said as those of the program are', async () => {
  const folder = contentFolder({
    'phrases.yml':
      'phrases:\n  calm:\n    en: All calm, news {next}.\n    fr: Calme plat, nouvelles {next}.\n',
  });
  expect(
    await update(calling(folder, ['mail'], { say: 'calm', phase: 'identified', next: '15:00' }).call),
  ).toBe(0);
  expect(read(folder, 'incidents/mail/fr.md')).toContain('Calme plat, nouvelles à 15 h (HA).');
});

test('maintenance says its own hours', async () => {
  const folder = contentFolder({
    'maintenance/up/maintenance.yml':
      'services: [email, web]\nimpact: minor\nfrom: 2024-03-05 11:30\nuntil: 2024-03-05 14:00\n',
    'maintenance/up/en.md': '---\ntitle: Upgrade\nsummary: We upgrade the servers.\n---\n\nA.\n',
    'maintenance/up/fr.md':
      '---\ntitle: Mise à niveau\nsummary: Nous mettons les serveurs à niveau.\n---\n\nA.\n',
  });
  expect(await update(calling(folder, ['up'], { say: 'maintenance-begun' }).call)).toBe(0);
  expect(read(folder, 'maintenance/up/maintenance.yml')).toContain('phase: in_progress\n');
  expect(read(folder, 'maintenance/up/en.md')).toContain(
    'The maintenance has begun (Email and Web sites). It is planned to end at 2 p.m. AT.',
  );
  expect(read(folder, 'maintenance/up/fr.md')).toContain(
    'L’entretien est commencé (Courriel et Sites Web). Il doit prendre fin à 14 h (HA).',
  );
  expect(told(folder)).toEqual([]);
});

test('the end of maintenance asks for no ended:, which only an incident has', async () => {
  const folder = contentFolder({
    'maintenance/works/maintenance.yml':
      'services: [email]\nimpact: minor\nfrom: 2024-03-05 08:00\nuntil: 2024-03-05 13:00\ntimeline:\n  - { at: 2024-03-05 08:00, phase: in_progress }\n',
    'maintenance/works/en.md': enMd.replace('2024-03-02 06:40', '2024-03-05 08:00'),
    'maintenance/works/fr.md': frMd.replace('2024-03-02 06:40', '2024-03-05 08:00'),
  });
  for (const lang of ['en', 'fr'] as const) {
    const at = `2024-03-05 ${lang === 'en' ? '11:00' : '11:30'}`;
    const { call, out } = calling(folder, ['works'], { phase: 'completed', at, lang });
    expect(await update(call)).toBe(0);
    expect(out()).toMatch(/It is over|C’est terminé/);
    expect(out()).not.toContain('ended:');
  }
  const { call, out } = calling(folder, ['mail'], { phase: 'resolved' });
  expect(await update(call)).toBe(0);
  expect(out()).toContain('add ended: with the time');
});
