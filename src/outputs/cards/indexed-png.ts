import { constants, crc32, deflateSync } from 'node:zlib';

/** Pixels row by row, red, green, blue, alpha, a byte each; nothing is transparent. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** A colour of the drawing and how many steps lead to it from the paper, for the edges of its shapes. */
export interface Ink {
  /** `#1a2027` */
  readonly colour: string;
  readonly steps: number;
}

type Rgb = readonly [number, number, number];

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** How many colours four bits can name. */
const most = 16;

/**
 * Flat drawings as PNG with a palette of four bits (PNG §11.2.2, colour type 3): a card takes 17 kB, and 46 kB in true
 * colour. `width` is even. Only runs are compressed: where zlib looks for matches, its output depends on the processor.
 */
export function indexedPng(pixels: Pixels, paper: string, inks: readonly Ink[]): Uint8Array {
  const palette = paletteOf(rgbOf(paper), inks);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels.width, 0);
  header.writeUInt32BE(pixels.height, 4);
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(filtered(rowsOf(pixels, palette), pixels), { strategy: constants.Z_RLE })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function paletteOf(paper: Rgb, inks: readonly Ink[]): readonly Rgb[] {
  const shades = inks.flatMap(({ colour, steps }) =>
    Array.from({ length: steps }, (_none, step) => mix(paper, rgbOf(colour), (step + 1) / steps)),
  );
  if (shades.length >= most) throw new RangeError(`${shades.length} shades, at most ${most - 1}`);
  return [paper, ...shades];
}

/** Two pixels to a byte, each row after a byte for the number of its filter. What is paper stays 0. */
function rowsOf({ width, height, rgba }: Pixels, palette: readonly Rgb[]): Uint8Array {
  const words = new Uint32Array(rgba.byteOffset % 4 === 0 ? rgba.buffer : rgba.slice().buffer);
  const first = rgba.byteOffset % 4 === 0 ? rgba.byteOffset / 4 : 0;
  const [paper = 0] = new Uint32Array(Uint8Array.of(...(palette[0] ?? []), 255).buffer);
  const known = new Map<number, number>([[paper, 0]]);
  const indexAt = (pixel: number): number => {
    const word = words[first + pixel] ?? paper;
    let index = known.get(word);
    if (index === undefined) {
      index = closest(palette, rgba.subarray(pixel * 4, pixel * 4 + 3));
      known.set(word, index);
    }
    return index;
  };
  const rows = new Uint8Array((width / 2 + 1) * height);
  let at = 0;
  let pixel = 0;
  for (let y = 0; y < height; y += 1) {
    at += 1;
    for (let x = 0; x < width; x += 2) {
      if (words[first + pixel] !== paper || words[first + pixel + 1] !== paper) {
        rows[at] = (indexAt(pixel) << 4) | indexAt(pixel + 1);
      }
      at += 1;
      pixel += 2;
    }
  }
  return rows;
}

/** Each byte as its difference to the one above it (PNG §9.2, filter 2, Up): in a flat drawing, nearly all are 0. */
function filtered(rows: Uint8Array, { width }: Pixels): Uint8Array {
  const stride = width / 2 + 1;
  const result = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) result[at] = (rows[at] ?? 0) - (rows[at - stride] ?? 0);
  for (let at = 0; at < rows.length; at += stride) result[at] = 2;
  return result;
}

function closest(palette: readonly Rgb[], [red = 0, green = 0, blue = 0]: Uint8Array): number {
  const distances = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  Math.round(from[0] + (to[0] - from[0]) * share),
  Math.round(from[1] + (to[1] - from[1]) * share),
  Math.round(from[2] + (to[2] - from[2]) * share),
];

function rgbOf(hex: string): Rgb {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}
