import { type AccentPair, accentPair, type HeaderPair, headerPair } from '../../model/color.ts';
import { languageNames } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';

export interface Contact {
  readonly heading: string;
  readonly items: readonly { readonly term: string; readonly href: string; readonly text: string }[];
}

/** In pixels. */
export interface Logo {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** The header on the site's colour, where a team asks for it. */
export function headerOf({ site }: LocaleContext): { readonly header?: HeaderPair } {
  const { accent, header } = site.theme;
  const pair = header === 'accent' && accent !== undefined ? headerPair(accent) : undefined;
  return pair === undefined ? {} : { header: pair };
}

/** The site's colour, where it can be read on paper and in the dark. */
export function accentOf({ site }: LocaleContext): { readonly accent?: AccentPair } {
  const accent = site.theme.accent === undefined ? undefined : accentPair(site.theme.accent);
  return accent === undefined ? {} : { accent };
}

/** The organization, unless the site is called by its name. */
export function speakerOf({ site, text }: LocaleContext): { readonly speaker?: string } {
  const speaker = text(site.organization);
  return text(site.name).includes(speaker) ? {} : { speaker };
}

/** The logo, where there is one: at most 40 pixels high, in its proportions. */
export function logoIn({ site, href }: LocaleContext): { readonly logo?: Logo } {
  const { logo } = site.theme;
  if (logo === undefined) return {};
  const scale = Math.min(1, 40 / logo.height);
  const [width, height] = [Math.round(logo.width * scale), Math.round(logo.height * scale)];
  return { logo: { src: href(logo.path), width, height } };
}

/** The site's name, with the language where both have the same: no two pages have one title; and who speaks. */
export function nameApart(context: LocaleContext): string {
  const { site, text, locale } = context;
  const { speaker } = speakerOf(context);
  const name =
    site.name.en === site.name.fr ? `${text(site.name)} (${languageNames[locale]})` : text(site.name);
  return speaker === undefined ? name : `${name}, ${speaker}`;
}

/** How to reach who speaks. */
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
              text: contact.phone.replace(/^\+1[- ](?=\d{3}[- ]\d{3}-\d{4}$)/, ''),
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
