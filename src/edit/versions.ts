import type { LocalText } from '../model/values.ts';

/** An edit of content that an earlier version accepted and a later one does not; it keeps comments and formatting. */
interface Migration {
  /** The paths that it is for, from the content folder: `incidents/2019/mail/incident.yml`. */
  readonly files: RegExp;
  /** Gives the same text where there is nothing to mend. */
  readonly mend: (text: string) => string;
}

/** A version, and what a team that comes from the one before must know. */
export interface Release {
  /** `0.2.0` */
  readonly version: string;
  readonly notes: readonly LocalText[];
  readonly migrations: readonly Migration[];
}

/** The file of a content folder that names the version for which its content was last mended. */
export const contentVersionFile = '.version';

/** Every version, the oldest first. */
export const releases: readonly Release[] = [
  { version: '0.1.0', notes: [{ en: 'The first version.', fr: 'La première version.' }], migrations: [] },
];

/** Negative, zero or positive as `a` is before, is or is after `b`: `0.9.0` is before `0.10.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const order = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** The versions after one, up to and with the other. */
export const releasesBetween = (
  from: string,
  to: string,
  all: readonly Release[] = releases,
): readonly Release[] =>
  all.filter(({ version }) => compareVersions(version, from) > 0 && compareVersions(version, to) <= 0);

/** A text of the content, by its path from the content folder, after every migration, in the order of the versions. */
export const migrated = (path: string, text: string, steps: readonly Release[]): string =>
  steps
    .flatMap(({ migrations }) => migrations)
    .filter(({ files }) => files.test(path))
    .reduce((mended, { mend }) => mend(mended), text);
