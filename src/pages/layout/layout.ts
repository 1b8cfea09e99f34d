import type { Key } from '../../language/translate.ts';
import { type AccentPair, accentPair } from '../../model/color.ts';
import { homePath, iconPath, type List, listPath, pagePath, timesScript } from '../../model/urls.ts';
import { type Anchor, languageNames, languageTags } from '../context/link.ts';

import type { Edition } from '../context/locale-context.ts';
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
export interface Frame {
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
export interface Standing {
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

export const absolute = (edition: Edition, path: string): string => edition.site.url + path;

export function frameOf(edition: Edition, standing: Standing): Frame {
  const { site, locale, other, t } = edition;
  const { path, counterpart, indexed, paired } = standing;
  const siteName = edition.text(site.name);
  const title = standing.title || siteName;
  const description =
    standing.description ??
    (site.description ? edition.text(site.description) : t('title.description', { title, site: siteName }));
  const crumbs = standing.crumbs === undefined ? [] : [homeCrumb(edition), ...standing.crumbs];
  const said = { lang: languageTags[locale], title, crumbs };
  return {
    lang: languageTags[locale],
    title:
      standing.title === '' ? siteName : t('title.page', { title: standing.title, site: nameApart(edition) }),
    description,
    canonical: absolute(edition, path),
    alternates: indexed && paired ? alternatesOf(edition, standing) : [],
    indexed,
    ...accentOf(edition),
    icon: edition.href(iconPath),
    ...(standing.live ? { times: timesOf(edition, standing.live) } : {}),
    ...(indexed ? { metadata: metadataOf(edition, standing.subject, said) } : {}),
    skip: t('frame.skip'),
    home: { href: edition.href(homePath(locale)), text: siteName },
    ...(site.theme.logo === undefined ? {} : { logo: logoOf(edition, site.theme.logo) }),
    toggle: {
      heading: t('frame.toggle'),
      href: edition.href(counterpart),
      lang: other,
      text: languageNames[other],
    },
    nav: { label: t('nav.main'), items: navOf(edition, path) },
    ...(site.notice === undefined ? {} : { notice: edition.text(site.notice) }),
    ...(standing.crumbs === undefined ? {} : { crumbs: { label: t('nav.crumbs'), items: crumbs } }),
    contact: contactOf(edition),
    links: { label: t('nav.more'), items: footerOf(edition) },
    organization: edition.text(site.organization),
  };
}

export const timesOf = ({ href, t }: Edition, live: Live): Times => ({
  src: href(timesScript),
  ...(live === 'times' ? { offer: t('times.offer'), here: t('times.here', { time: '…' }) } : {}),
});

/** The site's colour, where it can be read on paper and in the dark. */
export function accentOf({ site }: Edition): { readonly accent?: AccentPair } {
  const accent = site.theme.accent === undefined ? undefined : accentPair(site.theme.accent);
  return accent === undefined ? {} : { accent };
}

/** At most 32 pixels high, in its proportions. */
function logoOf(edition: Edition, logo: NonNullable<Edition['site']['theme']['logo']>): Frame['logo'] {
  const scale = Math.min(1, 32 / logo.height);
  return {
    src: edition.href(logo.path),
    width: Math.round(logo.width * scale),
    height: Math.round(logo.height * scale),
  };
}

/** The site's name, with the language where both have the same: no two pages have one title. */
function nameApart({ site, text, locale }: Edition): string {
  const name = text(site.name);
  return site.name.en === site.name.fr ? `${name} (${languageNames[locale]})` : name;
}

function alternatesOf(edition: Edition, standing: Standing): Frame['alternates'] {
  const { locale, other, site } = edition;
  const paths = { [locale]: standing.path, [other]: standing.counterpart };
  const xDefault = standing.xDefault ?? paths[site.primary] ?? standing.path;
  const links = (['en', 'fr'] as const).map((one) => ({
    hreflang: languageTags[one],
    href: absolute(edition, paths[one] ?? standing.path),
  }));
  return [...links, { hreflang: 'x-default', href: absolute(edition, xDefault) }];
}

const homeCrumb = (edition: Edition): Anchor => ({
  href: edition.href(homePath(edition.locale)),
  text: edition.t('nav.home_crumb'),
});

export const listCrumb = (edition: Edition, list: List, key: Key): Anchor => ({
  href: edition.href(listPath(list, edition.locale)),
  text: edition.t(key),
});

function navOf(edition: Edition, path: string): readonly Anchor[] {
  return mainNav
    .filter(([list]) => list !== 'faq' || hasQuestions(edition))
    .map(([list, key]) => {
      const target = list === 'home' ? homePath(edition.locale) : listPath(list, edition.locale);
      const current = list === 'home' ? path === target : path.startsWith(target);
      return { href: edition.href(target), text: edition.t(key), ...(current ? { current } : {}) };
    });
}

const hasQuestions = ({ site }: Edition): boolean => site.faq !== undefined;

/** Lists that have something to show, then the team's own pages. */
function footerOf(edition: Edition): readonly Anchor[] {
  const { site, register, locale } = edition;
  const filled: Readonly<Record<(typeof footerLists)[number][0], boolean>> = {
    incidents: site.incidents.length > 0,
    maintenance: site.maintenance.length > 0,
    regions: site.regions.length > 0,
    apologies: register.apologies.length > 0,
    commitments: register.commitments.length > 0,
    credits: register.credits.length > 0,
    search: true,
  };
  const lists = footerLists
    .filter(([list]) => filled[list])
    .map(([list, key]) => ({ href: edition.href(listPath(list, locale)), text: edition.t(key) }));
  const pages = site.pages.flatMap(({ words }) => {
    const own = words[locale];
    return own === undefined ? [] : [{ href: edition.href(pagePath(own.slug, locale)), text: own.title }];
  });
  return [...lists, ...pages];
}

export function contactOf(edition: Edition): Contact {
  const { contact } = edition.site;
  const { t } = edition;
  const url = contact.url?.[edition.locale];
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
