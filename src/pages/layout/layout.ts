import type { Key } from '../../language/translate.ts';
import { type AccentPair, accentPair } from '../../model/color.ts';
import { homePath, iconPath, type List, listPath, pagePath, timesScript } from '../../model/urls.ts';
import { type Anchor, languageNames, languageTags } from '../context/link.ts';

import type { LocaleContext } from '../context/locale-context.ts';
import type { Subject } from '../parts/subject.ts';
import { type Metadata, metadataOf } from './metadata.ts';

export type Live = 'promise' | 'times';

export interface Times {
  readonly src: string;
  readonly offer?: string;
  readonly here?: string;
}

export interface Contact {
  readonly heading: string;
  readonly items: readonly { readonly term: string; readonly href: string; readonly text: string }[];
}

/** What every page has around its own matter. */
export interface Layout {
  readonly lang: string;
  readonly title: string;
  readonly description: string;
  readonly canonical?: string;
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[];
  readonly indexed: boolean;
  readonly accent?: AccentPair;
  readonly icon: string;
  /** The script of times, on pages whose times are still to come or may pass. */
  readonly times?: Times;
  readonly metadata?: Metadata;
  readonly skip: string;
  readonly home: Anchor;
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number };
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
}

const mainNav = [
  ['home', 'nav.home'],
  ['services', 'nav.services'],
  ['history', 'nav.history'],
  ['faq', 'nav.faq'],
] as const satisfies readonly (readonly [List | 'home', Key])[];

const footerLists = [
  ['incidents', 'nav.incidents'],
  ['maintenance', 'nav.maintenance'],
  ['regions', 'nav.regions'],
  ['apologies', 'nav.apologies'],
  ['commitments', 'nav.commitments'],
  ['credits', 'nav.credits'],
  ['search', 'nav.search'],
] as const satisfies readonly (readonly [List, Key])[];

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
    title: meta.title === '' ? siteName : t('title.page', { title: meta.title, site: nameApart(context) }),
    description,
    canonical: context.absolute(path),
    alternates: indexed && paired ? alternatesOf(context, meta) : [],
    indexed,
    ...accentOf(context),
    icon: context.href(iconPath),
    ...(meta.live ? { times: timesOf(context, meta.live) } : {}),
    ...(indexed ? { metadata: metadataOf(context, meta.subject, said) } : {}),
    skip: t('frame.skip'),
    home: { href: context.href(homePath(locale)), text: siteName },
    ...(site.theme.logo === undefined ? {} : { logo: logoOf(context, site.theme.logo) }),
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

export const timesOf = ({ href, t }: LocaleContext, live: Live): Times => ({
  src: href(timesScript),
  ...(live === 'times' ? { offer: t('times.offer'), here: t('times.here', { time: '…' }) } : {}),
});

/** The site's colour, where it can be read on paper and in the dark. */
export function accentOf({ site }: LocaleContext): { readonly accent?: AccentPair } {
  const accent = site.theme.accent === undefined ? undefined : accentPair(site.theme.accent);
  return accent === undefined ? {} : { accent };
}

/** At most 32 pixels high, in its proportions. */
function logoOf(
  context: LocaleContext,
  logo: NonNullable<LocaleContext['site']['theme']['logo']>,
): Layout['logo'] {
  const scale = Math.min(1, 32 / logo.height);
  return {
    src: context.href(logo.path),
    width: Math.round(logo.width * scale),
    height: Math.round(logo.height * scale),
  };
}

/** The site's name, with the language where both have the same: no two pages have one title. */
function nameApart({ site, text, locale }: LocaleContext): string {
  const name = text(site.name);
  return site.name.en === site.name.fr ? `${name} (${languageNames[locale]})` : name;
}

function alternatesOf(context: LocaleContext, meta: PageMeta): Layout['alternates'] {
  const { locale, other, site } = context;
  const paths = { [locale]: meta.path, [other]: meta.counterpart };
  const xDefault = meta.xDefault ?? paths[site.primary] ?? meta.path;
  const links = (['en', 'fr'] as const).map((one) => ({
    hreflang: languageTags[one],
    href: context.absolute(paths[one] ?? meta.path),
  }));
  return [...links, { hreflang: 'x-default', href: context.absolute(xDefault) }];
}

const homeCrumb = (context: LocaleContext): Anchor => ({
  href: context.href(homePath(context.locale)),
  text: context.t('nav.home_crumb'),
});

export const listCrumb = (context: LocaleContext, list: List, key: Key): Anchor => ({
  href: context.href(listPath(list, context.locale)),
  text: context.t(key),
});

function navOf(context: LocaleContext, path: string): readonly Anchor[] {
  return mainNav
    .filter(([list]) => list !== 'faq' || hasQuestions(context))
    .map(([list, key]) => {
      const target = list === 'home' ? homePath(context.locale) : listPath(list, context.locale);
      const current = list === 'home' ? path === target : path.startsWith(target);
      return { href: context.href(target), text: context.t(key), ...(current ? { current } : {}) };
    });
}

const hasQuestions = ({ site }: LocaleContext): boolean => site.faq !== undefined;

/** Lists that have something to show, then the team's own pages. */
function footerOf(context: LocaleContext): readonly Anchor[] {
  const { site, siteIndex, locale } = context;
  const filled: Readonly<Record<(typeof footerLists)[number][0], boolean>> = {
    incidents: site.incidents.length > 0,
    maintenance: site.maintenance.length > 0,
    regions: site.regions.length > 0,
    apologies: siteIndex.apologies.length > 0,
    commitments: siteIndex.commitments.length > 0,
    credits: siteIndex.credits.length > 0,
    search: true,
  };
  const lists = footerLists
    .filter(([list]) => filled[list])
    .map(([list, key]) => ({ href: context.href(listPath(list, locale)), text: context.t(key) }));
  const pages = site.pages.flatMap(({ words }) => {
    const own = words[locale];
    return own === undefined ? [] : [{ href: context.href(pagePath(own.slug, locale)), text: own.title }];
  });
  return [...lists, ...pages];
}

export function contactOf(context: LocaleContext): Contact {
  const { contact } = context.site;
  const { t } = context;
  const url = contact.url?.[context.locale];
  return {
    heading: t('contact.heading'),
    items: [
      ...(contact.phone === undefined
        ? []
        : [
            {
              term: t('contact.phone'),
              href: `tel:${contact.phone.replace(/[^+\d]/g, '')}`,
              text: contact.phone,
            },
          ]),
      ...(contact.email === undefined
        ? []
        : [{ term: t('contact.email'), href: `mailto:${contact.email}`, text: contact.email }]),
      ...(url === undefined
        ? []
        : [{ term: t('contact.url'), href: url, text: url.replace(/^https?:\/\/|\/$/g, '') }]),
    ],
  };
}
