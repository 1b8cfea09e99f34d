import { attribute, type Block, type Token, withoutComments } from './tokens.ts';

/**
 * A block as it is read without markup: in a mail, in a feed, by a machine. Paragraphs stand apart by an empty line, the
 * lines of a list begin with `- ` or their number, those of a quotation with `> `, the cells of a row stand apart by
 * ` | `; a link out of the site is followed by its address, `the form (https://example.ca/form)`; an image is its text
 * alternative in brackets, `[A map]`; what is struck out stays between `~~`.
 */
export const plainText = (block: Block): string => textsOf(block).join('\n\n');

/** The words of one line alone, without images or addresses: a heading as a name. */
export const wordsOf = ({ children }: Token): string =>
  (children ?? [])
    .map(({ type, content }) => {
      if (type === 'text' || type === 'code_inline') return content;
      return type === 'softbreak' || type === 'hardbreak' ? ' ' : '';
    })
    .join('');

/** Whether a heading has a word, a sign or a picture that can be seen: no comment, no space without a width alone. */
export const hasWords = (inline: Token): boolean =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(wordsOf(inline)) ||
  (inline.children ?? []).some(
    ({ type, content }) => type === 'image' || (type === 'html_inline' && withoutComments(content) !== ''),
  );

/** The elements of a block, one text each. */
const textsOf = (block: Block): readonly string[] =>
  elementsOf(block)
    .map(textOf)
    .filter((text) => text !== '');

/** An element with what stands in it. */
interface Element {
  readonly token: Token;
  readonly inner: Block;
}

function elementsOf(block: Block): readonly Element[] {
  const elements: Element[] = [];
  let open = 0;
  let depth = 0;
  block.forEach((token, index) => {
    if (depth === 0) open = index;
    depth += token.nesting;
    const first = block[open];
    if (depth === 0 && first !== undefined)
      elements.push({ token: first, inner: block.slice(open + 1, index) });
  });
  return elements;
}

function textOf({ token, inner }: Element): string {
  switch (token.type) {
    case 'inline':
      return inlineText(token.children ?? []);
    case 'bullet_list_open':
      return listText(inner, () => '- ');
    case 'ordered_list_open': {
      const first = Number(attribute(token, 'start') ?? 1);
      return listText(inner, (index) => `${first + index}${inner[0]?.markup ?? '.'} `);
    }
    case 'blockquote_open':
      return indented(plainText(inner), '> ', '> ');
    case 'table_open':
      return rowsOf(inner).join('\n');
    case 'html_block':
      return withoutComments(token.content);
    case 'code_block':
    case 'fence':
      return token.content.replace(/\n$/, '');
    case 'hr':
      return '* * *';
    default:
      return plainText(inner);
  }
}

/** The items of a list; those of more than a line or two stand apart by an empty line, as the writer had them. */
function listText(list: Block, marker: (index: number) => string): string {
  const isTight = !list.some(
    ({ type, hidden, level }) => type === 'paragraph_open' && !hidden && level === (list[0]?.level ?? 0) + 1,
  );
  const between = isTight ? '\n' : '\n\n';
  return elementsOf(list)
    .map(({ inner }, index) => {
      const mark = marker(index);
      return indented(textsOf(inner).join(between), mark, ' '.repeat(mark.length));
    })
    .join(between);
}

/** A text whose first line begins with one thing and every other that is not empty with another. */
const indented = (text: string, first: string, others: string): string =>
  text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join('\n');

const rowsOf = (table: Block): readonly string[] =>
  elementsOf(table).flatMap(({ token, inner }) =>
    token.type === 'tr_open'
      ? [
          elementsOf(inner)
            .map((cell) => plainText(cell.inner))
            .join(' | '),
        ]
      : rowsOf(inner),
  );

function inlineText(children: readonly Token[]): string {
  let text = '';
  const links: { readonly at: number; readonly href: string }[] = [];
  for (const child of children) {
    if (child.type === 'link_open') links.push({ at: text.length, href: attribute(child, 'href') ?? '' });
    else if (child.type === 'link_close') {
      const { at, href } = links.pop() ?? { at: 0, href: '' };
      const address = addressBeside(text.slice(at), href);
      if (address !== undefined) text += ` (${address})`;
    } else text += textOfInline(child);
  }
  return text;
}

function textOfInline(token: Token): string {
  switch (token.type) {
    case 'text':
    case 'code_inline':
      return token.content;
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return '\n';
    case 'html_inline':
      return withoutComments(token.content);
    case 'image': {
      const alternative = attribute(token, 'alt') ?? '';
      return alternative === '' ? '' : `[${alternative}]`;
    }
    case 's_open':
    case 's_close':
      return '~~';
    default:
      return '';
  }
}

/** The address of a link out of the site; `undefined` where the words already say it. */
function addressBeside(words: string, href: string): string | undefined {
  const [, scheme = '', rest = ''] = /^(https?|mailto|tel):(.*)$/is.exec(href) ?? [];
  if (scheme === '') return undefined;
  const address = scheme.startsWith('http') ? href : rest;
  return folded(words, scheme) === folded(address, scheme) ? undefined : address;
}

/** An address without what people leave out when they write it: the digits of a number, no `https://`, no last `/`. */
const folded = (text: string, scheme: string): string =>
  scheme === 'tel'
    ? text.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
    : text.toLowerCase().replace(/^(?:https?:\/\/)?(?:www\.)?|\/$/g, '');
