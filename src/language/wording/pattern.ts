import { fold } from './sentences.ts';

/**
 * A pattern over the folded words of a sentence, written as the words themselves:
 *
 * - `word`, `désolé[e|s|es]` (endings), `(a|two words)`, and `?` after any of them: optional
 * - `…` up to four words, `_` any one word; neither crosses a comma, a colon or a quotation
 * - `#` a number, `#<50` one below fifty, `@` a clock time or ISO date, `,` a comma, bracket or dash
 * - `<name>` a list of the lexicon; `^` the beginning of the sentence
 * - `!(…)` first: not after these words; last: not before them
 *
 * Case, accents, apostrophes and hyphens do not matter.
 */
export interface Pattern {
  /** Matches in `Sentence.words`. */
  readonly regex: RegExp;
  /**
   * Any match holds one of these words: a sentence without them need not be tried. None: only marks and
   * numbers.
   */
  readonly triggers: readonly string[];
}

export type Lexicon = Readonly<Record<string, string>>;

/** The patterns of one family in one language. */
export interface Phrases {
  readonly say: readonly string[];
  /** What makes the sentence say the thing after all: a count with its base, a time, an owner. */
  readonly unless?: readonly string[];
  /** How far `unless` reaches; the sentence by default. */
  readonly within?: 'sentence' | 'paragraph';
}

type Piece =
  | { readonly kind: 'word'; readonly text: string; readonly optional: boolean }
  | { readonly kind: 'wild'; readonly source: string; readonly optional: boolean }
  | { readonly kind: 'choice'; readonly options: readonly Piece[][]; readonly optional: boolean }
  | { readonly kind: 'not'; readonly options: readonly Piece[][] };

const any = '(?: [^ ,:"]+)';
const wild = new Map([
  ['…', `${any}{0,4}`],
  ['_', any],
  ['#', String.raw`(?: \d[\d.]*)`],
  ['#<50', String.raw`(?: [0-4]?\d(?:\.\d+)?)`],
  ['@', '(?: @)'],
  [',', '(?: ,)'],
  ['^', '^'],
]);

const lexeme = /<[\w-]+>|#<50|[#@_…,^|?()]|!\(|[\p{L}\p{N}]+(?:\[[\p{L}|]*\])?|[%$]/gu;

/** Reads a pattern; throws on one that cannot be read. */
export function patternOf(written: string, lexicon: Lexicon): Pattern {
  const [pieces = [], ...others] = optionsOf(lexemesOf(written, lexicon));
  if (others.length > 0) throw new Error(`put brackets around the choice in the pattern ${written}`);
  const source = pieces.map((piece, index) => sourceOf(piece, index === 0)).join('');
  return { regex: new RegExp(`${source}(?= |$)`, 'g'), triggers: triggersOf(pieces) ?? [] };
}

function lexemesOf(written: string, lexicon: Lexicon): string[] {
  const rest = written.replace(lexeme, '').replace(/[\s'’-]/gu, '');
  if (rest !== '') throw new Error(`“${rest}” in the pattern ${written}`);
  return (written.match(lexeme) ?? []).flatMap((one) => {
    if (!/^<[\w-]+>$/.test(one)) return [one];
    const list = lexicon[one.slice(1, -1)];
    if (list === undefined) throw new Error(`no list ${one} for the pattern ${written}`);
    return ['(', ...lexemesOf(list, lexicon), ')'];
  });
}

/** Consumes lexemes up to the closing bracket or the end. */
function optionsOf(lexemes: string[]): Piece[][] {
  let option: Piece[] = [];
  const options = [option];
  for (let one = lexemes.shift(); one !== undefined && one !== ')'; one = lexemes.shift()) {
    if (one === '|') {
      option = [];
      options.push(option);
    } else if (one === '!(') option.push({ kind: 'not', options: optionsOf(lexemes) });
    else option.push(pieceOf(one, lexemes));
  }
  return options;
}

function pieceOf(one: string, lexemes: string[]): Piece {
  const options = one === '(' ? optionsOf(lexemes) : undefined;
  const optional = lexemes[0] === '?';
  if (optional) lexemes.shift();
  if (options !== undefined) return { kind: 'choice', options, optional };
  const source = wild.get(one);
  if (source !== undefined) return { kind: 'wild', source, optional };
  const [stem = '', endings] = one.split('[');
  if (endings === undefined) return { kind: 'word', text: fold(one), optional };
  const forms = ['', ...endings.slice(0, -1).split('|')].map((ending) => fold(stem + ending));
  return {
    kind: 'choice',
    options: forms.map((text) => [{ kind: 'word', text, optional: false }]),
    optional,
  };
}

function sourceOf(piece: Piece, first: boolean): string {
  if (piece.kind === 'not') {
    const words = choiceSource(piece.options);
    return first ? `(?<!${words})` : `(?!${words}(?: |$))`;
  }
  const mark = piece.optional ? '?' : '';
  if (piece.kind === 'wild') return piece.source + mark;
  if (piece.kind === 'choice') return choiceSource(piece.options) + mark;
  return `(?: ${piece.text.replace('$', '\\$')})${mark}`;
}

const choiceSource = (options: readonly (readonly Piece[])[]): string =>
  `(?:${options.map((option) => option.map((piece) => sourceOf(piece, false)).join('')).join('|')})`;

/** The words of the piece that is likeliest to be rare: the one whose shortest word is longest. */
function triggersOf(pieces: readonly Piece[]): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const piece of pieces) {
    const words = piece.kind === 'not' || piece.optional ? undefined : wordsOf(piece);
    if (words !== undefined && shortest(words) > shortest(best ?? [])) best = words;
  }
  return best;
}

function wordsOf(piece: Piece): readonly string[] | undefined {
  if (piece.kind === 'word') return [piece.text];
  if (piece.kind !== 'choice') return undefined;
  const words = piece.options.map(triggersOf);
  return words.every((one) => one !== undefined) ? words.flat() : undefined;
}

const shortest = (words: readonly string[]): number =>
  words.length === 0 ? 0 : Math.min(...words.map(({ length }) => length));
