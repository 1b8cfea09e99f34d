import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { published } from '../../content/links/images.ts';
import type { Use } from '../../model/hosts.ts';
import { compareText } from '../../model/problem.ts';
import type { Asset, Site } from '../../model/site.ts';
import { outputOf, timesScript } from '../../model/urls.ts';
import type { Instant } from '../../model/values.ts';
import { outputs } from '../../outputs/index.ts';
import type { Output } from '../../outputs/output.ts';
import { contextsOf } from '../../pages/context/locale-context.ts';
import type { Page } from '../../pages/page.ts';
import { pages } from '../../pages/pages.ts';
import { foundByInputs, type KnownPage } from '../cache/by-inputs.ts';
import { openCache } from '../cache/cache.ts';
import { documentsIn, type Examined, type Found } from '../cache/pages.ts';
import { inspectHtml } from '../verify/inspect-html.ts';
import { FaultySite, verifierOf } from '../verify/verify.ts';
import { cardsOf } from './cards.ts';
import { manifestName, manifestOf, promisedBy } from './manifest.ts';
import { createViewRenderer } from './render.ts';
import { searchOf } from './search.ts';
import { soughtIn } from './sought.ts';
import { isForHost, useOfSite } from './use.ts';
import { readView } from './views.ts';
import { type HeavyPage, weigh } from './weight.ts';
import { type FileHash, type Standing, writerIn } from './write.ts';

/** A sound content folder at one moment. */
export interface BuildInput {
  readonly site: Site;
  readonly now: Instant;
  /** A folder that keeps between builds what is slow to make; without it, everything is made anew. */
  readonly cache?: string;
  /** Whether documents are kept too: not where something after us has its say in them. */
  readonly keepsPages?: boolean;
  /** The files that stand in the folder already. */
  readonly standing?: Standing;
}

/** Who follows a build, and may end it. */
export interface Follower {
  /** Called before each page, so that a command can say how far it is. */
  readonly progress?: (done: number, of: number) => void;
  /** Ends the build before its next page. */
  readonly signal?: AbortSignal;
}

/** What was written. */
export interface BuildResult {
  readonly pages: number;
  readonly files: number;
  readonly heavy: readonly HeavyPage[];
  /** What the host is asked to hold. */
  readonly use: Use;
}

/** Where a page is written, below the folder of the site: `en/incidents/index.html`. */
export const fileOf = ({ path }: Pick<Page, 'path'>): string => outputOf(decodeURI(path));

/** One build: what Eleventy renders and copies, and what is written once it has. */
export interface SiteBuild {
  /** The pages to render, in the order of their files. */
  readonly pages: readonly Page[];
  /** The images that Eleventy can copy. */
  readonly images: readonly Asset[];
  /** The document of a page, which is verified and weighed. */
  readonly render: (page: Page) => Promise<string>;
  /** Records what stands in the file of a page. */
  readonly record: (page: Page, document: string) => void;
  /**
   * Writes the machines' files, the search, the cards and the list of them all beside the pages.
   * @throws FaultySite where what was written may not be published
   */
  readonly finish: () => Promise<BuildResult>;
}

/** What makes a pattern of a file's name: Eleventy would copy it elsewhere. */
const pattern = /[*?[\]{}()!+@|\\]/;

/** Eleventy leaves out names with a dot; what is published as it is, is written with the machines' files. */
const isCopy = ({ path, file, isRewritten }: Asset): boolean =>
  path.startsWith('/images/') && !isRewritten && !pattern.test(file);

const targetOf = ({ path }: Asset): string => outputOf(decodeURI(path));

/** How many pages are rendered before the machine may do something else: answer a reader, or an interruption. */
const breath = 16;

/** Prepares a build whose pages Eleventy writes into this folder. */
export function siteBuildOf(
  { site, now, cache: folder, keepsPages = false, standing }: BuildInput,
  directory: string,
  { progress, signal }: Follower = {},
): SiteBuild {
  const contexts = contextsOf(site, now);
  const all = pages(contexts);
  const renderer = createViewRenderer();
  const writer = writerIn(directory, standing);
  const verifier = verifierOf(site);
  const search = searchOf();
  const heavy: HeavyPage[] = [];
  const cache = openCache(folder);
  const documents = cache !== undefined && keepsPages ? documentsIn(cache) : undefined;
  const views = documents && cache && foundByInputs<KnownPage>(cache, 'views', contexts);
  const texts = cache && foundByInputs<FileHash>(cache, 'texts', contexts);
  const cards = cardsOf(contexts, cache);
  /** The documents that are as they were: Eleventy is not asked for them. */
  const kept = new Map<Page, string>();
  const remembered = new Set<Page>();
  if (documents?.isEmpty === false) {
    for (const page of all) {
      const known = views?.get(page)?.document;
      const isKnown = known !== undefined && documents.has(known);
      const key = isKnown ? known : documents.keyOf(page, page.view());
      if (documents.has(key)) kept.set(page, key);
      if (isKnown) remembered.add(page);
    }
  }
  const remember = (page: Page, document: string, { heavy: tooMuch }: Pick<Examined, 'heavy'>) => {
    if (!remembered.has(page)) views?.set(page, { document, ...(tooMuch && { heavy: tooMuch }) });
  };
  const note = (page: Page, { seen, heavy: tooMuch, sought }: Found) => {
    verifier.add(page, seen);
    if (sought !== undefined) search.add(page.path, sought);
    if (tooMuch !== undefined) heavy.push({ ...tooMuch, path: page.path });
  };
  const make = (page: Page): string => {
    const view = page.view();
    const document = renderer(page.kind, view);
    const tooMuch = weigh(page, document);
    const sought = keepsPages ? soughtIn(document) : undefined;
    const found = {
      seen: inspectHtml(document),
      ...(tooMuch && { heavy: tooMuch }),
      ...(sought && { sought }),
    };
    if (documents !== undefined) {
      const key = documents.keyOf(page, view);
      documents.set(key, document, found);
      remember(page, key, found);
    }
    note(page, found);
    return document;
  };
  const toRender = all
    .filter((page) => !kept.has(page))
    .toSorted((a, b) => compareText(fileOf(a), fileOf(b)));
  const images = site.assets.filter(isCopy);
  for (const path of [...toRender.map(fileOf), ...images.map(targetOf)]) writer.clear(path);
  let done = 0;
  return {
    pages: toRender,
    images,
    async render(page) {
      if (done % breath === 0) await setImmediate();
      signal?.throwIfAborted();
      progress?.(done, toRender.length);
      done += 1;
      return make(page);
    },
    record(page, document) {
      writer.record(fileOf(page), document);
      // What has its say in documents has it in what is found.
      const sought = keepsPages ? undefined : soughtIn(document);
      if (sought !== undefined) search.add(page.path, sought);
    },
    async finish() {
      const write = (path: string, content: string | Uint8Array, sha256?: string) => {
        signal?.throwIfAborted();
        return writer.write(path, content, sha256);
      };
      let copied = 0;
      for (const [page, key] of kept) {
        if (copied % breath === 0) await setImmediate();
        copied += 1;
        const one = documents?.get(key);
        if (one !== undefined && writer.keep(fileOf(page), one)) {
          note(page, one);
          remember(page, key, one);
          continue;
        }
        const document = one && documents?.documentOf(key);
        if (one === undefined || document === undefined) {
          write(fileOf(page), make(page));
          continue;
        }
        note(page, one);
        remember(page, key, one);
        write(fileOf(page), document, one.sha256);
      }
      documents?.save();
      cache?.tidy();
      views?.save();
      for (const asset of site.assets) {
        const { file, isRewritten } = asset;
        const target = targetOf(asset);
        const content = isRewritten ? published(file, readFileSync(file)) : readFileSync(file);
        // A development server may read the source instead of a copy.
        const isCopied = isCopy(asset) && existsSync(join(directory, target));
        if (isCopied) writer.record(target, content);
        else write(target, content);
      }
      const promised: Pick<Output, 'feeds' | 'uids'>[] = [];
      const forHost: Output[] = [];
      for (const output of outputs({ contexts, pages: all, styles: verifier.styles })) {
        promised.push({ feeds: output.feeds, uids: output.uids });
        if (isForHost(output)) forHost.push(output);
        const known = texts?.get(output);
        if (known !== undefined && writer.keep(output.path, known)) continue;
        const { size, sha256 } = write(output.path, output.content);
        texts?.set(output, { size, sha256 });
        await setImmediate();
      }
      texts?.save();
      write(outputOf(timesScript), readView('scripts/times.js'));
      for (const { path, content } of search.files()) {
        write(path, content);
        await setImmediate();
      }
      for await (const { path, content } of cards()) {
        write(path, content);
        await setImmediate();
      }
      const files = writer.recorded();
      const violations = verifier.violations(new Set(files.map(({ path }) => path)));
      if (violations.length > 0) throw new FaultySite(violations);
      write(manifestName, manifestOf(site, now, promisedBy(site, all, promised), files));
      writer.prune();
      return { pages: all.length, files: files.length + 1, heavy, use: useOfSite(files, forHost) };
    },
  };
}
