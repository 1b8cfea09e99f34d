import {
  type RenderOptions,
  type Resolve,
  renderLine,
  renderProse,
} from '../../language/markdown/markdown.ts';
import { typeset } from '../../language/typography/typography.ts';
import { isFault } from '../../model/problem.ts';
import { isOfTimes, type SectionName, sectionKinds } from '../../model/sections.ts';
import type { Settings } from '../../model/site.ts';
import { imagePath } from '../../model/urls.ts';
import type { Locale } from '../../model/values.ts';
import type { Part, Section, Words } from '../../model/words.ts';
import type { Division, Document } from '../document/document.ts';
import { isEmpty } from '../document/sections.ts';
import type { Folder } from '../files.ts';
import { decoded, fileIn } from '../links/files.ts';
import type { Images } from '../links/images.ts';
import type { Links } from '../links/resolve.ts';
import type { Target } from '../links/targets.ts';
import type { ReadNotice, Text } from '../notice/read.ts';

/** What rendering needs of the whole site. */
export interface RenderContext {
  readonly settings: Pick<Settings, 'base' | 'typography'>;
  readonly links: Links;
  readonly images: Images;
}

/** The words of a notice in one language; `undefined` where its front matter has errors. */
export function wordsOf(
  notice: ReadNotice,
  text: Text,
  locale: Locale,
  target: Target,
  context: RenderContext,
): Words | undefined {
  const { document, sections, matched } = text;
  const front = document.sound;
  if (front === undefined) return undefined;
  const options = { ...renderOptions(document, notice.folder, notice.id, target, context), scope: notice.id };
  const rendered: { [S in SectionName]?: Section } = {};
  for (const section of sections.byName.values()) {
    const { name, whole, opening } = section;
    if (isEmpty(whole) && section.parts.length === 0) continue;
    const parts =
      matched.parts.get(name) ??
      new Map(section.parts.map((part, index) => [part.heading.id ?? `${name}-${index + 1}`, part]));
    // On a page of its own a section's headings rise by one level.
    const inner = sectionKinds[name].ownPage !== undefined ? { ...options, shift: -1 } : options;
    rendered[name] = {
      intro: renderProse(section.parts.length === 0 && parts.size === 0 ? whole : opening, inner),
      parts: new Map(
        [...parts]
          .filter(([, part]) => !isUnwritten(name, part))
          .map(([id, part]) => [id, partOf(id, part, inner)]),
      ),
    };
  }
  return {
    title: typeset(front.title, locale, context.settings.typography),
    summary: typeset(front.summary, locale, context.settings.typography),
    slug: front.slug ?? notice.id,
    aliases: front.aliases ?? [],
    intro: renderProse(sections.opening, options),
    sections: rendered,
  };
}

/** A heading over nothing is a text that is late. */
const isUnwritten = (name: SectionName, part: Division): boolean =>
  (isOfTimes(name) || sectionKinds[name].headings === 'questions') && isEmpty(part.block);

export function partOf(id: string, { heading, block, shorts }: Division, options: RenderOptions): Part {
  const part = { id, heading: renderLine(heading.inline, options), body: renderProse(block, options) };
  if (shorts === undefined) return part;
  const texts = shorts.map(({ kind, block }) => [kind, renderProse(block, options).text]);
  return { ...part, shorts: Object.fromEntries(texts) };
}

/** How the blocks of a text are rendered: in its language, with its links and its images, which `name` holds. */
export function renderOptions(
  { locale }: Document<unknown>,
  folder: Folder,
  name: string,
  target: Target,
  { settings, links, images }: RenderContext,
): RenderOptions {
  const resolve: Resolve = {
    link: (href) => {
      const link = links.resolve(href, target, locale);
      return isFault(link) ? undefined : link.address;
    },
    image: (source) => {
      const file = fileIn(folder, decoded(source));
      const size = file === undefined ? undefined : images.measure(file);
      if (size === undefined || isFault(size)) return undefined;
      const { width, height } = size;
      return { src: settings.base + imagePath(name, decoded(source)), width, height };
    },
  };
  return { locale, profile: settings.typography, resolve };
}
