import type { Fault } from '../../model/problem.ts';
import type { Fix } from './fixes.ts';
import { entryIn, type Line, lineAt, lineBefore, quotedByWriter, valueAt } from './lines.ts';

/** A mistake in YAML: where it begins, and its fix, where it is certain what was meant. */
export interface Mistake extends Fault {
  readonly offset: number;
  readonly fix?: Fix;
}
type Found = Omit<Mistake, 'rule'>;

type Look = (text: string, offset: number) => Found | undefined;

/** The codes of the YAML parser, and the mistakes that they come from, the likeliest first. */
const looks: Readonly<Record<string, readonly Look[]>> = {
  BAD_SCALAR_START: [plainValue('quote')],
  BLOCK_AS_IMPLICIT_KEY: [colonInValue, deeperLine],
  BLOCK_IN_FLOW: [commaForgotten, plainValue('colon')],
  BAD_INDENT: [bracketOpen, dashWithoutSpace],
  MISSING_CHAR: [apostrophe, quoteOpen, noSpace, noKey, unevenLine],
  MULTILINE_IMPLICIT_KEY: [noSpace, noKey],
  UNEXPECTED_TOKEN: [apostrophe, dashAfterKey, wordsAfterValue],
  BAD_DQ_ESCAPE: [backslash],
  MULTIPLE_DOCS: [secondDocument],
};

/** `title: {{ title }}`: YAML reads a mapping in a mapping. */
export function templateIn(text: string): Mistake | undefined {
  const found = /^[ \t]*(?:-[ \t]+)*[\w-]{1,60}:[ \t]+\{\{/m.exec(text);
  if (found === null) return undefined;
  const offset = found.index + found[0].length - 2;
  const entry = entryIn(lineAt(text, offset));
  return entry?.offset === offset ? inYaml(quoted('quote', offset, entry.key, entry.value)) : undefined;
}

const inYaml = (found: Found): Mistake => ({ rule: 'yaml/syntax', ...found });

/** The writer's mistake, by the parser's code and place; `undefined` where it could be anything. */
export function mistakeIn(text: string, code: string, offset: number): Mistake | undefined {
  for (const look of looks[code] ?? []) {
    const found = look(text, offset);
    if (found !== undefined) return inYaml(found);
  }
  return undefined;
}

/** A value that needs quotation marks, as it is once they are there. */
function quoted(variant: string, offset: number, key: string, value: string): Found {
  return {
    variant,
    offset,
    values: { found: value, key, quoted: `${key} ${quotedByWriter(value)}`.trim(), sign: value.slice(0, 1) },
    fix: { offset, old: value, put: `'${value.replaceAll("'", "''")}'` },
  };
}

function plainValue(variant: string): Look {
  return (text, offset) => {
    const entry = entryIn(lineAt(text, offset));
    const whole = entry?.offset === offset && !/^[[{'"]/.test(entry.value);
    const { key, value } = whole ? entry : valueAt(text, offset);
    return value === '' || /^[[{'"]/.test(value) ? undefined : quoted(variant, offset, key, value);
  };
}

function colonInValue(text: string, offset: number): Found | undefined {
  const entry = entryIn(lineAt(text, offset));
  if (entry === undefined || /^['"[{]/.test(entry.value)) return undefined;
  if (/^\? /.test(entry.value)) return quoted('quote', entry.offset, entry.key, entry.value);
  return /:(?:\s|$)/.test(entry.value) ? quoted('colon', entry.offset, entry.key, entry.value) : undefined;
}

/** `title: words`, and on the next line, further in, `summary: words`. */
function deeperLine(text: string, offset: number): Found | undefined {
  const { start, written } = lineAt(text, offset);
  const next = text.indexOf('\n', start + written.length);
  return next < 0 ? undefined : unevenLine(text, next + 1);
}

function unevenLine(text: string, offset: number): Found | undefined {
  const line = lineAt(text, offset);
  return { variant: 'indent', offset: line.start + Math.max(0, line.written.search(/\S/)), values: {} };
}

/** `services: [email, webmail` on a line above, a comment behind it or not. */
function bracketOpen(text: string, offset: number): Found | undefined {
  let line = lineBefore(text, lineAt(text, offset));
  for (let above = 0; line !== undefined && above < 20; above += 1) {
    const entry = entryIn(line);
    const value = entry?.value.replace(/\s+#(?:\s.*)?$/, '') ?? '';
    const open = /^[[{]/.test(value) ? openIn(value) : '';
    if (entry !== undefined && open !== '') {
      const close = open.replaceAll('}', ' }');
      const values = { sign: value[0] ?? '', close, quoted: `${entry.key} ${value}${close}`.trim() };
      const fix = { offset: entry.offset, old: value, put: value + close };
      return { variant: 'unclosed', offset: entry.offset, values, ...(above === 0 ? { fix } : {}) };
    }
    line = lineBefore(text, line);
  }
  return undefined;
}

/** The signs that would close what is open in a value, the innermost first. */
function openIn(value: string): string {
  const closing: string[] = [];
  for (const [sign] of value.matchAll(/"[^"]*"|[[\]{}]/g)) {
    if (sign === '[') closing.unshift(']');
    else if (sign === '{') closing.unshift('}');
    else if (sign === ']' || sign === '}') closing.shift();
  }
  return closing.join('');
}

/** `title: "words` on this line or above. */
function quoteOpen(text: string, offset: number): Found | undefined {
  let line: Line | undefined = lineAt(text, offset);
  for (let above = 0; line !== undefined && above < 200; above += 1) {
    const entry = entryIn(line);
    const sign = entry?.value[0];
    if (entry !== undefined && (sign === '"' || sign === "'") && entry.value.indexOf(sign, 1) < 0) {
      // A curly mark at the end was meant for the straight one.
      const whole = entry.value.replace(/[”»]$/, '').trimEnd() + sign;
      const values = { sign, close: sign, quoted: `${entry.key} ${whole}`.trim() };
      const fix = { offset: entry.offset, old: entry.value, put: whole };
      return { variant: 'unclosed', offset: entry.offset, values, fix };
    }
    line = lineBefore(text, line);
  }
  return undefined;
}

/** `impact:critical`, which YAML takes for one word. */
function noSpace(text: string, offset: number): Found | undefined {
  const { start, written } = lineAt(text, offset);
  const [, before = '', key = ''] = /^([ \t]*(?:-[ \t]+)*)([A-Za-z][\w-]*):[^\s/]/.exec(written) ?? [];
  if (key === '') return undefined;
  const at = start + before.length;
  const value = written.slice(before.length + key.length + 1).trimEnd();
  const values = { key: `${key}:`, quoted: `${key}: ${value}` };
  return { variant: 'no-space', offset: at, values, fix: { offset: at, old: `${key}:`, put: `${key}: ` } };
}

function noKey(text: string, offset: number): Found | undefined {
  const { start, written } = lineAt(text, offset);
  if (written.trim() === '' || /:(?:\s|$)/.test(written)) return undefined;
  const at = start + written.search(/\S/);
  return { variant: 'no-colon', offset: at, values: { found: written.trim() } };
}

/** `{ fr: Téléphonie en: Phone }`: a key of the facts follows without a comma. */
function commaForgotten(text: string, offset: number): Found | undefined {
  const { value } = valueAt(text, offset);
  const [, before = '', key = ''] =
    /^([^:]*\S)\s+(en|fr|name|title|at|phase|to|from|until|of|party|due|done|owner|for|amount):\s/.exec(
      value,
    ) ?? [];
  if (key === '' || lineAt(text, offset).written.trimStart().startsWith('title:')) return undefined;
  const at = offset + before.length;
  return { variant: 'comma-forgotten', offset: at, values: { key }, fix: { offset: at, old: '', put: ',' } };
}

/** `fr: 'Technologies de l'information'`: the apostrophe ends what the same sign began. */
function apostrophe(text: string, offset: number): Found | undefined {
  const line = lineAt(text, offset);
  if (line.written.length > 500) return undefined;
  for (const match of line.written.matchAll(
    /([\w-]+:) +'((?:[^']|\p{L}'(?=\p{L}))*\p{L}'\p{L}(?:[^']|\p{L}'(?=\p{L}))*)'/gu,
  )) {
    const [whole, key = '', value = ''] = match;
    const begins = line.start + match.index + key.length + 1;
    if (offset < begins || offset > line.start + match.index + whole.length) continue;
    const old = whole.slice(key.length + 1);
    const words = value.trim();
    return {
      variant: 'apostrophe',
      offset: begins,
      values: { quoted: `${key} "${words}"` },
      fix: { offset: begins, old, put: `'${words.replaceAll("'", "''")}'` },
    };
  }
  return undefined;
}

/** `-at: 2024-03-02 06:40`: an item of a list has a space after its hyphen. */
function dashWithoutSpace(text: string, offset: number): Found | undefined {
  const { start, written } = lineAt(text, offset);
  const [, before = '', key = ''] = /^([ \t]*)-([A-Za-z_]+:)(?:\s|$)/.exec(written) ?? [];
  if (key === '') return undefined;
  const at = start + before.length;
  const fix = { offset: at, old: `-${key}`, put: `- ${key}` };
  return { variant: 'dash-space', offset: at, values: { quoted: `- ${key}` }, fix };
}

/** `services: - email`. */
function dashAfterKey(text: string, offset: number): Found | undefined {
  const entry = entryIn(lineAt(text, offset));
  const value = /^- +(.*)$/.exec(entry?.value ?? '')?.[1];
  if (entry === undefined || value === undefined) return undefined;
  const suggestion = `${entry.key} [${value}]`;
  const fix = { offset: entry.offset, old: entry.value, put: `[${value}]` };
  return { variant: 'dash', offset: entry.offset, values: { quoted: suggestion }, fix };
}

/** `title: "Email" is down`, `title: [Update] Email is down`, `title: *Email* is down`, `summary: > words`. */
function wordsAfterValue(text: string, offset: number): Found | undefined {
  const entry = entryIn(lineAt(text, offset));
  if (entry === undefined || offset <= entry.offset) return undefined;
  const { key, value } = entry;
  const [sign = ''] = value;
  if (sign === '|' || sign === '>') return { variant: 'block', offset: entry.offset, values: { sign } };
  const closed = (sign === '[' && value.endsWith(']')) || (sign === '{' && value.endsWith('}'));
  return '"\'[{*&!'.includes(sign) && !closed ? quoted('quote', entry.offset, key, value) : undefined;
}

/** `"C:\temp"`: a backslash means something between double quotation marks. */
function backslash(text: string, offset: number): Found | undefined {
  const found = /^\\[^\r\n]?/.exec(text.slice(offset, offset + 2))?.[0];
  return found === undefined ? undefined : { variant: 'backslash', offset, values: { found } };
}

function secondDocument(text: string, offset: number): Found | undefined {
  const { start, written } = lineAt(text, offset);
  if (!written.startsWith('---')) return undefined;
  return { variant: 'documents', offset: start, values: {}, fix: { offset: start, old: '---', put: '# -' } };
}
