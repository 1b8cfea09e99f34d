import type { StandingPage } from '../../model/site.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import {
  belowNotice,
  formerPath,
  homePath,
  listPath,
  noticePath,
  pagePath,
  standingSlug,
} from '../../model/urls.ts';
import type { Locale } from '../../model/values.ts';
import { languageTags } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import type { PageAt } from '../layout/define-page.ts';
import { hasSection } from '../parts/notice.ts';

/** A page that only leads elsewhere. */
export interface RedirectView {
  readonly lang: string;
  readonly title: string;
  readonly canonical: string;
  /** Where it leads, with the site's base. */
  readonly href: string;
  readonly text: string;
}

interface Redirect {
  readonly from: string;
  readonly to: string;
  readonly title: string;
}

/** The former addresses of notices and pages, also those where something else lives by now. */
export const redirectPages = (context: LocaleContext): readonly PageAt<RedirectView>[] =>
  [
    ...context.siteIndex.notices.flatMap((notice) => ofNotice(context, notice)),
    ...context.site.pages.flatMap((page) => ofStanding(context, page)),
  ].map((redirect) => redirectPage(context, redirect));

function ofNotice(context: LocaleContext, notice: AnyNotice): readonly Redirect[] {
  const { locale } = context;
  const words = notice.words[locale];
  if (words === undefined) return [];
  const parent = listPath(notice.kind === 'incident' ? 'incidents' : 'maintenance', locale);
  const to = noticePath(notice, locale);
  const title = titleOf(context, notice);
  const below = belowOf(notice, locale);
  const aliases = words.slug === notice.id ? words.aliases : [...words.aliases, notice.id];
  return aliases.flatMap((alias) => {
    const from = formerPath(alias, parent);
    const deeper = from.endsWith('/') ? below : [];
    return [
      { from, to, title },
      ...deeper.map((part) => ({ from: `${from}${part}/`, to: `${to}${part}/`, title })),
    ];
  });
}

const belowOf = (notice: AnyNotice, locale: Locale): readonly string[] => [
  ...(notice.kind === 'incident' && notice.apology !== undefined ? [belowNotice.apology[locale]] : []),
  ...(hasSection(notice, 'faq') ? [belowNotice.questions[locale]] : []),
];

function ofStanding({ locale }: LocaleContext, page: StandingPage): readonly Redirect[] {
  const words = page.words[locale];
  if (words === undefined) return [];
  const to = pagePath(standingSlug(page, locale), locale);
  const aliases = words.slug === page.id ? words.aliases : [...words.aliases, page.id];
  return aliases.map((alias) => ({ from: formerPath(alias, homePath(locale)), to, title: words.title }));
}

const redirectPage = (context: LocaleContext, { from, to, title }: Redirect): PageAt<RedirectView> => ({
  path: from,
  locale: context.locale,
  indexed: false,
  view: () => ({
    lang: languageTags[context.locale],
    title,
    canonical: context.absolute(to),
    href: context.href(to),
    text: context.t('redirect.moved'),
  }),
});
