import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import opentype, { type Font, type PathCommand } from 'opentype.js';

const faces = ['regular', 'bold'] as const;
export type Face = (typeof faces)[number];

/** Measures text and turns it into outlines, so that a picture needs no font and is the same on every machine. */
export interface Lettering {
  /** Whether there is a shape for every letter and sign of a text. */
  readonly covers: (text: string, face: Face) => boolean;
  /** In pixels. */
  readonly width: (text: string, face: Face, size: number) => number;
  /** The outlines as SVG path data, from `x` along the baseline `y`. */
  readonly outline: (text: string, face: Face, size: number, x: number, y: number) => string;
}

interface Glyph {
  readonly font: Font;
  readonly index: number;
  /** Shares of the size. */
  readonly advance: number;
  readonly commands: readonly PathCommand[];
}

const weights = { regular: 400, bold: 700 } as const satisfies Record<Face, number>;
/** The characters of French and English, then those of other Latin alphabets. */
const subsets = ['latin', 'latin-ext'] as const;

function fontsOf(face: Face): readonly Font[] {
  return subsets.map((subset) => {
    const name = `@fontsource/source-sans-3/files/source-sans-3-${subset}-${weights[face]}-normal.woff`;
    const bytes = readFileSync(fileURLToPath(import.meta.resolve(name)));
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  });
}

/** Reads the fonts: 30 ms, so only where something is to be drawn. */
export function createLettering(): Lettering {
  const fonts = { regular: fontsOf('regular'), bold: fontsOf('bold') };
  const known = { regular: new Map<string, Glyph | undefined>(), bold: new Map<string, Glyph | undefined>() };

  const glyphOf = (character: string, face: Face): Glyph | undefined => {
    if (known[face].has(character)) return known[face].get(character);
    const font = fonts[face].find((one) => one.charToGlyphIndex(character) > 0);
    const glyph = font && read(font, font.charToGlyphIndex(character));
    known[face].set(character, glyph);
    return glyph;
  };

  /** The glyphs with where each begins, in shares of the size, and where the last one ends. */
  const set = (text: string, face: Face) => {
    const placed: { readonly glyph: Glyph; readonly at: number }[] = [];
    let at = 0;
    for (const character of drawable(text)) {
      const glyph = glyphOf(character, face);
      if (glyph === undefined) continue;
      const before = placed.at(-1)?.glyph;
      if (before !== undefined && before.font === glyph.font) {
        at += glyph.font.getKerningValue(before.index, glyph.index) / glyph.font.unitsPerEm;
      }
      placed.push({ glyph, at });
      at += glyph.advance;
    }
    return { placed, end: at };
  };

  return {
    covers: (text, face) =>
      [...drawable(text).replace(/[\p{Cf}\s]/gu, '')].every(
        (character) => glyphOf(character, face) !== undefined,
      ),
    width: (text, face, size) => set(text, face).end * size,
    outline: (text, face, size, x, y) =>
      set(text, face)
        .placed.map(({ glyph, at }) => pathOf(glyph, size, x + at * size, y))
        .join(''),
  };
}

function read(font: Font, index: number): Glyph {
  const { advanceWidth = 0, path } = font.glyphs.get(index);
  return { font, index, advance: advanceWidth / font.unitsPerEm, commands: path.commands };
}

/** Spaces that do not break are drawn as spaces, and hyphens alike; what has no width of its own is left out. */
const drawable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replaceAll('\u2011', '-');

function pathOf({ font, commands }: Glyph, size: number, x: number, y: number): string {
  const scale = size / font.unitsPerEm;
  const point = (px: number, py: number): string => `${tenths(x + px * scale)} ${tenths(y - py * scale)}`;
  return commands
    .map((command) => {
      if (command.type === 'Z') return 'Z';
      const end = point(command.x, command.y);
      if (command.type === 'Q') return `Q${point(command.x1, command.y1)} ${end}`;
      if (command.type !== 'C') return `${command.type}${end}`;
      return `C${point(command.x1, command.y1)} ${point(command.x2, command.y2)} ${end}`;
    })
    .join('');
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
