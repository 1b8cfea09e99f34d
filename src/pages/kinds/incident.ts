import { type Incident, isOpen } from '../../model/incident.ts';
import { noticePath } from '../../model/urls.ts';
import type { Html, Moment } from '../../model/values.ts';
import type { SectionName } from '../../model/words.ts';
import type { Anchor } from '../context/link.ts';
import type { Edition } from '../context/locale-context.ts';
import { type Line, textOf } from '../context/rich-text.ts';
import { type Matter, sheet } from '../layout/define-page.ts';
import { listCrumb } from '../layout/layout.ts';
import type { Page } from '../page.ts';
import { type ApologyBox, apologyBox } from '../parts/apology-box.ts';
import { type Badge, incidentBadge } from '../parts/badge.ts';
import { type BarsView, incidentBars } from '../parts/bars.ts';
import { detailFacts, type Fact, mainFacts } from '../parts/fact-list.ts';
import {
  type CorrectionNote,
  correctionNote,
  correctionsTo,
  hasSection,
  type Late,
  lateLine,
  type SourceView,
  sourceView,
  titleOf,
  wordsOf,
} from '../parts/notice.ts';
import { commitmentView, creditView, type OwedView } from '../parts/obligation.ts';
import {
  type LinkedPart,
  questionsBox,
  type SectionView,
  sectionKeys,
  sectionView,
} from '../parts/section.ts';
import { articleOf, noticeSubject } from '../parts/subject.ts';
import { type DayView, timelineOf } from '../parts/timeline.ts';
import { distinctTitle } from '../parts/titles.ts';

export interface NoticeHead {
  readonly badge: Badge;
  readonly title: string;
  readonly summary?: string;
  readonly late?: Late;
  readonly facts: readonly Fact[];
}

export interface IncidentBody extends NoticeHead {
  readonly open: boolean;
  readonly news: { readonly heading: string; readonly notes: readonly Line[] };
  readonly summaryCorrections: readonly CorrectionNote[];
  readonly intro?: Html;
  readonly bars?: BarsView;
  readonly brief: string;
  readonly details: readonly Fact[];
  readonly now?: SectionView;
  readonly timeline: {
    readonly heading: string;
    readonly order: string;
    readonly days: readonly DayView[];
  };
  readonly timelineCorrections: readonly CorrectionNote[];
  readonly cause?: SectionView;
  readonly credits: OwedSection;
  readonly commitments: OwedSection;
  readonly questions?: {
    readonly heading: string;
    readonly items: readonly LinkedPart[];
    readonly late?: Late;
  };
  readonly apology?: ApologyBox;
  readonly corrections: {
    readonly heading: string;
    readonly notes: readonly (CorrectionNote & { to: Anchor })[];
  };
  readonly sources: { readonly heading: string; readonly items: readonly SourceView[] };
  readonly neighbours: {
    readonly label: string;
    readonly previous?: Anchor;
    readonly next?: Anchor;
  } & NeighbourWords;
  readonly anchorLabel: string;
}

interface NeighbourWords {
  readonly previousWord: string;
  readonly nextWord: string;
}

export interface OwedSection {
  readonly id: SectionName;
  readonly heading: string;
  readonly intro?: Html;
  readonly items: readonly OwedView[];
  readonly corrections: readonly CorrectionNote[];
}

/** An incident's page in one language. */
export const incidentPage = (edition: Edition, incident: Incident): Page =>
  sheet(edition, {
    kind: 'incident',
    path: (locale) => noticePath(incident, locale),
    complete: (locale) => incident.words[locale] !== undefined,
    view: () => incidentMatter(edition, incident),
  });

function incidentMatter(edition: Edition, incident: Incident): Matter {
  const { t } = edition;
  const badge = incidentBadge(edition, incident);
  const body = incidentBody(edition, incident, badge);
  return {
    head: {
      title: t('title.with_state', { state: badge.word, title: distinctTitle(edition, incident) }),
      description: body.summary ?? body.facts.map(({ term, line }) => `${term} ${textOf(line)}`).join('. '),
      crumbs: [listCrumb(edition, 'incidents', 'nav.incidents')],
      live: isOpen(incident) && 'times',
      subject: {
        ...noticeSubject(edition, incident, badge.word),
        article: articleOf('NewsArticle', momentsOf(incident)),
      },
    },
    body,
  };
}

/** When the incident's page was first written, and each time that it changed. */
function momentsOf(incident: Incident): readonly [Moment, ...Moment[]] {
  const { timeline, corrections, closed, apology } = incident;
  const [first, ...rest] = timeline;
  return [
    first.at,
    ...[...rest, ...corrections].map(({ at }) => at),
    ...[closed, apology?.at].filter((at) => at !== undefined),
  ];
}

function incidentBody(edition: Edition, incident: Incident, badge: Badge): IncidentBody {
  const { t } = edition;
  const words = wordsOf(edition, incident);
  const open = isOpen(incident);
  const bars = incidentBars(edition, incident);
  const now = sectionView(edition, incident, 'now');
  const cause = sectionView(edition, incident, 'cause');
  const questions = questionsBox(edition, incident);
  const apology = apologyBox(edition, incident);
  return {
    open,
    badge,
    title: titleOf(edition, incident),
    ...(words === undefined
      ? { late: lateLine(edition, noticePath(incident, edition.other)) }
      : { summary: words.summary, intro: words.intro }),
    summaryCorrections: correctionsTo(edition, incident, (to) => to.kind === 'summary'),
    news: {
      heading: t('correction.heading'),
      notes: open ? incident.corrections.map((one) => correctionNews(edition, one)) : [],
    },
    facts: mainFacts(edition, incident),
    ...(bars && { bars }),
    brief: t(open ? 'section.known' : 'section.brief'),
    details: detailFacts(edition, incident),
    ...(now && { now }),
    timeline: {
      heading: t('section.timeline'),
      order: t(open ? 'timeline.newest_first' : 'timeline.oldest_first'),
      days: timelineOf(edition, incident),
    },
    timelineCorrections: correctionsTo(
      edition,
      incident,
      (to) => to.kind === 'section' && to.section === 'timeline',
    ),
    ...(cause && { cause }),
    credits: {
      ...owedSection(edition, incident, 'credits'),
      items: incident.credits.map((credit) => creditView(edition, incident, credit)),
    },
    commitments: {
      ...owedSection(edition, incident, 'commitments'),
      items: incident.commitments.map((one) => commitmentView(edition, incident, one)),
    },
    ...(questions && { questions }),
    ...(apology && { apology }),
    corrections: {
      heading: t('section.corrections'),
      notes: incident.corrections.map((one) => ({
        ...correctionNote(edition, incident, one),
        to: correctionTarget(edition, incident, one.to),
      })),
    },
    sources: {
      heading: t('section.sources'),
      items: incident.sources.map((source) => sourceView(edition, source)),
    },
    neighbours: neighboursView(edition, incident),
    anchorLabel: t('entry.anchor'),
  };
}

function owedSection(edition: Edition, incident: Incident, id: 'credits' | 'commitments') {
  const intro = wordsOf(edition, incident)?.sections[id]?.intro;
  return {
    id,
    heading: edition.t(sectionKeys[id]),
    ...(intro ? { intro } : {}),
    corrections: correctionsTo(edition, incident, (to) => to.kind === 'section' && to.section === id),
  };
}

const correctionNews = (edition: Edition, { at, anchor }: Incident['corrections'][number]): Line => {
  const line = edition.on(at);
  return line.map((piece) => (piece.datetime === undefined ? piece : { ...piece, href: `#${anchor}` }));
};

function correctionTarget(
  edition: Edition,
  incident: Incident,
  to: Incident['corrections'][number]['to'],
): Anchor {
  const { t } = edition;
  if (to.kind === 'entry') return { href: `#${to.anchor}`, text: t('correction.to.entry') };
  if (to.kind === 'summary') return { href: '#Main', text: t('correction.to.summary') };
  const href = standsOn(edition, incident, to.section) ? `#${to.section}` : '#Main';
  return { href, text: t(sectionKeys[to.section]) };
}

/** Whether the page has that section: some stand there for a fact, the others only with their words. */
function standsOn({ locale }: Edition, incident: Incident, section: SectionName): boolean {
  if (section === 'timeline' || section === 'corrections') return true;
  if (section === 'now' || section === 'cause' || section === 'faq') {
    return incident.words[locale] !== undefined && hasSection(incident, section);
  }
  return section === 'apology' ? incident.apology !== undefined : incident[section].length > 0;
}

function neighboursView(edition: Edition, incident: Incident): IncidentBody['neighbours'] {
  const { previous, next } = edition.register.neighbours.get(incident.id) ?? {};
  const link = (one: Incident): Anchor => ({
    href: edition.href(noticePath(one, edition.locale)),
    text: titleOf(edition, one),
  });
  return {
    label: edition.t('neighbours.label'),
    previousWord: edition.t('neighbours.previous'),
    nextWord: edition.t('neighbours.next'),
    ...(previous && { previous: link(previous) }),
    ...(next && { next: link(next) }),
  };
}
