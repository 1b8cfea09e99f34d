import { siteCardPath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import type { Subject } from '../parts/subject.ts';
import { type Graph, graphOf } from './linked-data.ts';

/** What the head of a page says of it to those who share it (Open Graph) and to search engines. */
export interface Metadata {
  readonly type: 'article' | 'website';
  readonly name: string;
  readonly site: string;
  /** `fr_CA` */
  readonly locale: string;
  /** Absolute; 1200 × 630. */
  readonly image: string;
  readonly data?: Graph;
  readonly found?: Found;
}

/** How the site's own search knows the page, as `data-` attributes; lists are ids with spaces between. */
export interface Found {
  readonly state?: string;
  readonly date?: string;
  readonly day?: string;
  readonly services: string;
  readonly regions: string;
}

/** In place of a region, for what concerns them all. The search's script has it too. */
const everywhere = '*';

interface PageInfo {
  /** `fr-CA` */
  readonly lang: string;
  readonly title: string;
  /** Those of the page, with the site's base. */
  readonly crumbs: readonly { readonly href: string; readonly text: string }[];
}

/** Of a page that search engines may list. One without a subject is neither an article nor found by the search. */
export function metadataOf(context: LocaleContext, subject: Subject | undefined, page: PageInfo): Metadata {
  const { site, text } = context;
  const name = subject?.name ?? page.title;
  const image = site.url + (subject?.card ?? siteCardPath(context.locale));
  const data = graphOf(subject ?? {}, {
    lang: page.lang,
    organization: text(site.organization),
    image,
    name,
    crumbs: page.crumbs.map((crumb) => ({
      text: crumb.text,
      href: site.url + crumb.href.slice(site.base.length),
    })),
  });
  return {
    type: subject?.article === undefined ? 'website' : 'article',
    name,
    site: text(site.name),
    locale: page.lang.replace('-', '_'),
    image,
    ...(data && { data }),
    ...(subject && { found: foundOf(context, subject) }),
  };
}

/** Only what can set pages apart: a site with one service or region has no filter for it. */
function foundOf({ site }: LocaleContext, subject: Subject): Found {
  const { name = '', kind = '', date, day, services = [], regions } = subject;
  const places = regions === undefined || regions.length > 0 ? (regions ?? []) : [everywhere];
  return {
    // « Excuses : … » says already what « Excuses » would say below it.
    ...(kind === '' || name.startsWith(kind) ? {} : { state: kind }),
    ...(date === undefined ? {} : { date }),
    ...(day === undefined ? {} : { day }),
    services: site.services.length > 1 ? services.join(' ') : '',
    regions: site.regions.length > 1 ? places.join(' ') : '',
  };
}
