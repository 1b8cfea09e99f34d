import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';

const tag = '[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*';

/** `## Words {#id}`: the id of a heading. What is between the braces is checked later, with a sentence. */
export function headingIds(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.before('inline', 'heading_ids', (state: StateCore) => {
    state.tokens.forEach((token, index) => {
      const inline = state.tokens[index + 1];
      if (token.type !== 'heading_open' || inline?.type !== 'inline') return;
      const found = /(?:^|\s)\{#([^{}]*)\}\s*$/.exec(inline.content);
      if (found === null) return;
      token.attrSet('id', found[1] ?? '');
      inline.content = inline.content.slice(0, found.index).trimEnd();
    });
  });
}

/** `[words]{lang=fr}`, and `{lang=fr}` as the last line of a block quotation. */
export function languageOfParts(markdownIt: MarkdownIt): void {
  markdownIt.inline.ruler.before('link', 'lang', inlineLanguage);
  markdownIt.core.ruler.before('inline', 'quotation_lang', (state: StateCore) => {
    state.tokens = quotationLanguages(state.tokens);
  });
}

function inlineLanguage(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos, false);
  if (end < 0) return false;
  const attribute = new RegExp(`^\\{lang=(${tag})\\}`).exec(state.src.slice(end + 1, end + 60));
  if (attribute === null) return false;
  if (!silent) {
    const [start, stop] = [state.pos, state.posMax];
    state.pos = start + 1;
    state.posMax = end;
    state.push('lang_open', 'span', 1).attrSet('lang', attribute[1] ?? '');
    state.md.inline.tokenize(state);
    state.push('lang_close', 'span', -1);
    state.posMax = stop;
  }
  state.pos = end + 1 + attribute[0].length;
  return true;
}

function quotationLanguages(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'blockquote_open') open.push(token);
    if (token.type === 'blockquote_close') {
      const quotation = open.pop();
      const inline = kept.at(-2);
      const found =
        kept.at(-1)?.type === 'paragraph_close' && inline?.type === 'inline'
          ? new RegExp(`(?:^|\\n)[ \\t]*\\{lang=(${tag})\\}[ \\t]*$`).exec(inline.content)
          : null;
      if (quotation !== undefined && inline !== undefined && found !== null) {
        quotation.attrSet('lang', found[1] ?? '');
        inline.content = inline.content.slice(0, found.index);
        if (inline.content === '') kept.splice(-3);
      }
    }
    kept.push(token);
  }
  return kept;
}
