import type { Mark } from '../../pages/parts/badge.ts';
import type { Card } from './cards.ts';
import { type Ink, indexedPng } from './indexed-png.ts';
import type { Face, Lettering } from './lettering.ts';
import { linesOf, type Measure, shortened } from './lines.ts';
import type { Raster } from './raster.ts';

/** In pixels. Networks cut up to 5 % off the edges. */
const width = 1200;
const height = 630;
const margin = 72;
const inner = width - 2 * margin;

/** Those of `src/views/styles/tokens.css` in light: `--paper`, `--ink`, `--soft`, `--status-…`. */
const ink = { paper: '#ffffff', text: '#1a2027', soft: '#55616d' } as const;
const statuses = {
  operational: '#1a6b3c',
  maintenance: '#1d5fa6',
  degraded: '#855800',
  partial: '#ab3f00',
  outage: '#b3141f',
  neutral: ink.soft,
} as const;

type Shape = 'disc' | 'square' | 'triangle' | 'diamond' | 'octagon' | 'ring';

/** In a box of 16, like those of the badge. */
const shapes = {
  disc: '<circle cx="8" cy="8" r="7.5"/>',
  square: '<rect x="1" y="1" width="14" height="14" rx="2.5"/>',
  triangle: '<path d="M8 1 15.7 14.5H.3z"/>',
  diamond: '<path d="M8 .2 15.8 8 8 15.8.2 8z"/>',
  octagon: '<path d="M4.9.5h6.2l4.4 4.4v6.2l-4.4 4.4H4.9L.5 11.1V4.9z"/>',
  ring: '<path d="M8 .5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zm0 2.4a5.1 5.1 0 1 1 0 10.2A5.1 5.1 0 0 1 8 2.9z"/>',
} as const satisfies Record<Shape, string>;

const marks = {
  operational: ['disc', 'operational'],
  resolved: ['disc', 'operational'],
  under_maintenance: ['square', 'maintenance'],
  planned: ['ring', 'maintenance'],
  degraded_performance: ['triangle', 'degraded'],
  watching: ['ring', 'degraded'],
  partial_outage: ['diamond', 'partial'],
  major_outage: ['octagon', 'outage'],
  missed: ['disc', 'outage'],
  closed: ['ring', 'neutral'],
  cancelled: ['ring', 'neutral'],
  undated: ['ring', 'neutral'],
} as const satisfies Record<Mark, readonly [Shape, keyof typeof statuses]>;

/** Sizes in which a title is tried, the largest first, with how many lines each may take. */
const titles = [
  { size: 76, lines: 3 },
  { size: 62, lines: 4 },
] as const;

/** A card as SVG 1.1, all text as outlines. Nothing of a text gets into it but its shapes. */
export function drawingOf(card: Card, lettering: Lettering): string {
  const measure =
    (face: Face, size: number): Measure =>
    (text) =>
      lettering.width(text, face, size);
  const words = (text: string, face: Face, size: number, y: number, fill: string, x = margin): string =>
    `<path fill="${fill}" d="${lettering.outline(text, face, size, x, y)}"/>`;

  const parts: string[] = [];
  if (card.state !== undefined) {
    const [shape, status] = marks[card.state.mark];
    const fill = statuses[status];
    const text = shortened(card.state.word, inner - 60, measure('bold', 42));
    parts.push(
      `<g fill="${fill}" transform="translate(${margin} 92) scale(2.6)">${shapes[shape]}</g>`,
      words(text, 'bold', 42, 127, fill, margin + 60),
    );
  }
  const title = [card.title, card.instead].find((text) => lettering.covers(text, 'bold')) ?? card.host;
  const tried = titles.map(({ size, lines }) => ({
    size,
    lines: linesOf(title, inner, lines + 1, measure('bold', size)),
    most: lines,
  }));
  const chosen = tried.find(({ lines, most }) => lines.length <= most) ?? titleThatFits(title, measure);
  const step = chosen.size * 1.14;
  const top = card.state === undefined ? 250 : 222;
  chosen.lines.forEach((line, index) => {
    parts.push(words(line, 'bold', chosen.size, top + index * step, ink.text));
  });
  if (card.date !== undefined) {
    const date = shortened(card.date, inner, measure('regular', 38));
    parts.push(words(date, 'regular', 38, top + chosen.lines.length * step - 8, ink.soft));
  }
  const names = card.site.filter((name) => lettering.covers(name, 'regular'));
  const speaker = names.length > 0 ? names.join(' – ') : card.host;
  const site = shortened(speaker, inner, measure('regular', 34));
  parts.push(words(site, 'regular', 34, 562, ink.text));

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<path fill="${ink.paper}" d="M0 0h${width}v${height}H0z"/>`,
    `<path fill="${card.accent}" d="M0 0h${width}v18H0z"/>`,
    ...parts,
    '</svg>',
  ].join('');
}

/** In the smallest size, with an ellipsis where it is still too long. */
function titleThatFits(title: string, measure: (face: Face, size: number) => Measure) {
  const { size, lines } = titles[titles.length - 1] ?? titles[0];
  return { size, lines: linesOf(title, inner, lines, measure('bold', size)) };
}

/** A drawing as the picture that is published. */
export function pictureOf(card: Card, drawing: string, raster: Raster): Uint8Array {
  const state = card.state && statuses[marks[card.state.mark][1]];
  const inks: readonly Ink[] = [
    { colour: ink.text, steps: 7 },
    { colour: ink.soft, steps: 3 },
    ...(state === undefined || state === ink.soft ? [] : [{ colour: state, steps: 3 }]),
    { colour: card.accent, steps: 1 },
  ];
  return indexedPng(raster(drawing), ink.paper, inks);
}
