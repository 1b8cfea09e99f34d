import { api } from './api/index.ts';
import { badges } from './badge.ts';
import { banner } from './banner.ts';
import { calendars } from './calendar.ts';
import { feeds } from './feeds/index.ts';
import { headers } from './headers.ts';
import { icon } from './icon.ts';
import { llms } from './llms.ts';
import type { Output, OutputContext } from './output.ts';
import { redirects } from './redirects.ts';
import { robots, sitemaps } from './sitemap.ts';
import { textTwins } from './text-twins.ts';

/** Every family of machines' files. */
const families: readonly ((context: OutputContext) => readonly Output[])[] = [
  api,
  badges,
  banner,
  calendars,
  feeds,
  headers,
  icon,
  llms,
  redirects,
  robots,
  sitemaps,
  textTwins,
];

/** One family after the other: whoever lets go of a file holds no more than its family. */
export function* outputs(context: OutputContext): Generator<Output> {
  for (const family of families) yield* family(context);
}
