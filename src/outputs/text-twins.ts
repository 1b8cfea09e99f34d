import { eventsOf } from '../model/events.ts';
import { sectionNames } from '../model/sections.ts';
import { type AnyNotice, goesOn } from '../model/site-index.ts';
import { noticePath, outputOf, textPath } from '../model/urls.ts';
import { locales } from '../model/values.ts';
import type { Section, SectionName } from '../model/words.ts';
import type { LocaleContext } from '../pages/context/locale-context.ts';
import { sectionKey, titleOf } from '../pages/context/names.ts';
import { textOf } from '../pages/context/rich-text.ts';
import { maintenanceFacts } from '../pages/kinds/maintenance.ts';
import { apologySentence } from '../pages/parts/apology-box.ts';
import { noticeBadge } from '../pages/parts/badge.ts';
import { detailFacts, type Fact, mainFacts } from '../pages/parts/fact-list.ts';
import { hasSection } from '../pages/parts/notice.ts';
import { commitmentView, creditView, type ObligationView } from '../pages/parts/obligation.ts';
import { newsOf } from './news.ts';
import type { Output, OutputContext } from './output.ts';
import { plainText } from './plain.ts';

/** Each notice in plain text beside its page, made when asked: for a call centre, a terminal, a voice. */
export const textTwins = ({ contexts }: OutputContext): readonly Output[] =>
  locales.flatMap((locale) =>
    contexts[locale].siteIndex.notices.map((notice) => ({
      path: outputOf(textPath(noticePath(notice, locale))),
      notice,
      locale,
      get content() {
        return twinOf(contexts[locale], notice);
      },
    })),
  );

function twinOf(context: LocaleContext, notice: AnyNotice): string {
  const { locale, absolute, site } = context;
  const words = notice.words[locale];
  const facts =
    notice.kind === 'incident'
      ? [...mainFacts(context, notice), ...detailFacts(context, notice)]
      : maintenanceFacts(context, notice);
  const paragraphs = [
    `# ${titleOf(context, notice)}`,
    lines([noticeBadge(context, notice).word, ...facts.map((fact) => factLine(context, fact))]),
    words?.summary ?? lateLine(context, notice),
    words?.intro.text ?? '',
    ...sectionNames.flatMap((name) => ofFacts[name]?.(context, notice) ?? free(context, notice, name)),
    ...sources(context, notice),
    lines([
      ...(goesOn(notice, context.now.epoch)
        ? [textOf(context.sentence('home.as_of', { at: context.on(context.now) }))]
        : []),
      absolute(noticePath(notice, locale)),
      context.text(site.organization),
    ]),
  ];
  return `${plainText(
    paragraphs
      .map((one) => one.trim())
      .filter(Boolean)
      .join('\n\n'),
  )}\n`;
}

/** What stands in place of words that are still to come, with the address of the other language's. */
const lateLine = ({ t, absolute, other }: LocaleContext, notice: AnyNotice): string =>
  `${t('late.text')} ${t('news.fact', { term: t('late.link'), text: absolute(noticePath(notice, other)) })}`;

const lines = (all: readonly string[]): string => all.join('\n');

const factLine = ({ t }: LocaleContext, { term, text, badge }: Fact): string =>
  t('news.fact', { term, text: badge?.word ?? textOf(text) });

/** The sections that answer to facts: those stand first, the words below them. */
const ofFacts: {
  readonly [S in SectionName]?: (context: LocaleContext, notice: AnyNotice) => readonly string[];
} = {
  timeline,
  apology,
  credits: (context, notice) =>
    notice.kind === 'maintenance'
      ? []
      : owed(
          context,
          notice,
          'credits',
          notice.credits.map((one) => creditView(context, notice, one)),
        ),
  commitments: (context, notice) =>
    notice.kind === 'maintenance'
      ? []
      : owed(
          context,
          notice,
          'commitments',
          notice.commitments.map((one) => commitmentView(context, notice, one)),
        ),
  corrections,
};

const headed = (heading: string, paragraphs: readonly string[]): readonly string[] =>
  paragraphs.some((one) => one !== '') ? [`## ${heading}`, ...paragraphs] : [];

/** Words without facts: what stands under the heading, then each question or part with its own. */
function free(context: LocaleContext, notice: AnyNotice, name: SectionName): readonly string[] {
  const words = notice.words[context.locale];
  const section = words?.sections[name];
  if (section === undefined) {
    const isLate = words !== undefined && hasSection(notice, name);
    return isLate ? headed(context.t(sectionKey(name)), [lateLine(context, notice)]) : [];
  }
  return headed(context.t(sectionKey(name)), [section.intro.text, ...partsOf(section)]);
}

/** What a section says before its parts. */
const introOf = ({ locale }: LocaleContext, notice: AnyNotice, name: SectionName): string =>
  notice.words[locale]?.sections[name]?.intro.text ?? '';

const partsOf = ({ parts }: Section): readonly string[] =>
  [...parts.values()].flatMap(({ heading, body }) => [`### ${heading.text}`, body.text]);

function timeline(context: LocaleContext, notice: AnyNotice): readonly string[] {
  const { t } = context;
  const entries = eventsOf(notice, context.now.epoch).flatMap((event) => {
    if (event.kind === 'moved') return [newsOf(context, { notice, event }).text];
    if (event.kind !== 'update') return [];
    const { at, phase } = event.entry;
    return [
      `### ${textOf(context.at(at, 'label'))} – ${t(`phase.${phase}`)}`,
      newsOf(context, { notice, event }).text,
    ];
  });
  return headed(t('section.timeline'), [introOf(context, notice, 'timeline'), ...entries]);
}

function apology(context: LocaleContext, notice: AnyNotice): readonly string[] {
  if (notice.kind === 'maintenance' || notice.apology === undefined) return [];
  return [
    ...headed(context.t('section.apology'), [textOf(apologySentence(context, notice))]),
    ...free(context, notice, 'apology').slice(1),
  ];
}

function owed(
  context: LocaleContext,
  notice: AnyNotice,
  name: 'credits' | 'commitments',
  items: readonly ObligationView[],
): readonly string[] {
  const section = notice.words[context.locale]?.sections[name];
  const said = items.flatMap(({ id, title, badge, when, cells, how, prose }) => [
    lines([
      `### ${title} (${[badge.word, textOf(when)].join(' ').trim()})`,
      ...cells.map((fact) => factLine(context, fact)),
      ...(how === undefined ? [] : [factLine(context, how)]),
    ]),
    prose.late === undefined ? (section?.parts.get(id)?.body.text ?? '') : lateLine(context, notice),
  ]);
  return headed(context.t(sectionKey(name)), [introOf(context, notice, name), ...said]);
}

function corrections(context: LocaleContext, notice: AnyNotice): readonly string[] {
  const said = notice.corrections.flatMap(({ at, anchor }) => [
    textOf(context.sentence('correction.at', { at: context.on(at) })),
    notice.words[context.locale]?.sections.corrections?.parts.get(anchor)?.body.text ?? '',
  ]);
  return headed(context.t('section.corrections'), [introOf(context, notice, 'corrections'), ...said]);
}

function sources(context: LocaleContext, notice: AnyNotice): readonly string[] {
  return headed(
    context.t('section.sources'),
    notice.sources.map(({ title, publisher, date, url }) =>
      [title, publisher, ...(date === undefined ? [] : [textOf(context.date(date))]), url]
        .filter((one) => one !== undefined)
        .join(', '),
    ),
  );
}
