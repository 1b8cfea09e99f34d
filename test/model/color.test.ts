import { describe, expect, test } from 'vitest';
import { accentPair, contrast, headerPair, stateLikeAccent } from '../../src/model/color.ts';

describe('contrast (WCAG 2.2, computed by hand from its definition)', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
    ['#00f', '#fff', 8.59],
  ])('%s on %s', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
    expect(contrast(b, a)).toBeCloseTo(ratio, 2);
  });
});

describe('an accent that can be read', () => {
  test.each(['#0b5fff', '#c8102e', '#e07a00', '#4b286d', '#2b8000', '#000', '#777777'])('%s', (accent) => {
    const pair = accentPair(accent);
    for (const paper of ['#ffffff', '#f3f5f7'])
      expect(contrast(pair?.light ?? '', paper)).toBeGreaterThanOrEqual(4.5);
    for (const dark of ['#14181d', '#1d232a'])
      expect(contrast(pair?.dark ?? '', dark)).toBeGreaterThanOrEqual(4.5);
  });

  test('is left as it is where it can be', () => {
    expect(accentPair('#0a4d8c')?.light).toBe('#0a4d8c');
    expect(accentPair('#8bbcf0')?.dark).toBe('#8bbcf0');
  });

  test.each(['#ffff00', '#ffffff', 'red', '#12', '#12345g', 'url(x)'])('%s has none', (accent) => {
    expect(accentPair(accent)).toBeUndefined();
  });
});

describe('a header on the colour', () => {
  test.each(['#0b5fff', '#c8102e', '#ffd400', '#777777', '#00a651', '#000', '#fff', '#757575'])(
    'of %s has words that can be read',
    (accent) => {
      const pair = headerPair(accent);
      expect(pair?.ground).toBe(accent);
      expect(contrast(pair?.words ?? '', accent)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test('has black words on yellow and white ones on navy', () => {
    expect(headerPair('#ffd400')?.words).toBe('#000');
    expect(headerPair('#0a1f44')?.words).toBe('#fff');
  });

  test.each(['red', '#12', 'url(x)'])('is none where %s is no colour', (accent) => {
    expect(headerPair(accent)).toBeUndefined();
  });
});

// Hues by hand: red is 0°, #ff6a00 25°, #ffd400 50°, pure green 120°, pure blue 240°, #ff00aa 320°.
describe('an accent that can be mistaken for a state', () => {
  test.each([
    ['#ff0000', 'major_outage'],
    ['#c8102e', 'major_outage'],
    ['#ff6a00', 'partial_outage'],
    ['#a63c06', 'partial_outage'],
  ])('%s for %s', (accent, state) => {
    expect(stateLikeAccent(accent)).toBe(state);
  });

  test.each(['#00ff00', '#0000ff', '#0a4d8c', '#ffd400', '#ff00aa', '#777777', '#000', 'red'])(
    '%s for none',
    (accent) => {
      expect(stateLikeAccent(accent)).toBeUndefined();
    },
  );
});
