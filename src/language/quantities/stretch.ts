import { keyOf, type Reading } from './values.ts';

/** A stretch of a text in which values stand in the wrong order, or beside the wrong name. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What is said in it, the same for the same. */
  readonly value: string;
}
export type Exchange = readonly [left: Stretch, right: Stretch];

/** A text with what is read in it. */
export interface Text {
  readonly text: string;
  readonly readings: readonly Reading[];
}

export const endOf = ({ index, text }: Reading): number => index + text.length;
export const isValue = ({ standing, kind }: Reading): boolean => standing === 'firm' && kind !== 'phone';

export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2019', "'");

/** What a reading can mean, as one text has it. */
const meanings = (reading: Reading): readonly string[] => [
  keyOf(reading.kind, reading.value),
  ...reading.also,
];
export const agree = (a: Reading, b: Reading): boolean => {
  const theirs = meanings(b);
  return meanings(a).some((key) => theirs.includes(key));
};

/** Above this many ranges or names a text is a table, or hostile: nothing is said of its order. */
export const many = 60;
