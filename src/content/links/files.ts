import type { Folder } from '../files.ts';

/** Whether a file stands in a folder or below: `map.png`, `img/map.png`; never outside it. */
export function fileIn(folder: Folder, name: string): string | undefined {
  const steps = name.split('/').filter((step) => step !== '.');
  let at: Folder | undefined = folder;
  for (const step of steps.slice(0, -1)) {
    const path: string = `${at?.path}/${step}`;
    at = at?.folders.find((one) => one.path === path);
  }
  const last = steps.at(-1) ?? '';
  return at?.files.has(last) ? `${at.path}/${last}` : undefined;
}

/** Markdown encodes what is not ASCII in an address; the file has its plain name. */
export function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}
