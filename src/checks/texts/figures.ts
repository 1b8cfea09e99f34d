import { type DocumentBlock, joined } from '../../content/notice/blocks.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import { type Quantity, quantitiesOf } from '../../language/quantities/quantities.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { CheckedNotice, CheckOf } from '../context.ts';
import { written } from '../facts/written.ts';

export const id = 'parity/fact';

/** What the words say in figures and no fact does: the facts stand beside them on the same page. */
export const check: CheckOf<CheckedNotice> = (notice) => {
  const { blocks } = notice;
  return locales.flatMap((locale) => {
    const byKey = new Map((blocks[locale] ?? []).map((block) => [block.key, block]));
    return notice.kind === 'incident'
      ? Object.entries(notice.data.credits ?? {}).flatMap(([id, { amount }]) =>
          amount === undefined ? [] : amountProblems(notice, id, amount, byKey.get(`credits/${id}`), locale),
        )
      : ['title', 'summary'].flatMap((key) => windowProblems(notice, byKey.get(key), locale));
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
    const part = block && {
      ...block,
      paragraphs: block.paragraphs.filter((one) => one.heading === heading),
    };
    return unlessOne(part, locale, ['money'], isFact, values, 'amount');
  });
}

/** Of the hours of a maintenance, and of its days, one at least is that of its window. */
function windowProblems(notice: ReadNotice, block: DocumentBlock | undefined, locale: Locale): Problem[] {
  if (notice.kind !== 'maintenance') return [];
  const { from, until } = notice.data;
  const { unread } = notice.facts;
  if (from?.kind !== 'instant' || until?.kind !== 'instant' || unread('from') || unread('until')) return [];
  const ends = [from, until];
  const values = { fact: ends.map(written).join(', '), ...inFacts(notice.facts.at(['from'])) };
  const isHour = ({ value }: Quantity) => ends.some(({ time }) => time === value);
  const isDay = ({ value }: Quantity) =>
    ends.some(({ date }) => value.endsWith(date.slice(4)) || date.startsWith(value));
  return [
    ...unlessOne(block, locale, ['time'], isHour, values, 'window'),
    ...unlessOne(block, locale, ['date'], isDay, values, 'window'),
  ];
}

const inFacts = ({ file, line }: Problem['place']) => ({ factsFile: file, factsLine: line });

function unlessOne(
  block: DocumentBlock | undefined,
  locale: Locale,
  kinds: readonly Quantity['kind'][],
  isFact: (quantity: Quantity) => boolean,
  values: Problem['values'],
  variant: string,
): Problem[] {
  if (block === undefined) return [];
  const { text, at } = joined(block);
  const said = quantitiesOf(text, locale).filter(({ kind }) => kinds.includes(kind));
  const [first] = said;
  if (first === undefined || said.some(isFact)) return [];
  return [problem('parity/fact', at(first.index), { found: first.text, ...values }, variant)];
}
