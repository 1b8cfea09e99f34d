import { originalSource } from '../model/notice.ts';
import type { Site } from '../model/site.ts';
import type { AnyNotice } from '../model/site-index.ts';
import type { Happening } from './news.ts';

/** What feeds and calendars call a notice, for ever: `mail-down`; one that came from another page `statuspage.kz1xjx`. */
export const lastingName = ({ id, imported }: AnyNotice): string =>
  imported === undefined ? id : `${imported.from}.${inAddress(imported.id)}`;

/** `2019/a%20b`: ids of files may have folders. */
const inAddress = (id: string): string => id.split('/').map(encodeURIComponent).join('/');

/** By what the RSS feed of the page that it came from knew a notice: its address there. Nothing for one of our own. */
export function formerGuid({ imported, sources }: AnyNotice, { url }: Site): string | undefined {
  if (imported === undefined) return undefined;
  const original = sources.find(({ id }) => id === originalSource)?.url;
  return original ?? `${url}/incidents/${inAddress(imported.id)}`;
}

/**
 * With one entry for each notice that came from another page, its newest, as that page had it: whoever follows the
 * feed has read it, and sees nothing twice.
 */
export function asBefore(happenings: readonly Happening[]): readonly Happening[] {
  const seen = new Set<AnyNotice>();
  return happenings.filter(({ notice }) => {
    if (notice.imported === undefined) return true;
    const isNewest = !seen.has(notice);
    seen.add(notice);
    return isNewest;
  });
}
