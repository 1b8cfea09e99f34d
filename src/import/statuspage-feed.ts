import type { Sources } from './history.ts';

/** What its Atom feed calls each notice, by the id that the API gives it: only the links of the feed name that. */
export function entriesIn(sources: Sources): ReadonlyMap<string, string> {
  const entries = [...sources]
    .filter(([file]) => isFeed(file))
    .flatMap(([, text]) => text.split(/<entry\b/).slice(1));
  return new Map(
    entries.flatMap((entry) => {
      const [, called] = /<id>\s*([^<>&\s]{1,300})\s*<\/id>/.exec(entry) ?? [];
      const [, notice] =
        /<link\b[^>]{0,300}\bhref="[^"]{0,300}\/incidents\/([\w-]{1,100})"/.exec(entry) ?? [];
      return called === undefined || notice === undefined ? [] : [[notice, called] as const];
    }),
  );
}

export const isFeed = (file: string): boolean => /\.atom$/i.test(file);
