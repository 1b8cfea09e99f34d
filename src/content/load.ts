import type { Problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import type { Instant } from '../model/values.ts';

export interface Loaded {
  /** The site, where no error stands in its way. */
  readonly site?: Site;
  /** The clock of the build, in the site's zone; as long as `site.yml` can be read. */
  readonly now?: Instant;
  /** Every problem, sorted by path, line and column. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a content folder. `directory` is a path from the current folder, and problems are placed at paths below it.
 * `now` gives the clock in epoch milliseconds once the zone is known. Throws only what the file system throws.
 */
export function load(_directory: string, _now: (zone: string) => number): Loaded {
  throw new Error('not written yet');
}
