import { fold } from '../wording/sentences.ts';
import { type Draft, placed, type Rule } from './draft.ts';
import { letter, type Notation, wordEnd } from './notation.ts';
import type { Standing } from './values.ts';

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
  const northAmerican = placed('(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\d-])');
  const lettered = placed(
    '(?:1[-. ])?8\\d\\d[-. ](?=[\\d-]{0,8}[A-Z]{2})[A-Z\\d]{2,10}(?:-[A-Z\\d]{2,10})?(?![a-z])',
  );
  const local = placed('\\d{3}-\\d{4}(?![\\d-])');
  const foreign = placed('\\+\\d{1,3}(?:[ .-]?\\d{1,4}){2,5}');
  const emergency = placed('\\d-\\d-\\d(?![\\d-])');
  const dotted = placed('\\d{1,5}(?:\\.\\d{1,5}){2,7}(?!\\d)');
  const decade = placed(`((?:19|20)\\d0)s${wordEnd}`);
  const ordinal = placed(`(\\d{1,4})(?:${n.ordinal})(?![${letter}\\d])`);
  const itemInside = placed('\\((\\d{1,2})\\)(?= )');
  const item = placed('(\\d{1,2})[.)] ');
  const itemLater = placed('(\\d{1,2})\\) ');
  const release = placed(`([${letter}]+)[ \\n](\\d{1,6}(?:\\.\\d{1,6}){0,6})(?!\\d)`);
  const model = placed(`[${letter}]{1,40}[-_]?\\d[${letter}\\d_]{0,40}(?:[-.][${letter}\\d_]{1,40}){0,6}`);
  const offset = placed('(?:UTC|GMT) ?[+-]\\d{1,2}(?::?\\d\\d)?(?!\\d)');

  const phone: Rule = (text, at) => {
    const m = northAmerican(text, at) ?? local(text, at) ?? foreign(text, at) ?? lettered(text, at);
    if (!m) return undefined;
    const digits = m[0].replace(/[^\dA-Z]/g, '');
    const value = digits.length >= 10 && digits.startsWith('1') ? digits.slice(1) : digits;
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
    if (!m || !n.version.has(fold(word))) return undefined;
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
