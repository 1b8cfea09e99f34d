import {
  apiPath,
  calendarPath,
  feedPath,
  homePath,
  listPath,
  lists,
  noticePath,
  textPath,
} from '../model/urls.ts';
import { type Contexts, inOrder, type LocaleContext } from '../pages/context/locale-context.ts';
import { titleOf } from '../pages/context/names.ts';
import { headline } from '../pages/parts/status.ts';
import type { Output, OutputContext } from './output.ts';
import { plainText } from './plain.ts';

/** How many notices are named, the newest first: each is there in plain text. */
const most = 20;

/** `llms.txt` (llmstxt.org): what there is for a language model to read, in both languages. */
export const llms = ({ contexts }: OutputContext): readonly Output[] => [
  { path: 'llms.txt', content: plainText(textOf(contexts)) },
];

function textOf(contexts: Contexts): string {
  const [first] = inOrder(contexts);
  const { site } = contexts;
  const names = new Set(inOrder(contexts).map(({ text }) => text(site.name)));
  return [
    `# ${oneLine([...names].join(' – '))}`,
    ...(site.description ? [`> ${oneLine(first.text(site.description))}`] : []),
    ...inOrder(contexts).flatMap(partOf),
    '',
  ].join('\n\n');
}

function partOf(context: LocaleContext): readonly string[] {
  const { t, text, locale, absolute, site, siteIndex } = context;
  const home = homePath(locale);
  const link = (name: string, path: string) => `- [${bracketed(name)}](${absolute(path)})`;
  const notices = siteIndex.notices
    .filter(({ words }) => words[locale] !== undefined)
    .slice(0, most)
    .map((notice) => link(titleOf(context, notice), textPath(noticePath(notice, locale))));
  return [
    `## ${oneLine(text(site.organization))} (${locale})`,
    headline(context),
    [
      link(t('nav.home'), home),
      ...lists
        .filter((list) => list !== 'faq' || site.faq)
        .map((list) => link(t(`nav.${list}`), listPath(list, locale))),
      link('Statuspage API v2', apiPath(locale, 'summary')),
      link('Atom', feedPath(home)),
      link('iCalendar', calendarPath(locale)),
    ].join('\n'),
    ...(notices.length === 0 ? [] : [notices.join('\n')]),
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const bracketed = (text: string): string => oneLine(text).replace(/[[\]\\]/g, '\\$&');
