import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawingOf, pictureOf } from '../../src/outputs/cards/card-drawing.ts';
import { type Card, cards } from '../../src/outputs/cards/cards.ts';
import { createLettering } from '../../src/outputs/cards/lettering.ts';
import { linesOf, shortened } from '../../src/outputs/cards/lines.ts';
import { createRaster, type Raster } from '../../src/outputs/cards/raster.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { growth, linear } from '../growth.ts';
import { world } from '../worlds.ts';

const lettering = createLettering();
let raster: Raster;
beforeAll(async () => {
  raster = await createRaster();
});

const card = (title: string, more: Partial<Card> = {}): Card => ({
  path: 'cards/fr/x.png',
  accent: '#0a4d8c',
  state: { mark: 'major_outage', word: 'Panne majeure' },
  title,
  date: '15\u00a0août 2019',
  instead: 'Avis de service',
  site: ['Avis de service', 'Télécom Exemple'],
  host: 'etat.exemple.ca',
  ...more,
});

/** Every coordinate of a drawing's outlines. */
function extent(svg: string): { readonly right: number; readonly bottom: number } {
  let [right, bottom] = [0, 0];
  for (const [, path = ''] of svg.matchAll(/<path fill="[^"]*" d="([^"]*)"/g)) {
    if (!path.includes('Z')) continue;
    for (const [, x, y] of path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)) {
      right = Math.max(right, Number(x));
      bottom = Math.max(bottom, Number(y));
    }
  }
  return { right, bottom };
}

describe('lines', () => {
  /** Ten pixels to a character. */
  const measure = (text: string) => [...text].length * 10;

  test('break at spaces and after hyphens, never at a no-break space', () => {
    expect(linesOf('en Colombie-Britannique', 120, 3, measure)).toEqual(['en Colombie-', 'Britannique']);
    expect(linesOf('à 6\u00a0h\u00a040 pile', 70, 3, measure)).toEqual(['à', '6\u00a0h\u00a040', 'pile']);
  });

  test('cut a word that is wider than a line, and end in an ellipsis', () => {
    expect(linesOf('anticonstitutionnellement', 100, 3, measure)).toEqual([
      'anticonsti',
      'tutionnell',
      'ement',
    ]);
    expect(linesOf('un deux trois quatre', 80, 2, measure)).toEqual(['un deux', 'trois…']);
    expect(shortened('un deux trois', 90, measure)).toBe('un deux…');
  });

  test('are never too wide or too many, whatever the text', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\u00a0', '-', '’', '😀', 'mot ') });
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, most) => {
          const lines = linesOf(text, width, most, measure);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });

  test.each(['-', ' ', 'a', 'a-', '- '])('take a long text of %j in linear time', (unit) => {
    expect(growth(unit, (text) => linesOf(text, 300, 4, measure))).toBeLessThan(linear);
  });
});

describe('a card', () => {
  test.each([
    'Panne',
    'Panne de courriel à telus.net, en Alberta et en Colombie-Britannique',
    'Interruption prolongée du service de téléphonie résidentielle, de l’accès Internet à haute vitesse et de la télévision dans l’ensemble des municipalités de la Gaspésie et des Îles-de-la-Madeleine',
    'Anticonstitutionnellement'.repeat(8),
    'W'.repeat(400),
  ])('holds its text within its margins: %s', (title) => {
    const { right, bottom } = extent(drawingOf(card(title, { date: title, site: [title] }), lettering));
    expect(right).toBeLessThanOrEqual(1200 - 60);
    expect(bottom).toBeLessThanOrEqual(630 - 36);
  });

  test('leaves out what it cannot draw, and nothing else', () => {
    const plain = drawingOf(card('Panne réglée'), lettering);
    expect(drawingOf(card('Panne\u200b réglée'), lettering)).toBe(plain);
    expect(drawingOf(card('Pannes réglées'), lettering)).not.toBe(plain);
    expect(lettering.width('😀', 'bold', 76)).toBe(0);
    for (const letter of 'àâçéèêëîïôùûüœŒÀÉ«»“”’–—…0123456789$%ŵĀ') {
      expect(lettering.width(letter, 'bold', 76), letter).toBeGreaterThan(0);
    }
  });

  test('is that of the site where the fonts lack a letter: no title is drawn with gaps', () => {
    const plain = drawingOf(card('Avis de service'), lettering);
    for (const title of [
      'ᑐᓴᐅᒪᔾᔪᑎᑦ slow in Iqaluit',
      'שירות דואר (2)',
      'خدمة البريد (2)',
      'Panne 📡',
      '电话',
    ]) {
      expect(drawingOf(card(title), lettering), title).toBe(plain);
    }
    const byHost = drawingOf(card('etat.exemple.ca'), lettering);
    expect(drawingOf(card('ᑐᓴᐅᒪᔾᔪᑎᑦ', { instead: 'ᐃᓄᒃᑎᑐᑦ' }), lettering)).toBe(byHost);
    expect(drawingOf(card('Panne', { site: ['Avis', 'Télécom ᐃᓄᒃᑎᑐᑦ'] }), lettering)).toBe(
      drawingOf(card('Panne', { site: ['Avis'] }), lettering),
    );
    expect(drawingOf(card('Panne', { site: ['ᐃᓄᒃᑎᑐᑦ'] }), lettering)).toBe(
      drawingOf(card('Panne', { site: ['etat.exemple.ca'] }), lettering),
    );
  });

  test('takes no markup from a title', () => {
    const svg = drawingOf(card('</svg><script>alert(1)</script>&amp;"'), lettering);
    expect(
      svg.match(/<\/?[a-z]+/g)?.every((tag) => ['<svg', '<path', '<g', '</g', '</svg'].includes(tag)),
    ).toBe(true);
  });

  test('is a PNG of 1200 by 630 and at most 40 kB, the same each time', () => {
    const one = card('Panne de courriel à telus.net, en Alberta et en Colombie-Britannique');
    const svg = drawingOf(one, lettering);
    const png = Buffer.from(pictureOf(one, svg, raster));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(40_000);
    const again = Buffer.from(pictureOf(one, drawingOf(one, createLettering()), raster));
    expect(digest(again)).toBe(digest(png));
    const at = png.indexOf('IDAT');
    const data = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
    expect(inflateSync(data).length).toBe((1200 / 2 + 1) * 630);
  });

  test('shows the pixels that were drawn: paper, a stripe of the accent, the mark of the state', () => {
    const one = card('Panne');
    const colourAt = decoded(Buffer.from(pictureOf(one, drawingOf(one, lettering), raster)));
    expect(colourAt(600, 4)).toBe('#0a4d8c');
    expect(colourAt(600, 17)).toBe('#0a4d8c');
    expect(colourAt(600, 18)).toBe('#ffffff');
    expect(colourAt(1199, 629)).toBe('#ffffff');
    // The middle of the octagon, 2.6 times 8 pixels from its corner.
    expect(colourAt(72 + 21, 92 + 21)).toBe('#b3141f');
  });

  test.each([
    ['--paper', '#fff'],
    ['--ink', '#1a2027'],
    ['--soft', '#55616d'],
    ['--accent', '#0a4d8c'],
    ['--status-operational', '#1a6b3c'],
    ['--status-maintenance', '#1d5fa6'],
    ['--status-degraded', '#855800'],
    ['--status-partial', '#ab3f00'],
    ['--status-outage', '#b3141f'],
  ])('has the colour that pages have: %s', (token, colour) => {
    const css = readFileSync(join(import.meta.dirname, '../../src/views/styles/tokens.css'), 'utf8');
    expect(new RegExp(`${token}: ([^;]+);`).exec(css)?.[1]).toBe(colour);
  });
});

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The colours of a PNG with a palette of four bits whose rows have the filter Up (PNG §9.2, §11.2). */
function decoded(png: Buffer): (x: number, y: number) => string {
  const chunkOf = (type: string) => {
    const at = png.indexOf(type, 0, 'latin1');
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  };
  const palette = chunkOf('PLTE').toString('hex').match(/.{6}/g) ?? [];
  const rows = inflateSync(chunkOf('IDAT'));
  const stride = 1200 / 2 + 1;
  for (let at = stride; at < rows.length; at += 1)
    if (at % stride > 0) rows[at] = (rows[at] ?? 0) + (rows[at - stride] ?? 0);
  return (x, y) => {
    const pair = rows[y * stride + 1 + Math.floor(x / 2)] ?? 0;
    return `#${palette[x % 2 === 0 ? pair >> 4 : pair & 15]}`;
  };
}

describe('the cards of a site', () => {
  test('are one for each language of a notice whose words are there, and one for each language', () => {
    const { site, now } = world('late');
    expect([...cards(contextsOf(site, now))].map(({ path }) => path).sort()).toEqual([
      'cards/en.png',
      'cards/en/radio.png',
      'cards/fr.png',
      'cards/fr/letters.png',
      'cards/fr/mast.png',
    ]);
  });

  test('say the state, the title and the date in their language', () => {
    const { site, now } = world('complete');
    const all = [...cards(contextsOf(site, now))];
    const french = all.find(({ path }) => path === 'cards/fr/deleted-mailboxes.png');
    expect(french).toMatchObject({
      title: 'Panne de courriel au Manitoba et en Saskatchewan',
      site: ['Avis de service', 'Télécom Rivière-Seine'],
    });
    expect(french?.date).toContain('14\u00a0avril 2026');
  });
});
