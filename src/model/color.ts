/** The site's colour as it is used for links and lines, `#0b5fff`, on white paper and in the dark. */
export interface AccentPair {
  readonly light: string;
  readonly dark: string;
}

type Rgb = readonly [number, number, number];

/** The surfaces of `src/views/styles/tokens.css` on which links stand: `--paper` and `--wash`. */
const surfaces = { light: ['#ffffff', '#f3f5f7'], dark: ['#14181d', '#1d232a'] } as const;

/** WCAG 2.2, success criterion 1.4.3: text needs 4.5:1. */
const enough = 4.5;

/** Past this share of black, or of white, it is no longer the colour that was chosen. */
const furthest = { black: 0.5, white: 0.75 };

/**
 * A colour of the form `#rgb` or `#rrggbb`, darkened for paper and lightened for the dark as far as reading needs.
 * Nothing where it is no colour, or where it would have to change beyond recognition (`#ffff00` on white paper).
 */
export function accentPair(hex: string): AccentPair | undefined {
  const colour = rgbOf(hex);
  if (colour === undefined) return undefined;
  const light = readable(colour, [0, 0, 0], furthest.black, surfaces.light);
  const dark = readable(colour, [255, 255, 255], furthest.white, surfaces.dark);
  return light && dark ? { light, dark } : undefined;
}

/** The colour as a ground, with the words on it: white or black, whichever can be read better (at least 4.5:1). */
export interface HeaderPair {
  readonly ground: string;
  readonly words: '#fff' | '#000';
}

/** Nothing where it is no colour. */
export function headerPair(hex: string): HeaderPair | undefined {
  if (rgbOf(hex) === undefined) return undefined;
  return { ground: hex, words: contrast(hex, '#ffffff') >= contrast(hex, '#000000') ? '#fff' : '#000' };
}

/**
 * The outage whose colour in `src/views/styles/tokens.css` an accent can be mistaken for: less than 25° away on the
 * circle of hues. A grey has no hue.
 */
export function stateLikeAccent(hex: string): 'major_outage' | 'partial_outage' | undefined {
  const hue = hueOf(hex);
  if (hue === undefined) return undefined;
  const near = stateHues.map(([state, own]) => {
    const apart = Math.abs(hue - own) % 360;
    return { state, apart: Math.min(apart, 360 - apart) };
  });
  return near.filter(({ apart }) => apart < 25).sort((a, b) => a.apart - b.apart)[0]?.state;
}

/** Degrees: of #b3141f and #ab3f00. */
const stateHues = [
  ['major_outage', 356],
  ['partial_outage', 22],
] as const;

/** Degrees on the circle of hues; nothing where the colour is next to grey. */
function hueOf(hex: string): number | undefined {
  const [red, green, blue] = rgbOf(hex) ?? [0, 0, 0];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const range = most - least;
  if (range < 40) return undefined;
  if (most === red) return (60 * ((green - blue) / range) + 360) % 360;
  return most === green ? 60 * ((blue - red) / range) + 120 : 60 * ((red - green) / range) + 240;
}

function readable(colour: Rgb, towards: Rgb, most: number, on: readonly string[]): string | undefined {
  for (let percent = 0; percent <= most * 100; percent += 2) {
    const mixed = hexOf(mix(colour, towards, percent / 100));
    if (on.every((surface) => contrast(mixed, surface) >= enough)) return mixed;
  }
  return undefined;
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"); 1 where one is no colour. */
export function contrast(a: string, b: string): number {
  const [first, second] = [rgbOf(a), rgbOf(b)];
  if (first === undefined || second === undefined) return 1;
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

const mix = ([r, g, b]: Rgb, [x, y, z]: Rgb, share: number): Rgb => [
  Math.round(r + (x - r) * share),
  Math.round(g + (y - g) * share),
  Math.round(b + (z - b) * share),
];

const hexOf = (colour: Rgb): string => `#${colour.map((one) => one.toString(16).padStart(2, '0')).join('')}`;

function rgbOf(hex: string): Rgb | undefined {
  const digits = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(hex) ? hex.slice(1) : undefined;
  if (digits === undefined) return undefined;
  const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  const channel = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4)];
}
