import { type Locale, locales } from '../src/model/values.ts';
import type { Pair } from './parity.ts';

/** A pair one text of which was changed, in a fact of one kind. */
export type Mutation = Pair & { readonly kind: string };

/** One fact of a text changed: a pattern, and what stands in its place. */
type Change = readonly [kind: string, find: RegExp, set: (...found: string[]) => string];

const names = (words: string): readonly string[] => words.split(' ');
const following = (list: readonly string[], one: string): string =>
  list[(list.indexOf(one) + 1) % list.length] ?? '';
const more = (figure: string, by = 1): string => String(Number(figure) + by);
const turned = (pairs: string) => {
  const map = new Map(pairs.split(' ').map((pair) => pair.split('>') as [string, string]));
  return (found: string): string => map.get(found) ?? found;
};

function changesOf(locale: Locale): readonly Change[] {
  const fr = locale === 'fr';
  const months = names(
    fr
      ? 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'
      : 'January February March April May June July August September October November December',
  );
  const weekdays = names(
    fr
      ? 'lundi mardi mercredi jeudi vendredi samedi dimanche'
      : 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  );
  const words = names(
    fr ? 'deux trois quatre cinq six sept huit neuf dix' : 'two three four five six seven eight nine ten',
  );
  const month = `(?:${months.join('|')})`;
  const units = fr ? 'heures|minutes|jours|secondes' : 'hours|minutes|days|seconds';
  const noCount = fr
    ? `h|ou|et|à|au|HAE|HE|UTC|${units}|${months.map((name) => name.slice(0, 4)).join('|')}`
    : `a\\.m|p\\.m|or|and|to|ET|UTC|per|${units}|business|${month}`;
  const time = fr ? String.raw`\d{1,2} h(?: \d\d)?` : String.raw`\d{1,2}(?::\d\d)? [ap]\.m\.`;
  const half = '[ap]\\.m\\.';
  const grouped = fr ? String.raw`\d{2,3}(?: \d{3})?|\d{4,5}` : String.raw`\d{1,3}(?:,\d{3})|\d{2,3}`;
  return [
    [
      'hour',
      fr
        ? /(?<![\d:])(\d{1,2})(?= h(?![a-z]))/g
        : new RegExp(`(?<![\\d:])(\\d{1,2})(?=(?::\\d\\d)? ${half})`, 'g'),
      (hour) => (fr ? String((Number(hour) + 1) % 24) : String((Number(hour) % 12) + 1)),
    ],
    [
      'minute',
      fr ? /(?<=\d h )(\d\d)/g : new RegExp(`(?<=\\d:)(\\d\\d)(?= ${half})`, 'g'),
      (minute) => String((Number(minute) + 7) % 60).padStart(2, '0'),
    ],
    [
      'day',
      new RegExp(fr ? `(?<!\\d)(\\d{1,2})(?= ${month})` : `(?<=${month} )(\\d{1,2})(?!\\d)`, 'g'),
      (day) => String((Number(day) % 28) + 1),
    ],
    [
      'month',
      new RegExp(fr ? `(?<=\\d(?:er)? )${month}` : `${month}(?= \\d)`, 'g'),
      (name) => following(months, name),
    ],
    [
      'year',
      new RegExp(fr ? `(?<=${month} )(20\\d\\d)` : `(?<=${month} \\d{1,2},? )(20\\d\\d)`, 'g'),
      (year) => more(year),
    ],
    ['weekday', new RegExp(`\\b(?:${weekdays.join('|')})\\b`, 'g'), (day) => following(weekdays, day)],
    ['duration', new RegExp(`(?<![\\d,])(\\d{1,3})(?= (?:${units})\\b)`, 'g'), (count) => more(count, 2)],
    [
      'unit',
      new RegExp(`(?<=(?:\\d|deux|trois|cinq|six|two|three|five|six) )(?:${units})\\b`, 'g'),
      turned(
        fr
          ? 'heures>minutes minutes>heures jours>semaines secondes>minutes'
          : 'hours>minutes minutes>hours days>weeks seconds>minutes',
      ),
    ],
    [
      'zone',
      fr
        ? /(?<=\d \(?)(?:HAE|HAR|HE|HP|HA|HT|UTC)(?![A-Z])/g
        : /(?<=[\dm]\.? )(?:EDT|ET|PT|AT|NT|UTC)(?![A-Z])/g,
      turned('HAE>HNE HAR>HNR HE>HC HP>HR HA>HE HT>HA UTC>HNE EDT>EST ET>CT PT>MT AT>ET NT>AT'),
    ],
    [
      'count',
      new RegExp(
        `(?<![\\d,.:/-]|[\\d$] |\\$)(${grouped})(?= (?!(?:${noCount})(?![a-zé])|\\d|%|\\$)[a-zéà])`,
        'g',
      ),
      (count) => more(count.replace(/[ ,]/, '')),
    ],
    ['percentage', /(?<![\d.,])(\d+)(?= ?%)/g, (percent) => more(percent)],
    ['money', fr ? /(?<![\d,])(\d+)(?= \$)/g : /(?<=\$)(\d+)/g, (amount) => more(amount)],
    ['link', /https:\/\/([a-z.]+)\//g, () => 'https://ailleurs.example.net/'],
    [
      'range',
      new RegExp(`(de|entre|from|between) (${time}) (à|et|to|and) (${time})`, 'g'),
      (_, word = '', from = '', to = '', end = '') => `${word} ${end} ${to} ${from}`,
    ],
    [
      'word',
      new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?= [a-z])`, 'gu'),
      (word) => following(words, word),
    ],
  ];
}

/** Copies of the sound pairs with one fact of one text changed in each. */
export function mutations(pairs: readonly Pair[]): readonly Mutation[] {
  return pairs
    .filter(({ wrong }) => wrong.length === 0)
    .flatMap((pair) =>
      locales.flatMap((locale) =>
        changesOf(locale).flatMap(([kind, find, set]) =>
          [...pair[locale].matchAll(find)].flatMap((match) => {
            const text = pair[locale];
            const changed =
              text.slice(0, match.index) +
              set(...match.map(String)) +
              text.slice(match.index + match[0].length);
            return changed === text ? [] : [{ ...pair, [locale]: changed, kind }];
          }),
        ),
      ),
    );
}
