import { statSync } from 'node:fs';
import { UserError } from '../../language/user-error.ts';
import type { Owner, Promised } from '../../model/promised.ts';
import { locales } from '../../model/values.ts';
import { manifestName } from '../build/manifest.ts';
import type { Recorded } from '../build/write.ts';
import { isAddress, readRemote, refusal } from '../remote.ts';

/** What a published site says of itself. */
export interface Published extends Promised {
  readonly url: string;
  /** The clock of its build: `2026-12-01T10:00-04:00`. */
  readonly now: string;
  readonly files: readonly Recorded[];
}

/**
 * What is published in a folder or at an address: nothing where there is nothing yet, `foreign` where what is there says
 * nothing that can be read. `query` gets round caches.
 * @throws UserError (2) for a file or an address of another kind, (3) where nobody answers, or with a status that says nothing
 */
export async function publishedAt(place: string, query = ''): Promise<Published | 'foreign' | undefined> {
  if (!isAddress(place) && statSync(place, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new UserError(2, 'command.against.file', { place });
  }
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(place) && !isAddress(place)) {
    throw new UserError(2, 'command.against.scheme', { place });
  }
  const answer = await readRemote(place, `${manifestName}${query}`);
  if (answer === undefined) return undefined;
  if (answer.status !== 200) throw refusal(`${place.replace(/\/$/, '')}/${manifestName}`, answer);
  return readManifest(answer.text) ?? 'foreign';
}

/** A manifest as it was written; what an older one lacks is empty. */
export function readManifest(text: string): Published | undefined {
  const found = parsed(text);
  if (!isRecord(found) || typeof found.meaculpa !== 'number' || !Array.isArray(found.files)) return undefined;
  const { url, now, addresses, owners, feeds, uids, files } = found;
  const sound = files.filter(isFile);
  if (typeof url !== 'string' || !URL.canParse(url) || typeof now !== 'string' || sound.length < files.length)
    return undefined;
  return {
    url,
    now,
    addresses: texts(addresses),
    owners: Array.isArray(owners) ? owners.filter(isOwner) : [],
    feeds: texts(feeds),
    uids: texts(uids),
    files: sound,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (found: unknown): found is Readonly<Record<string, unknown>> =>
  typeof found === 'object' && found !== null;
const isText = (found: unknown): found is string => typeof found === 'string';
const texts = (found: unknown): readonly string[] => (Array.isArray(found) ? found.filter(isText) : []);

const isOwner = (found: unknown): found is Owner =>
  isRecord(found) &&
  isText(found.id) &&
  locales.every((locale) => {
    const paths = found[locale];
    return Array.isArray(paths) && paths.every(isText);
  });

/** Its path leads nowhere but below the site. */
const isFile = (found: unknown): found is Recorded =>
  isRecord(found) &&
  isText(found.path) &&
  found.path.split('/').every((part) => part !== '' && part !== '.' && part !== '..') &&
  typeof found.size === 'number' &&
  isText(found.sha256);
