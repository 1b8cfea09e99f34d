import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Card, cards } from '../../outputs/cards/cards.ts';
import type { Output } from '../../outputs/output.ts';
import type { Contexts } from '../../pages/context/locale-context.ts';
import type { Cache } from '../cache/cache.ts';
import { drawingIn } from './draw-card.ts';

/** Of fewer cards, this thread has drawn most before another has begun. */
const worthwhile = 8;

/**
 * The social cards; those that were drawn before are not again. Many are drawn by another thread, from this call on, while
 * this one makes the pages.
 */
export function cardsOf(contexts: Contexts, cache?: Cache): () => AsyncIterable<Output> {
  const store = cache?.store('cards');
  const all = [...cards(contexts)].map((card) => {
    const { path: _path, ...shown } = card;
    return { card, key: cache?.keyOf(JSON.stringify(shown)) ?? '' };
  });
  const news = all.filter(({ key }) => store?.has(key) !== true).map(({ card }) => card);
  const elsewhere = news.length >= worthwhile && availableParallelism() > 1 ? drawElsewhere(news) : undefined;
  return async function* drawn() {
    const drawnElsewhere = await elsewhere;
    const draw = drawingIn();
    for (const { card, key } of all) {
      const { path } = card;
      const known = store?.get(key);
      const content = known ?? drawnElsewhere?.get(path) ?? (await draw(card));
      if (known === undefined) store?.set(key, content);
      yield { path, content };
    }
    store?.save();
  };
}

/** The pictures of cards, by path: as many as another thread could draw. */
function drawElsewhere(news: readonly Card[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = new Map<string, Uint8Array>();
  const file = import.meta.filename.replace(/cards(\.[jt]s)$/, 'card-thread$1');
  const worker = new Worker(file, { workerData: news });
  worker.unref();
  return new Promise((resolve) => {
    const end = () => resolve(drawn);
    worker.on('message', ({ path, content }: Pick<Output, 'path'> & { readonly content: Uint8Array }) => {
      drawn.set(path, content);
    });
    worker.on('exit', end);
    // What it did not draw is drawn here.
    worker.on('error', end);
  });
}
