import type { Locale } from '../../model/values.ts';
import { matchesOf } from '../text/matches.ts';
import { patternOf } from '../wording/pattern.ts';
import { lexicons } from '../wording/phrases.ts';
import type { Sentence } from '../wording/sentences.ts';
import { type ApologyForm, apologyForms } from './forms.ts';

const compiled = new Map<string, readonly RegExp[]>();

function regexesOf(form: ApologyForm, locale: Locale): readonly RegExp[] {
  const key = `${locale} ${form}`;
  const regexes =
    compiled.get(key) ?? apologyForms[locale][form].map((one) => patternOf(one, lexicons[locale]).regex);
  compiled.set(key, regexes);
  return regexes;
}

/** The words of a form in a sentence of `text`, as they stand there. */
export function foundIn(
  text: string,
  { words, places }: Sentence,
  form: ApologyForm,
  locale: Locale,
): string | undefined {
  for (const regex of regexesOf(form, locale)) {
    const [match] = matchesOf(words, regex);
    if (match === undefined) continue;
    const held = places.filter(({ at }) => at >= match.index && at < match.index + match[0].length);
    return text.slice(held[0]?.index, held.at(-1)?.end).replace(/\s+/gu, ' ');
  }
  return undefined;
}

/** Whether a form stands in one of the sentences. */
export const has = (sentences: readonly Sentence[], form: ApologyForm, locale: Locale): boolean =>
  sentences.some(({ words }) => regexesOf(form, locale).some((regex) => words.search(regex) >= 0));
