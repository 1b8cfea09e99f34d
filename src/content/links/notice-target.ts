import { sectionKinds } from '../../model/sections.ts';
import { belowNotice, noticeAddress } from '../../model/urls.ts';
import type { Locale } from '../../model/values.ts';
import { anchorsIn, type DocumentSection, headingIds } from '../document/sections.ts';
import { correctionsOf, type ReadNotice } from '../notice/read.ts';
import type { Target } from './targets.ts';

/** Where links to a notice lead: each anchor of each language with its address below the site. */
export function noticeTarget(notice: ReadNotice): Target {
  const path = (locale: Locale) =>
    noticeAddress(notice.kind, notice.texts[locale]?.document.front.slug ?? notice.id, locale);
  const anchors = (locale: Locale): ReadonlyMap<string, string> | undefined => {
    const text = notice.texts[locale];
    // An entry that could not be read may be the one that is meant.
    if (text === undefined || notice.facts.unread('timeline') || notice.facts.unread('corrections'))
      return undefined;
    const addresses = new Map<string, string>();
    for (const anchor of notice.anchors) addresses.set(anchor, path(locale));
    for (const { id } of anchorsIn(text.document, text.sections.byName)) addresses.set(id, path(locale));
    for (const section of text.sections.byName.values()) {
      addresses.set(section.name, path(locale));
      const own = addressOf(section, path(locale), locale);
      if (own !== undefined)
        for (const { id } of headingIds(text.document, section.whole)) addresses.set(id, own);
    }
    for (const { anchor } of correctionsOf(notice)) addresses.set(anchor, path(locale));
    return addresses;
  };
  const made = new Map<Locale, ReadonlyMap<string, string> | undefined>();
  return {
    kind: 'notice',
    id: notice.id,
    folder: notice.folder.path,
    path,
    anchors: (locale) => {
      if (!made.has(locale)) made.set(locale, anchors(locale));
      return made.get(locale);
    },
  };
}

/** The address of a section's own page, where it has one. */
function addressOf({ name }: DocumentSection, path: string, locale: Locale): string | undefined {
  const { ownPage } = sectionKinds[name];
  return ownPage && `${path}${belowNotice[ownPage][locale]}/`;
}
