import type { AccentPair, HeaderPair } from '../../model/color.ts';
import { contentPolicy, saysItself } from '../../model/content-policy.ts';
import { firstEdges } from '../../model/next-change.ts';
import { feedPath, homePath, iconPath, timesScript } from '../../model/urls.ts';
import { locales, perLocale } from '../../model/values.ts';
import { type Anchor, languageNames, languageTags } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import type { Subject } from '../parts/subject.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { footerOf, homeCrumb, navOf } from './navigation.ts';
import {
  accentOf,
  type Contact,
  contactOf,
  headerOf,
  type Logo,
  logoIn,
  nameApart,
  speakerOf,
} from './speaker.ts';

export type Live = 'promise' | 'times';

export interface Times {
  readonly src: string;
  readonly offer?: string;
  readonly here?: string;
}

/** What every page has around its own content. */
export interface Layout {
  readonly lang: string;
  /** What the page may load and run, where its host does not say so. */
  readonly policy?: string;
  readonly title: string;
  readonly description: string;
  readonly canonical?: string;
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
  /** Where news of what the page shows can be followed: Atom feeds in its language. */
  readonly feeds: readonly { readonly href: string; readonly title: string }[];
  readonly indexed: boolean;
  readonly accent?: AccentPair;
  /** The header on the site's colour: that, and the words on it. */
  readonly header?: HeaderPair;
  readonly icon: string;
  /** The script of times, on pages whose times are still to come or may pass. */
  readonly times?: Times;
  readonly metadata?: Metadata;
  readonly skip: string;
  /** Before a state that stands alone, for those who do not see its shape. */
  readonly stateLabel: string;
  /** Who speaks, where the site's name does not say it. */
  readonly speaker?: string;
  readonly home: Anchor;
  readonly logo?: Logo;
  readonly toggle?: {
    readonly heading: string;
    readonly href: string;
    readonly lang: string;
    readonly text: string;
  };
  readonly nav: { readonly label: string; readonly items: readonly Anchor[] };
  readonly notice?: string;
  readonly crumbs?: { readonly label: string; readonly items: readonly Anchor[] };
  readonly contact?: Contact;
  readonly links: { readonly label: string; readonly items: readonly Anchor[] };
  readonly organization: string;
}

/** Where a page stands and how it presents itself. */
export interface PageMeta {
  readonly path: string;
  readonly counterpart: string;
  readonly indexed: boolean;
  /** Whether the other language has it in full, so that each may name the other. */
  readonly paired: boolean;
  readonly title: string;
  readonly description?: string;
  readonly xDefault?: string;
  readonly crumbs?: readonly Anchor[];
  readonly subject?: Subject;
  /** A promise on it may pass while someone reads; or its times, too, matter to readers on another clock. */
  readonly live?: Live | false;
  /** Without one of its own, the feed of everything is named; `false` where every byte counts. */
  readonly feed?: Feed | false;
}

/** The page beside which a feed stands, and what it is called. */
export interface Feed {
  readonly page: string;
  readonly title: string;
}

/** What the layout of every page of a language shows of the site, beside what the page says of itself. */
export const frameOf = (context: LocaleContext): Layout =>
  layoutOf(context, { path: '', counterpart: '', indexed: false, paired: false, title: '', description: '' });

export function layoutOf(context: LocaleContext, meta: PageMeta): Layout {
  const { site, locale, other, t } = context;
  const { path, counterpart, indexed, paired } = meta;
  const siteName = context.text(site.name);
  const title = meta.title || siteName;
  const description =
    meta.description ??
    (site.description ? context.text(site.description) : t('title.description', { title, site: siteName }));
  const crumbs = meta.crumbs === undefined ? [] : [homeCrumb(context), ...meta.crumbs];
  const said = { lang: languageTags[locale], title, crumbs };
  return {
    lang: languageTags[locale],
    ...policyIn(context),
    title:
      meta.title === ''
        ? nameApart(context)
        : t('title.page', { title: meta.title, site: nameApart(context) }),
    description,
    canonical: context.absolute(path),
    alternates: indexed && paired ? alternatesOf(context, meta) : [],
    feeds: indexed && meta.feed !== false ? [feedOf(context, meta.feed)] : [],
    indexed,
    ...accentOf(context),
    ...headerOf(context),
    icon: context.href(iconPath),
    ...timesIn(context, meta.live),
    ...(indexed ? { metadata: metadataOf(context, meta.subject, said) } : {}),
    skip: t('frame.skip'),
    stateLabel: t('state.label'),
    ...speakerOf(context),
    home: { href: context.href(homePath(locale)), text: siteName },
    ...logoIn(context),
    toggle: {
      heading: t('frame.toggle'),
      href: context.href(counterpart),
      lang: other,
      text: languageNames[other],
    },
    nav: { label: t('nav.main'), items: navOf(context, path) },
    ...(site.notice === undefined ? {} : { notice: context.text(site.notice) }),
    ...(meta.crumbs === undefined ? {} : { crumbs: { label: t('nav.crumbs'), items: crumbs } }),
    contact: contactOf(context),
    links: { label: t('nav.more'), items: footerOf(context) },
    organization: context.text(site.organization),
  };
}

/** With the script of times, on a page that has times for it, and on every page while a window is to begin or to end. */
export function timesIn(context: LocaleContext, live: Live | false | undefined): { readonly times?: Times } {
  const { siteIndex, now } = context;
  const windows = firstEdges([...siteIndex.underWay, ...siteIndex.ahead], now.epoch);
  const needed = live || (windows !== undefined && 'promise');
  return needed ? { times: timesOf(context, needed) } : {};
}

const timesOf = ({ href, t }: LocaleContext, live: Live): Times => ({
  src: href(timesScript),
  ...(live === 'times' ? { offer: t('times.offer'), here: t('times.here', { time: '…' }) } : {}),
});

/** Stands for the hash of a page's styles until they are known; no text of a writer holds such a sign in a page. */
export const hashOfStyles = '<!hash>';

/** The policy of a page, where its host does not say it. */
export const policyIn = ({ site }: LocaleContext): { readonly policy?: string } =>
  saysItself(site.host) ? { policy: contentPolicy([hashOfStyles]) } : {};

function alternatesOf(context: LocaleContext, meta: PageMeta): Layout['alternates'] {
  const paths = perLocale((one) => (one === context.locale ? meta.path : meta.counterpart));
  const xDefault = meta.xDefault ?? paths[context.site.primary];
  const links = locales.map((one) => ({
    hreflang: languageTags[one],
    href: context.absolute(paths[one]),
  }));
  return [...links, { hreflang: 'x-default', href: context.absolute(xDefault) }];
}

/** A service, a region and the list of maintenance have their own feed; everywhere else that of everything is named. */
export const feedOf = (context: LocaleContext, own?: Feed): Layout['feeds'][number] => ({
  href: context.href(feedPath(own?.page ?? homePath(context.locale))),
  title: own?.title ?? context.text(context.site.name),
});
