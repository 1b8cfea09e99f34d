import { originalSource } from '../model/notice.ts';
import type { Site } from '../model/site.ts';
import type { AnyNotice } from '../model/site-index.ts';
import type { Happening } from './news.ts';

/** What feeds and calendars call a notice, for ever: `mail-down`; one that came from another page `statuspage.kz1xjx`. */
export const lastingName = ({ id, imported }: AnyNotice): string =>
  imported === undefined ? id : `${imported.from}.${inAddress(imported.id)}`;

/** `2019/a%20b`: ids of files may have folders. */
const inAddress = (id: string): string => id.split('/').map(encodeURIComponent).join('/');

/** What the feeds of the page that a notice came from called it: the Atom feed, where that was read, and the RSS feed. */
interface FormerIds {
  readonly entry?: string | undefined;
  /** Its address there. */
  readonly guid?: string | undefined;
}

export function formerIds({ imported, sources }: AnyNotice, { url }: Site): FormerIds {
  if (imported === undefined) return {};
  const original = sources.find(({ id }) => id === originalSource)?.url;
  return { entry: imported.entry, guid: original ?? `${url}/incidents/${inAddress(imported.id)}` };
}

/**
 * With one entry for each notice that the reader knows from another page, its newest, as that page had it: whoever
 * follows the feed has read it, and sees nothing twice.
 */
export function asBefore(
  happenings: readonly Happening[],
  isKnown: (notice: AnyNotice) => boolean,
): readonly Happening[] {
  const seen = new Set<AnyNotice>();
  return happenings.filter(({ notice }) => {
    const isNewest = !seen.has(notice);
    seen.add(notice);
    return isNewest || !isKnown(notice);
  });
}
