import { type Incident, isOpen, isReopened, lastEntry } from '../../model/incident.ts';
import { noticePath } from '../../model/urls.ts';
import type { Html, Moment } from '../../model/values.ts';
import type { SectionName } from '../../model/words.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { sectionKey, titleOf } from '../context/names.ts';
import { type RichText, textOf } from '../context/rich-text.ts';
import { definePage, type PageContent } from '../layout/define-page.ts';
import { listLink } from '../layout/navigation.ts';
import { type ApologyBox, apologyBox } from '../parts/apology-box.ts';
import { type Badge, incidentBadge } from '../parts/badge.ts';
import { type BarsView, incidentBars } from '../parts/bars.ts';
import {
  type CorrectionNote,
  correctionNews,
  correctionNote,
  correctionsTo,
  correctionTarget,
} from '../parts/corrections.ts';
import {
  brief,
  detailFacts,
  displayed,
  type Fact,
  mainFacts,
  nextFacts,
  placeFacts,
} from '../parts/fact-list.ts';
import { type LastWord, lastWordHere, lastWords } from '../parts/last-word.ts';
import { type NeighboursView, neighboursView } from '../parts/neighbours.ts';
import { introOf, type Late, lateNote, type SourceView, sourceView, wordsOf } from '../parts/notice.ts';
import {
  commitmentHeads,
  commitmentView,
  creditHeads,
  creditView,
  type ObligationView,
} from '../parts/obligation.ts';
import { type LinkedPart, questionsBox, type SectionView, sectionView } from '../parts/section.ts';
import { shortened } from '../parts/shorten.ts';
import { articleOf, noticeSubject } from '../parts/subject.ts';
import { type TimelineView, timelineOf } from '../parts/timeline.ts';
import { asOf } from '../parts/when.ts';

export interface NoticeHead {
  readonly badge: Badge;
  /** Where more is to come: when the page was made. */
  readonly asOf?: RichText;
  readonly title: string;
  readonly summary?: string;
  readonly late?: Late;
  readonly facts: readonly Fact[];
}

export interface IncidentBody extends NoticeHead {
  readonly open: boolean;
  /** Of an open incident: that it was over, and what was said last. */
  readonly reopened?: string;
  readonly last?: LastWord;
  /** After that word: since when, what and where. */
  readonly places?: readonly Fact[];
  readonly news: { readonly heading: string; readonly notes: readonly RichText[] };
  readonly summaryCorrections: readonly CorrectionNote[];
  readonly intro?: Html;
  readonly bars?: BarsView;
  readonly brief: string;
  readonly details: readonly Fact[];
  readonly now?: SectionView;
  readonly timeline: TimelineView;
  readonly timelineCorrections: readonly CorrectionNote[];
  readonly cause?: SectionView;
  readonly credits: ObligationSection;
  readonly commitments: ObligationSection;
  readonly questions?: {
    readonly heading: string;
    readonly items: readonly LinkedPart[];
    readonly late?: Late;
  };
  readonly apology?: ApologyBox;
  readonly corrections: {
    readonly heading: string;
    readonly intro?: Html;
    readonly notes: readonly (CorrectionNote & { to: Anchor })[];
  };
  readonly sources: { readonly heading: string; readonly items: readonly SourceView[] };
  readonly neighbours: NeighboursView;
  readonly anchorLabel: string;
}

export interface ObligationSection {
  readonly id: SectionName;
  readonly heading: string;
  readonly intro?: Html;
  readonly heads: readonly string[];
  readonly items: readonly ObligationView[];
  readonly corrections: readonly CorrectionNote[];
}

/** The page of each incident. */
export const incidentPages = (context: LocaleContext) =>
  context.site.incidents.map((incident) =>
    definePage(context, {
      notice: incident,
      path: (locale) => noticePath(incident, locale),
      complete: (locale) => incident.words[locale] !== undefined,
      view: () => incidentContent(context, incident),
    }),
  );

function incidentContent(context: LocaleContext, incident: Incident): PageContent<IncidentBody> {
  const { t } = context;
  const badge = incidentBadge(context, incident);
  const body = incidentBody(context, incident, badge);
  return {
    head: {
      title: t('title.with_state', { state: badge.word, title: context.titles.ofNotice(incident) }),
      description:
        descriptionOf(context, incident) ??
        mainFacts(context, incident)
          .map(({ term, text }) => `${term} ${textOf(text)}`)
          .join('. '),
      crumbs: [listLink(context, 'incidents')],
      live: isOpen(incident) && 'times',
      feed: false,
      subject: {
        ...noticeSubject(context, incident, badge.word),
        article: articleOf('NewsArticle', momentsOf(incident)),
      },
    },
    body,
  };
}

/** Of an open incident what was said last, with its time; of one that is over the summary; `undefined` while late. */
function descriptionOf(context: LocaleContext, incident: Incident): string | undefined {
  const words = lastWords(context, incident);
  if (!isOpen(incident) || words === undefined) return wordsOf(context, incident)?.summary;
  const at = textOf(brief(context, lastEntry(incident).at));
  return context.t('title.last_word', { at, words: shortened(words, context.locale) });
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

function incidentBody(context: LocaleContext, incident: Incident, badge: Badge): IncidentBody {
  const { t } = context;
  const words = wordsOf(context, incident);
  const open = isOpen(incident);
  const bars = incidentBars(context, incident);
  const now = sectionView(context, incident, 'now');
  const cause = sectionView(context, incident, 'cause');
  const questions = questionsBox(context, incident);
  const apology = apologyBox(context, incident);
  return {
    open,
    badge,
    title: titleOf(context, incident),
    ...(words === undefined
      ? { late: lateNote(context, noticePath(incident, context.other)) }
      : { summary: words.summary, intro: words.intro.html }),
    summaryCorrections: correctionsTo(context, incident, (to) => to.kind === 'summary'),
    news: {
      heading: t('correction.heading'),
      notes: open ? incident.corrections.map((one) => correctionNews(context, one)) : [],
    },
    ...(isReopened(incident) ? { reopened: t('entry.reopened') } : {}),
    ...(open
      ? {
          asOf: asOf(context),
          facts: nextFacts(context, incident),
          last: lastWordHere(context, incident),
          places: placeFacts(context, incident),
        }
      : { facts: displayed(mainFacts(context, incident)) }),
    ...(bars && { bars }),
    brief: t(open ? 'section.known' : 'section.brief'),
    details: detailFacts(context, incident),
    ...(now && { now }),
    timeline: timelineOf(context, incident),
    timelineCorrections: correctionsTo(
      context,
      incident,
      (to) => to.kind === 'section' && to.section === 'timeline',
    ),
    ...(cause && { cause }),
    credits: {
      ...obligationSection(context, incident, 'credits'),
      heads: creditHeads(context),
      items: incident.credits.map((credit) => creditView(context, incident, credit)),
    },
    commitments: {
      ...obligationSection(context, incident, 'commitments'),
      heads: commitmentHeads(context),
      items: incident.commitments.map((one) => commitmentView(context, incident, one)),
    },
    ...(questions && { questions }),
    ...(apology && { apology }),
    corrections: {
      heading: t('section.corrections'),
      ...introOf(context, incident, 'corrections'),
      notes: incident.corrections.map((one) => ({
        ...correctionNote(context, incident, one),
        to: correctionTarget(context, incident, one.to),
      })),
    },
    sources: {
      heading: t('section.sources'),
      items: incident.sources.map((source) => sourceView(context, source)),
    },
    neighbours: neighboursView(context, incident),
    anchorLabel: t('entry.anchor'),
  };
}

function obligationSection(context: LocaleContext, incident: Incident, id: 'credits' | 'commitments') {
  return {
    id,
    heading: context.t(sectionKey(id)),
    ...introOf(context, incident, id),
    corrections: correctionsTo(context, incident, (to) => to.kind === 'section' && to.section === id),
  };
}
