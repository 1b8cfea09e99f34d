import { fold } from '../wording/sentences.ts';
import type { UnitReader } from './amounts.ts';
import { type Draft, type Match, placed, type Rule } from './draft.ts';
import { letter, type Notation } from './notation.ts';
import { type Spoken, spokenReader } from './spoken.ts';
import { clockOf, durationOf, keyOf } from './values.ts';

/** Units that are another thing as often, after a number in words. */
const doubtful = /(?:meters?|pounds?|foot|feet|livres?|pieds?|milles|mètres?)$/i;

/**
 * The rules of numbers in words. With a unit they count as figures do; alone they stand for a figure of the other
 * language, or against another word.
 */
export function wordRules(n: Notation, unitAt: UnitReader): readonly Rule[] {
  const spoken = spokenReader(n);
  const word = placed(`[${letter}]{1,14}(?![${letter}])`);
  const adjective = placed(`[ \\n-](?:${n.betweenNumberAndUnit})(?=[ \\n])`);
  const andHalf = placed(n.andHalf);
  const andHalfAfter = placed(n.andHalfAfterUnit);
  const also = placed('(?:,? (?:and|et) )(?=[A-Za-z\\d])');
  const figures = placed(`(\\d{1,3})(?![\\d.,])`);
  const few = placed(`(?:${n.few}) (?:de |d')?([${letter}]{1,12})(?![${letter}])`, 'i');
  const halfUnit = placed(`(?:${n.halfOf})([${letter}]{1,12})(?![${letter}])`, 'i');
  const quarterUnit = placed(n.quarterHour, 'i');
  const aroundTheClock = placed(n.alwaysInWords, 'i');
  const per = placed(`(?:${n.per})([${letter}]{1,12})(?![${letter}])`, 'i');
  const past = placed('(?:a )?(half|quarter) (past|to|after) ');
  const oClock = placed(" o'clock");
  const shares = n.shareWords.map(([source, keys]) => ({ at: placed(source, 'i'), keys }));
  const lasting = new RegExp(`(?:${n.beforeLength}) ?$`, 'i');
  const hourly = new RegExp(`(?:^|[ (])(?:${n.beforeHour}) $`, 'i');
  const rate = /(?:times|twice|once|[\d%$]|[a-z]s|km|MB|GB) $/;
  const head = (text: string, at: number, size = 16): string => text.slice(Math.max(0, at - size), at);

  const secondsOf = (name: string): number | undefined => n.seconds.get(fold(name));

  /** `half of the customers`, « le tiers des clients »: it counts against another share. */
  const share: Rule = (text, at) => {
    for (const { at: find, keys } of shares) {
      const m = find(text, at);
      if (!m) continue;
      const [first = 'number 0'] = keys;
      const to = at + m[0].length;
      const value = first.slice(first.indexOf(' ') + 1);
      return {
        end: to,
        drafts: [{ kind: 'share', value, from: at, to, standing: 'share', also: keys, figures: [] }],
      };
    }
    return undefined;
  };

  const length = (
    from: number,
    to: number,
    seconds: number,
    standing: Draft['standing'] = 'firm',
  ): Match => ({
    end: to,
    drafts: [{ kind: 'duration', value: durationOf(seconds), from, to, standing, figures: [] }],
  });

  /** `half an hour`, « une demi-heure », « trois quarts d’heure ». */
  const partOfUnit: Rule = (text, at) => {
    const quarters = quarterUnit(text, at);
    if (quarters) {
      const three = /^(?:three|trois)/i.test(quarters[0]);
      return length(at, at + quarters[0].length, three ? 2700 : 900);
    }
    const m = halfUnit(text, at);
    const seconds = secondsOf(m?.[1] ?? '');
    return m && seconds && seconds >= 60 ? length(at, at + m[0].length, seconds / 2) : undefined;
  };

  /** `a few hours`, « quelques jours »: one of its kind, against an hour or three days. */
  const someUnits: Rule = (text, at) => {
    const m = few(text, at);
    const name = fold(m?.[1] ?? '');
    const [seconds, months] = [n.seconds.get(name), n.monthsLong.get(name)];
    if (!m || (seconds ?? months) === undefined) return undefined;
    const unit = seconds === undefined ? `P${months}M` : durationOf(seconds);
    const to = at + m[0].length;
    // A couple is two, or a few.
    const two =
      /^(?:a )?couple/i.test(m[0]) && seconds !== undefined
        ? [keyOf('duration', durationOf(2 * seconds))]
        : [];
    const draft: Draft = {
      kind: 'duration',
      value: `some ${unit}`,
      from: at,
      to,
      standing: 'worded',
      figures: [],
    };
    return { end: to, drafts: [{ ...draft, also: two }] };
  };

  /** The next part of `two hours and thirty minutes`: of a smaller unit, and less than one of the larger. */
  function partAfter(text: string, at: number, unit: number): { seconds: number; end: number } | undefined {
    const m = also(text, at);
    if (!m) return undefined;
    const from = at + m[0].length;
    const figure = figures(text, from);
    const said = figure ? { value: Number(figure[1]), end: from + figure[0].length } : spoken(text, from);
    const name = said && word(text, said.end + 1);
    const size = secondsOf(name?.[0] ?? '');
    if (!said || !name || size === undefined || size >= unit || said.value * size >= unit) return undefined;
    return { seconds: said.value * size, end: said.end + 1 + name[0].length };
  }

  /** `two hours`, « cinq jours », `ten dollars`, « une heure et demie ». */
  const withUnit = (text: string, at: number, { value: whole, end, article }: Spoken): Match | undefined => {
    const before = andHalf(text, end);
    const start = end + (before?.[0].length ?? 0);
    const skipped = adjective(text, start)?.[0].length ?? 0;
    const figure = {
      value: String(before ? whole + 0.5 : whole),
      plain: true,
      from: at,
      end: start + skipped,
    };
    // `no second supplier`
    const match = whole === 0 ? undefined : unitAt(text, figure);
    const [draft] = match?.drafts ?? [];
    if (!match || !draft) return undefined;
    // `four meters` may be instruments, « deux livres » books.
    if (draft.kind !== 'duration')
      return article || doubtful.test(text.slice(at, match.end)) ? undefined : match;
    const name = fold(word(text, start + skipped + 1)?.[0] ?? '');
    const unit = n.seconds.get(name);
    const half = andHalfAfter(text, match.end);
    const part = unit === undefined || half ? undefined : partAfter(text, match.end, unit);
    const to = part?.end ?? match.end + (half?.[0].length ?? 0);
    const seconds =
      unit === undefined
        ? undefined
        : unit * (Number(figure.value) + (half ? 0.5 : 0)) + (part?.seconds ?? 0);
    const value = seconds === undefined ? draft.value : durationOf(seconds);
    const isClock = n.clockWords.has(name) && Number(figure.value) <= 24 && seconds !== undefined;
    const asTime = isClock ? [keyOf('time', clockOf(Math.floor(seconds / 3600), (seconds / 60) % 60))] : [];
    const preceded = lasting.test(head(text, at));
    // « les deux premières années » may be classes of a school.
    const isVague = skipped > 0 && unit === undefined;
    const isSingle = whole === 1 && !half && !part && !preceded;
    const soft = isVague || (isSingle && (article || unit === undefined || unit < 3600 || unit === 86_400));
    if (soft && article && rate.test(head(text, at))) return { end: to, drafts: [] };
    // « ou deux », which has no unit of its own, borrows from the word before.
    const counted: Draft = {
      ...draft,
      value,
      to,
      also: asTime,
      figures: [],
      standing: soft ? 'worded' : 'firm',
    };
    return { end: to, drafts: [counted] };
  };

  const number: Rule = (text, at) => {
    const said = spoken(text, at);
    if (!said) return undefined;
    const { value, end, article } = said;
    const name = fold(word(text, at)?.[0] ?? '');
    const isRank = n.ranks.has(name);
    const counted = isRank ? undefined : withUnit(text, at, said);
    if (counted) return counted;
    const clock = value <= 12 ? oClock(text, end) : null;
    if (clock) {
      const to = end + clock[0].length;
      const other = keyOf('time', clockOf((value % 12) + 12));
      const draft: Draft = {
        kind: 'time',
        value: clockOf(value % 12),
        from: at,
        to,
        also: [other],
        figures: [],
      };
      return { end: to, drafts: [draft] };
    }
    const half = andHalf(text, end);
    const figure = String(half ? value + 0.5 : value);
    const draft: Draft = {
      kind: isRank ? 'rank' : 'number',
      value: figure,
      from: at,
      to: end,
      standing: isRank ? 'rank' : article || value < 2 || n.roughly.has(name) ? 'word' : 'cardinal',
      figures: [figure],
    };
    const hour = value <= 24 && hourly.test(head(text, at));
    const also = hour ? [keyOf('time', clockOf(value)), keyOf('time', clockOf((value % 12) + 12))] : [];
    return { end, drafts: [isRank ? draft : { ...draft, also, bare: figure }] };
  };

  /** `twice a day`, « par semaine », `daily`. */
  const often: Rule = (text, at) => {
    const whole = per(text, at);
    const name = fold(whole ? (whole[1] ?? '') : (word(text, at)?.[0] ?? ''));
    const [seconds, months] = [n.seconds.get(name), n.monthsLong.get(name)];
    const unit = whole
      ? seconds === undefined
        ? months && `P${months}M`
        : durationOf(seconds)
      : n.often.get(name);
    const to = at + (whole?.[0].length ?? word(text, at)?.[0].length ?? 0);
    if (!unit) return undefined;
    const draft: Draft = { kind: 'rate', value: unit, from: at, to, standing: 'rate', figures: [] };
    return { end: to, drafts: [draft] };
  };

  /** `half past two`, `a quarter to three`. */
  const pastHour: Rule = (text, at) => {
    const m = past(text, at);
    if (!m || !n.twelveHours) return undefined;
    const from = at + m[0].length;
    const figure = figures(text, from);
    const hour = figure ? { value: Number(figure[1]), end: from + figure[0].length } : spoken(text, from);
    if (!hour || hour.value < 1 || hour.value > 12) return undefined;
    const minutes = (m[1] === 'half' ? 30 : 15) * (m[2] === 'to' ? -1 : 1);
    const clock = (half: number) => {
      const all = (((hour.value % 12) + half) * 60 + minutes + 1440) % 1440;
      return clockOf(Math.floor(all / 60), all % 60);
    };
    const draft: Draft = {
      kind: 'time',
      value: clock(0),
      from: at,
      to: hour.end,
      also: [keyOf('time', clock(12))],
    };
    return { end: hour.end, drafts: [{ ...draft, figures: [] }] };
  };

  const always: Rule = (text, at) => {
    const m = aroundTheClock(text, at);
    return m ? { end: at + m[0].length, drafts: [] } : undefined;
  };

  return [always, pastHour, often, partOfUnit, share, someUnits, number];
}

/** The words with which one of these can begin. */
export const openingWords = (n: Notation): readonly string[] => [
  ...n.words.keys(),
  ...n.articles,
  ...n.openings,
  ...n.often.keys(),
];
