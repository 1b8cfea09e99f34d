import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../language/user-error.ts';
import { manifestName } from '../build/manifest.ts';
import { differencesIn } from '../verify/differences.ts';
import { readManifest } from '../verify/published.ts';
import { besides, discard } from './beside.ts';

/** How many sites are kept, with the one that is published. */
const keptReleases = 5;

/** `000012-20261201T140000Z`: the twelfth, with the clock of its build in UTC. */
const releaseName = /^(\d{6,})-\d{8}T\d{6}Z$/;
const numberOf = (name: string): number => Number(releaseName.exec(name)?.[1]);

/**
 * Publishes the new site, which stands complete beside the output folder, as the next release: `_site` is a link to
 * `_site.releases/000012-…`, and is replaced by another in one step. A site that stood there itself becomes the first
 * release. Releases from which someone went back are not kept.
 */
export function addRelease(output: string): void {
  const { stage, releases, former } = besides(output);
  mkdirSync(releases, { recursive: true });
  if (lstatSync(output, { throwIfNoEntry: false })?.isDirectory()) {
    const first = nameOf(output, 1 + Math.max(0, ...releasesOf(output).map(numberOf)));
    renameSync(output, join(releases, first));
    link(output, first);
  }
  const current = currentOf(output);
  if (current !== undefined && textOf(stage) === textOf(join(releases, current))) return;
  for (const name of releasesOf(output)) {
    if (current !== undefined && name > current) discard(join(releases, name), former);
  }
  const next = nameOf(stage, 1 + Math.max(0, ...releasesOf(output).map(numberOf)));
  renameSync(stage, join(releases, next));
  link(output, next);
  for (const name of releasesOf(output).slice(0, -keptReleases)) discard(join(releases, name), former);
}

/** What `rollback` did. */
export interface Rollback {
  readonly from: string;
  readonly to: string;
}

/**
 * Goes back to the release before the one that is published.
 * @throws UserError (2) where there is none, (3) where it is no longer whole
 */
export function goBack(output: string): Rollback {
  const { releases } = besides(output);
  const from = currentOf(output);
  if (from === undefined) throw new UserError(2, 'command.rollback.none', { output });
  const to = releasesOf(output).findLast((name) => name < from);
  if (to === undefined) throw new UserError(2, 'command.rollback.first', { release: from });
  const folder = join(releases, to);
  const manifest = readManifest(textOf(folder));
  const [damaged] =
    manifest === undefined ? [manifestName] : differencesIn(folder, manifest).map(({ path }) => path);
  if (damaged !== undefined)
    throw new UserError(3, 'command.rollback.damaged', { release: to, path: damaged });
  link(output, to);
  return { from, to };
}

/** Makes the output folder a link to the newest release, if there is one. */
export function linkLatest(output: string): void {
  const latest = releasesOf(output).at(-1);
  if (latest !== undefined) link(output, latest);
}

/** The release that the output folder is a link to. */
export function currentOf(output: string): string | undefined {
  if (!lstatSync(output, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  const target = readlinkSync(output);
  const isOurs =
    basename(dirname(target)) === basename(besides(output).releases) && releaseName.test(basename(target));
  return isOurs ? basename(target) : undefined;
}

/** Oldest first. Refuses (2) a folder of that name with anything else in it. */
function releasesOf(output: string): readonly string[] {
  const { releases } = besides(output);
  if (!existsSync(releases)) return [];
  const names = readdirSync(releases).sort((a, b) => numberOf(a) - numberOf(b));
  if (!names.every((name) => releaseName.test(name))) {
    throw new UserError(2, 'command.output.beside', { path: releases });
  }
  return names;
}

const textOf = (site: string): string => readFileSync(join(site, manifestName), 'utf8');

function nameOf(site: string, number: number): string {
  const now = readManifest(textOf(site))?.now ?? '';
  const stamp = new Date(now)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
  return `${String(number).padStart(6, '0')}-${stamp}`;
}

/** Replaces the link in one step: whoever looks sees the former release or the new one. */
function link(output: string, release: string): void {
  const { releases, link: aside } = besides(output);
  rmSync(aside, { force: true });
  symlinkSync(join(basename(releases), release), aside);
  renameSync(aside, output);
}
