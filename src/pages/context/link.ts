import type { Locale } from '../../model/values.ts';

export const languageTags: Readonly<Record<Locale, string>> = { en: 'en-CA', fr: 'fr-CA' };

export interface Anchor {
  readonly href: string;
  readonly text: string;
  /** The page itself, or one that stands below it. */
  readonly current?: 'page' | 'true';
}

/** Each language's own name, which is never translated. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', fr: 'Français' };
