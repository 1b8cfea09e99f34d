import { readFileSync } from 'node:fs';
import type { Site } from '../../model/site.ts';
import { outputOf, timesScript } from '../../model/urls.ts';
import type { Instant } from '../../model/values.ts';
import { outputs } from '../../outputs/index.ts';
import { contextsOf } from '../../pages/context/locale-context.ts';
import { pages } from '../../pages/pages.ts';
import { type Violation, verifierOf } from '../verify/verify.ts';
import { drawnCards } from './cards.ts';
import { manifestName, manifestOf } from './manifest.ts';
import { createRenderer } from './render.ts';
import { indexSearch } from './search.ts';
import { readView } from './views.ts';
import { type HeavyPage, weigh } from './weight.ts';
import { writerIn } from './write.ts';

/** A sound content folder at one moment. */
export interface BuildInput {
  readonly site: Site;
  readonly now: Instant;
  /** A folder that keeps between builds what is slow to make; without it, everything is made anew. */
  readonly cache?: string;
}

/** Told before each page and each step, so that a command can say how far it is. */
export type Progress = (done: number, of: number) => void;

/** What was written. */
export interface BuildResult {
  readonly pages: number;
  readonly files: number;
  readonly heavy: readonly HeavyPage[];
}

/**
 * Writes the whole site into a folder: one page after the other, so that no more than one is in memory, then the
 * images, the machines' files, the search and the list of them all. Throws a `FaultySite` where what it wrote may not
 * be published.
 */
export async function generate(
  { site, now, cache }: BuildInput,
  directory: string,
  progress: Progress = () => {},
): Promise<BuildResult> {
  const contexts = contextsOf(site, now);
  const all = pages(contexts);
  const render = createRenderer();
  const writer = writerIn(directory);
  const verifier = verifierOf(site);
  const heavy: HeavyPage[] = [];
  for (const [done, page] of all.entries()) {
    progress(done, all.length);
    const html = render(page);
    verifier.add(page, html);
    const tooMuch = weigh(page, html);
    if (tooMuch !== undefined) heavy.push(tooMuch);
    writer.write(outputOf(decodeURI(page.path)), html);
  }
  for (const { path, file } of site.assets) writer.write(outputOf(decodeURI(path)), readFileSync(file));
  for (const { path, content } of outputs({ contexts, pages: all, styles: verifier.styles() })) {
    writer.write(path, content);
  }
  writer.write(outputOf(timesScript), readView('scripts/times.js'));
  for (const { path, content } of await indexSearch(directory)) writer.write(path, content);
  for await (const { path, content } of drawnCards(contexts, cache)) writer.write(path, content);
  const files = writer.record();
  const violations = verifier.violations(new Set(files.map(({ path }) => path)));
  if (violations.length > 0) throw new FaultySite(violations);
  writer.write(manifestName, manifestOf(site, now, all, files));
  return { pages: all.length, files: files.length + 1, heavy };
}

/** What was written breaks a promise that every page makes: a fault of the program. */
export class FaultySite extends Error {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const told = violations.slice(0, 20).map(({ check, path, found }) => `${check}: ${path}: ${found}`);
    super([`${violations.length} broken promises`, ...told].join('\n'));
    this.violations = violations;
  }
}
