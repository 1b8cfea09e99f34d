import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mostBytes } from '../../src/checks/site/weight.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { boundOf } from '../../src/site/build/weight.ts';
import { type World, world } from '../worlds.ts';

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
