import { describe, expect, test } from 'vitest';
import { componentNames, componentsPage, examplesOf } from '../components.ts';
import { markupChecker } from '../markup.ts';

const faultsOf = markupChecker({
  // A component stands below headings that are not here, and links to what is not here.
  'heading-level': 'off',
  'tel-non-breaking': 'off',
});

describe.each(componentNames)('%s', (component) => {
  const shown = examplesOf(component);

  test('is shown in both languages, each with words of its own', () => {
    const names = [...new Set(shown.map(({ name }) => name))];
    expect(shown).toHaveLength(2 * names.length);
    for (const name of names) {
      const [en, fr] = shown.filter((one) => one.name === name).map(({ html }) => html);
      expect(en, name).not.toBe(fr);
    }
  });

  test('is valid, and holds nothing that is missing', async () => {
    for (const { name, locale, html } of shown) {
      expect(await faultsOf(html), `${name}, ${locale}`).toEqual([]);
      expect(html, `${name}, ${locale}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});

test.each(['light', 'dark'] as const)('the index in %s hides what is for those who do not see', (scheme) => {
  expect(componentsPage(scheme)).toMatch(/\.skip:not\(:focus\)\{[^}]*clip-path/);
});
