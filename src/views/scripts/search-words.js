// The words of the search, as the program that lists them and the page that looks for them both see them.

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What stands in our markup, as a text. */
export const plain = (text) =>
  text.includes('&') ? text.replace(/&(amp|lt|gt|quot|#39);/g, (_all, name) => entities[name]) : text;

/** What would only get in the way of what a page says: it is neither found nor quoted. */
const leftOut = new Set([
  'nav',
  'style',
  'script',
  '.state',
  '.order',
  '.badge',
  '.facts',
  '.outcome',
  '.bars',
  '.skip',
  '.screen',
]);
const isLeftOut = (name, attributes) =>
  leftOut.has(name) ||
  / aria-hidden="?true/.test(attributes) ||
  / class="?([^">]*)/
    .exec(attributes)?.[1]
    .split(' ')
    .some((one) => leftOut.has(`.${one}`));

/** Elements that stand inside of a word or a sentence; every other parts what is before it from what is after. */
const inside = new Set(
  'a abbr b bdi cite code del em i ins mark q s small span strong sub sup time wbr'.split(' '),
);

/** Stands between what one element says and the next. */
export const between = '\u2029';

/** What parts one word from the next; a space that does not break is inside of one, of an hour or an amount. */
export const gap = /[ \t\n\r\f\u2029]+/;

/** The text of a piece of our markup: elements in small letters, `<` and `>` written out in what is no element. */
export function textOf(markup) {
  let text = '';
  /** The element that is passed over, and how many of its name are open. */
  let passed = '';
  let depth = 0;
  for (const [piece, slash, name, attributes] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)([^<>]*)>|[^<]+/g)) {
    if (name === undefined) {
      if (depth === 0) text += piece;
    } else if (depth > 0) {
      if (name === passed) depth += slash === '' ? 1 : -1;
    } else if (slash === '' && isLeftOut(name, attributes)) {
      passed = name;
      depth = 1;
      if (!inside.has(name)) text += between;
    } else if (!inside.has(name)) text += between;
  }
  return plain(text);
}

/** What French elides, as in « l’oxygène ». A whole word like « aujourd’hui » or « presqu’île » is none of these. */
export const elision = /(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/giu;

const whole = (text, language) => (language === 'fr' ? text.replace(elision, '') : text);

/** Longer than any word: a bare address, which nobody types to its end. */
const longest = 40;

/**
 * What stands between two spaces, as its words are compared: in small letters, without accents, « œ » as two letters; where
 * signs part it, its parts and then the whole of it: `Wi-Fi` is `wi`, `fi` and `wifi`.
 */
export function wordsOf(written, language) {
  const parts =
    whole(written, language)
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replaceAll('œ', 'oe')
      .replaceAll('æ', 'ae')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = parts.join('');
  return parts.length > 1 && joined.length <= longest ? [...parts, joined] : parts;
}
