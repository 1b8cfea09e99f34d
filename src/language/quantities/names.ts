import { fold } from '../wording/sentences.ts';
import { type Draft, placed, type Rule } from './draft.ts';
import { letter, type Notation, wordEnd } from './notation.ts';
import type { Standing } from './values.ts';

/** `019` is 19, and `1.02` is 1.2. */
const plainOf = (digits: string): string => digits.replace(/(?<!\d)0+(?=\d)/g, '');

function label(from: number, to: number, digits: string, standing: Standing = 'label'): Draft {
  const value = plainOf(digits);
  return { kind: 'number', value, from, to, standing, figures: [value] };
}

/** The digits of the keypad under the letters of `555-BELL` (ITU-T E.161). */
const keypad = (sign: string): string => '22233344455566677778889999'.charAt(sign.charCodeAt(0) - 65);

/** The rules of figures that name rather than count: phone numbers, ordinals, versions, models, numbers of a list. */
export function nameRules(n: Notation): {
  readonly figures: readonly Rule[];
  readonly signs: readonly Rule[];
  readonly words: readonly Rule[];
} {
  const northAmerican = placed('(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4}(?![\\d-])');
  const lettered = placed(
    '(?:1[-. ])?\\(?[2-9]\\d\\d\\)?[-. ](?=[\\d -]{0,8}[A-Z]{2})[A-Z\\d]{2,10}(?:[- ][A-Z\\d]{2,10})?(?![a-z])',
  );
  const inDigits = placed(' \\((?:[\\d-]{4,14}|[A-Z-]{4,14})\\)');
  const dimension = placed('\\d-[A-Z](?![A-Za-z\\d-])');
  const listed = placed('\\d{1,3}(?:,\\d{1,3}){1,20}(?![\\d,.])');
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
  const postal = placed('([A-Z]\\d[A-Z])[ -]?(\\d[A-Z]\\d)(?![A-Za-z\\d])');
  const offset = placed('(?:UTC|GMT) ?[+-]\\d{1,2}(?::?\\d\\d)?(?!\\d)');

  const phone: Rule = (text, at) => {
    const m = northAmerican(text, at) ?? local(text, at) ?? foreign(text, at) ?? lettered(text, at);
    if (!m) return undefined;
    const digits = m[0].replace(/[^\dA-Z]/g, '').replace(/[A-Z]/g, keypad);
    const whole = digits.length >= 10 && digits.startsWith('1') ? digits.slice(1) : digits;
    // More letters than the keypad needs: `1-800-FLOWERS`.
    const isVanity = /[A-Z]/.test(m[0]);
    if (isVanity && (whole.length < 7 || whole.length > 14)) return undefined;
    const value = isVanity ? whole.slice(0, 10) : whole;
    const to = at + m[0].length;
    // The same again in letters or in digits.
    const end = to + (inDigits(text, to)?.[0].length ?? 0);
    return { end, drafts: [{ kind: 'phone', value, from: at, to, figures: [] }] };
  };

  // `3-D` counts nothing.
  const dimensions: Rule = (text, at) => {
    const m = dimension(text, at);
    return m ? { end: at + m[0].length, drafts: [label(at, at + m[0].length, m[0].slice(0, 1))] } : undefined;
  };

  /** `00,06,12`: numbers without spaces, where they group nothing and no two are a decimal. */
  const numbers: Rule = (text, at) => {
    const m = listed(text, at);
    const parts = m?.[0].split(',') ?? [];
    const isGrouped = parts.slice(1).every(({ length }) => length === 3);
    if (!m || isGrouped || (parts.length < 3 && !/^0\d/.test(m[0]))) return undefined;
    let from = at;
    const drafts = parts.map((part): Draft => {
      const value = plainOf(part);
      const draft: Draft = {
        kind: 'number',
        value,
        from,
        to: from + part.length,
        figures: [value],
        bare: value,
      };
      from += part.length + 1;
      return draft;
    });
    return { end: at + m[0].length, drafts };
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

  /** `K1A 0H3`: its second half is no hour. */
  const postalCode: Rule = (text, at) => {
    const m = postal(text, at);
    if (!m) return undefined;
    const to = at + m[0].length;
    const value = `${m[1]}${m[2]}`;
    return {
      end: to,
      drafts: [{ kind: 'number', value, from: at, to, standing: 'label', figures: [value] }],
    };
  };

  const zone: Rule = (text, at) => {
    const m = offset(text, at);
    return m ? { end: at + m[0].length, drafts: [] } : undefined;
  };

  return {
    figures: [phone, shortCode, dimensions, version, years, rank, listNumber, numbers],
    signs: [phone, bracketed],
    words: [zone, postalCode, released, named],
  };
}
