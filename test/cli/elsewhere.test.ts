import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { enMd, frMd } from '../content/folder.ts';
import { filled, meaculpa, notice, now, settings, workshop } from './command.ts';

// A busy machine is slow.
vi.setConfig({ testTimeout: 120_000 });
const root = workshop();

test('a build from any other folder is the same', async () => {
  filled(join(root, 'content'), { ...settings, ...notice('mail') });
  const { status, err } = await meaculpa(['build', ...now], { cwd: root });
  expect(err).not.toContain('fault');
  expect(status).toBe(0);
  expect(existsSync(join(root, '_site', 'fr', 'incidents', 'mail', 'index.html'))).toBe(true);
});

test('the last line counts the texts that are still to come', async () => {
  const content = filled(join(root, 'late'), { ...settings, ...notice('mail') });
  filled(content, { 'site.yml': `${settings['site.yml']}may_be_late: any\n` });
  rmSync(join(content, 'incidents', 'mail', 'fr.md'));
  const call = ['build', '--content', 'late', '--output', 'late-site', ...now];
  const { status, out } = await meaculpa(call, { cwd: root });
  expect([status, out]).toEqual([0, expect.stringMatching(/\. 1 text is still to come in French\.\n$/)]);
  expect((await meaculpa([...call, '--strict'], { cwd: root })).status).toBe(1);
});

test('a page that is too heavy is told where its words are, and keeps nothing from being published', async () => {
  // Words that no compression shortens much: every number once.
  const long = Array.from({ length: 9_000 }, (_none, index) => (index * 7919) % 99_991).join(' ');
  const heavy = (text: string) => text.replace(/cause\./, `cause.\n\n\`${long}\``);
  filled(join(root, 'heavy'), {
    ...settings,
    ...notice('mail'),
    'incidents/mail/en.md': heavy(enMd),
    'incidents/mail/fr.md': heavy(frMd),
  });
  const call = ['--content', 'heavy', ...now];
  const checked = await meaculpa(['check', ...call], { cwd: root });
  expect(checked.err).toMatch(/^heavy\/incidents\/mail\/en\.md:1:1 {2}warning {2}page\/weight {2}/m);
  expect(checked.err).toMatch(/^heavy\/incidents\/mail\/fr\.md:1:1 {2}warning {2}page\/weight {2}/m);
  const built = await meaculpa(['build', '--output', 'heavy-site', ...call], { cwd: root });
  expect(built.status).toBe(0);
  expect(built.err).toContain('page/weight');
});
