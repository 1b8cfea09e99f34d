import type { Locale } from '../../model/values.ts';
import type { WordingFamily } from '../../model/wording.ts';
import type { Lexicon, Phrases } from './pattern.ts';
import * as en from './phrases-english.ts';
import * as fr from './phrases-french.ts';

export const lexicons: Readonly<Record<Locale, Lexicon>> = { en: en.lexicon, fr: fr.lexicon };
export const phrasesIn: Readonly<Record<Locale, Readonly<Record<WordingFamily, Phrases>>>> = {
  en: en.phrases,
  fr: fr.phrases,
};
