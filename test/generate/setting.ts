import { slugOf } from '../../src/model/urls.ts';
import type { Locale, LocalText } from '../../src/model/values.ts';
import { type Dice, dateOf, type Wall } from './dice.ts';
import type { GeneratedService } from './words.ts';

/** What a notice is made of before its words are chosen. */
export interface Setting {
  readonly dice: Dice;
  readonly place: string;
  readonly region: string;
  readonly service: GeneratedService;
  readonly start: Wall;
  readonly customers: number;
  /** What the braces of a text stand for. */
  readonly values: Values;
}

export type Values = Readonly<Record<string, LocalText>>;

/** The three files of a notice, by name. */
export type Files = Readonly<Record<string, string>>;

/** Fills the braces of a text: `{place}`. */
export const fill = (text: LocalText, locale: Locale, values: Values): string =>
  text[locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name]?.[locale] ?? name);

/** A YAML scalar between quotation marks. */
export const quote = (text: string): string => JSON.stringify(text);
export const inBoth = ({ en, fr }: LocalText): string => `{ en: ${quote(en)}, fr: ${quote(fr)} }`;

export const front = (title: string, lines: readonly string[] = []): string =>
  ['---', `title: ${quote(title)}`, ...lines, '---', ''].join('\n');

export const slugPair = (kind: LocalText, { place, start }: Setting): LocalText => ({
  en: `${kind.en}-${slugOf(place)}-${dateOf(start)}`,
  fr: `${kind.fr}-${slugOf(place)}-${dateOf(start)}`,
});

export const headings = {
  now: { en: 'What to do now', fr: 'Que faire maintenant' },
  timeline: { en: 'Timeline', fr: 'Chronologie' },
  cause: { en: 'Cause', fr: 'Cause' },
  apology: { en: 'Apology', fr: 'Excuses' },
  credits: { en: 'Credits', fr: 'Crédits' },
  commitments: { en: 'Commitments', fr: 'Engagements' },
  faq: { en: 'FAQ', fr: 'Foire aux questions' },
} as const satisfies Record<string, LocalText>;
