import type { Site } from '../../model/site.ts';
import type { Instant } from '../../model/values.ts';
import { contextsOf } from '../../pages/context/locale-context.ts';
import { pages } from '../../pages/pages.ts';
import { createRenderer } from '../build/render.ts';
import { fileOf } from '../build/site-build.ts';

/**
 * The pages of a site by their files, each made when it is asked for: who has just saved a note waits for the page that
 * is looked at, not for all others.
 */
export function livePages(site: Site, now: Instant): (file: string) => string | undefined {
  const byFile = new Map(pages(contextsOf(site, now)).map((page) => [fileOf(page), page]));
  const render = createRenderer();
  return (file) => {
    const page = byFile.get(file);
    return page === undefined ? undefined : render(page);
  };
}
