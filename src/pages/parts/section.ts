import type { Incident } from '../../model/incident.ts';
import { questionsPath } from '../../model/urls.ts';
import type { SectionName } from '../../model/words.ts';
import type { Anchor } from '../context/link.ts';
import type { Edition } from '../context/locale-context.ts';

import {
  type CorrectionNote,
  correctionsTo,
  hasSection,
  lateOrNothing,
  type Prose,
  partIds,
  wordsOf,
} from './notice.ts';

/** A section of free words, or the line that stands for it. */
export interface SectionView {
  readonly id: SectionName;
  readonly heading: string;
  readonly prose: Prose;
  readonly corrections: readonly CorrectionNote[];
}

/** A question or a part of the apology, which stands on its own page. */
export interface LinkedPart extends Anchor {
  readonly id: string;
}

export const sectionKeys = {
  now: 'section.now',
  timeline: 'section.timeline',
  cause: 'section.cause',
  apology: 'section.apology',
  credits: 'section.credits',
  commitments: 'section.commitments',
  faq: 'section.faq',
  corrections: 'section.corrections',
} as const;

/** A section of free words; nothing where neither language has it. */
export function sectionView(edition: Edition, incident: Incident, id: SectionName): SectionView | undefined {
  const words = wordsOf(edition, incident);
  if (words === undefined || !hasSection(incident, id)) return undefined;
  const own = words.sections[id];
  return {
    id,
    heading: edition.t(sectionKeys[id]),
    prose: own === undefined ? lateOrNothing(edition, incident) : { html: own.intro },
    corrections: correctionsTo(edition, incident, (to) => to.kind === 'section' && to.section === id),
  };
}

/** The questions of an incident, as links to their page. */
export function questionsBox(
  edition: Edition,
  incident: Incident,
): { readonly heading: string; readonly items: readonly LinkedPart[] } | undefined {
  if (!hasSection(incident, 'faq')) return undefined;
  const path = edition.href(questionsPath(incident, edition.locale));
  const section = wordsOf(edition, incident)?.sections.faq;
  const items = partIds(incident, 'faq', edition.locale).map((id) => ({
    id,
    // A page that is still to come has no questions to lead to.
    href: section === undefined ? path : `${path}#${id}`,
    text: section?.parts.get(id)?.title ?? edition.t('late.question'),
  }));
  return { heading: edition.t('section.faq'), items };
}
