import { type AnyNotice, beginning } from '../../model/site-index.ts';
import { listPath, lists, pagePath, regionPath, servicePath } from '../../model/urls.ts';
import type { Edition } from '../context/locale-context.ts';
import { textOf } from '../context/rich-text.ts';
import { titleOf } from './notice.ts';

const tallies = new WeakMap<Edition, ReadonlyMap<string, number>>();

/** How often each title, plain and with its start, occurs in an edition: counted once. */
function tallyOf(edition: Edition): ReadonlyMap<string, number> {
  const known = tallies.get(edition);
  if (known) return known;
  const tally = new Map<string, number>();
  const count = (title: string) => tally.set(title, (tally.get(title) ?? 0) + 1);
  for (const notice of edition.register.notices) {
    count(titleOf(edition, notice));
    count(datedTitle(edition, notice));
  }
  tallies.set(edition, tally);
  return tally;
}

/** A notice's title as the title of its page: with its start, and then its id, where others bear the same. */
export function distinctTitle(edition: Edition, notice: AnyNotice): string {
  const tally = tallyOf(edition);
  const title = titleOf(edition, notice);
  if (tally.get(title) === 1) return title;
  const dated = datedTitle(edition, notice);
  return tally.get(dated) === 1 ? dated : `${dated} (${notice.id})`;
}

const datedTitle = (edition: Edition, notice: AnyNotice): string =>
  edition.t('title.dated', {
    title: titleOf(edition, notice),
    date: textOf(edition.at(beginning(notice), 'label')),
  });

const named = new WeakMap<Edition, ReadonlyMap<string, string>>();

/**
 * The title of a page that is named by the settings or by a standing text, where another page bears the same name:
 * with its kind, and then its address. By the path of the page; nothing for pages that are told apart otherwise.
 */
export function titleAt(edition: Edition, path: string): string | undefined {
  const known = named.get(edition) ?? namesOf(edition);
  named.set(edition, known);
  return known.get(path);
}

function namesOf(edition: Edition): ReadonlyMap<string, string> {
  const { site, locale, t, text } = edition;
  const titles = new Map<string, string>();
  const taken = new Set([
    t('missing.title'),
    t('maintenance.title'),
    t('search.title'),
    ...[...edition.register.byYear.keys()].map((year) => t('history.title_year', { year })),
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
