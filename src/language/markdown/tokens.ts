import type { Token } from 'markdown-it';
import { opaque } from '../typography/typography.ts';

/** A stretch of a note, parsed: what begins an element, what stands in it, what ends it, one after the other. */
export type Block = readonly Token[];
export type { Token };

export function attribute(token: Token, name: string): string | undefined {
  const value = token.attrGet(name);
  return value === null ? undefined : String(value);
}

/** What a token is to the typographer: words, a line break, something opaque, or nothing. */
export function runOf(token: Token): string | undefined {
  switch (token.type) {
    case 'text':
      return token.content;
    case 'softbreak':
    case 'hardbreak':
      return '\n';
    case 'code_inline':
    case 'image':
      return opaque;
    default:
      return undefined;
  }
}

/** Raw HTML as it is shown: comments are never published, closed or not. */
export const withoutComments = (html: string): string => html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
