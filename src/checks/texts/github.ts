import type { Document } from '../../content/document/document.ts';
import { placeAt } from '../../content/files.ts';
import { short } from '../../content/schema/front-matter.ts';
import { located, type Spot } from '../../language/markdown/paragraphs.ts';
import type { Block, Token } from '../../language/markdown/tokens.ts';
import { matchesOf } from '../../language/text/matches.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { CheckOf } from '../context.ts';

export const id = 'markdown/github';

/** What GitHub and other programs turn into something else, and pages show as it is typed. */
export const check: CheckOf<Document<unknown>> = (document) => {
  const told = new Set<string>();
  return document.body.flatMap((token, index) => {
    if (token.type !== 'inline') return [];
    return leftoversIn(token, document.body, index, document.lines).flatMap(({ variant, found, spot }) => {
      // A footnote is one mistake, whose two ends have the same sign.
      const key = variant === 'footnote' ? found : `${variant} ${spot.line}`;
      if (told.has(key)) return [];
      told.add(key);
      return [problemOf(document, variant, found, spot)];
    });
  });
};

interface Leftover {
  readonly variant: string;
  readonly found: string;
  readonly spot: Spot;
}

/** `> [!WARNING]` */
const alert = /^\[![\p{L}-]{2,20}\][+-]?/u;
/** `- [ ] words` */
const task = /^\[[ xX]\](?=[ \u00a0])/;
const inWords: readonly (readonly [string, RegExp])[] = [
  ['footnote', /\[\^[^\]\s]{1,40}\]/g],
  ['reference', /(?<!!)\[[^\][\n]{1,200}\]\[[^\][\n]{0,100}\]/g],
  ['emoji', /(?<![\p{L}\p{N}:/]):[a-z][a-z0-9_+-]{1,40}:(?![\p{L}\p{N}:])/gu],
  [
    'mark',
    /(?<![=\p{L}\p{N}])==[^=\s][^=\n]{0,200}==(?![=\p{L}\p{N}])|(?<![+\p{L}\p{N}])\+\+[^+\s][^+\n]{0,200}\+\+(?![+\p{L}\p{N}])/gu,
  ],
];

function leftoversIn(
  inline: Token,
  body: Block,
  index: number,
  lines: readonly string[],
): readonly Leftover[] {
  const [first, second] = [body[index - 1], body[index - 2]];
  const isFirst = first?.type === 'paragraph_open';
  let isAtStart = true;
  let previous: Token | undefined;
  return [...located(inline, lines)].flatMap(({ token, spot }) => {
    const found: Leftover[] = [];
    if (token.type === 'text') {
      if (isAtStart && isFirst) {
        const begins =
          second?.type === 'blockquote_open' ? alert : second?.type === 'list_item_open' ? task : undefined;
        const sign = begins?.exec(token.content)?.[0];
        if (sign !== undefined)
          found.push({ variant: begins === alert ? 'alert' : 'task', found: sign, spot });
      }
      const definition = previous?.type === 'softbreak' ? /^: +\S/.exec(token.content) : null;
      if (definition !== null) found.push({ variant: 'definition', found: ':', spot });
      // `[^1]: https://…` makes it a link.
      if (previous?.type === 'link_open' && /^\^\S{1,40}$/.test(token.content))
        found.push({ variant: 'footnote', found: `[${token.content}]`, spot });
      for (const [variant, signs] of inWords) {
        const match = [...matchesOf(token.content, signs)][0];
        if (match === undefined) continue;
        const at = { line: spot.line, column: spot.column + match.index };
        found.push({ variant, found: match[0], spot: at });
      }
    }
    isAtStart = false;
    previous = token;
    return found;
  });
}

function problemOf(document: Document<unknown>, variant: string, found: string, spot: Spot): Problem {
  const words = /^\[([^\]]*)\]/.exec(found)?.[1] ?? '';
  const values = { found: short(found), words: short(words.replace(/^!/, '')) };
  return problem('markdown/github', placeAt(document, spot), values, variant);
}
