import { drawingOf, pictureOf } from '../../outputs/cards/card-drawing.ts';
import { cards } from '../../outputs/cards/cards.ts';
import { createLettering, type Lettering } from '../../outputs/cards/lettering.ts';
import { createRaster, type Raster } from '../../outputs/cards/raster.ts';
import type { Output } from '../../outputs/output.ts';
import type { Contexts } from '../../pages/context/locale-context.ts';
import type { Cache } from '../cache/cache.ts';

/** The social cards, drawn one after the other as they are asked for; those that were drawn before are not again. */
export async function* drawnCards(contexts: Contexts, cache?: Cache): AsyncIterable<Output> {
  const store = cache?.store('cards');
  let lettering: Lettering | undefined;
  let raster: Raster | undefined;
  for (const card of cards(contexts)) {
    const { path, ...shown } = card;
    const key = cache?.keyOf(JSON.stringify(shown)) ?? '';
    let content = store?.get(key);
    if (content === undefined) {
      lettering ??= createLettering();
      raster ??= await createRaster();
      content = pictureOf(card, drawingOf(card, lettering), raster);
      store?.set(key, content);
    }
    yield { path, content };
  }
  store?.save();
}
