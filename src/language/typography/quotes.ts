type Family = 'double' | 'single' | 'guillemet';
const families = new Map<string, Family>([
  ['"', 'double'],
  ['“', 'double'],
  ['”', 'double'],
  ['«', 'guillemet'],
  ['»', 'guillemet'],
  ["'", 'single'],
]);

interface Mark {
  readonly at: number;
  readonly sign: string;
  readonly family: Family;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Closes a quotation or means inches, feet, a possessive: the marks that follow decide. */
  readonly soft: boolean;
}

/** Where a quotation opens and closes, and how many others it stands in. */
interface Quotation {
  readonly open: number;
  readonly close: number;
  readonly depth: number;
}

interface Quotations {
  /** In order of their opening marks; they never cross. */
  readonly pairs: readonly Quotation[];
  /** Whether a « or » has no partner. */
  readonly torn: boolean;
  /** Where ' follows a letter and closes nothing: “customers' mail”. */
  readonly apostrophes: readonly number[];
}

const isSpace = (sign: string): boolean => sign === '' || /\s/u.test(sign);
const isWordly = (sign: string): boolean => /[\p{L}\p{M}\p{N}\p{Co}\p{Cs}\uFFFC]/u.test(sign);
const isDigit = (sign: string): boolean => /\p{N}/u.test(sign);
const isBracket = (sign: string): boolean => '([{«“‘'.includes(sign);
const isBefore = (sign: string): boolean => isBracket(sign) || '"/–—-\'’'.includes(sign);

/**
 * The quotations of a paragraph between those of the marks " “ ” « » ' that are asked for; a mark whose
 * partner is missing is in none. What typographic marks hold is a paragraph of its own. Linear in the text.
 */
export function quotationsOf(text: string, asked: string): Quotations {
  const marks = marksOf(text, asked);
  const settled = settledPairs(marks);
  const sound = marks.filter(({ at, family }) => family !== 'guillemet' || settled.has(at));
  const pairs = [...settled, ...straightPairs(sound, settled)].filter(([open, close]) => open < close);
  const closings = new Set(pairs.map(([, close]) => close));
  return {
    pairs: nested(pairs.sort(([a], [b]) => a - b)),
    torn: sound.length < marks.length,
    apostrophes: marks
      .filter(({ at, family, closes }) => family === 'single' && closes && !closings.has(at))
      .map(({ at }) => at)
      .filter((at) => /[\p{L}\p{M}]/u.test(text.charAt(at - 1))),
  };
}

function marksOf(text: string, asked: string): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { 0: sign, index: at } of text.matchAll(/["“”«»']/g)) {
    const family = asked.includes(sign) ? families.get(sign) : undefined;
    if (family === undefined) continue;
    const opens = '“«'.includes(sign);
    const fixed = opens || '”»'.includes(sign);
    const lean = fixed ? { opens, closes: !opens, soft: false } : leaning(text, at, family);
    marks.push({ at, sign, family, ...lean });
  }
  return marks;
}

type Lean = Pick<Mark, 'opens' | 'closes' | 'soft'>;

/** Which way a straight mark leans, by what stands on either side. */
function leaning(text: string, at: number, family: Family): Lean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (isSpace(before) && isSpace(after)) return family === 'double' ? loose(text, at) : neither;
  return {
    opens: !isSpace(after) && (isSpace(before) || isBefore(before)),
    closes: !isSpace(before) && !isBracket(before) && !isWordly(after),
    soft: isDigit(before) || (family === 'single' && before === 's'),
  };
}

const neither = { opens: false, closes: false, soft: false };

/** « Il a dit " oui " hier »: a space on both sides, but « 27 " » are inches. */
function loose(text: string, at: number): Lean {
  let last = at - 1;
  while (last >= 0 && isSpace(text.charAt(last))) last -= 1;
  const soft = last >= 0 && isDigit(text.charAt(last));
  return { opens: at + 1 < text.length && !soft, closes: last >= 0, soft };
}

type Pair = readonly [open: number, close: number];

/**
 * From each « and “ that has its » or ” to it, and back. « » may drop a “ between them, never the other way.
 */
function settledPairs(marks: readonly Mark[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: Mark[] = [];
  let guillemets = 0;
  for (const mark of marks) {
    if (mark.sign === '«' || mark.sign === '“') open.push(mark);
    if (mark.sign === '«') guillemets += 1;
    if (mark.sign === '»' && guillemets > 0) while (open.at(-1)?.sign === '“') open.pop();
    const opener = mark.sign === '»' ? '«' : '“';
    if (!'»”'.includes(mark.sign) || open.at(-1)?.sign !== opener) continue;
    const from = open.pop();
    if (from === undefined) continue;
    if (from.sign === '«') guillemets -= 1;
    pairs.set(from.at, mark.at).set(mark.at, from.at);
  }
  return pairs;
}

/** The marks that wait for their partner, between two settled ones or outside them. */
interface Region {
  readonly open: Mark[];
  readonly waiting: Record<Family, number>;
}

const none = (): Record<Family, number> => ({ double: 0, single: 0, guillemet: 0 });
const region = (): Region => ({ open: [], waiting: none() });

/** The pairs among the marks that are not settled. */
function straightPairs(marks: readonly Mark[], settled: ReadonlyMap<number, number>): readonly Pair[] {
  const ahead = closingsAhead(marks, settled);
  const pairs: Pair[] = [];
  const outer: Region[] = [];
  let here = region();
  for (const [index, mark] of marks.entries()) {
    const { at, family, opens, closes, soft } = mark;
    const waiting = here.waiting[family];
    if (settled.has(at)) {
      if (opens) outer.push(here);
      here = (opens ? undefined : outer.pop()) ?? region();
    } else if (closes && canClose(here, family) && !(soft && (ahead[index] ?? 0) >= waiting)) {
      pairs.push([openerOf(here, family), at]);
    } else if (opens) {
      here.open.push(mark);
      here.waiting[family] += 1;
    }
  }
  return pairs;
}

/** A " may drop a ' that waits, which is an apostrophe then; never the other way. */
const canClose = ({ open, waiting }: Region, family: Family): boolean =>
  family === 'single' ? open.at(-1)?.family === 'single' : waiting[family] > 0;

/** Takes the last mark of a family that waits, and drops those after it. */
function openerOf({ open, waiting }: Region, family: Family): number {
  for (let last = open.pop(); last !== undefined; last = open.pop()) {
    waiting[last.family] -= 1;
    if (last.family === family) return last.at;
  }
  throw new Error(`no ${family} mark is open`);
}

/** For each mark, how many that only close follow in its family and region before another opens. */
function closingsAhead(marks: readonly Mark[], settled: ReadonlyMap<number, number>): readonly number[] {
  const ahead: number[] = [];
  const outer: Record<Family, number>[] = [];
  let count = none();
  for (const { at, family, opens, closes, soft } of marks.toReversed()) {
    ahead.push(count[family]);
    if (settled.has(at)) {
      if (closes) outer.push(count);
      count = (closes ? undefined : outer.pop()) ?? none();
    } else if (closes && !soft) count[family] += 1;
    else if (opens) count[family] = 0;
  }
  return ahead.reverse();
}

function nested(pairs: readonly Pair[]): readonly Quotation[] {
  const around: number[] = [];
  return pairs.map(([open, close]) => {
    while ((around.at(-1) ?? open) < open) around.pop();
    return { open, close, depth: around.push(close) - 1 };
  });
}
