import { expect } from 'vitest';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import type { Page } from '../../src/pages/page.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { type Files, loaded } from '../content/folder.ts';
import { type World, world } from '../worlds.ts';

/** Documents by their path below the site. */
export interface Built {
  readonly paths: readonly string[];
  readonly html: (path: string) => string;
  /** The words of a page's main part, without markup, spaces as one. */
  readonly text: (path: string) => string;
  readonly page: (path: string) => Page | undefined;
}

function builtFrom(all: readonly Page[]): Built {
  const render = createRenderer();
  const byPath = new Map(all.map((page) => [page.path, page]));
  const html = (path: string): string => {
    const page = byPath.get(path);
    expect(page, `a page at ${path}`).toBeDefined();
    return page === undefined ? '' : render(page);
  };
  return {
    paths: [...byPath.keys()],
    html,
    text: (path) => textOf(html(path)),
    page: (path) => byPath.get(path),
  };
}

/** A world of `test/worlds`. */
export function builtWorld(name: World): Built {
  const { site, now } = world(name);
  return builtFrom(pages(contextsOf(site, now)));
}

/** The site of `test/content/folder.ts` with some files put in or taken away. */
export function builtFolder(changes: Files): Built {
  const { site, now, told } = loaded(changes);
  if (site === undefined || now === undefined) throw new Error(told.join('\n'));
  return builtFrom(pages(contextsOf(site, now)));
}

/** What a reader hears of a document: no-break spaces are shown as `~`. */
export function textOf(html: string): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return main
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', '~')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;])/g, '$1');
}
