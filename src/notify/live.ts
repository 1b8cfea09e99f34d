import { z } from 'zod';

/** A page that was looked at. */
type Look = (url: string) => Promise<{ readonly status: number; readonly body: string } | undefined>;

const manifest = z.object({ meaculpa: z.number(), addresses: z.array(z.string()) });

/** The links that do not work on the live site: no page there, or none that has the place. */
export async function deadLinks(
  links: readonly string[],
  site: string,
  look: Look,
): Promise<readonly string[]> {
  const published = await addressesOf(site, look);
  if (published === undefined) return links;
  const base = new URL(site).pathname.replace(/\/+$/, '');
  const pages = new Map<string, ReturnType<Look>>();
  const dead: string[] = [];
  for (const link of new Set(links)) {
    const { origin, pathname, hash } = new URL(link);
    const address = `${origin}${pathname}`;
    const isListed = published.has(decodeURI(pathname.slice(base.length)));
    const page = pages.get(address) ?? (isListed ? look(address) : Promise.resolve(undefined));
    pages.set(address, page);
    const found = await page;
    const place = decodeURIComponent(hash.slice(1));
    const has = place === '' || found?.body.includes(`id="${place}"`) || found?.body.includes(`id=${place}`);
    if (found?.status !== 200 || !has) dead.push(link);
  }
  return dead;
}

async function addressesOf(site: string, look: Look): Promise<ReadonlySet<string> | undefined> {
  const found = await look(`${site}/meaculpa.json`);
  if (found?.status !== 200) return undefined;
  try {
    return new Set(manifest.parse(JSON.parse(found.body)).addresses);
  } catch {
    return undefined;
  }
}
