import type { Html, Locale } from './values.ts';

/** The sections of a notice, in no order: a page decides on its own. */
export const sectionNames = [
  'now',
  'timeline',
  'cause',
  'apology',
  'credits',
  'commitments',
  'faq',
  'corrections',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** Texts that people write for where a whole entry is too long: below it, under `#### … {#sms}`; never on a page. */
export const shortKinds = ['sms', 'social', 'voice'] as const;
export type ShortKind = (typeof shortKinds)[number];
export type Shorts = Readonly<Partial<Record<ShortKind, string>>>;

/** What stands under one level-3 heading. */
export interface Part {
  /** The id of the heading; for a timeline entry or a correction, its anchor. */
  readonly id: string;
  /** The heading as a text and as markup, typeset. */
  readonly title: string;
  readonly heading: Html;
  readonly body: Html;
  /** The body as plain text, for descriptions and machines. */
  readonly text: string;
  /** Of an entry: the texts for messages, as plain text. */
  readonly shorts?: Shorts;
}

export interface Section {
  /** What stands before the first level-3 heading; in a free section, everything. */
  readonly intro: Html;
  readonly parts: ReadonlyMap<string, Part>;
}

/** A notice's words in one language. Sections and parts that are not there are late (contract 1.6). */
export interface Words {
  readonly title: string;
  readonly summary: string;
  readonly slug: string;
  /** Former slugs, or former paths from `/`. */
  readonly aliases: readonly string[];
  readonly intro: Html;
  readonly sections: Readonly<Partial<Record<SectionName, Section>>>;
}

/** Words in each language; one may be missing where the site allows it to be late. */
export type InEach<T> = Readonly<Partial<Record<Locale, T>>>;
