import { join } from 'node:path';
import { instantsOfWall } from '../src/language/format/zones.ts';
import type { Site } from '../src/model/site.ts';
import type { Instant } from '../src/model/values.ts';
import { load } from '../src/site/load.ts';

/** The worlds of `test/worlds/`, each with the hour at which it is read. */
export const worlds = {
  demonstration: '2026-11-23 08:00',
  complete: '2026-06-15 09:00',
  'dates-alone': '2026-12-01 09:00',
  images: '2026-12-01 09:00',
  late: '2026-12-01 10:00',
  'long-words': '2026-12-01 10:00',
  maintenance: '2026-12-01 02:00',
  'many-services': '2026-10-06 11:00',
  open: '2026-12-01 10:00',
  quiet: '2026-12-01 09:00',
  reopened: '2026-03-18 10:00',
  'sub-path': '2026-09-15 12:00',
  utilities: '2026-03-02 12:00',
} as const;
export type World = keyof typeof worlds;
export const worldNames = Object.keys(worlds).filter((name): name is World => name in worlds);

const root = join(import.meta.dirname, 'worlds');

/** A world as it is read. Throws where it has errors. */
export function world(name: World): { readonly site: Site; readonly now: Instant } {
  const [date = '', time = ''] = worlds[name].split(' ');
  const { site, now, problems } = load(
    join(root, name, 'content'),
    (zone) => instantsOfWall(date, time, zone)[0]?.epoch ?? 0,
  );
  if (site === undefined || now === undefined) throw new Error(JSON.stringify(problems[0]));
  return { site, now };
}
