import { fault } from '../../model/problem.ts';
import { type Line, lineAt } from './lines.ts';
import type { Mistake } from './mistakes.ts';

/** Spaces that a keyboard or a web page puts in the place of the ordinary one; some have no width. */
const odd = '[\\u00a0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f\\u2060\\u3000\\ufeff]';
const start = new RegExp(`^([ \\t]*)(${odd}[ \\t${odd.slice(1, -1)}]*)(?=\\S)`);
const end = new RegExp(`^(.*[\\]}"'])(${odd}[ \\t${odd.slice(1, -1)}]*)$`);
const dash = new RegExp(`^([ \\t]*-)(${odd}+)`);
const key = String.raw`((?:^|[ \t])[ \t]*(?:-[ \t]+)*)([A-Za-z][\w-]{0,60})`;
const afterKey = new RegExp(`^${key}(:)([ \\t]*${odd}[ \\t${odd.slice(1, -1)}]*)`);
const inKey = new RegExp(
  `^([ \\t]*(?:-[ \\t]+)*)([A-Za-z][\\w-]*${odd}[\\w${odd.slice(1, -1)}-]*(?<![\\u00a0\\u202f]))(:)(?=[ \\t]|$)`,
);
const wideColon = new RegExp(`^${key}[ \\t]*([：﹕])[ \\t]*`);
const quotedKey = /^([ \t]*(?:-[ \t]+)*)([“”„«‘’]\s*([A-Za-z][\w-]*)\s*[“”»‘’])[ \t\u00a0]*:/;

/**
 * A sign that looks like one of YAML and is none, where a key or a line begins: `services:` with a no-break space, a
 * space without a width, `title：`, `“title”:`. Not in texts of several lines, where all of them are words.
 */
export function oddSignIn(text: string): Mistake | undefined {
  for (const line of linesOfKeys(text)) {
    const found = oddSignOf(line);
    if (found !== undefined) return found;
  }
  return undefined;
}

function oddSignOf({ start: offset, written }: Line): Mistake | undefined {
  const mistake = (variant: string, at: number, old: string, put: string, name = ''): Mistake => ({
    ...fault('yaml/syntax', { key: name, sign: codeOf(old), found: old.trim(), quoted: put.trim() }, variant),
    offset: offset + at,
    fix: { offset: offset + at, old, put },
  });
  const [, indent = '', spaces] = start.exec(written) ?? [];
  if (spaces !== undefined) {
    const indented = indent.length + blank(spaces).length;
    // One that is alone before a key of the first level was not meant to be there.
    return mistake('odd.start', indent.length, spaces, indented === 1 ? '' : blank(spaces));
  }
  const [, before = '', item] = dash.exec(written) ?? [];
  if (item !== undefined) return mistake('odd.dash', before.length, item, ' ');
  const after = afterKey.exec(written);
  if (after !== null) {
    const [, lead = '', name = '', , run = ''] = after;
    return mistake('odd.key', lead.length + name.length + 1, run, ' ', `${name}:`);
  }
  const within = inKey.exec(written);
  if (within !== null) {
    const [, lead = '', name = ''] = within;
    const plain = name.replace(new RegExp(odd, 'g'), '');
    return mistake('odd.within', lead.length, name, plain, `${plain}:`);
  }
  const wide = wideColon.exec(written);
  if (wide !== null) {
    const [whole, lead = '', name = '', sign = ''] = wide;
    const at = lead.length + name.length;
    return {
      ...mistake('odd.wide', at, whole.slice(at), ': ', `${name}:`),
      values: { found: sign, key: `${name}:` },
    };
  }
  const [, value = '', last] = end.exec(written) ?? [];
  if (last !== undefined) return mistake('odd.end', value.length, last, '');
  const [, lead = '', marked, name = ''] = quotedKey.exec(written) ?? [];
  return marked === undefined ? undefined : mistake('odd.quotes', lead.length, marked, name, `${name}:`);
}

/** In place of each space an ordinary one; nothing in place of one without a width. */
const blank = (spaces: string): string =>
  spaces.replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '').replace(/[^ \t]/g, ' ');

/** `U+00A0` */
const codeOf = (signs: string): string => {
  const [sign = ''] = new RegExp(odd).exec(signs) ?? [];
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
};

const opens = /(?:^|[:-])[ \t]*[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/;
const quoteOpens = /:[ \t]+(["'])(?:(?!\1).)*$/;

/** The lines that are not inside a text of several lines. */
function* linesOfKeys(text: string): Generator<Line> {
  let block: number | undefined;
  let quote: string | undefined;
  for (let offset = 0; offset < text.length; ) {
    const line = lineAt(text, offset);
    offset = text.indexOf('\n', offset) + 1 || text.length + 1;
    if (quote !== undefined) {
      if (line.written.includes(quote)) quote = undefined;
      continue;
    }
    const indent = line.written.search(/[^ ]/);
    if (block !== undefined && (indent < 0 || indent > block)) continue;
    block = opens.test(line.written) ? Math.max(0, indent) : undefined;
    quote = block === undefined ? quoteOpens.exec(line.written)?.[1] : undefined;
    if (line.written.trimStart().startsWith('#')) continue;
    yield line;
  }
}
