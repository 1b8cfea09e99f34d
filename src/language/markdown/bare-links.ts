import { LinkifyIt } from 'linkify-it';
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { matchesOf } from '../text/matches.ts';

/** An address or a telephone number that stands in words: where, in UTF-16 units, and where its link leads. */
interface BareLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** Whole web addresses, and those that begin with `www.`; a domain alone may be the name of a firm. */
const web = new LinkifyIt({ fuzzyLink: false, fuzzyEmail: false })
  .add('ftp:', null)
  .add('//', null)
  .add('mailto:', null)
  .add('www.', {
    validate: (text, at, self) => self.testSchemaAt(`http://${text.slice(at)}`, 'http:', 5) - 2,
  });

const mail =
  /(?<![\p{L}\p{N}_.+%@/:-])(?:mailto:)?[a-z0-9][\w.+%-]{0,63}@(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}[a-z]{2,24}(?![\p{L}\p{N}@_-])/giu;

const gap = String.raw`[ \u00a0\u202f.\u2011-]`;
const notInNumber = String.raw`(?<![\p{L}\p{N}_$€#/.,+(-]|[\p{N}$€#]${gap}|\p{N}[:)])`;
/** Groups of three, three and four with signs between them: `1 800 555-0199`, `(902) 555-0100`, `1-888-555-BELL`. */
const northAmerican = String.raw`(?:\+?1${gap})?(?:\([2-9]\d\d\)${gap}?|[2-9]\d\d${gap})[2-9]\d\d${gap}(?:\d{4}|[A-Z]{4})`;
/** `+33 1 23 45 67 89`, `+1-902-555-0100`. */
const international = String.raw`\+[1-9]\d{0,2}(?:${gap}?\d){6,12}`;
const telephone = new RegExp(
  String.raw`${notInNumber}(?:${northAmerican}|${international})(?![\p{L}\p{N}_%$€@]|[-/.,:]\p{N}|${gap}[$€%]|${gap}\d)`,
  'gu',
);

/** What a number that looks like one of a telephone may be instead. */
const numbered =
  /(?<!\p{L})(?:tickets?|billets?|cases?|dossiers?|demandes?|requ[êe]tes?|r[ée]f(?:[ée]rences?)?\.?|orders?|commandes?|invoices?|factures?)[ \u00a0:]{1,3}(?:(?:no\.?|n[º°]|#)[ \u00a0]?)?$/iu;

/** The letters of a keypad (ITU-T E.161): `BELL` is 2355. */
const keypad = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];
const keyOf = (letter: string): string => String(keypad.findIndex((key) => key.includes(letter)) + 2);

function telOf(written: string): string {
  const digits = written.replace(/[A-Z]/g, keyOf).replace(/\D/g, '');
  return digits.length === 10 && !written.startsWith('+') ? `tel:+1${digits}` : `tel:+${digits}`;
}

/** What can be followed or called in words, in their order; three digits such as 9-1-1 are left as they are. */
export function bareLinksIn(text: string): readonly BareLink[] {
  const found = [
    ...(/https?:\/\/|www\./i.test(text) ? addressesIn(text) : []),
    ...[...matchesOf(text, mail)].map(({ 0: words, index: start }) => ({
      start,
      end: start + words.length,
      href: words.startsWith('mailto:') ? words : `mailto:${words}`,
    })),
    ...[...matchesOf(text, telephone)].flatMap(({ 0: words, index: start }) =>
      numbered.test(text.slice(Math.max(0, start - 30), start))
        ? []
        : [{ start, end: start + words.length, href: telOf(words) }],
    ),
  ].sort((a, b) => a.start - b.start);
  let end = 0;
  return found.filter((one) => {
    // After `](` it is a link of Markdown that was not closed.
    const isApart = one.start >= end && text.slice(one.start - 2, one.start) !== '](';
    end = Math.max(end, one.end);
    return isApart;
  });
}

function addressesIn(text: string): readonly BareLink[] {
  return (web.match(text) ?? []).flatMap(({ index: start, lastIndex: end, raw }) => {
    const isWww = /^www\./i.test(raw);
    const href = isWww ? `https://${raw}` : raw;
    // `https://name:password@host` is not where it seems to lead.
    const isWhole = !/^(?::[^\s]*)?@/.test(text.slice(end, end + 100));
    const dots = URL.canParse(href) ? new URL(href).hostname.split('.').length - 1 : 0;
    return isWhole && dots >= (isWww ? 2 : 1) ? [{ start, end, href }] : [];
  });
}

/** Links for addresses and telephone numbers that were typed bare: not in headings, links, code or raw HTML. */
export function bareLinks(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.before('text_join', 'bare_links', (state: StateCore) => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'inline' || state.tokens[index - 1]?.type === 'heading_open') return;
      token.children = linked(state, token.children ?? []);
    });
  });
}

function linked(state: StateCore, children: readonly Token[]): Token[] {
  let links = 0;
  return children.flatMap((child) => {
    if (child.type === 'link_open' || child.type === 'link_close') links += child.nesting;
    if (child.type !== 'text' || links > 0) return [child];
    const found = bareLinksIn(child.content);
    if (found.length === 0) return [child];
    const text = (from: number, to?: number): Token => {
      const token = new state.Token('text', '', 0);
      token.content = child.content.slice(from, to);
      token.level = child.level;
      return token;
    };
    const tokens: Token[] = [];
    let at = 0;
    for (const { start, end, href } of found) {
      const open = new state.Token('link_open', 'a', 1);
      open.attrs = [['href', state.md.normalizeLink(href)]];
      const close = new state.Token('link_close', 'a', -1);
      for (const token of [open, close]) [token.markup, token.info] = ['bare', 'auto'];
      if (start > at) tokens.push(text(at, start));
      tokens.push(open, text(start, end), close);
      at = end;
    }
    return at < child.content.length ? [...tokens, text(at)] : tokens;
  });
}
