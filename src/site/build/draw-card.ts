import { drawingOf, pictureOf } from '../../outputs/cards/card-drawing.ts';
import type { Card } from '../../outputs/cards/cards.ts';
import { createLettering, type Lettering } from '../../outputs/cards/lettering.ts';
import { createRaster, type Raster } from '../../outputs/cards/raster.ts';

/** Draws cards, with letters and an engine that are loaded for the first. */
export function drawingIn(): (card: Card) => Promise<Uint8Array> {
  let lettering: Lettering | undefined;
  let raster: Raster | undefined;
  return async (card) => {
    lettering ??= createLettering();
    raster ??= await createRaster();
    return pictureOf(card, drawingOf(card, lettering), raster);
  };
}
