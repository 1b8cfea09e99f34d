import { type Draft, type Match, patternOf, type Rule } from './quantities-draft.ts';
import { anyOf, folded, letter, type Notation, wordEnd } from './quantities-notation.ts';
import { clockOf, durationOf, inSeconds, type Key, keyOf } from './quantities-values.ts';

const lendHours = inSeconds(3600);

const isHour = (figure: string): boolean => /^\d{1,2}$/.test(figure) && Number(figure) <= 24;
const isHundredth = (n: number): boolean => Math.abs(n * 100 - Math.round(n * 100)) < 1e-9;

/** The figures by which a length of time may be said in words, in weeks, days, hours or minutes. */
const figuresOf = (seconds: number): readonly string[] =>
  [604_800, 86_400, 3600, 60]
    .map((unit) => seconds / unit)
    .filter(isHundredth)
    .map(String);

/** The hour that `9` is in `9 to 11 a.m.`: of the same half of the day, unless it then comes after the end. */
export function hourBefore(hour: number, end: { readonly hour: number; readonly half: number }): number {
  const half = hour % 12 <= end.hour % 12 ? end.half : 12 - end.half;
  return (hour % 12) + half;
}

/** Both hours that a clock of twelve hours can mean. */
const eitherHalf = (hour: number, minute: number): readonly Key[] =>
  hour >= 1 && hour <= 12
    ? [keyOf('time', clockOf(hour % 12, minute)), keyOf('time', clockOf((hour % 12) + 12, minute))]
    : [];

/** A length of time. */
function durationDraft(from: number, to: number, seconds: number, also: readonly Key[] = []): Draft {
  return { kind: 'duration', value: durationOf(seconds), from, to, also, figures: figuresOf(seconds) };
}

/** An hour of the day; in words it may be said without `p.m.`. */
function timeDraft(from: number, to: number, hour: number, minute: number, second = 0): Draft {
  const figures = minute === 0 ? [String(hour), String(hour % 12 || 12)] : [];
  return { kind: 'time', value: clockOf(hour, minute, second), from, to, figures };
}

/** The rules of clock times and of durations that begin with a figure, and of `noon`, which does not. */
export function timeRules(n: Notation): {
  readonly figures: readonly Rule[];
  readonly words: readonly Rule[];
} {
  const always = patternOf(
    `24 ?(?:/ ?7(?:/365)?|(?:h|heures)(?: ?/ ?| sur )24(?: ?h)?|hours a day|heures par jour)${wordEnd}` +
      `|7 ?(?:(?:j|jours)(?: ?/ ?| sur )7(?: ?j)?|days a week|jours par semaine)${wordEnd}`,
  );
  const meridian = patternOf(
    `(\\d{1,2})(?:[:.]([0-5]\\d))?(?::([0-5]\\d))?[ \\n]?(?:([AaPp])\\. ?[Mm]\\.|([AaPp])[Mm]${wordEnd})`,
  );
  const colon = patternOf('(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?(?![:\\d])(?:Z|[+-]\\d\\d:\\d\\d)?');
  const named = patternOf(`12 (${anyOf(n.noon.keys())})${wordEnd}`);
  const oClock = patternOf("(\\d{1,2}) o'clock");
  const hours = patternOf(
    `(\\d{1,3})[ \\n]?(${anyOf(n.clockWords)})(?![${letter}])` +
      `(?: ?([0-5]?\\d)(?![${letter}\\d:]|[,.]\\d| ?[%$€£]| \\d{3}(?!\\d)))?( et demie?)?(?: (${n.afternoon}))?`,
    'i',
  );
  const part = patternOf(`(\\d{1,4})[ \\n-]?([${letter}]{1,8})(?![${letter}\\d'])`);
  const joint = patternOf(`(?:,? (?:and|et) |, | |(?=\\d))`);
  const noon = patternOf(`(${anyOf(n.noon.keys())})(?![${letter}])( et demie?)?`, 'i');

  const aroundTheClock: Rule = (text, at) => {
    const m = always(text, at);
    return m ? { end: at + m[0].length, drafts: [] } : undefined;
  };

  const halfDay: Rule = (text, at) => {
    const m = meridian(text, at);
    if (!m || Number(m[1]) > 23) return undefined;
    const end = at + m[0].length;
    const half = (m[4] ?? m[5] ?? '').toLowerCase() === 'p' ? 12 : 0;
    const [hour, minute] = [Number(m[1]), Number(m[2] ?? 0)];
    const draft = timeDraft(at, end, hour > 12 ? hour : (hour % 12) + half, minute, Number(m[3] ?? 0));
    const lends = (figure: string) =>
      isHour(figure) ? [keyOf('time', clockOf(hourBefore(Number(figure), { hour, half })))] : [];
    return { end, drafts: [{ ...draft, clock: { hour, minute, half }, lends }] };
  };

  const digital: Rule = (text, at) => {
    const m = colon(text, at);
    if (!m || Number(m[1]) > 24) return undefined;
    const end = at + m[0].length;
    const [hour, minute] = [Number(m[1]), Number(m[2])];
    const draft = timeDraft(at, end, hour, minute, Number(m[3] ?? 0));
    // Without `p.m.`, an English 3:30 may be of the afternoon; 03:30 and the French 3:30 may not.
    const doubtful = n.monthFirst && !m[0].startsWith('0') && m[3] === undefined;
    return {
      end,
      drafts: [doubtful ? { ...draft, also: eitherHalf(hour, minute), clock: { hour, minute } } : draft],
    };
  };

  const twelveNoon: Rule = (text, at) => {
    const m = named(text, at);
    if (!m) return undefined;
    const end = at + m[0].length;
    return { end, drafts: [timeDraft(at, end, n.noon.get(m[1] ?? '') ?? 12, 0)] };
  };

  const onTheHour: Rule = (text, at) => {
    const m = oClock(text, at);
    if (!m || Number(m[1]) > 12) return undefined;
    const end = at + m[0].length;
    return { end, drafts: [{ ...timeDraft(at, end, Number(m[1]), 0), also: eitherHalf(Number(m[1]), 0) }] };
  };

  /** `3 hours and 20 minutes`, `2 jours et 3 heures`, `14 h 30 min 5 s`: one duration. */
  const inParts: Rule = (text, at) => {
    const first = part(text, at);
    let unit = n.seconds.get(folded(first?.[2] ?? ''));
    if (!first || unit === undefined) return undefined;
    let end = at + first[0].length;
    let seconds = Number(first[1]) * unit;
    let parts = 1;
    for (; parts < 4; parts++) {
      const next = joint(text, end);
      const m = next && part(text, end + next[0].length);
      const smaller = m && n.seconds.get(folded(m[2] ?? ''));
      if (!next || !m || smaller === undefined || smaller === null || smaller >= unit) break;
      end += next[0].length + m[0].length;
      seconds += Number(m[1]) * smaller;
      unit = smaller;
    }
    if (parts === 1) return undefined;
    const clock = n.clockWords.has(folded(first[2] ?? '')) && seconds < 86_400;
    const time = clockOf(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60);
    return { end, drafts: [durationDraft(at, end, seconds, clock ? [keyOf('time', time)] : [])] };
  };

  /** `15 h 30`, `15 h`, `15 heures`: an hour of the day or a length of time, and the other match decides. */
  const hourMark: Rule = (text, at) => {
    const m = hours(text, at);
    if (!m) return undefined;
    const [whole, h = '', mark = '', written, andHalf, afternoon] = m;
    const end = at + whole.length;
    const minute = written === undefined ? (andHalf ? 30 : 0) : Number(written);
    const hour = Number(h) + (afternoon && Number(h) < 12 ? 12 : 0);
    const length = durationDraft(at, end, Number(h) * 3600 + minute * 60);
    if (hour > 24 || (hour === 24 && minute > 0)) return { end, drafts: [{ ...length, lends: lendHours }] };
    const time = timeDraft(at, end, hour, minute);
    const asTime = mark.length === 1 && hour < 24;
    const [primary, other] = asTime ? [time, length] : [length, time];
    const figures = [...(time.figures ?? []), ...(length.figures ?? [])];
    const lends = (figure: string) => {
      const clock = isHour(figure) ? [keyOf('time', clockOf(Number(figure)))] : [];
      return asTime ? [...clock, ...lendHours(figure)] : [...lendHours(figure), ...clock];
    };
    // The English may have a bare figure, and one of its clock of twelve hours: `Open 10–5`.
    const unitless = minute === 0 ? [hour, hour % 12].map((figure) => keyOf('number', String(figure))) : [];
    return {
      end,
      drafts: [{ ...primary, also: [keyOf(other.kind, other.value), ...unitless], figures, lends }],
    };
  };

  const middle: Rule = (text, at): Match | undefined => {
    const m = noon(text, at);
    if (!m || text[at - 1] === '-') return undefined;
    const end = at + m[0].length;
    return { end, drafts: [timeDraft(at, end, n.noon.get(folded(m[1] ?? '')) ?? 12, m[2] ? 30 : 0)] };
  };

  return {
    figures: [aroundTheClock, twelveNoon, halfDay, digital, onTheHour, inParts, hourMark],
    words: [middle],
  };
}
