import { type Draft, patternOf, type Rule } from './quantities-draft.ts';
import { folded, letter, type Notation, wordEnd } from './quantities-notation.ts';
import type { Standing } from './quantities-values.ts';

const label = (from: number, to: number, digits: string, standing: Standing = 'label'): Draft => ({
  kind: 'number',
  value: digits,
  from,
  to,
  standing,
  figures: [digits],
});

/** The rules of figures that name rather than count: phone numbers, ordinals, versions, models, numbers of a list. */
export function nameRules(n: Notation): {
  readonly figures: readonly Rule[];
  readonly signs: readonly Rule[];
  readonly words: readonly Rule[];
} {
  const northAmerican = patternOf(
    '(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\d-])',
  );
  const local = patternOf('\\d{3}-\\d{4}(?![\\d-])');
  const foreign = patternOf('\\+\\d{1,3}(?:[ .-]?\\d{1,4}){2,5}');
  const emergency = patternOf('\\d-\\d-\\d(?![\\d-])');
  const dotted = patternOf('\\d{1,5}(?:\\.\\d{1,5}){2,7}(?!\\d)');
  const decade = patternOf(`((?:19|20)\\d0)s${wordEnd}`);
  const ordinal = patternOf(`(\\d{1,4})(?:${n.ordinal})(?![${letter}\\d])`);
  const itemInside = patternOf('\\((\\d{1,2})\\)(?= )');
  const item = patternOf('(\\d{1,2})[.)] ');
  const itemLater = patternOf('(\\d{1,2})\\) ');
  const release = patternOf(`([${letter}]+)[ \\n](\\d{1,6}(?:\\.\\d{1,6}){0,6})(?!\\d)`);
  const model = patternOf(`[${letter}]{1,40}[-_]?\\d[${letter}\\d_]{0,40}(?:[-.][${letter}\\d_]{1,40}){0,6}`);
  const offset = patternOf('(?:UTC|GMT) ?[+-]\\d{1,2}(?::?\\d\\d)?(?!\\d)');

  const phone: Rule = (text, at) => {
    const m = northAmerican(text, at) ?? local(text, at) ?? foreign(text, at);
    if (!m) return undefined;
    const digits = m[0].replace(/\D/g, '');
    const value = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
    const to = at + m[0].length;
    return { end: to, drafts: [{ kind: 'phone', value, from: at, to, figures: [] }] };
  };

  // 9-1-1 is 911 in French.
  const shortCode: Rule = (text, at) => {
    const m = emergency(text, at);
    if (!m) return undefined;
    const to = at + m[0].length;
    return { end: to, drafts: [{ kind: 'number', value: m[0].replaceAll('-', ''), from: at, to }] };
  };

  const version: Rule = (text, at) => {
    const m = dotted(text, at);
    return m ? { end: at + m[0].length, drafts: [label(at, at + m[0].length, m[0])] } : undefined;
  };

  const years: Rule = (text, at) => {
    const m = decade(text, at);
    if (!m) return undefined;
    const to = at + m[0].length;
    return { end: to, drafts: [{ ...label(at, to, m[1] ?? '', 'year'), kind: 'date' }] };
  };

  const rank: Rule = (text, at) => {
    const m = ordinal(text, at);
    if (!m) return undefined;
    const to = at + m[0].length;
    return { end: to, drafts: [label(at, to, String(Number(m[1])), 'ordinal')] };
  };

  const listNumber: Rule = (text, at) => {
    const opens = at === 0 || text[at - 1] === '\n';
    const m = opens ? item(text, at) : itemLater(text, at);
    if (!m || (!opens && text.slice(Math.max(0, at - 80), at).lastIndexOf('(') >= 0)) return undefined;
    return { end: at + m[0].length, drafts: [label(at, at + m[0].length - 1, m[1] ?? '')] };
  };

  const bracketed: Rule = (text, at) => {
    const m = itemInside(text, at);
    return m ? { end: at + m[0].length, drafts: [label(at, at + m[0].length, m[1] ?? '')] } : undefined;
  };

  const released: Rule = (text, at) => {
    const m = release(text, at);
    const [whole = '', word = '', digits = ''] = m ?? [];
    if (!m || !n.version.has(folded(word))) return undefined;
    const end = at + whole.length;
    return { end, drafts: [label(end - digits.length, end, digits)] };
  };

  // Of `IPv6`, `COVID-19`, `v3.0.4`, what the other language has to have is the figures: `2FA` is `A2F`.
  const named: Rule = (text, at) => {
    const m = model(text, at);
    if (!m) return undefined;
    const to = at + m[0].length;
    const digits = m[0].replace(/^[^\d]+/, '').replace(/[^\d.]/g, '');
    return { end: to, drafts: [label(at, to, digits)] };
  };

  const zone: Rule = (text, at) => {
    const m = offset(text, at);
    return m ? { end: at + m[0].length, drafts: [] } : undefined;
  };

  return {
    figures: [phone, shortCode, version, years, rank, listNumber],
    signs: [phone, bracketed],
    words: [zone, released, named],
  };
}
