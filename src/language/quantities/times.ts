import { fold } from '../wording/sentences.ts';
import { type Draft, placed, type Rule } from './draft.ts';
import { anyOf, letter, type Notation, wordEnd } from './notation.ts';
import { clockOf, countsOf, durationOf, inSeconds, type Key, keyOf } from './values.ts';

const inHours = inSeconds(3600);

const isHour = (figure: string): boolean => /^\d{1,2}$/.test(figure) && Number(figure) <= 24;

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

interface Span {
  readonly from: number;
  readonly to: number;
}

const durationDraft = (span: Span, seconds: number): Draft => ({
  kind: 'duration',
  value: durationOf(seconds),
  ...span,
  figures: countsOf(seconds),
});

/** An hour of the day, which a word can say without `p.m.` (`at three`). */
function timeDraft(span: Span, hour: number, minute: number, second = 0): Draft {
  const figures = minute === 0 ? [String(hour), String(hour % 12 || 12)] : [];
  return { kind: 'time', value: clockOf(hour, minute, second), ...span, figures };
}

/** Source: in « 9 h 5 », 5 is minutes where the words pause; in « dès 9 h 5 techniciens » it is not. */
const pause = '(?=[ \\n]?(?:[.,;:!?…)»–—\\n]|$)| (?:à|au|et|ou|le|ce|du|puis|H[A-Z]+)(?![A-Za-z]))';

/** The rules of clock times and of durations in parts, for what begins with a figure; and of `noon`. */
export function timeRules(n: Notation): {
  readonly figures: readonly Rule[];
  readonly words: readonly Rule[];
} {
  const always = placed(
    `24 ?(?:/ ?7(?:/365)?|(?:h|heures)(?: ?/ ?| sur )24(?: ?h)?|hours a day|heures par jour)${wordEnd}` +
      `|7 ?(?:(?:j|jours)(?: ?/ ?| sur )7(?: ?j)?|days a week|jours par semaine)${wordEnd}`,
  );
  const meridian = placed(
    `(\\d{1,2})(?:[:.]([0-5]\\d))?(?::([0-5]\\d))?[ \\n]?(?:([AaPp])\\. ?[Mm]\\.|([AaPp])[Mm]${wordEnd})`,
  );
  const colon = placed('(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?(?![:\\d])(?:[+-]\\d\\d:\\d\\d)?');
  // `18Z`, `1830Z`, `12 UTC`, `1800 UTC`, `0630 hours`.
  const utc = placed('([01]?\\d|2[0-4])([0-5]\\d)?(?=Z(?![A-Za-z\\d])| ?(?:UTC|GMT|TUC)(?![A-Za-z\\d]))');
  // `0447 MST`, and the start of `0410 to 0447 MST`.
  const zone = `(?:[NAECMPY][SD]?T|H[NA]?[TAECRPY]|UTC|GMT|TUC)(?![${letter}\\d])`;
  const clockWord = `(?:hours|hrs|heures|h)(?![${letter}\\d])`;
  const clockHours = placed(
    `([01]\\d|2[0-3])([0-5]\\d)(?: ?${clockWord}|(?= \\(?${zone})` +
      `|(?=(?: ?[-–] ?| (?:to|and|until|à|et) )(?:[01]\\d|2[0-3])[0-5]\\d(?: ?${clockWord}| \\(?${zone}|Z(?![${letter}\\d]))))`,
  );
  const toned = placed(`([01]?\\d|2[0-3])(?=,? [Hh]eure (?:avancée |normale )?(?:de l'|du |des |de )[A-Z])`);
  const twelve = placed(`12 (${anyOf(n.noon.keys())})${wordEnd}`);
  const oClock = placed("(\\d{1,2}) o'clock");
  const hours = placed(
    `(\\d{1,3})[ \\n]?(${anyOf(n.clockWords)})(?![${letter}])` +
      `(?: ?([0-5]\\d|\\d${pause})(?![${letter}\\d:]|[,.]\\d| ?[%$€£]| \\d{3}(?!\\d)))?` +
      `( et demie?)?(?: (${n.afternoon}))?`,
    'i',
  );
  const part = placed(`(\\d{1,4})[ \\n-]?([${letter}]{1,8})(?![${letter}\\d'])`);
  const joint = placed('(?:,? (?:and|et) |, | |(?=\\d))');
  const noon = placed(`(${anyOf(n.noon.keys())})(?![${letter}])(?: (et demie?|trente|et quart))?`, 'i');
  const compound = new RegExp(`[${letter}]-$`);

  const aroundTheClock: Rule = (text, at) => {
    const m = always(text, at);
    return m ? { end: at + m[0].length, drafts: [] } : undefined;
  };

  const inUtc: Rule = (text, at) => {
    const m = utc(text, at);
    if (!m) return undefined;
    const span = { from: at, to: at + m[0].length };
    return { end: span.to, drafts: [timeDraft(span, Number(m[1]), Number(m[2] ?? 0))] };
  };

  const ofTheClock: Rule = (text, at) => {
    const m = clockHours(text, at);
    if (!m) return undefined;
    const span = { from: at, to: at + m[0].length };
    const draft = timeDraft(span, Number(m[1]), Number(m[2]));
    const length = keyOf('duration', durationOf(Number((m[1] ?? '') + (m[2] ?? '')) * 3600));
    return { end: span.to, drafts: [(m[1] ?? '').startsWith('0') ? draft : { ...draft, also: [length] }] };
  };

  // « à 20, heure de l’Est »
  const beforeZone: Rule = (text, at) => {
    const m = toned(text, at);
    if (!m) return undefined;
    const span = { from: at, to: at + m[0].length };
    return { end: span.to, drafts: [timeDraft(span, Number(m[1]), 0)] };
  };

  const halfDay: Rule = (text, at) => {
    const m = meridian(text, at);
    if (!m || Number(m[1]) > 23) return undefined;
    const end = at + m[0].length;
    const half = (m[4] ?? m[5] ?? '').toLowerCase() === 'p' ? 12 : 0;
    const [hour, minute] = [Number(m[1]), Number(m[2] ?? 0)];
    const span = { from: at, to: end };
    // `19:00 PM` is of both clocks and of none: it is told against whatever stands in its place.
    if (hour > 12) {
      const value = `${clockOf(hour, minute)} ${half === 0 ? 'a.m.' : 'p.m.'}`;
      return { end, drafts: [{ kind: 'time', value, ...span, figures: [] }] };
    }
    const draft = timeDraft(span, (hour % 12) + half, minute, Number(m[3] ?? 0));
    const lends = (figure: string) =>
      isHour(figure) ? [keyOf('time', clockOf(hourBefore(Number(figure), { hour, half })))] : [];
    return { end, drafts: [{ ...draft, clock: { hour, minute, half }, lends }] };
  };

  const digital: Rule = (text, at) => {
    const m = colon(text, at);
    if (!m || Number(m[1]) > 24) return undefined;
    const end = at + m[0].length;
    const [hour, minute] = [Number(m[1]), Number(m[2])];
    const draft = timeDraft({ from: at, to: end }, hour, minute, Number(m[3] ?? 0));
    // Without `p.m.`, an English 3:30 may be of the afternoon; 03:30 and the French 3:30 may not.
    const doubtful = n.twelveHours && !m[0].startsWith('0') && m[3] === undefined;
    const either = { ...draft, also: eitherHalf(hour, minute), clock: { hour, minute } };
    return { end, drafts: [doubtful ? either : draft] };
  };

  const twelveNoon: Rule = (text, at) => {
    const m = twelve(text, at);
    if (!m) return undefined;
    const end = at + m[0].length;
    return { end, drafts: [timeDraft({ from: at, to: end }, n.noon.get(m[1] ?? '') ?? 12, 0)] };
  };

  const onTheHour: Rule = (text, at) => {
    const m = oClock(text, at);
    const hour = Number(m?.[1]);
    if (!m || hour > 12) return undefined;
    const end = at + m[0].length;
    return { end, drafts: [{ ...timeDraft({ from: at, to: end }, hour, 0), also: eitherHalf(hour, 0) }] };
  };

  /** `3 hours and 20 minutes`, `2 jours et 3 heures`, `14 h 30 min 5 s`: one duration. */
  const inParts: Rule = (text, at) => {
    const first = part(text, at);
    let unit = n.seconds.get(fold(first?.[2] ?? ''));
    if (!first || unit === undefined) return undefined;
    let end = at + first[0].length;
    let seconds = Number(first[1]) * unit;
    let parts = 1;
    for (; parts < 4; parts++) {
      const next = joint(text, end);
      const m = next && part(text, end + next[0].length);
      const smaller = n.seconds.get(fold(m?.[2] ?? ''));
      // Of the unit below only, and less than one of this: `2 days, 30 seconds`, `3 hours, 90 minutes` are two things.
      const below = smaller !== undefined && smaller < unit && smaller * 60 >= unit;
      if (!next || !m || !below || Number(m[1]) * smaller >= unit) break;
      end += next[0].length + m[0].length;
      seconds += Number(m[1]) * smaller;
      unit = smaller;
    }
    if (parts === 1) return undefined;
    const draft = durationDraft({ from: at, to: end }, seconds);
    const isClock = n.clockWords.has(fold(first[2] ?? '')) && seconds < 86_400;
    const time = clockOf(Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60);
    return { end, drafts: [isClock ? { ...draft, also: [keyOf('time', time)] } : draft] };
  };

  /** `15 h 30`, `15 h`, `15 heures`: an hour of the day and a length of time; the other text decides. */
  const hourMark: Rule = (text, at) => {
    const m = hours(text, at);
    if (!m) return undefined;
    const [whole, said = '', mark = '', written, andHalf, afternoon] = m;
    const span = { from: at, to: at + whole.length };
    const minute = written === undefined ? (andHalf ? 30 : 0) : Number(written);
    const hour = Number(said) + (afternoon && Number(said) < 12 ? 12 : 0);
    const length = { ...durationDraft(span, Number(said) * 3600 + minute * 60), lends: inHours };
    if (hour * 60 + minute > 24 * 60) return { end: span.to, drafts: [length] };
    const time = timeDraft(span, hour, minute);
    const figures = [...(time.figures ?? []), ...(length.figures ?? [])];
    // The English may have a bare figure, and one of its clock of twelve hours: `Open 10–5`.
    const bare = [hour, hour % 12 || 12].map((figure) => keyOf('number', String(figure)));
    const also = minute === 0 ? bare : [];
    const asTime = (figure: string) => (isHour(figure) ? [keyOf('time', clockOf(Number(figure)))] : []);
    const draft: Draft =
      mark.length === 1 && hour < 24
        ? {
            ...time,
            also: [keyOf('duration', length.value), ...also],
            lends: (f) => [...asTime(f), ...inHours(f)],
          }
        : {
            ...length,
            also: [keyOf('time', time.value), ...also],
            lends: (f) => [...inHours(f), ...asTime(f)],
          };
    return { end: span.to, drafts: [{ ...draft, figures }] };
  };

  const middle: Rule = (text, at) => {
    const m = noon(text, at);
    // Not in « après-midi ».
    if (!m || compound.test(text.slice(Math.max(0, at - 2), at))) return undefined;
    const end = at + m[0].length;
    const minute = m[2] === undefined ? 0 : m[2].endsWith('quart') ? 15 : 30;
    return { end, drafts: [timeDraft({ from: at, to: end }, n.noon.get(fold(m[1] ?? '')) ?? 12, minute)] };
  };

  return {
    figures: [
      aroundTheClock,
      twelveNoon,
      halfDay,
      inUtc,
      ofTheClock,
      beforeZone,
      digital,
      onTheHour,
      inParts,
      hourMark,
    ],
    words: [middle],
  };
}
