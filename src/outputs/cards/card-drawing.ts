import { ink, marks, shapes, statuses } from '../marks.ts';
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
