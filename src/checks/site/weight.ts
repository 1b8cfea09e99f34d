import { type Problem, problem } from '../../model/problem.ts';

export const id = 'page/weight';

/**
 * What a page may weigh, in bytes of gzip. In a first round trip arrive ten segments of 1,460 bytes (RFC 6928); an
 * incident, which is read on the worst day, leaves room there.
 */
export const mostBytes = (kind: string): number => (kind === 'incident' ? 9_000 : 14_600);

/** A page that is too heavy. */
export interface HeavyPage {
  readonly path: string;
  readonly bytes: number;
  readonly most: number;
}

/** The pages that are too heavy, each at the file of its words. */
export const check = (heavy: readonly HeavyPage[], fileOf: (path: string) => string): readonly Problem[] =>
  heavy.map(({ path, bytes, most }) =>
    problem('page/weight', { file: fileOf(path), line: 1, column: 1 }, { path, bytes, most }),
  );
