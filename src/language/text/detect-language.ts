import { type Locale, locales } from '../../model/values.ts';

/** Words that make sentences in one language and are no words of the other. */
const small: Readonly<Record<Locale, ReadonlySet<string>>> = {
  en: new Set(
    `the of and to is are was were be been we you your our they their this that these those it its with for from by at
    will have has had not which who can could would should when where there no all if what how`.split(/\s+/),
  ),
  fr: new Set(
    `le la les des du et à est sont était nous vous votre vos notre nos ils elle elles leur leurs ce cette ces que qui
    avec pour dans une sur aux au par sera ont pas plus ne où quand il se sa ses été être avons avez`.split(
      /\s+/,
    ),
  ),
};

/**
 * The language that a paragraph of plain text is in, where that is certainly not `locale`: of the small words it has
 * three at least of another and none of its own, or five and hardly one. Nothing else is judged by it.
 */
export function otherLanguageOf(text: string, locale: Locale): Locale | undefined {
  const { words, count } = counted(text);
  const other = locales.find((one) => one !== locale) ?? locale;
  const theirs = count(other);
  const ours = count(locale);
  const isOther = ours === 0 ? theirs >= 3 && words.length >= 6 : theirs >= 5 && theirs >= 8 * ours;
  return isOther ? other : undefined;
}

/** The language of a whole text, where nearly all of its small words are of one; `undefined` of a few words. */
export function languageOf(text: string): Locale | undefined {
  const { count } = counted(text);
  return locales.find((one) => {
    const others = locales.filter((other) => other !== one).reduce((sum, other) => sum + count(other), 0);
    return count(one) >= 12 && count(one) >= 5 * others;
  });
}

/** Whether a text of few words has more of one language than chance would give. */
export function leansTo(text: string, locale: Locale): boolean {
  const { count } = counted(text);
  const others = locales.filter((one) => one !== locale).reduce((sum, one) => sum + count(one), 0);
  return count(locale) >= 3 && count(locale) >= 3 * others;
}

function counted(text: string) {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return { words, count: (one: Locale) => words.filter((word) => small[one].has(word)).length };
}
