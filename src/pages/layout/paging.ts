import type { Anchor } from '../context/link.ts';

/** How many entries a page of a long list holds, so that it arrives in a first round trip. */
const perPage = 25;

export interface Slice<T> {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly items: readonly T[];
}

/** A list cut into pages; an empty one has one empty page. */
export function slices<T>(items: readonly T[], size = perPage): readonly Slice<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    count,
    items: items.slice(index * size, (index + 1) * size),
  }));
}

/** Links to the neighbouring pages of a list, and where one stands. */
export interface Paging {
  readonly label: string;
  readonly position: string;
  readonly previous?: Anchor;
  readonly next?: Anchor;
}
