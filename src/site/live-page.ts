import { readRemote, refusal } from './remote.ts';

/** More pages than any history has. */
const mostPages = 200;

/**
 * The files that a live page publishes, by their paths; of lists that come in pages, every page. What stands besides is
 * taken where it is there.
 *
 * @throws UserError (3) where nobody answers, or refuses
 */
export async function livePage(
  address: string,
  published: readonly string[],
  besides: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const base = address.replace(/\/api\/v2(?:\/.*)?$/, '').replace(/\/+$/, '');
  const files = new Map<string, string>();
  for (const path of published) {
    let before: string | undefined;
    for (let page = 1; page <= mostPages; page += 1) {
      const answer = await readRemote(base, page === 1 ? path : `${path}?page=${page}`);
      if (answer !== undefined && answer.status >= 400 && page === 1)
        throw refusal(`${base}/${path}`, answer);
      const found = answer?.status === 200 ? answer.text : undefined;
      // A page of files gives the same again, and one without more gives an empty list.
      if (found === undefined || (before !== undefined && idsOf(found) === idsOf(before))) break;
      files.set(page === 1 ? path : `${path}?page=${page}`, found);
      if (!/incidents|maintenances/.test(path) || idsOf(found) === '') break;
      before = found;
    }
  }
  for (const path of besides) {
    const answer = await readRemote(base, path);
    if (answer?.status === 200) files.set(path, answer.text);
  }
  return files;
}

/** The ids in a list, whatever else changes from one answer to the next. */
const idsOf = (json: string): string =>
  [...json.matchAll(/"id":\s*"([^"]*)"/g)].map(([, id]) => id).join(' ');
