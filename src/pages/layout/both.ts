import { homePath, iconPath, root } from '../../model/urls.ts';
import { languageTags } from '../context/link.ts';
import { type Contexts, inOrder, type LocaleContext } from '../context/locale-context.ts';
import { feedOf, policyIn, timesIn } from './layout.ts';
import { metadataOf } from './metadata.ts';
import { accentOf, contactOf, headerOf, logoIn, speakerOf } from './speaker.ts';

/** What stands once on a page of both languages. */
export function layoutOfBoth(contexts: Contexts, path: string | undefined, title: string) {
  const [first, second] = inOrder(contexts);
  return {
    lang: languageTags[first.locale],
    ...policyIn(first),
    title,
    ...(path === undefined ? {} : { canonical: first.absolute(path) }),
    description: [first, second]
      .map((one) => one.text(first.site.description ?? first.site.name))
      .join(' – '),
    alternates: [
      ...[first, second].map((one) => ({
        hreflang: languageTags[one.locale],
        href: first.absolute(homePath(one.locale)),
      })),
      { hreflang: 'x-default', href: first.absolute(root) },
    ],
    feeds: path === undefined ? [] : [feedOf(first), feedOf(second)],
    indexed: path !== undefined,
    ...accentOf(first),
    ...headerOf(first),
    ...logoIn(first),
    icon: first.href(iconPath),
    ...timesIn(first, first.siteIndex.open.length > 0 && 'promise'),
    ...(path === undefined
      ? {}
      : { metadata: metadataOf(first, undefined, { lang: languageTags[first.locale], title, crumbs: [] }) }),
  };
}

/** What a half of a page of both languages has around its content. */
export const halfOf = (context: LocaleContext) => ({
  lang: languageTags[context.locale],
  site: context.text(context.site.name),
  ...speakerOf(context),
  organization: context.text(context.site.organization),
  ...(context.site.notice === undefined ? {} : { notice: context.text(context.site.notice) }),
  contact: contactOf(context),
});
