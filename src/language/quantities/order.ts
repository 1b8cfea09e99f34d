import { itemsExchanged, namesExchanged } from './beside.ts';
import type { Sides } from './matching.ts';
import { agree, type Exchange, endOf, isValue, many, plain, type Stretch, type Text } from './stretch.ts';
import type { Reading } from './values.ts';

const betweenEnds =
  /^[,\s)(]*(?:[A-Z]{2,4}\)?)?[,\s)]*(?:to|through|until|till|à|au|jusqu'(?:à|au)|[-–—])[ \n](?:the |le |[a-zé]{3,10}day |[a-zé]{4,6}di )?$|^[-–—]$/;
const and = /^[ \n](?:and|et)[ \n](?:le )?$/;
const bothEnds = /(?:between|entre)[ \n](?:the |le |les )?$/i;
const besides = /^[,\s(]*(?:at|à|from|de|dès)?[ \n(]*$/;
interface Range {
  readonly start: readonly Reading[];
  readonly end: readonly Reading[];
}

/** The ranges of a text, `from May 3 at 8 p.m. to May 5 at 6 a.m.`, each end with the day and the hour that it has. */
function rangesOf({ text, readings }: Text): readonly Range[] {
  const values = readings.filter(isValue);
  const between = (a: Reading, b: Reading) =>
    b.index - endOf(a) > 30 ? '?' : plain(text.slice(endOf(a), b.index));
  return values.flatMap((last, i) => {
    const first = values[i + 1];
    if (first === undefined) return [];
    const joint = between(last, first);
    const isEnds =
      betweenEnds.test(joint) ||
      (and.test(joint) && bothEnds.test(plain(text.slice(Math.max(0, last.index - 14), last.index))));
    if (!isEnds) return [];
    const [before, after] = [values[i - 1], values[i + 2]];
    const start =
      before && before.kind !== last.kind && besides.test(between(before, last)) ? [before, last] : [last];
    const end =
      after && after.kind !== first.kind && besides.test(between(first, after)) ? [first, after] : [first];
    // « le 14 janvier à 23 h » is no range.
    const isRange = start.some((one) => end.some((other) => other.kind === one.kind));
    return isRange ? [{ start, end }] : [];
  });
}

const swapped = (a: Range, b: Range): boolean =>
  a.start.some((start) =>
    a.end.some(
      (end) =>
        end.kind === start.kind &&
        !agree(start, end) &&
        b.start.some((one) => agree(one, end) && !agree(one, start)) &&
        b.end.some((one) => agree(one, start) && !agree(one, end)),
    ),
  );
/** Whether the two ends of a range are those of another, as far as both have them; a day and an hour have nothing in common. */
const same = (a: Range, b: Range): boolean => {
  const ends = [
    [a.start, b.start],
    [a.end, b.end],
  ] as const;
  const meets = (one: Reading, others: readonly Reading[]) => others.some((other) => agree(other, one));
  return (
    ends.some(([ours, theirs]) => ours.some((one) => meets(one, theirs))) &&
    ends.every(([ours, theirs]) =>
      ours.every((one) => meets(one, theirs) || theirs.every(({ kind }) => kind !== one.kind)),
    )
  );
};

const stretchOf = ({ start, end }: Range): Stretch => {
  const all = [...start, ...end];
  const [first, last] = [all[0], all.at(-1)];
  return {
    from: first?.index ?? 0,
    to: last ? endOf(last) : 0,
    value: all.map(({ value }) => value).join(' '),
  };
};

function rangesExchanged(left: Text, right: Text): readonly Exchange[] {
  const [ours, theirs] = [rangesOf(left), rangesOf(right)];
  if (ours.length > many || theirs.length > many) return [];
  return ours.flatMap((range): Exchange[] => {
    if (theirs.some((other) => same(range, other))) return [];
    const other = theirs.find((one) => swapped(range, one));
    return other ? [[stretchOf(range), stretchOf(other)]] : [];
  });
}

/** Ends of a range, and values beside a name or in an item of a list, that the two texts have the other way round. */
export function exchanges(sides: Sides, texts: readonly [string, string]): readonly Exchange[] {
  const [left, right]: [Text, Text] = [
    { text: texts[0], readings: sides[0] },
    { text: texts[1], readings: sides[1] },
  ];
  const ranges = rangesExchanged(left, right);
  if (ranges.length > 0) return ranges;
  const names = namesExchanged(left, right);
  return names.length > 0 ? names : itemsExchanged(left, right);
}
