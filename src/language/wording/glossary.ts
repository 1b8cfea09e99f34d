import type { Locale } from '../../model/values.ts';
import type { Finding } from '../text/finding.ts';
import { matchesOf } from '../text/matches.ts';
import { sentenceStart } from '../typography/lint/check.ts';
import { masked, opaque, space } from '../typography/rule.ts';
import { formsOf, terms } from './glossary-terms.ts';

/** A term of the team's own: the forms to avoid, each as it is to be found, and what to write instead. */
export interface Term {
  readonly lang: Locale;
  readonly avoid: readonly string[];
  readonly prefer: string;
}

export interface Glossary {
  readonly terms: readonly Term[];
  /** Terms of the program that are not looked for here, by any of their forms. */
  readonly off: readonly string[];
}

interface Search {
  readonly find: RegExp;
  /** By what is found, in lower case unless the term itself has a capital. */
  readonly prefer: ReadonlyMap<string, string>;
}

/**
 * Terms to avoid in one paragraph's plain text, with `opaque` for code. What stands in quotation marks
 * is left alone, and so is a word with a capital inside a sentence: it is a name. In order and apart.
 */
export function termFindings(text: string, locale: Locale, glossary: Glossary): Finding[] {
  const { find, prefer } = searchOf(locale, glossary);
  const words = withoutQuotations(masked(text));
  const findings: Finding[] = [];
  for (const { 0: match, index } of matchesOf(words, find)) {
    const found = match.replace(/\s+/gu, ' ');
    const suggestion = preferredTo(found.replaceAll("'", '’'), prefer, () => startsSentence(words, index));
    if (suggestion === undefined) continue;
    findings.push({ rule: 'wording/term', index, length: match.length, values: { found, suggestion } });
  }
  return findings;
}

function preferredTo(
  found: string,
  prefer: ReadonlyMap<string, string>,
  startsHere: () => boolean,
): string | undefined {
  const exact = prefer.get(found);
  if (exact !== undefined) return exact;
  const [first = ''] = found;
  const small = first.toLowerCase() + found.slice(first.length);
  const suggestion = prefer.get(small);
  // « Mail » is a product before it is a word.
  if (suggestion === undefined || small === 'mail' || small === 'mails' || !startsHere()) return undefined;
  return suggestion.charAt(0).toUpperCase() + suggestion.slice(1);
}

const start = new RegExp(sentenceStart, 'uy');

function startsSentence(text: string, index: number): boolean {
  start.lastIndex = index;
  return start.test(text);
}

const withoutQuotations = (text: string): string =>
  text.replace(/«[^«»]*»|“[^“”]*”|"[^"\n]*"/g, (quotation) => opaque.repeat(quotation.length));

const searches = new WeakMap<Glossary, Partial<Record<Locale, Search>>>();

/** Compiled once for a glossary and a language. */
function searchOf(locale: Locale, glossary: Glossary): Search {
  const ready = searches.get(glossary) ?? {};
  searches.set(glossary, ready);
  const search = ready[locale] ?? compile(locale, glossary);
  ready[locale] = search;
  return search;
}

function compile(locale: Locale, { terms: own, off }: Glossary): Search {
  const silent = new Set(off.map((form) => form.toLowerCase().replaceAll("'", '’')));
  const families = terms[locale]
    .map(formsOf)
    .filter((forms) => ![...forms.keys()].some((form) => silent.has(form)));
  const prefer = new Map<string, string>(families.flatMap((forms) => [...forms]));
  for (const { lang, avoid, prefer: better } of own) {
    if (lang === locale) for (const form of avoid) prefer.set(form.replaceAll("'", '’'), better);
  }
  const longestFirst = [...prefer.keys()].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((form) =>
    form
      .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      .replaceAll('’', "['’]")
      .replace(/\s+/gu, `${space}{1,3}`)
      .replace(/^\p{Ll}/u, (first) => `[${first}${first.toUpperCase()}]`),
  );
  const around = String.raw`[\p{L}\p{M}\p{N}_@/-]`;
  const find =
    alternatives.length === 0
      ? /(?!)/gu
      : new RegExp(`(?<!${around}|\\.)(?:${alternatives.join('|')})(?!${around}|\\.\\p{L})`, 'gu');
  return { find, prefer };
}
