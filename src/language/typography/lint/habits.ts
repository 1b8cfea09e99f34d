import type { Locale } from '../../../model/values.ts';

/** What a whole text keeps to, where either of two ways is good English; it is not told what it does on purpose. */
export interface Habits {
  /** `22 February 2023`, twice at least, and never `February 22`. */
  readonly dayFirst: boolean;
  /** `8:00 p.m.` beside `9:30 p.m.`: minutes everywhere. */
  readonly minutes: boolean;
  /** `13:23`, twice at least, and never `1:23 p.m.`. */
  readonly twentyFour: boolean;
}

export const noHabits: Habits = { dayFirst: false, minutes: false, twentyFour: false };

const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const dayFirst = new RegExp(`\\b\\d{1,2} ${months}(?![a-z])`, 'g');
const monthFirst = new RegExp(`\\b${months} \\d{1,2}(?!\\d)`, 'g');
const half = '[ \\u00a0]?[ap]\\.?m(?![a-z])';
const withMinutes = new RegExp(`\\d:\\d\\d${half}`, 'gi');
const withoutMinutes = new RegExp(`(?<![:\\d])\\d{1,2}${half}`, 'gi');
const colons = new RegExp(`(?<![\\d:.])(?:[01]?\\d|2[0-3]):[0-5]\\d(?![\\d:]|${half})`, 'gi');

const count = (text: string, find: RegExp): number => text.match(find)?.length ?? 0;

/** The habits of the paragraphs of one text. */
export function habitsOf(paragraphs: readonly string[], locale: Locale): Habits {
  if (locale !== 'en') return noHabits;
  const text = paragraphs.join('\n');
  const inHalves = count(text, withMinutes);
  return {
    dayFirst: count(text, dayFirst) >= 2 && count(text, monthFirst) === 0,
    minutes: inHalves >= 2 && count(text, withoutMinutes) === 0,
    twentyFour: count(text, colons) >= 2 && inHalves === 0 && count(text, withoutMinutes) === 0,
  };
}
