import type { Prose } from '../model/words.ts';
import { type RichText, textOf } from '../pages/context/rich-text.ts';

/** A paragraph or more, for those who read markup and for those who read text. Links are whole addresses. */
export interface Block {
  readonly html: string;
  readonly text: string;
}

interface Place {
  /** `https://status.example.ca/avis`, and its path: `/avis`. */
  readonly url: string;
  readonly base: string;
}

/** A writer's words. `page` is the path of the page that they stand on, which their anchors are those of. */
export const proseBlock = (prose: Prose, { url, base }: Place, page: string): Block => ({
  html: prose.html.replace(/\s(href|src)="([#/][^"]*)"/g, (_whole, name: string, link: string) => {
    const whole = link.startsWith('#') ? url + page + link : url.slice(0, url.length - base.length) + link;
    return ` ${name}="${whole}"`;
  }),
  text: prose.text,
});

/** A sentence of ours, as a paragraph. */
export const sentenceBlock = (sentence: RichText, { url, base }: Place): Block => ({
  html: `<p>${sentence
    .map(({ text, href, datetime }) => {
      const words =
        datetime === undefined ? escaped(text) : `<time datetime="${datetime}">${escaped(text)}</time>`;
      if (href === undefined) return words;
      const whole = href.startsWith('/') ? url.slice(0, url.length - base.length) + href : href;
      return `<a href="${escaped(whole)}">${words}</a>`;
    })
    .join('')}</p>`,
  text: textOf(sentence),
});

/** A heading inside what is said. */
export const headingBlock = (heading: Prose): Block => ({
  html: `<h3>${heading.html}</h3>`,
  text: heading.text,
});

export const joinedBlocks = (blocks: readonly Block[]): Block => ({
  html: blocks
    .map(({ html }) => html.trim())
    .filter(Boolean)
    .join('\n'),
  text: blocks
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join('\n\n'),
});

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
