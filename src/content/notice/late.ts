import { type SectionName, sectionKinds, sectionNames } from '../../model/sections.ts';
import { mayWait } from '../../model/site.ts';
import { type Locale, locales, otherLocale } from '../../model/values.ts';
import { type Content, isDraft } from '../content.ts';
import type { Folder } from '../files.ts';
import { blocksOf } from './blocks.ts';
import type { ReadNotice } from './read.ts';

/** How many texts are still to come in a language, where that may be late: files, or what the other language has said. */
export function lateTexts(
  content: Pick<Content, 'notices' | 'pages' | 'faq' | 'site'>,
  locale: Locale,
): number {
  if (!mayWait(locale, content.site.settings.mayBeLate)) return 0;
  const notices = content.notices.filter((notice) => !isDraft(notice));
  const pages = content.pages.filter((page) => !page.isDraft);
  const folders = [...notices, ...pages, ...(content.faq === undefined ? [] : [content.faq])];
  const files = folders.filter(({ folder }) => isWaitedFor(folder, locale)).length;
  return files + notices.reduce((count, notice) => count + lateBlocks(notice, locale), 0);
}

const isWaitedFor = ({ files }: Folder, locale: Locale): boolean =>
  !files.has(`${locale}.md`) && locales.some((other) => files.has(`${other}.md`));

/** The blocks that the other text has and this one lacks; a section that no fact divides is one. */
function lateBlocks({ texts }: ReadNotice, locale: Locale): number {
  const [own, other] = [texts[locale], texts[otherLocale(locale)]];
  if (own === undefined || other === undefined) return 0;
  const keys = new Set(blocksOf(own).map(({ key }) => key));
  const missing = blocksOf(other).flatMap(({ key }) => (keys.has(key) ? [] : [key]));
  const lacked = missing.map((key) => {
    const name = sectionNames.find((one) => one === key.split('/')[0]);
    return name !== undefined && !own.sections.byName.has(name) && isWhole(name) ? name : key;
  });
  return new Set(lacked).size;
}

const isWhole = (name: SectionName): boolean =>
  sectionKinds[name].headings !== 'times' && sectionKinds[name].headings !== 'ids';
