import { expect, test } from 'vitest';
import { enMd } from '../content/folder.ts';
import { filled, meaculpa, notice, now, settings, workshop } from './command.ts';

const folder = workshop();

test('output that nobody reads any more ends in no fault', async () => {
  expect(await meaculpa(['--help'], { unread: true })).toEqual({ status: 0, out: '', err: '' });
});

test('the work goes to its end, and the status is that of the work', async () => {
  const content = filled(folder, { ...settings, ...notice('mail'), 'incidents/mail/fr.md': enMd });
  const args = ['check', '--content', content, '--format', 'json', '--lang', 'en', ...now];
  const read = await meaculpa(args);
  const { status, err } = await meaculpa(args, { unread: true });
  expect(read.status).toBe(1);
  expect({ status, err }).toEqual({ status: read.status, err: read.err });
});
