import { isOpen } from '../../model/incident.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import { questionsPath } from '../../model/urls.ts';
import type { Html, Locale } from '../../model/values.ts';
import type { Part, SectionName } from '../../model/words.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { sectionKey } from '../context/names.ts';
import { type CorrectionNote, correctionsTo } from './corrections.ts';
import { hasSection, lateOrNothing, type ProseView, partIds, wordsOf } from './notice.ts';

/** A section of free words, or the line that stands for it. */
export interface SectionView {
  readonly id: SectionName;
  readonly heading: string;
  readonly prose: ProseView;
  readonly corrections: readonly CorrectionNote[];
}

/** A question or a part of the apology on its own page. */
export interface PartView {
  readonly id: string;
  readonly heading: Html;
  readonly body: Html;
}

export const partView = ({ id, heading, body }: Part): PartView => ({
  id,
  heading: heading.html,
  body: body.html,
});

/** A question, which stands on its own page; in the other language, while its words here are late. */
export interface LinkedPart extends Anchor {
  readonly id: string;
  readonly lang?: Locale;
}

/** The heading of a part, in the other language while this one's is late. */
export function titleOfPart(
  context: LocaleContext,
  notice: AnyNotice,
  section: SectionName,
  id: string,
): { readonly text: string; readonly lang?: Locale } | undefined {
  const { locale, other } = context;
  const own = notice.words[locale]?.sections[section]?.parts.get(id);
  if (own !== undefined) return { text: own.heading.text };
  // A page that has no words at all yet has none of the other language either.
  const theirs = notice.words[locale] && notice.words[other]?.sections[section]?.parts.get(id);
  return theirs && { text: theirs.heading.text, lang: other };
}

/** A section of free words; `undefined` where neither language has it. */
export function sectionView(
  context: LocaleContext,
  notice: AnyNotice,
  id: SectionName,
): SectionView | undefined {
  const words = wordsOf(context, notice);
  if (words === undefined || !hasSection(notice, id)) return undefined;
  const own = words.sections[id];
  const isOver = notice.kind === 'incident' && !isOpen(notice);
  return {
    id,
    heading: context.t(isOver && id === 'now' ? 'section.now_over' : sectionKey(id)),
    prose: own === undefined ? lateOrNothing(context, notice) : { html: own.intro.html },
    corrections: correctionsTo(context, notice, (to) => to.kind === 'section' && to.section === id),
  };
}

/** The questions of a notice, as links to their page. */
export function questionsBox(
  context: LocaleContext,
  notice: AnyNotice,
): { readonly heading: string; readonly items: readonly LinkedPart[] } | undefined {
  if (!hasSection(notice, 'faq')) return undefined;
  const path = context.href(questionsPath(notice, context.locale));
  const section = wordsOf(context, notice)?.sections.faq;
  const items = partIds(notice, 'faq', context.locale).map((id) => ({
    id,
    // A page that is still to come has no questions to lead to.
    href: section === undefined ? path : `${path}#${id}`,
    ...(titleOfPart(context, notice, 'faq', id) ?? { text: context.t('late.question') }),
  }));
  return { heading: context.t('section.faq'), items };
}
