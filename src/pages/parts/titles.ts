import { type AnyNotice, beginning } from '../../model/site-index.ts';
import { listPath, lists, pagePath, regionPath, servicePath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { textOf } from '../context/rich-text.ts';
import { titleOf } from './notice.ts';

const tallies = new WeakMap<LocaleContext, ReadonlyMap<string, number>>();

/** How often each title, plain and with its start, occurs in an edition: counted once. */
function tallyOf(context: LocaleContext): ReadonlyMap<string, number> {
  const known = tallies.get(context);
  if (known) return known;
  const tally = new Map<string, number>();
  const count = (title: string) => tally.set(title, (tally.get(title) ?? 0) + 1);
  for (const notice of context.siteIndex.notices) {
    count(titleOf(context, notice));
    count(datedTitle(context, notice));
  }
  tallies.set(context, tally);
  return tally;
}

/** A notice's title as the title of its page: with its start, and then its id, where others bear the same. */
export function distinctTitle(context: LocaleContext, notice: AnyNotice): string {
  const tally = tallyOf(context);
  const title = titleOf(context, notice);
  if (tally.get(title) === 1) return title;
  const dated = datedTitle(context, notice);
  return tally.get(dated) === 1 ? dated : `${dated} (${notice.id})`;
}

const datedTitle = (context: LocaleContext, notice: AnyNotice): string =>
  context.t('title.dated', {
    title: titleOf(context, notice),
    date: textOf(context.at(beginning(notice), 'label')),
  });

const named = new WeakMap<LocaleContext, ReadonlyMap<string, string>>();

/**
 * The title of a page that is named by the settings or by a standing text, where another page bears the same name:
 * with its kind, and then its address. By the path of the page; nothing for pages that are told apart otherwise.
 */
export function titleAt(context: LocaleContext, path: string): string | undefined {
  const known = named.get(context) ?? namesOf(context);
  named.set(context, known);
  return known.get(path);
}

function namesOf(context: LocaleContext): ReadonlyMap<string, string> {
  const { site, locale, t, text } = context;
  const titles = new Map<string, string>();
  const taken = new Set([
    t('missing.title'),
    t('maintenance.title'),
    t('search.title'),
    ...[...context.siteIndex.byYear.keys()].map((year) => t('history.title_year', { year })),
    ...lists.filter((list) => list !== 'faq').map((list) => t(`nav.${list}`)),
  ]);
  const name = (path: string, title: string, kind: string) => {
    const slug = path.split('/').at(-2) ?? '';
    const own = [title, `${title} (${kind})`, `${title} (${slug})`].find((one) => !taken.has(one));
    const unique = own ?? `${title} (${path})`;
    taken.add(unique);
    titles.set(path, unique);
  };
  name(listPath('faq', locale), site.faq?.[locale]?.title ?? t('nav.faq'), t('nav.faq'));
  for (const service of site.services)
    name(servicePath(service, locale), text(service.name), t('nav.services'));
  for (const region of site.regions) name(regionPath(region, locale), text(region.name), t('nav.regions'));
  for (const page of site.pages) {
    const slug = page.words[locale]?.slug ?? page.id;
    name(pagePath(slug, locale), page.words[locale]?.title ?? t('late.page'), slug);
  }
  return titles;
}
