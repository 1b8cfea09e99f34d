import { instantAt } from '../../src/language/format/zones.ts';
import type { Site } from '../../src/model/site.ts';
import { outputs } from '../../src/outputs/index.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { type Files, loaded } from '../content/folder.ts';
import { type World, world } from '../worlds.ts';

/** The machines' files of a site by their path, at `now` (epoch milliseconds). */
function filesOf(site: Site, now: number): ReadonlyMap<string, string> {
  const contexts = contextsOf(site, instantAt(now, site.zone));
  return new Map(
    outputs({ contexts, pages: pages(contexts), styles: () => [] }).map(({ path, content }) => [
      path,
      String(content),
    ]),
  );
}

/** The file of a path. Throws where there is none. */
export function written(site: Site, now: number): (path: string) => string {
  const files = filesOf(site, now);
  return (path) => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`no ${path} among ${[...files.keys()].join(' ')}`);
    return content;
  };
}

/** All of a world, at its hour. */
export function allOf(name: World): ReadonlyMap<string, string> {
  const { site, now } = world(name);
  return filesOf(site, now.epoch);
}

/** Of a world, at its hour and some milliseconds later. */
export function ofWorld(name: World, later = 0): (path: string) => string {
  const { site, now } = world(name);
  return written(site, now.epoch + later);
}

/** Of the site of `test/content/folder.ts` with some files put in or taken away, noon in Halifax on March 5, 2024. */
export function ofFolder(changes: Files, later = 0): (path: string) => string {
  const { site, now, told } = loaded(changes);
  if (site === undefined || now === undefined) throw new Error(told.join('\n'));
  return written(site, now.epoch + later);
}
