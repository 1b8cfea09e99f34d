import type { Content, Linked } from '../../content/content.ts';
import type { Images } from '../../content/links/images.ts';
import type { Links } from '../../content/links/resolve.ts';
import type { ReadNotice } from '../../content/notice/read.ts';
import type { Problem } from '../../model/problem.ts';
import type { Locale } from '../../model/values.ts';

/** What was asked of the rest of the site, and the answers. */
export interface Answers {
  readonly links: readonly (readonly [href: string, locale: Locale, answer: ReturnType<Links['resolve']>])[];
  readonly images: readonly (readonly [file: string, answer: ReturnType<Images['measure']>])[];
}

/** How the checks of a notice see the content. */
export interface Watch {
  /** The content as the checks see it. */
  readonly content: Content;
  readonly around: (check: () => readonly Problem[]) => readonly Problem[];
}

/** A watch that tells what it saw. */
interface Watched extends Watch {
  readonly answers: Answers;
  /** Whether only what the answers hold was asked, and what all notices rest on. */
  readonly isOwn: () => boolean;
  /** Whether something was found by the clock. */
  readonly isTimely: () => boolean;
}

/** What the notice's checks may ask of the rest without being asked again. */
const own: ReadonlySet<string | symbol> = new Set(['site', 'clock', 'glossary', 'agreed', 'phrases']);

/** Follows what is asked of the rest of the site while a notice is checked and rendered. */
export function watch(content: Content, notice: Linked<ReadNotice>): Watched {
  const links: [string, Locale, ReturnType<Links['resolve']>][] = [];
  const images: [string, ReturnType<Images['measure']>][] = [];
  let isOwn = true;
  let isTimely = false;
  let looked = false;
  const pairs = content.agreed.get(notice.id);
  const instead = {
    agreed: new Map(pairs === undefined ? [] : [[notice.id, pairs]]),
    links: {
      resolve(href, from, locale) {
        const answer = content.links.resolve(href, from, locale);
        if (from.folder !== notice.folder.path) isOwn = false;
        links.push([href, locale, answer]);
        return answer;
      },
    } satisfies Links,
    images: {
      measure(file) {
        const answer = content.images.measure(file);
        images.push([file, answer]);
        return answer;
      },
    } satisfies Images,
  };
  const watched = new Proxy(content, {
    get(target, name) {
      if (name === 'clock') looked = true;
      if (Object.hasOwn(instead, name)) return Reflect.get(instead, name);
      if (!own.has(name)) isOwn = false;
      return Reflect.get(target, name);
    },
  });
  return {
    content: watched,
    answers: { links, images },
    isOwn: () => isOwn,
    isTimely: () => isTimely,
    around(check: () => readonly Problem[]) {
      looked = false;
      const found = check();
      if (looked && found.length > 0) isTimely = true;
      return found;
    },
  };
}

/** Whether the rest of the site would answer the same. */
export const isStillSo = (
  { links, images }: Answers,
  notice: Linked<ReadNotice>,
  content: Content,
): boolean =>
  links.every(([href, locale, answer]) => same(content.links.resolve(href, notice.target, locale), answer)) &&
  images.every(([file, answer]) => same(content.images.measure(file), answer));

const same = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
