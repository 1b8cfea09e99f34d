import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawingOf, pictureOf } from '../../outputs/cards/card-drawing.ts';
import { cards } from '../../outputs/cards/cards.ts';
import { createLettering } from '../../outputs/cards/lettering.ts';
import { createRaster, type Raster } from '../../outputs/cards/raster.ts';
import type { Output } from '../../outputs/output.ts';
import type { Contexts } from '../../pages/context/locale-context.ts';

/** The renderer's release: another one may draw other pixels. */
const release = 'resvg 2.6.2, four bits, 3';

/** The last bytes of every PNG (PNG § 11.2.5): a file without them was cut off. */
const ending = 'AAAAAElFTkSuQmCC';

/**
 * The social cards, drawn one after the other as they are asked for. `cache` is a folder that keeps them between
 * builds by what they show; those that this site no longer needs are removed from it.
 */
export async function* drawnCards(contexts: Contexts, cache?: string): AsyncIterable<Output> {
  const lettering = createLettering();
  const used = new Set<string>();
  let raster: Raster | undefined;
  for (const card of cards(contexts)) {
    const svg = drawingOf(card, lettering);
    const name = `${createHash('sha256').update(`${release}\n${svg}`).digest('hex')}.png`;
    used.add(name);
    let content = kept(cache, name);
    if (content === undefined) {
      raster ??= await createRaster();
      content = pictureOf(card, svg, raster);
      if (cache !== undefined) keep(cache, name, content);
    }
    yield { path: card.path, content };
  }
  if (cache !== undefined) prune(cache, used);
}

function kept(cache: string | undefined, name: string): Uint8Array | undefined {
  if (cache === undefined) return undefined;
  try {
    const bytes = readFileSync(join(cache, name));
    return bytes.subarray(-12).toString('base64') === ending ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all. A cache that cannot be kept keeps no one from publishing. */
function keep(cache: string, name: string, content: Uint8Array): void {
  const whole = join(cache, name);
  const aside = `${whole}.${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(aside, content);
    renameSync(aside, whole);
  } catch {
    rmSync(aside, { force: true });
  }
}

/** A card, or one that was being written. */
const ours = /^[0-9a-f]{64}\.png(?:\.\d+)?$/;

/** Removes the cards that no one needs; what someone else put there is left alone. */
function prune(cache: string, used: ReadonlySet<string>): void {
  if (!existsSync(cache)) return;
  for (const entry of readdirSync(cache, { withFileTypes: true })) {
    if (entry.isFile() && ours.test(entry.name) && !used.has(entry.name)) {
      rmSync(join(cache, entry.name), { force: true });
    }
  }
}
