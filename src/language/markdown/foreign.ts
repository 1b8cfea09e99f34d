import MarkdownIt, { type Token } from 'markdown-it';

/** The elements of HTML whose tags a text of another program may hold; anything else in angle brackets is words. */
const elements = new Set(
  (
    'a abbr acronym address article aside audio b bdi bdo big blockquote body br caption center cite code col colgroup ' +
    'data dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header ' +
    'hgroup hr html i iframe img input ins kbd label legend li link main mark menu meta nav noscript object ol p picture ' +
    'pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td ' +
    'template textarea tfoot th thead time title tr tt u ul var video wbr'
  ).split(' '),
);

/** `<repo>` of a command line is words, `<b>` is not. */
const wordsKept = (html: string): string =>
  html.replace(/<(\/?)([a-z][^\s/>]*)/gi, (tag: string, slash: string, name: string) =>
    elements.has(name.toLowerCase()) ? tag : `&lt;${slash}${name}`,
  );

const readers = { true: readerOf(true), false: readerOf(false) };

function readerOf(breaks: boolean) {
  const reader = new MarkdownIt({ html: true, linkify: true, breaks });
  reader.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  const raw = (tokens: Token[], index: number) => wordsKept(tokens[index]?.content ?? '');
  Object.assign(reader.renderer.rules, { html_block: raw, html_inline: raw });
  reader.validateLink = () => true;
  return reader;
}

/**
 * The HTML of a text in another program's Markdown, where HTML may stand among it and bare addresses are links. It is
 * not to be trusted: it is there to be read again, never to be shown. With `breaks` a line's end is one.
 */
export const foreignMarkup = (markdown: string, breaks: boolean): string =>
  readers[`${breaks}`].render(markdown);
