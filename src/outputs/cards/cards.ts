import { accentPair } from '../../model/color.ts';
import type { Site } from '../../model/site.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import { cardPath, outputOf, siteCardPath } from '../../model/urls.ts';
import { locales } from '../../model/values.ts';
import type { Contexts, LocaleContext } from '../../pages/context/locale-context.ts';
import { titleOf } from '../../pages/context/names.ts';
import { textOf } from '../../pages/context/rich-text.ts';
import { type Mark, noticeBadge } from '../../pages/parts/badge.ts';
import { noticeWhen } from '../../pages/parts/when.ts';

/** What stands on a social card, in words of one language. */
export interface Card {
  /** Where it is published: `cards/fr/telus-net-email.png`. */
  readonly path: string;
  readonly accent: string;
  readonly state?: { readonly mark: Mark; readonly word: string };
  readonly title: string;
  /** What stands there where the fonts lack a letter of the title: nothing is drawn with letters left out. */
  readonly instead: string;
  readonly date?: string;
  /** Who speaks: the site, and the organization where that is another name. */
  readonly site: readonly string[];
  /** `status.example.ca` */
  readonly host: string;
}

/** `--accent` of `src/views/styles/tokens.css`. */
const defaultAccent = '#0a4d8c';

/**
 * For each language a card of the site, then one for each notice that has its own and whose words are there. Words
 * only: whoever publishes has them drawn, one after the other.
 */
export function* cards(contexts: Contexts): Iterable<Card> {
  const { notices, withCard } = contexts.siteIndex;
  for (const locale of locales) {
    yield siteCard(contexts[locale]);
    for (const notice of notices) {
      if (notice.words[locale] !== undefined && withCard.has(notice.id))
        yield noticeCard(contexts[locale], notice);
    }
  }
}

const accentOf = ({ theme }: Site): string =>
  (theme.accent === undefined ? undefined : accentPair(theme.accent)?.light) ?? defaultAccent;

const hostOf = ({ url }: Site): string => new URL(url).host;

function noticeCard(context: LocaleContext, notice: AnyNotice): Card {
  const { site, text, locale } = context;
  const names = new Set([text(site.name), text(site.organization)]);
  return {
    path: outputOf(cardPath(locale, notice.id)),
    accent: accentOf(site),
    state: noticeBadge(context, notice),
    title: titleOf(context, notice),
    instead: text(site.name),
    date: textOf(noticeWhen(context, notice)),
    site: [...names],
    host: hostOf(site),
  };
}

/** No state: it would be that of the day on which the page was shared. */
const siteCard = ({ site, text, locale }: LocaleContext): Card => ({
  path: outputOf(siteCardPath(locale)),
  accent: accentOf(site),
  title: text(site.name),
  instead: text(site.organization),
  site: [text(site.organization)],
  host: hostOf(site),
});
