/**
 * Where a word of a sentence stands: in `words` of the sentence, and in the text that was read (UTF-16
 * units).
 */
interface WordPlace {
  readonly word: string;
  readonly at: number;
  readonly index: number;
  readonly end: number;
}

/**
 * One sentence, folded for matching. `words` holds each word after one space: lower case, without accents,
 * apostrophes or hyphens (` nous n avons pas`). A number is its digits (` 8400`, ` 12.5`), a clock time or an
 * ISO date ` @`, code ` *`; ` ,` is a comma, a bracket or a dash, ` :` a colon or semicolon, ` "` a quotation
 * that was left out.
 */
export interface Sentence {
  readonly words: string;
  readonly places: readonly WordPlace[];
  /** It ends in a question mark: the reader's voice, as in a heading of the questions. */
  readonly asks: boolean;
}

/** Lower case, without accents; `œ` is `oe`. The same in every locale. */
export function fold(word: string): string {
  const small = word.toLowerCase();
  if (/^[a-z]*$/.test(small)) return small;
  const known = folded.get(small) ?? bare(small);
  if (folded.size < mostFolded) folded.set(small, known);
  return known;
}

/** The same words come again and again; a long text has some thousand that have accents. */
const folded = new Map<string, string>();
const mostFolded = 20_000;

const bare = (small: string): string =>
  small
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');

const address = String.raw`\uFFFC|https?:\/\/\S*[^\s.,;:!?)»”"]|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*`;
const time = [
  String.raw`\d{4}-\d{2}-\d{2}(?!\d)`,
  String.raw`\d{1,2}(?::\d{2})?\s?[ap]\.?m(?![\p{L}\p{N}])`,
  String.raw`\d{1,2}\s?h(?:\s?\d{2})?(?![\p{L}\p{N}])`,
  String.raw`\d{1,2}:\d{2}(?!\d)`,
].join('|');
const number = String.raw`\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d+(?:[.,]\d+)*`;
const ordinal = '(?:(?:st|nd|rd|th|er|re|e|d|de)(?![\\p{L}\\p{N}]))?';
const word = String.raw`\p{L}[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]*`;
/**
 * In order of its groups: code or an address, a time, a number, a word, any other mark. No group can
 * backtrack far.
 */
const lexemeWith = (addresses: string) =>
  new RegExp(`(${addresses})|(${time})|((?:${number})${ordinal})|(${word})|(\\S)`, 'giu');
const lexeme = { withAddresses: lexemeWith(address), only: lexemeWith('\uFFFC') };

const closers = new Map([
  ['«', '»'],
  ['“', '”'],
]);

/**
 * Reads a paragraph, or several apart by an empty line, as sentences. With `quotations: 'silent'` what stands
 * between “ ”, " ", « » or ‘ ’ is left out: it is somebody else's voice. An opening mark that is never closed goes
 * on in the next paragraph and silences the rest; a lone `"` or `‘` is an inch or an apostrophe.
 */
export function sentencesOf(text: string, quotations: 'silent' | 'read'): Sentence[] {
  const sentences: Sentence[] = [];
  let places: WordPlace[] = [];
  let words = '';
  const add = (folded: string, index: number, end: number) => {
    places.push({ word: folded, at: words.length, index, end });
    words += ` ${folded}`;
  };
  const close = (asks: boolean) => {
    if (places.length > 0) sentences.push({ words, places, asks });
    places = [];
    words = '';
  };
  const endOfQuotation = quotations === 'silent' ? quotationReader(text) : () => undefined;
  let before = 0;
  const reader = /[@/]/.test(text) ? lexeme.withAddresses : lexeme.only;
  reader.lastIndex = 0;
  for (let match = reader.exec(text); match !== null; match = reader.exec(text)) {
    const { index } = match;
    if (isApart(text.slice(before, index))) close(false);
    const end = index + match[0].length;
    before = end;
    if (match[1] !== undefined) add('*', index, end);
    else if (match[2] !== undefined) add('@', index, end);
    else if (match[3] !== undefined) add(digits(match[3]), index, end);
    else if (match[4] !== undefined) add(fold(match[4]), index, end);
    else {
      const after = endOfQuotation(index);
      if (after !== undefined) {
        add('"', index, after);
        reader.lastIndex = after;
        before = after;
        if (/[.!?…]\s?.$/.test(text.slice(after - 3, after)) && endsSentence(text, after)) close(false);
      } else {
        const mark = markOf(text, index);
        if (mark === '.' && endsSentence(text, end)) close(false);
        else if (mark === '!') close(false);
        else if (mark === '?') close(true);
        else if (mark !== '' && mark !== '.' && places.at(-1)?.word !== mark) add(mark, index, end);
      }
    }
  }
  close(false);
  return sentences;
}

const isApart = (gap: string): boolean => gap.length > 1 && /\n[^\S\n]*\n/.test(gap);

/** What a mark means to a sentence: '' for nothing. */
function markOf(text: string, index: number): string {
  const mark = text.charAt(index);
  if ('.…'.includes(mark)) return '.';
  if ('!?%$'.includes(mark)) return mark;
  if (';:'.includes(mark)) return ':';
  const spaced = index === 0 || /\s/.test(text.charAt(index - 1));
  if ('-‐‑'.includes(mark)) return spaced ? ',' : '';
  return "'’ʼ‘".includes(mark) || /[\p{M}\p{Cf}]/u.test(mark) ? '' : ',';
}

/** A full stop ends a sentence unless a small letter or a digit follows: `p.m. and`, `telus.net`. */
function endsSentence(text: string, from: number): boolean {
  const next = /[\s.…)\]»”’"*_]{0,9}(\S?)/uy;
  next.lastIndex = from;
  const follows = next.exec(text)?.[1] ?? '';
  const apart = from >= text.length || !/[\p{L}\p{N}]/u.test(text.charAt(from));
  return apart && !/\p{Ll}/u.test(follows);
}

/** `8,400` and `8 400` are 8400; `99,9` and `99.9` are 99.9; `1er` is 1. */
function digits(written: string): string {
  const bare = written.replace(/\p{L}+$/u, '').replace(/\s/gu, '');
  return bare.replace(/,(?=\d{3}(?!\d))/g, '').replaceAll(',', '.');
}

/**
 * From the index of an opening mark to just after its closing mark. Each mark is looked for once over a
 * whole text.
 */
function quotationReader(text: string): (index: number) => number | undefined {
  let unpaired = '';
  return (index) => {
    const mark = text.charAt(index);
    const closer = closers.get(mark);
    if (closer !== undefined) return afterNested(text, index, mark, closer);
    if (unpaired.includes(mark)) return undefined;
    let end = -1;
    if (mark === '"' && !/\d/.test(text.charAt(index - 1))) end = text.indexOf('"', index + 1);
    else if (mark === '‘') {
      const closing = /’(?![\p{L}\p{N}])/gu;
      closing.lastIndex = index + 1;
      end = closing.exec(text)?.index ?? -1;
    } else return undefined;
    if (end < 0) unpaired += mark;
    return end < 0 ? undefined : end + 1;
  };
}

function afterNested(text: string, from: number, opener: string, closer: string): number {
  let depth = 0;
  for (let index = from; index < text.length; index += 1) {
    const mark = text.charAt(index);
    if (mark === opener) depth += 1;
    else if (mark === closer) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return text.length;
}
