import type { Site } from '../model/site.ts';
import type { State } from '../model/status.ts';
import { noticePath } from '../model/urls.ts';
import { type Instant, isoOf, type Locale, perLocale } from '../model/values.ts';
import { contextsOf, type LocaleContext } from '../pages/context/locale-context.ts';
import { titleOf } from '../pages/context/names.ts';
import { textOf } from '../pages/context/rich-text.ts';
import { incidentBadge } from '../pages/parts/badge.ts';
import { brief } from '../pages/parts/fact-list.ts';
import { headline, siteBadge } from '../pages/parts/status.ts';

/** A notice as a banner names it. */
export interface StatusNotice {
  readonly id: string;
  readonly title: string;
  /** From the root of the host: `/avis/fr/incidents/panne/`. */
  readonly url: string;
}

export interface OpenNotice extends StatusNotice {
  /** In words: “Identified”. */
  readonly state: string;
  /** When it began, in words, and as a machine reads it: a date, or an instant with its offset. */
  readonly since: string;
  readonly started: string;
}

export interface AheadNotice extends StatusNotice {
  readonly underWay: boolean;
  /** Its window, in words. */
  readonly when: string;
}

/** The state of things in one language, for a banner. */
export interface SiteStatus {
  readonly state: State;
  /** The state in a word, and in a sentence that names services. */
  readonly word: string;
  readonly sentence: string;
  readonly open: readonly OpenNotice[];
  /** Maintenance that is under way, then what is ahead, the next first. */
  readonly maintenance: readonly AheadNotice[];
}

/** The state of the site at `now`, in each language. */
export function statusesOf(site: Site, now: Instant): Readonly<Record<Locale, SiteStatus>> {
  const contexts = contextsOf(site, now);
  return perLocale((locale) => statusOf(contexts[locale]));
}

function statusOf(context: LocaleContext): SiteStatus {
  const { siteIndex, locale } = context;
  const notice = (one: Parameters<typeof titleOf>[1]): StatusNotice => ({
    id: one.id,
    title: titleOf(context, one),
    url: context.href(noticePath(one, locale)),
  });
  return {
    state: siteIndex.state,
    word: siteBadge(context).word,
    sentence: headline(context),
    open: siteIndex.open.map((incident) => ({
      ...notice(incident),
      state: incidentBadge(context, incident).word,
      since: textOf(brief(context, incident.started)),
      started: isoOf(incident.started),
    })),
    maintenance: [
      ...siteIndex.underWay.map((one) => ({ one, underWay: true })),
      ...siteIndex.ahead.map((one) => ({ one, underWay: false })),
    ].map(({ one, underWay }) => ({
      ...notice(one),
      underWay,
      when: textOf(context.range(one.from, one.until)),
    })),
  };
}
