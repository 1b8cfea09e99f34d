import type { SectionName } from './sections.ts';
import { type Html, type Locale, locales } from './values.ts';

export type { SectionName } from './sections.ts';

/** A writer's words as markup and as plain text, both typeset. */
export interface Prose {
  readonly html: Html;
  /** Paragraphs apart by an empty line; lists, quotations, tables and addresses outside the site can be read. */
  readonly text: string;
  /** The markup for a page that gathers words of several notices, where it has ids: they begin with the notice's. */
  readonly gathered?: Html;
}

/** Texts that people write for where a whole entry is too long: below it, under `#### … {#sms}`; never on a page. */
export const shortKinds = ['sms', 'social', 'voice'] as const;
export type ShortKind = (typeof shortKinds)[number];
type Shorts = Readonly<Partial<Record<ShortKind, string>>>;

/** What stands under one level-3 heading. */
export interface Part {
  /** The id of the heading; for a timeline entry or a correction, its anchor. */
  readonly id: string;
  readonly heading: Prose;
  readonly body: Prose;
  /** Of an entry: the texts for messages, as plain text. */
  readonly shorts?: Shorts;
}

export interface Section {
  /** What stands before the first level-3 heading; in a free section, everything. */
  readonly intro: Prose;
  readonly parts: ReadonlyMap<string, Part>;
}

/** A notice's words in one language. Sections and parts that are not there are late. */
export interface Words {
  readonly title: string;
  readonly summary: string;
  readonly slug: string;
  /** Former slugs, or former paths from `/`. */
  readonly aliases: readonly string[];
  readonly intro: Prose;
  readonly sections: Readonly<Partial<Record<SectionName, Section>>>;
}

/** Words in each language; one may be missing where the site allows it to be late. */
export type InEach<T> = Readonly<Partial<Record<Locale, T>>>;

/** What `make` gives for each language; a language of which it gives `undefined` has no key. */
export function inEach<T>(make: (locale: Locale) => T | undefined): InEach<T> {
  const made: { [L in Locale]?: T } = {};
  for (const locale of locales) {
    const one = make(locale);
    if (one !== undefined) made[locale] = one;
  }
  return made;
}
