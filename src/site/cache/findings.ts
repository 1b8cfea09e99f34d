import { checkNotice } from '../../checks/check.ts';
import * as example from '../../checks/site/example.ts';
import { type Scorecard, scorecardsOf } from '../../checks/texts/apology.ts';
import { type BuiltNotice, buildNotice } from '../../content/build/site.ts';
import { type Content, contentOn, type Ground, type Linked } from '../../content/content.ts';
import { AsksTheRest } from '../../content/links/targets.ts';
import { lateTexts } from '../../content/notice/late.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import type { Problem } from '../../model/problem.ts';
import { type Locale, perLocale } from '../../model/values.ts';
import { exampleLines } from '../starter.ts';
import { type Digest, digestOf } from './digest.ts';
import { momentsIn } from './moments.ts';
import type { Reading } from './reading.ts';
import { type Answers, type Watch, watch } from './watch.ts';

/** What is told of one notice. */
interface Told {
  readonly problems: readonly Problem[];
  readonly late: Readonly<Record<Locale, number>>;
  readonly scorecards: readonly Scorecard[];
}

/** What comes of one notice. */
export interface Findings extends Told {
  /** What it gives to the site; only asked where nothing is wrong with it. */
  readonly built: () => BuiltNotice;
}

/** What was found of one notice. */
export interface Found extends Told {
  /** Where nothing is wrong with it. */
  readonly sound?: {
    readonly built: BuiltNotice;
    /** What it rests on beside its files; `undefined` where it must be looked for again by the next run. */
    readonly rests?: Rests;
  };
}

/** What is found of a notice rests on these, beside its files. */
export interface Rests {
  /** The clock that it was checked by, and the times that the notice names, in epoch milliseconds. */
  readonly now: number;
  readonly moments: readonly number[];
  /** What was asked of the rest of the site, and the answers. */
  readonly answers: Answers;
}

/** Checks and renders a notice. */
export const findingsOf = (notice: Linked<ReadNotice>, content: Content): Findings =>
  watchedFindings(notice, content, { content, around: (check) => check() });

/** Checks and renders a notice, and follows what that rests on; `isUntouched` tells whether its files are as they were read. */
export function lookInto(reading: Reading, content: Content, isUntouched: () => boolean): Found {
  const notice = reading.whole();
  const watched = watch(content, notice);
  const { built, ...found } = watchedFindings(notice, content, watched);
  const told = { ...found, problems: [...reading.unread(), ...found.problems] };
  if (told.problems.some(isError)) return told;
  const sound = { built: built() };
  if (!watched.isOwn() || !isUntouched()) return { ...told, sound };
  const now = content.clock.now.epoch;
  // What was found by the clock, not only looked for, is looked for again at another.
  const moments = watched.isTimely() ? [now] : momentsIn(notice.data);
  return { ...told, sound: { ...sound, rests: { now, moments, answers: watched.answers } } };
}

/** What is seen of a sound notice when it is read. */
export interface Look {
  readonly digest: Digest;
  /** Nothing where it matters what stands in the rest of the site: it is looked into once that is read. */
  readonly found?: Found;
}

/** Reads a notice, and looks into it at once if it can; nothing where it is not sound. */
export function firstLook(reading: Reading, ground: Ground, isUntouched: () => boolean): Look | undefined {
  if (reading.unread().some(isError)) return undefined;
  const digest = digestOf(reading.whole());
  try {
    return { digest, found: lookInto(reading, contentOn(ground), isUntouched) };
  } catch (error) {
    if (error instanceof AsksTheRest) return { digest };
    throw error;
  }
}

export const isError = ({ severity }: Problem): boolean => severity === 'error';

function watchedFindings(notice: Linked<ReadNotice>, content: Content, watch: Watch): Findings {
  const alone = { notices: [notice], pages: [], faq: undefined, site: content.site };
  return {
    problems: [
      ...checkNotice(notice, watch.content, watch.around),
      ...example.check(alone, exampleLinesOnce),
    ],
    built: () => {
      const { site, links, images } = watch.content;
      return buildNotice(notice, { site, links, images });
    },
    late: perLocale((locale) => lateTexts(alone, locale)),
    scorecards: scorecardsOf(notice),
  };
}

let lines: ReadonlySet<string> | undefined;
const exampleLinesOnce = (): ReadonlySet<string> => {
  lines ??= exampleLines();
  return lines;
};
