import type { Incident } from '../../model/incident.ts';
import type { Correction } from '../../model/notice.ts';
import { sectionKinds } from '../../model/sections.ts';
import type { AnyNotice } from '../../model/site-index.ts';
import type { CivilDate } from '../../model/values.ts';
import type { SectionName } from '../../model/words.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { sectionKey } from '../context/names.ts';
import type { RichText } from '../context/rich-text.ts';
import { hasSection, lateOrNothing, type ProseView } from './notice.ts';

/** What was put right, with its time and a link to the words. */
export interface CorrectionNote {
  readonly anchor: string;
  /** Where all corrections are listed. */
  readonly href: string;
  readonly text: RichText;
  readonly prose: ProseView;
}

/** Where a note stands: on another page than the notice's own, under a day that its reader has just read. */
interface Beside {
  readonly page?: string;
  readonly day?: CivilDate;
}

export function correctionNote(
  context: LocaleContext,
  notice: AnyNotice,
  correction: Correction,
  { page = '', day }: Beside = {},
): CorrectionNote {
  const part = notice.words[context.locale]?.sections.corrections?.parts.get(correction.anchor);
  return {
    anchor: correction.anchor,
    href: `${page}#${correction.anchor}`,
    text: context.sentence('correction.at', {
      at: day === undefined ? context.on(correction.at) : context.when(correction.at, day),
    }),
    prose: part === undefined ? lateOrNothing(context, notice) : { html: part.body.html },
  };
}

/** The notes that stand beside one thing. */
export function correctionsTo(
  context: LocaleContext,
  notice: AnyNotice,
  where: (to: Correction['to']) => boolean,
  beside?: Beside,
): readonly CorrectionNote[] {
  return notice.corrections
    .filter(({ to }) => where(to))
    .map((one) => correctionNote(context, notice, one, beside));
}

/** When something was put right, as a link to what. */
export const correctionNews = (context: LocaleContext, { at, anchor }: Correction): RichText =>
  context.on(at).map((span) => (span.datetime === undefined ? span : { ...span, href: `#${anchor}` }));

/** What was put right: a link to it on the incident's page. */
export function correctionTarget(context: LocaleContext, incident: Incident, to: Correction['to']): Anchor {
  const { t } = context;
  if (to.kind === 'entry') return { href: `#${to.anchor}`, text: t('correction.to.entry') };
  if (to.kind === 'summary') return { href: '#Main', text: t('correction.to.summary') };
  const href = standsOn(context, incident, to.section) ? `#${to.section}` : '#Main';
  return { href, text: t(sectionKey(to.section)) };
}

/** Whether the page has that section: some stand there for a fact, the others only with their words. */
function standsOn({ locale }: LocaleContext, incident: Incident, section: SectionName): boolean {
  const { fact } = sectionKinds[section];
  if (fact === undefined) return incident.words[locale] !== undefined && hasSection(incident, section);
  const stated = incident[fact];
  return stated !== undefined && (!('length' in stated) || stated.length > 0);
}
