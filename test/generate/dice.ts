import type { Locale, LocalText } from '../../src/model/values.ts';

/** Minutes on a wall clock without a zone, since 1970-01-01 00:00. */
export type Wall = number;
export const day = 1440;
export const firstDay: Wall = Date.UTC(2016, 0, 1) / 60_000;
/** Ten years, to the end of 2025. */
export const days = 3653;

/** Pseudo-random numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Dice {
  /** A whole number, both ends included. */
  readonly from: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly one: <T>(all: readonly T[]) => T;
}

export function diceOf(seed: number): Dice {
  const random = randomOf(seed);
  const from = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return {
    from,
    chance: (probability) => random() < probability,
    one: (all) => {
      const found = all[from(0, all.length - 1)];
      if (found === undefined) throw new RangeError('nothing to choose from');
      return found;
    },
  };
}

const two = (n: number): string => String(n).padStart(2, '0');
export const dateOf = (wall: Wall): string => new Date(wall * 60_000).toISOString().slice(0, 10);
export const timeOf = (wall: Wall): string =>
  new Date(wall * 60_000).toISOString().slice(0, 16).replace('T', ' ');

/** Never an hour that a change of clocks skips or repeats: those lie before 4 on Sundays of March and November. */
export function clear(wall: Wall): Wall {
  const at = new Date(wall * 60_000);
  const changes = at.getUTCDay() === 0 && [2, 10].includes(at.getUTCMonth()) && at.getUTCHours() < 4;
  // Nor midnight, of which readers do not know the day.
  if (!changes && wall % (24 * 60) === 0) return wall + 10;
  return changes ? wall + 4 * 60 : wall;
}

const months: Readonly<Record<Locale, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};

export function datePair(wall: Wall): LocalText {
  const [year = '', month = '', dayOfMonth = ''] = dateOf(wall).split('-');
  const name = (locale: Locale) => months[locale][Number(month) - 1] ?? '';
  const n = Number(dayOfMonth);
  return {
    en: `${name('en')} ${n}, ${year}`,
    fr: `${n === 1 ? '1er' : n}\u00a0${name('fr')} ${year}`,
  };
}

export function hourPair(wall: Wall): LocalText {
  const minutes = ((wall % day) + day) % day;
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  const clock = `${h % 12 === 0 ? 12 : h % 12}${m === 0 ? '' : `:${two(m)}`}\u00a0${h < 12 ? 'a.m.' : 'p.m.'}`;
  const exact = m === 0 && h % 12 === 0;
  return {
    en: exact ? (h === 0 ? 'midnight' : 'noon') : clock,
    fr: exact ? (h === 0 ? 'minuit' : 'midi') : `${h}\u00a0h${m === 0 ? '' : `\u00a0${two(m)}`}`,
  };
}

export const same = (value: string | number): LocalText => ({ en: String(value), fr: String(value) });
