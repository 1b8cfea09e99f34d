import { describe, expect, test } from 'vitest';
import { accentPair, contrast } from '../../src/model/color.ts';

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
