import { fold } from '../wording/sentences.ts';
import { type Draft, type Match, placed, type Rule } from './draft.ts';
import { letter, type Notation } from './notation.ts';
import { dayOf, keyOf, monthOf } from './values.ts';

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(1[89]\\d\\d|20\\d\\d)(?!\\d|[,.]\\d| ?[%$€£])';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A day, which the same day without its year matches: the year may be said once for a whole notice. */
function dayDraft(span: Span, year: string | undefined, month: number, day: number): Draft {
  const also = year === undefined ? [] : [keyOf('date', dayOf(undefined, month, day))];
  return { kind: 'date', value: dayOf(year, month, day), ...span, also, figures: [String(day)] };
}

/** The days that a list such as `15, 16 and 17` names, with their places. */
const daysIn = (list: string, at: number): readonly (Span & { readonly day: number })[] =>
  [...list.matchAll(/\d{1,2}/g)].map((m) => ({
    day: Number(m[0]),
    from: at + m.index,
    to: at + m.index + m[0].length,
  }));

/** Whether a range goes on after a day: the second 11 of `10–11 and 11–12`. */
const nightAfterNight = (text: string, end: number): boolean =>
  /^(?: ?[-–] ?| to )\d/.test(text.slice(end, end + 5));

/** What is counted by a figure that is no day: `On August 14, 15 customers …`. */
const counted = /^ (?!(?:at|from|until|till|to|through|for|in|on|between|and|or|inclusive)(?![a-z]))[a-z]/;

/** The rules of dates, for what begins with a figure and for what begins with a letter. */
export function dateRules(n: Notation): {
  readonly figures: readonly Rule[];
  readonly words: readonly Rule[];
} {
  const iso = placed('(\\d{4})[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\\d|3[01])(?![\\d-])(?:T(?=\\d))?');
  const slashed = placed('(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d\\d)(?![\\d/])');
  const yearAnd = placed('((?:19|20)\\d\\d)([-–])(\\d{1,4})(?!\\d|-\\d)');
  const day = `${DAY}(?:${n.ordinal})?(?![\\d${letter}])`;
  const list = `${day}(?:${n.dayJoint}${day}){0,5}`;
  const dayFirst = placed(
    `(${list})[ \\n](?:of |de |d')?([${letter}]{3,9})(?![${letter}])(?:[.,]?[ \\n]${YEAR}|(?!\\.?[ \\n]\\d{1,2}(?![\\d:])))`,
  );
  const later = `${day}(?![:%]|[.,]\\d| ?[$€£%]| ?[ap]\\.?m| ?h(?:ours?)?(?![${letter}])| per ?cent| \\d{3}(?!\\d))`;
  const monthFirst = placed(
    `([${letter}]{3,9})\\.?[ \\n](?:the )?(${later}(?:${n.dayJoint}${later}){0,5})(?:,?[ \\n]${YEAR})?`,
  );
  const monthAlone = placed(`([${letter}]{3,9})(?:\\.?,?[ \\n](?:of |de )?${YEAR})?`);

  const monthNamed = (word: string | undefined): number | undefined => {
    const name = fold(word ?? '');
    const doubtful = n.doubtfulMonths.includes(name) && word === name;
    return doubtful ? undefined : (n.months.get(name) ?? n.shortMonths.get(name));
  };

  const isoDate: Rule = (text, at) => {
    const m = iso(text, at);
    if (!m) return undefined;
    const span = { from: at, to: at + 10 };
    return { end: at + m[0].length, drafts: [dayDraft(span, m[1], Number(m[2]), Number(m[3]))] };
  };

  const slashedDate: Rule = (text, at) => {
    const m = slashed(text, at);
    if (!m) return undefined;
    const to = at + m[0].length;
    const pair = [Number(m[1]), Number(m[2])] as const;
    const year = m[3]?.length === 2 ? `20${m[3]}` : m[3];
    const readings = (
      n.monthFirst ? [pair, [pair[1], pair[0]] as const] : [[pair[1], pair[0]] as const, pair]
    )
      .filter(([month, date]) => month >= 1 && month <= 12 && date >= 1 && date <= 31)
      .map(([month, date]) => dayDraft({ from: at, to }, year, month, date));
    const [first, second] = readings;
    if (!first) return undefined;
    const also = second
      ? [...(first.also ?? []), keyOf('date', second.value), ...(second.also ?? [])]
      : first.also;
    return { end: to, drafts: [{ ...first, ...(also ? { also } : {}) }] };
  };

  // `2018-19` and `2018-2019` are a fiscal year; `2019-08` is a month; `2023-39` is the name of a document.
  const yearAndMore: Rule = (text, at) => {
    const m = yearAnd(text, at);
    if (!m) return undefined;
    const [whole, year = '', dash, rest = ''] = m;
    const to = at + whole.length;
    const span = { from: at, to };
    const following = String(Number(year) + 1);
    if (rest === following || rest === following.slice(2)) {
      const isMonth = rest.length === 2 && Number(rest) >= 1 && Number(rest) <= 12;
      const also = [keyOf('date', year), ...(isMonth ? [keyOf('date', monthOf(year, Number(rest)))] : [])];
      const value = `${year}/${following.slice(2)}`;
      return { end: to, drafts: [{ kind: 'date', value, ...span, standing: 'label', also, figures: [] }] };
    }
    if (rest.length === 2 && Number(rest) >= 1 && Number(rest) <= 12) {
      const value = monthOf(year, Number(rest));
      return { end: to, drafts: [{ kind: 'date', value, ...span, standing: 'label', figures: [year] }] };
    }
    // `2018–2022` is a range of years; `2018-20` is one of those, or a name.
    if (rest.length === 4 && (dash === '–' || /^(?:19|20)/.test(rest))) return undefined;
    const label = `${year}-${rest}`;
    return {
      end: to,
      drafts: [{ kind: 'number', value: label, ...span, standing: 'label', figures: [label] }],
    };
  };

  const daysThenMonth: Rule = (text, at) => {
    const m = dayFirst(text, at);
    const month = monthNamed(m?.[2]);
    if (!m || month === undefined) return undefined;
    const end = at + m[0].length;
    const days = daysIn(m[1] ?? '', at);
    const drafts = days.map(({ day, from, to }, i) =>
      dayDraft({ from, to: i === days.length - 1 ? end : to }, m[3], month, day),
    );
    return { end, drafts };
  };

  const monthThenDays: Rule = (text, at) => {
    const m = monthFirst(text, at);
    const month = monthNamed(m?.[1]);
    if (!m || month === undefined) return undefined;
    const [whole, , list = '', year] = m;
    const all = daysIn(list, text.indexOf(list, at + (m[1] ?? '').length));
    // `August 15, 9 to 11 a.m.`: days go up, and what does not is something else.
    const turn = all.findIndex(({ day, from, to }, i) => {
      const before = all[i - 1];
      if (before === undefined) return false;
      const isLast = i === all.length - 1;
      return (
        day < before.day ||
        (day === before.day && !nightAfterNight(text, to)) ||
        (isLast && text.slice(before.to, from) === ', ' && counted.test(text.slice(to, to + 10)))
      );
    });
    const days = turn < 0 ? all : all.slice(0, turn);
    const said = turn < 0 ? year : undefined;
    const end = turn < 0 ? at + whole.length : (days.at(-1)?.to ?? at);
    const drafts = days.map(({ day, from, to }, i) =>
      dayDraft({ from: i === 0 ? at : from, to: i === days.length - 1 ? end : to }, said, month, day),
    );
    return { end, drafts };
  };

  const monthAndYear: Rule = (text, at): Match | undefined => {
    const m = monthAlone(text, at);
    const name = fold(m?.[1] ?? '');
    const month = monthNamed(m?.[1]);
    if (!m || month === undefined) return undefined;
    const [whole, , year] = m;
    const end = at + whole.length;
    const bare = keyOf('date', monthOf(undefined, month));
    if (year !== undefined) {
      return {
        end,
        drafts: [{ kind: 'date', value: monthOf(year, month), from: at, to: end, also: [bare] }],
      };
    }
    const opensSentence = /(?:^|[.!?:\n]) ?$/.test(text.slice(Math.max(0, at - 2), at));
    const other = !n.months.has(name) || (n.doubtfulMonths.includes(name) && opensSentence);
    const alone: Draft = {
      kind: 'date',
      value: monthOf(undefined, month),
      from: at,
      to: end,
      standing: 'month',
    };
    return other ? undefined : { end, drafts: [alone] };
  };

  return {
    figures: [isoDate, slashedDate, daysThenMonth, yearAndMore],
    words: n.monthFirst ? [monthThenDays, monthAndYear] : [monthAndYear],
  };
}
