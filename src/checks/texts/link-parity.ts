import type { Links } from '../../content/links/resolve.ts';
import type { Target } from '../../content/links/targets.ts';
import type { DocumentBlock } from '../../content/notice/blocks.ts';
import { isFault, type Place, type Problem, problem } from '../../model/problem.ts';
import type { Locale } from '../../model/values.ts';
import { hostIn, type Twins } from './twin-hosts.ts';

/** A link of a block: where it leads, named so that both languages can be compared. */
interface Destination {
  readonly to: string;
  readonly place: Place;
  readonly written: string;
  readonly words: string;
  /** A telephone number that stands in the words: its digits are compared as a number. */
  readonly isNumber: boolean;
}

type Blocks = Readonly<Record<Locale, DocumentBlock>>;

/** The same number of links to each outside host, the same targets inside, and of named versions the same paths. */
export function linkProblems(pair: Blocks, target: Target, links: Links, twins: Twins): Problem[] {
  const en = destinationsOf(pair.en, 'en', target, links, twins);
  const fr = destinationsOf(pair.fr, 'fr', target, links, twins);
  const [left, right] = [surplus(en, fr), surplus(fr, en)];
  const problems = pathProblems(en, fr);
  // What each text has in the place of the other's is one contradiction.
  const rivals = left
    .filter(({ to }) => isOutside(to))
    .slice(0, right.filter(({ to }) => isOutside(to)).length);
  const others = right.filter(({ to }) => isOutside(to)).slice(0, rivals.length);
  rivals.forEach((one, index) => {
    const other = others[index];
    if (other) problems.push(differing(one, other, 'link.differs'));
  });
  const alone = (
    all: readonly Destination[],
    told: readonly Destination[],
    { place: { file, line } }: DocumentBlock,
  ) => {
    for (const one of all) {
      if (told.includes(one)) continue;
      problems.push(problem('parity/number', one.place, { found: one.written, other: file, line }, 'link'));
    }
  };
  alone(left, rivals, pair.fr);
  alone(right, others, pair.en);
  return problems;
}

const differing = (en: Destination, fr: Destination, variant: string): Problem =>
  problem(
    'parity/number',
    fr.place,
    { found: fr.written, theirs: en.written, other: en.place.file, line: en.place.line },
    variant,
  );

const nowhere = '';
const isOutside = (to: string): boolean => to !== nowhere && !to.startsWith('/') && to !== 'mailto';

/** The links of one text that the other does not have as often. */
function surplus(ours: readonly Destination[], theirs: readonly Destination[]): readonly Destination[] {
  const counts = new Map<string, number>();
  for (const { to } of theirs) counts.set(to, (counts.get(to) ?? 0) + 1);
  // A link that leads nowhere may be the counterpart of any other, and has its own problem.
  let astray = counts.get(nowhere) ?? 0;
  return ours.filter(({ to, isNumber }) => {
    const left = counts.get(to) ?? 0;
    counts.set(to, left - 1);
    return left <= 0 && to !== nowhere && !isNumber && astray-- <= 0;
  });
}

/** Links to one host whose words name the same version or number, and whose paths do not. */
function pathProblems(en: readonly Destination[], fr: readonly Destination[]): Problem[] {
  const free = [...fr];
  return en.flatMap((one) => {
    const figures = figuresIn(one.words);
    if (figures === '' || !isOutside(one.to)) return [];
    const same = (other: Destination) => other.to === one.to && figuresIn(other.words) === figures;
    const found =
      free.find((other) => same(other) && isSamePath(one.written, other.written)) ?? free.find(same);
    if (found === undefined) return [];
    free.splice(free.indexOf(found), 1);
    return isSamePath(one.written, found.written) ? [] : [differing(one, found, 'link.path')];
  });
}

/** The figures of words or of a path, in order: `1.2`, `2023-39`. */
const figuresIn = (text: string): string =>
  (text.match(/\d+(?:[.,-]\d+)*/g) ?? []).join(' ').replaceAll(',', '.');

/** The parts of a path that tell one language from the other. */
const ofLanguage = /(?:^|[/_.?&=-])(?:en|fr|eng|fra|english|francais|e|f|en-ca|fr-ca)(?=$|[/_.?&=-])/i;

/** Whether two paths are one: figure for figure where they have any, else letter for letter, but for their language. */
function isSamePath(a: string, b: string): boolean {
  const [here, there] = [pathOf(a), pathOf(b)];
  const [ours, theirs] = [figuresIn(here), figuresIn(there)];
  if (ours !== '' || theirs !== '') return ours === theirs;
  return here === there || ofLanguage.test(here) || ofLanguage.test(there);
}

function pathOf(written: string): string {
  if (!URL.canParse(written)) return written;
  const { pathname, search, hash } = new URL(written);
  return pathname.replace(/\/$/, '') + search + hash;
}

function destinationsOf(
  { references }: DocumentBlock,
  locale: Locale,
  target: Target,
  links: Links,
  twins: Twins,
): readonly Destination[] {
  return references.flatMap(({ kind, target: written, place, words, isBare }) => {
    if (kind === 'image') return [];
    const to = destinationOf(written, locale, target, links, twins);
    // The words of a bare address are the address, which names no version.
    const named = isBare ? '' : words;
    return [{ to, place, written, words: named, isNumber: isBare && /^tel:/i.test(written) }];
  });
}

/** A host, a telephone or an e-mail address; or the folder and anchor of what lies inside. */
function destinationOf(written: string, locale: Locale, target: Target, links: Links, twins: Twins): string {
  // A mailbox may differ by language; a telephone number is a number.
  if (/^mailto:/i.test(written)) return 'mailto';
  if (/^tel:/i.test(written)) return `tel:${written.replace(/\D/g, '')}`;
  if (/^https?:/i.test(written))
    return URL.canParse(written) ? hostIn(new URL(written).hostname, twins) : nowhere;
  const link = links.resolve(written, target, locale);
  return isFault(link) ? nowhere : `/${link.inside ?? ''}`;
}
