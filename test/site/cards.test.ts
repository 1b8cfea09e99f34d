import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cards } from '../../src/outputs/cards/cards.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { cardsOf } from '../../src/site/build/cards.ts';
import { drawingIn } from '../../src/site/build/draw-card.ts';
import { openCache } from '../../src/site/cache/cache.ts';
import { world } from '../worlds.ts';

const inBase64 = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64');

test('cards that another thread drew are those that are drawn here, and are kept', async () => {
  const { site, now } = world('utilities');
  const contexts = contextsOf(site, now);
  const draw = drawingIn();
  const here: (readonly [path: string, bytes: string])[] = [];
  for (const card of cards(contexts)) here.push([card.path, inBase64(await draw(card))]);
  // As many as are worth a thread.
  expect(here.length).toBeGreaterThanOrEqual(8);
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-cards-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const cache of [undefined, openCache(folder), openCache(folder)]) {
    const drawn: typeof here = [];
    for await (const { path, content } of cardsOf(contexts, cache)()) drawn.push([path, inBase64(content)]);
    expect(drawn).toEqual(here);
  }
});
