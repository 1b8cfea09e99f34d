import { type DocumentBlock, joined } from '../../content/notice/blocks.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { type Quantity, quantitiesOf } from '../../language/quantities/quantities.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Locale } from '../../model/values.ts';

/** Who is counted, right after the figure: `9,400 of our customers`, « 9400 clients ». */
const counted: Readonly<Record<Locale, RegExp>> = {
  en: /^(?: of (?:our|the|its|all))?(?: [a-z-]+)? (?:customers?|clients?|members?|subscribers?|users?|accounts?|households|homes|mailboxes|people|residents|businesses)\b/i,
  fr: /^(?:[ \u00a0\u202f]de (?:nos|ses|leurs)|[ \u00a0\u202f]des)?[ \u00a0\u202f](?:clients?|clientes|membres|abonnés?|abonnées|utilisateurs|utilisatrices|usagers|comptes?|foyers|ménages|boîtes|personnes|résidents|entreprises|adresses)(?!\p{L})/iu,
};
/** Between the figure of those affected and that of all: `9,400 of our 96,000 customers`. */
const ofAll: Readonly<Record<Locale, RegExp>> = {
  en: /^(?: [a-z-]+)? (?:of|out of)(?: our| the| its| a total of)? $/i,
  fr: /^(?:[ \u00a0\u202f][\p{L}-]+)?[ \u00a0\u202f](?:sur|de|des|parmi)(?: les| nos| ses| un total de)?[ \u00a0\u202f]$/iu,
};
const roughly: Readonly<Record<Locale, RegExp>> = {
  en: /(?:about|around|nearly|almost|over|under|roughly|some|than|approximately|up to)\s$/i,
  fr: /(?:environ|près de|presque|plus de|moins de|quelque|autour de|jusqu['’]à)\s$/iu,
};

/** The unit that a round figure is rounded to: 8400 to hundreds, 9000 to thousands. */
const roundTo = (figure: string): number => 10 ** (/(?<!0)0+$/.exec(figure)?.[0].length ?? 0);

/** A figure of customers in the title, the summary or the opening that the facts contradict. */
export function customersInWords(
  notice: ReadNotice,
  blocks: readonly DocumentBlock[],
  locale: Locale,
): Problem[] {
  if (notice.kind !== 'incident' || notice.data.customers === undefined) return [];
  const { affected, of } = notice.data.customers;
  const place = notice.facts.at(['customers']);
  return blocks.flatMap((block) => {
    const { text, at } = joined(block);
    const numbers = quantitiesOf(text, locale).filter(
      ({ kind, value }) => kind === 'number' && /^\d+$/.test(value),
    );
    const after = ({ index, text: found }: Quantity) =>
      text.slice(index + found.length, index + found.length + 40);
    const isFact = ({ value, index }: Quantity, fact: number | undefined): boolean => {
      if (fact === undefined) return false;
      const said = Number(value);
      const isRough = roughly[locale].test(text.slice(Math.max(0, index - 16), index));
      return said === fact || (isRough && Math.abs(said - fact) <= roundTo(value));
    };
    const told = (one: Quantity, fact: number): Problem =>
      problem(
        'parity/fact',
        at(one.index),
        { found: one.text, fact, factsFile: place.file, factsLine: place.line },
        'customers',
      );
    const pairs = numbers.flatMap((one, i) => {
      const all = numbers[i + 1];
      const between = all && text.slice(one.index + one.text.length, all.index);
      return all && between !== undefined && ofAll[locale].test(between) && counted[locale].test(after(all))
        ? [[one, all] as const]
        : [];
    });
    const [pair] = pairs;
    if (pair !== undefined && of !== undefined) {
      const [one, all] = pair;
      if (pairs.some(([a, b]) => isFact(a, affected) && isFact(b, of))) return [];
      if (isFact(one, affected)) return [told(all, of)];
      // Later figures, of those who are back, are out of all as well.
      return [told(one, affected)];
    }
    const said = numbers.filter((one) => counted[locale].test(after(one)));
    const [first] = said.filter((one) => !isFact(one, of));
    if (first === undefined || said.some((one) => isFact(one, affected))) return [];
    return [told(first, affected)];
  });
}
