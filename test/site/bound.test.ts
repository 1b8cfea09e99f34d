import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mostBytes } from '../../src/checks/site/weight.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { boundOf, boundOfNotice } from '../../src/site/build/weight.ts';
import { type World, world, worldNames } from '../worlds.ts';

/** Worlds with many kinds of pages, with long words, and with many rows. */
test.each<World>(['complete', 'long-words', 'many-services'])(
  'no page of the world “%s” weighs more than its words bound it to',
  (name) => {
    const { site, now } = world(name);
    const render = createRenderer();
    const all = pages(contextsOf(site, now));
    const wrong = all.flatMap((page) => {
      const bytes = gzipSync(render(page), { level: 9 }).length;
      const bound = boundOf(page.view());
      return bytes > bound ? [`${page.path}: ${bytes} > ${bound}`] : [];
    });
    expect(wrong).toEqual([]);
    // Most pages need not be rendered to be known as light.
    const rendered = all.filter((page) => boundOf(page.view()) > mostBytes(page.kind));
    expect(rendered.length).toBeLessThan(all.length / 10);
  },
);

test('no page of a notice of any world weighs more than what the notice holds bounds it to', () => {
  const all = worldNames.flatMap((name) => {
    const { site, now } = world(name);
    const render = createRenderer();
    return pages(contextsOf(site, now)).flatMap((page) => {
      const { notice, locale, kind } = page;
      if (notice === undefined || locale === 'both') return [];
      const bytes = gzipSync(render(page), { level: 9 }).length;
      return [{ path: `${name}${page.path}`, kind, bytes, bound: boundOfNotice(notice, locale) }];
    });
  });
  expect(all.filter(({ bytes, bound }) => bytes > bound)).toEqual([]);
  // Most need no view to be known as light.
  expect(all.filter(({ bound, kind }) => bound > mostBytes(kind)).length).toBeLessThan(all.length / 5);
});
