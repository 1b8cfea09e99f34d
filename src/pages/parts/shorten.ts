import type { Locale } from '../../model/values.ts';

/** How many characters of a text stand where there is no room for all of it; French says the same in a fifth more. */
const room = { en: 200, fr: 240 } as const satisfies Record<Locale, number>;

/** Past this many times the room a sentence is cut within. */
const atMost = 1.5;

/** Before a full stop that may be that of an abbreviation: a capital and up to three letters more, `St`, `Dr`, `M`, `Sept`. */
const abbreviated = /(?<![\p{L}\p{N}])(?:\p{Lu}\p{L}{0,3}|approx|env|etc|ex|no|vs|p|boul|av)\.$/u;

/** The end of a sentence: its mark, what closes with it, and a space before what is no small letter. */
const ends = /[.!?…](?:[\u00a0\u202f]?[»”’)\]])*(?= +[^\p{Ll} ])/gu;

/** The first sentences of a text, as many as there is room for; within one, at a space, only where it is far too long. */
export function shortened(text: string, locale: Locale): string {
  const line = text.replace(/[ \t\n]+/g, ' ').trim();
  const most = room[locale];
  if (line.length <= most) return line;
  const stops = [...line.matchAll(ends)]
    .map((end) => end.index + end[0].length)
    .filter((stop) => !abbreviated.test(line.slice(0, stop)));
  const [first = line.length] = stops;
  const stop = Math.max(first, ...stops.filter((one) => one <= most));
  if (stop <= most * atMost) return line.slice(0, stop);
  return `${line.slice(0, line.lastIndexOf(' ', most - 2)).replace(/[,;:–—]$/, '')}…`;
}
