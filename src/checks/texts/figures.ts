import { type DocumentBlock, joined } from '../../content/notice/blocks.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { instantAt } from '../../language/format/zones.ts';
import { quantitiesOf } from '../../language/quantities/quantities.ts';
import { rangedTimes, readingsOf } from '../../language/quantities/reading.ts';
import type { Quantity, Reading } from '../../language/quantities/values.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import type { Settings } from '../../model/site.ts';
import { type Instant, type Locale, locales } from '../../model/values.ts';
import type { CheckedNotice, CheckOf } from '../context.ts';
import { written } from '../facts/written.ts';
import { customersInWords } from './customers.ts';

export const id = 'parity/fact';

/** The zones in which the hours of a notice may be said. */
type Clocks = Pick<Settings, 'zone' | 'regions'>;

/** What the words say in figures and no fact does: the facts stand beside them on the same page. */
export const check: CheckOf<CheckedNotice> = (notice, { site: { settings: clocks } }) => {
  const { blocks } = notice;
  return locales.flatMap((locale) => {
    const byKey = new Map((blocks[locale] ?? []).map((block) => [block.key, block]));
    if (notice.kind === 'maintenance')
      return ['title', 'summary'].flatMap((key) => windowProblems(notice, byKey.get(key), locale, clocks));
    const credits = Object.entries(notice.data.credits ?? {}).flatMap(([id, { amount }]) =>
      amount === undefined ? [] : amountProblems(notice, id, amount, byKey.get(`credits/${id}`), locale),
    );
    const opening = ['title', 'summary', 'intro'].flatMap((key) => byKey.get(key) ?? []);
    return [...credits, ...customersInWords(notice, opening, locale)];
  });
};

/** Of the amounts in a credit's heading, and of those below it, one at least is that of the facts. */
function amountProblems(
  { facts }: ReadNotice,
  id: string,
  amounts: readonly number[],
  block: DocumentBlock | undefined,
  locale: Locale,
): Problem[] {
  const place = facts.at(['credits', id, 'amount']);
  const isFact = ({ value }: Quantity) => amounts.includes(Number(value.split(' ').at(-1)));
  const values = { fact: amounts.join(', '), ...inFacts(place) };
  // The heading and the words below it are each read by themselves.
  return [true, false].flatMap((heading) => {
    if (block === undefined) return [];
    const { text, at } = joined({
      ...block,
      paragraphs: block.paragraphs.filter((one) => one.heading === heading),
    });
    const said = quantitiesOf(text, locale).filter(({ kind }) => kind === 'money');
    return unlessOne(said, at, isFact, values, 'amount');
  });
}

/**
 * Of the hours of a maintenance, and of its days, one at least is that of its window; of the hours of a range, each end
 * is the same end of the window.
 */
function windowProblems(
  notice: ReadNotice,
  block: DocumentBlock | undefined,
  locale: Locale,
  clocks: Clocks,
): Problem[] {
  if (notice.kind !== 'maintenance' || block === undefined) return [];
  const { from, until } = notice.data;
  const { unread } = notice.facts;
  if (from?.kind !== 'instant' || until?.kind !== 'instant' || unread('from') || unread('until')) return [];
  const ends = [from, until];
  const values = { fact: ends.map(written).join(', '), ...inFacts(notice.facts.at(['from'])) };
  const { text, at } = joined(block);
  const readings = readingsOf(text, locale).filter(({ standing }) => standing === 'firm');
  const zones = [clocks.zone, ...zonesOf(notice, clocks)];
  const isAt = (end: Instant) => (reading: Reading) =>
    zones.some((zone) => {
      const { time, offset } = instantAt(end.epoch, zone);
      const said = reading.zone?.offsets ?? [offset];
      return (
        (zone === clocks.zone || reading.zone !== undefined) && said.includes(offset) && means(reading, time)
      );
    });
  const isDay = ({ value }: Quantity) =>
    ends.some((end) =>
      zones.some((zone) => {
        const { date } = instantAt(end.epoch, zone);
        return value.endsWith(date.slice(4)) || date.startsWith(value);
      }),
    );
  const times = readings.filter(
    ({ kind, also }) => kind === 'time' || also.some((key) => key.startsWith('time ')),
  );
  const ranges = rangedTimes(text, times);
  const told = (from: number, to: number) =>
    problem('parity/fact', at(from), { found: text.slice(from, to), ...values }, 'window');
  const endOf = ({ index, text: found, zoned = found }: Reading) => index + zoned.length;
  const outside = ranges.flatMap(([first, last]) => {
    const [isFrom, isUntil] = [isAt(from)(first), isAt(until)(last)];
    if (isFrom && isUntil) return [];
    const [start, end] = [isFrom ? last : first, isUntil ? first : last];
    return [told(start.index, endOf(end))];
  });
  const hours = times.filter(({ kind }) => kind === 'time');
  const isHour = (one: Reading) => ends.some((end) => isAt(end)(one));
  const clockProblems = ranges.length > 0 ? outside : unlessOne(hours, at, isHour, values, 'window');
  const days = readings.filter(({ kind }) => kind === 'date');
  return [...clockProblems, ...unlessOne(days, at, isDay, values, 'window', text)];
}

const means = ({ kind, value, also }: Reading, time: string): boolean =>
  (kind === 'time' && value === time) || also.includes(`time ${time}`);

/** The zones of the regions that a notice touches; of all of them where it names none. */
function zonesOf({ data }: ReadNotice, { regions }: Clocks): readonly string[] {
  const touched = data.regions ?? [];
  return regions.flatMap(({ id, zone }) =>
    zone !== undefined && (touched.length === 0 || touched.includes(id)) ? [zone] : [],
  );
}

const inFacts = ({ file, line }: Place) => ({ factsFile: file, factsLine: line });

/** Told at the first, where none of the quantities is a fact; with those that it is said with, where the text is given. */
function unlessOne<T extends Quantity>(
  said: readonly T[],
  at: (index: number) => Place,
  isFact: (quantity: T) => boolean,
  values: Problem['values'],
  variant: string,
  text?: string,
): Problem[] {
  const [first, next] = said;
  if (first === undefined || said.some(isFact)) return [];
  const together =
    text !== undefined && next !== undefined && next.index - first.index - first.text.length <= 8
      ? text.slice(first.index, next.index + next.text.length)
      : first.text;
  return [problem('parity/fact', at(first.index), { found: together, ...values }, variant)];
}
