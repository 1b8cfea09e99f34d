import type { Folder } from '../files.ts';

/**
 * Whether a file stands in a folder or below: `map.png`, `img/map.png`; never outside it. Accents are the same, in one
 * sign or apart (Unicode UAX 15): a Mac and some archives take names apart.
 */
export function fileIn(folder: Folder, name: string): string | undefined {
  const steps = name.split('/').filter((step) => step !== '.');
  let at: Folder | undefined = folder;
  for (const step of steps.slice(0, -1)) {
    const path: string = `${at?.path}/${step}`;
    at = at?.folders.find((one) => isSame(one.path, path));
  }
  const last = steps.at(-1) ?? '';
  const file = at?.files.has(last) ? last : [...(at?.files ?? [])].find((one) => isSame(one, last));
  return at === undefined || file === undefined ? undefined : `${at.path}/${file}`;
}

const isSame = (a: string, b: string): boolean => a === b || a.normalize() === b.normalize();

/** Markdown encodes what is not ASCII in an address; the file has its plain name. */
export function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}

/** The name of the only file beside a text that differs in case, accents, spaces or ending: `Carte.JPG` for `carte.jpeg`. */
export function nearlyIn({ files }: Folder, name: string): string | undefined {
  const folded = (one: string) =>
    one
      .normalize('NFD')
      .replace(/\.[a-z0-9]{2,5}$/i, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  const near = [...files].filter((one) => !/\.(?:md|ya?ml|txt)$/i.test(one) && folded(one) === folded(name));
  return near.length === 1 ? near[0] : undefined;
}

/** A path on the writer's own machine: `C:\Users\…`, `file:///…`, `/home/…`. */
export const isOnDisk = (path: string): boolean =>
  /^(?:[a-z]:[\\/]|file:|\\\\|~\/|\/(?:Users|home|Volumes|mnt|tmp)\/)/i.test(path);
