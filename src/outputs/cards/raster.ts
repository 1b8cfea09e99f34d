import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Pixels } from './indexed-png.ts';

/** Turns a drawing into pixels. */
export type Raster = (svg: string) => Pixels;

let ready: Promise<void> | undefined;

/**
 * The renderer, compiled once (60 ms). As WebAssembly it gives the same pixels on every machine. Throws where the
 * drawing is no SVG.
 */
export async function createRaster(): Promise<Raster> {
  ready ??= initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  await ready;
  return (svg) => {
    const resvg = new Resvg(svg);
    const image = resvg.render();
    const { width, height, pixels: rgba } = image;
    image.free();
    resvg.free();
    return { width, height, rgba };
  };
}
