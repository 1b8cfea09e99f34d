import { expect, test } from 'vitest';
import { phrases } from '../../src/cli/phrases.ts';
import { watch } from '../../src/cli/watch.ts';
import { firstSet } from '../../src/language/phrases/book.ts';
import { call, desk, second } from './desk.ts';
import { worldFor } from './world.ts';

const channels = 'channels:\n  crew: { kind: paste, as: voice, team: true }\n  all: { kind: paste, as: x }\n';

test('a promise that is due within that time is told, with the holding phrase ready to say', async () => {
  const { content } = desk(channels, second);
  const world = worldFor();
  const soon = call(content, { within: '4h' });
  expect(await watch(soon.call, world)).toBe(1);
  expect(soon.out()).toContain('mail: an update was promised for 2024-03-05 15:00.');
  // Promised four hours ahead, the next one is four hours after.
  expect(soon.out()).toContain('npx meaculpa update mail --say holding --next "2024-03-05 19:00"');
  expect(soon.out()).toContain(
    'Nous n’avons pas encore de nouvelles à vous donner. Le travail se poursuit; prochaine mise à jour à 19 h (HA).',
  );
  const later = call(content, { within: '15m' });
  expect(await watch(later.call, world)).toBe(0);
  expect(later.out()).toBe('No promised update is due.\n');
});

test('what is overdue is due', async () => {
  const { content } = desk(channels, second);
  const late = call(content, { within: '1m', now: '2024-03-05 15:30' });
  expect(await watch(late.call, worldFor())).toBe(1);
});

test('the team’s own channel is told once for each promise, and notify never tells it', async () => {
  const { content, fates } = desk(channels, second);
  const world = worldFor();
  const asked = () => call(content, { within: '4h', channel: 'crew' }).call;
  expect(await watch(asked(), world)).toBe(1);
  expect(await watch(asked(), world)).toBe(1);
  expect(world.shown).toHaveLength(1);
  expect(world.shown[0]).toContain('Une mise à jour est attendue. Panne de courriel');
  expect(fates()).toEqual([
    'crew mail/due/t-20240305T1100-0400 sending',
    'crew mail/due/t-20240305T1100-0400 sent',
  ]);
});

test('what is no length of time is refused', async () => {
  const { content } = desk(channels);
  await expect(watch(call(content, { within: 'soon' }).call, worldFor())).rejects.toMatchObject({
    status: 2,
    key: 'command.watch.within',
  });
});

test('phrases are listed with their phases, in both languages', async () => {
  const { content } = desk(channels, {
    'content/phrases.yml': 'phrases:\n  calm: { en: All calm., fr: Calme plat. }\noff: [credit]\n',
  });
  const { call: asked, out } = call(content);
  expect(await phrases(asked)).toBe(0);
  expect(out()).toContain('holding  (investigating, identified, monitoring)\n    fr  Nous n’avons');
  expect(out()).toContain('    en  All calm.');
  expect(out()).not.toMatch(/^credit /m);
  expect(out().match(/^\S+ {2}\(/gm)).toHaveLength(firstSet.length);
});
