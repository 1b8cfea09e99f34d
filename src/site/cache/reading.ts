import type { Linked, Readable } from '../../content/content.ts';
import type { Read } from '../../content/files.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import type { Problem } from '../../model/problem.ts';

/** A notice that is read when it is first asked for, and held until it is checked. */
export interface Reading {
  readonly whole: () => Linked<ReadNotice>;
  /** What could not be read of it. */
  readonly unread: () => readonly Problem[];
  /** Forgets it; who asks again has it read again. */
  readonly letGo: () => void;
}

/** How many notices are held whole, some 100 kB each: of more, the first are read again when they are checked. */
const mostHeld = 1_000;

/** Gives readings of which no more than so many hold their notice at a time. */
export function readings(): (notice: Readable) => Reading {
  const held = new Set<() => void>();
  return ({ read }) => {
    let full: Read<Linked<ReadNotice>> | undefined;
    const letGo = () => {
      full = undefined;
      held.delete(letGo);
    };
    const hold = () => {
      const found = full ?? read();
      full = found;
      held.add(letGo);
      const [first] = held;
      if (held.size > mostHeld) first?.();
      return found;
    };
    return { whole: () => hold().value, unread: () => hold().problems, letGo };
  };
}
