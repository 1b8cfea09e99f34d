import { headers } from './headers.ts';
import { icon } from './icon.ts';
import type { Output, OutputContext } from './output.ts';
import { redirects } from './redirects.ts';
import { robots, sitemaps } from './sitemap.ts';

/** Every family of machines' files. */
const families: readonly ((context: OutputContext) => readonly Output[])[] = [
  headers,
  icon,
  redirects,
  robots,
  sitemaps,
];

export const outputs = (context: OutputContext): readonly Output[] =>
  families.flatMap((family) => family(context));
