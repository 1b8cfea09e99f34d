import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { compareText } from '../../model/problem.ts';
import { outputOf, searchIndex, searchScript } from '../../model/urls.ts';
import { locales } from '../../model/values.ts';
import type { Output } from '../../outputs/output.ts';
import type { Cache } from '../cache/cache.ts';
import { readView } from './views.ts';
import type { Recorded } from './write.ts';

/** What a page's content is marked with: whatever has it is found, and nothing else. */
const mark = 'data-pagefind-body';

/** Inside a page's content, what would only get in the way of its excerpts; `nav` is left out by Pagefind. */
const aside = ['.state', '.order', '.badge', '.facts', '.outcome'];

/** Pagefind also brings interfaces of its own, which no page of ours uses. */
const isOurs = (path: string): boolean => !/^pagefind-/.test(path) || path === 'pagefind-entry.json';

/** How many pages are handed over before their answers are awaited. */
const batch = 64;

/** The files of the search, which belong below the folder that the documents stand in; made before, where they are all as they were. */
export async function searchFiles(
  directory: string,
  documents: readonly Pick<Recorded, 'path' | 'sha256'>[],
  { cache, signal }: { readonly cache?: Cache | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly Output[]> {
  const store = cache?.store('search');
  const files = await inTurn(documents, async (own) => {
    const key = cache?.keyOf(JSON.stringify(own.map(({ path, sha256 }) => [path, sha256]))) ?? '';
    const bytes = store?.get(key);
    if (bytes !== undefined) {
      const kept: readonly Output[] = deserialize(bytes);
      return kept;
    }
    const paths = own.map(({ path }) => path);
    const made = await indexed(directory, paths, signal);
    store?.set(key, serialize(made));
    return made;
  });
  store?.save();
  return files;
}

/**
 * Makes the search of each language from documents that stand in a folder, and gives its files, which belong below it. The
 * same pages give the same bytes: they are handed over one after the other in the order of their paths (Pagefind gives
 * its files in no order). Throws where Pagefind refuses one.
 */
export const indexSearch = (directory: string, documents: readonly string[]): Promise<readonly Output[]> =>
  inTurn(
    documents.map((path) => ({ path })),
    (own) =>
      indexed(
        directory,
        own.map(({ path }) => path),
      ),
  );

/** One language after the other: Pagefind holds all pages at once, some 100 kB for each. */
async function inTurn<T extends { readonly path: string }>(
  documents: readonly T[],
  index: (own: readonly T[]) => Promise<readonly Output[]>,
): Promise<readonly Output[]> {
  const files = new Map<string, Output>();
  for (const locale of locales) {
    for (const file of await index(documents.filter(({ path }) => path.startsWith(`${locale}/`)))) {
      const other = files.get(file.path);
      files.set(file.path, file.path === entryFile && other !== undefined ? bothIn(other, file) : file);
    }
  }
  const script = { path: outputOf(searchScript), content: readView('scripts/search.js') };
  return [script, ...[...files.values()].sort((a, b) => compareText(a.path, b.path))];
}

/** Names the languages; all other files are those of one, or the same for each. */
const entryFile = outputOf(`${searchIndex}pagefind-entry.json`);

function bothIn(first: Output, second: Output): Output {
  const [one, other] = [first, second].map(({ content }): { readonly languages: object } =>
    JSON.parse(Buffer.from(content).toString()),
  );
  const languages = { ...one?.languages, ...other?.languages };
  return { path: entryFile, content: JSON.stringify({ ...one, languages }) };
}

async function indexed(
  directory: string,
  documents: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Output[]> {
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ excludeSelectors: [...aside] });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join(' ')}`);
  try {
    for (const group of groupsOf(documents.toSorted(compareText), batch)) {
      signal?.throwIfAborted();
      const answers = group.map((sourcePath) => {
        const content = readFileSync(join(directory, sourcePath), 'utf8');
        if (!content.includes(mark)) return undefined;
        return index.addHTMLFile({ sourcePath, content: apart(known(content)) });
      });
      for (const answer of await Promise.all(answers)) refuse(answer?.errors ?? []);
    }
    const { files, errors: failures } = await index.getFiles();
    refuse(failures);
    return files
      .filter(({ path }) => isOurs(path))
      .map(({ path, content }) => ({ path: outputOf(searchIndex + path), content }));
  } finally {
    await close();
  }
}

/**
 * Of a document its language and content, which is all that is found: with what the search knows of it, as Pagefind
 * reads it, and the names in its facts as its last words.
 */
function known(document: string): string {
  const [html = ''] = /<html [^>]*>/.exec(document) ?? [];
  const content = document.slice(document.indexOf('<main '), document.lastIndexOf('</main>'));
  const [main = ''] = /<main [^>]*>/.exec(content) ?? [];
  // A heading may rest on what stands around it: « Nos excuses » says nothing in a list.
  const [, name = ''] = /<meta property="og:title" content="([^"]*)">/.exec(document) ?? [];
  const said = (name: string): string => new RegExp(` data-${name}="([^"]*)"`).exec(main)?.[1] ?? '';
  const metas = (kind: 'meta' | 'filter' | 'sort', name: string, values: readonly string[]): string =>
    values
      .filter((value) => value !== '')
      .map((value) => `<meta data-pagefind-${kind}="${name}[content]" content="${value}">`)
      .join('');
  const head =
    metas('meta', 'title', [name]) +
    metas('meta', 'state', [said('state')]) +
    metas('meta', 'date', [said('date')]) +
    metas('sort', 'date', [said('day')]) +
    metas('filter', 'year', [said('day').slice(0, 4)]) +
    metas('filter', 'service', said('services').split(' ')) +
    metas('filter', 'region', said('regions').split(' '));
  const facts = content.match(/<dl class="facts">.*?<\/dl>/gs)?.join('') ?? '';
  const names = new Set([...facts.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, name = '']) => name));
  const last = names.size > 0 ? `<p>${[...names].join(', ')}</p>` : '';
  return `<!doctype html>${html}<head>${head}</head><body>${content}${last}</main></body></html>`;
}

/** What French elides before a vowel. A whole word like « aujourd’hui » or « presqu’île » is none of these. */
const elided = /(?<!\p{L})((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)’)(?=\p{L})/giu;

/** Pagefind takes « l’oxygène » for one word: in French a hair space, which the search's script takes out, parts it. */
const apart = (document: string): string =>
  document.includes('<html lang="fr') ? document.replace(elided, '$1\u200a') : document;

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join(' ')}`);
}

function* groupsOf<T>(items: readonly T[], size: number): Iterable<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
