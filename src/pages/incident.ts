import { commitmentState, isDoneLate } from '../model/commitment.ts';
import { creditState } from '../model/credit.ts';
import {
  durationOf,
  type Incident,
  isClosedUnresolved,
  isOpen,
  isOverdue,
  promiseOf,
  resolvedAt,
  servicesOf,
} from '../model/incident.ts';
import type { Commitment, Credit } from '../model/notice.ts';
import { longestSilence, timeToFirstWord } from '../model/silence.ts';
import { apologyPath, noticePath, questionsPath } from '../model/urls.ts';
import type { Html } from '../model/values.ts';
import type { SectionName } from '../model/words.ts';
import { type Badge, commitmentBadge, creditBadge, incidentBadge } from './badge.ts';
import type { Edition } from './edition.ts';
import { type Anchor, listCrumb } from './frame.ts';
import { joined, type Line, plain, textOf } from './line.ts';
import {
  type CorrectionNote,
  correctionNote,
  correctionsTo,
  hasSection,
  type Late,
  lateLine,
  lateOrNothing,
  type Prose,
  partIds,
  regionLinks,
  type SourceView,
  serviceLinks,
  sourceView,
  titleOf,
  wordsOf,
} from './notice.ts';
import type { Page } from './page.ts';
import { type Matter, sheet } from './sheet.ts';
import { type EntryView, timelineOf } from './timeline.ts';
import { distinctTitle } from './titles.ts';

export interface Fact {
  readonly term: string;
  readonly line: Line;
  /** A fact that asks for attention: an overdue promise. */
  readonly alert?: boolean;
}

/** A section of free words, or the line that stands for it. */
export interface SectionView {
  readonly id: SectionName;
  readonly heading: string;
  readonly prose: Prose;
  readonly corrections: readonly CorrectionNote[];
}

export interface OwedView {
  readonly id: string;
  readonly title: string;
  readonly heading?: Html;
  readonly badge: Badge;
  readonly facts: readonly Fact[];
  readonly prose: Prose;
}

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
  readonly details: readonly Fact[];
  readonly now?: SectionView;
  readonly timeline: {
    readonly heading: string;
    readonly order: string;
    readonly entries: readonly EntryView[];
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

/** A question or a part of the apology, which stands on its own page. */
interface LinkedPart extends Anchor {
  readonly id: string;
}

interface ApologyBox {
  readonly heading: string;
  readonly line: Line;
  readonly link: Anchor;
  readonly parts: readonly LinkedPart[];
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
    },
    body,
  };
}

function incidentBody(edition: Edition, incident: Incident, badge: Badge): IncidentBody {
  const { t } = edition;
  const words = wordsOf(edition, incident);
  const open = isOpen(incident);
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
    details: detailFacts(edition, incident),
    ...(now && { now }),
    timeline: {
      heading: t('section.timeline'),
      order: t(open ? 'timeline.newest_first' : 'timeline.oldest_first'),
      entries: timelineOf(edition, incident),
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
        to: correctionTarget(edition, one.to),
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

/** What a reader asks first: what, where, since when, and when the next word comes. */
function mainFacts(edition: Edition, incident: Incident): readonly Fact[] {
  const { t } = edition;
  const services = servicesOf(incident);
  const end = resolvedAt(incident);
  const duration = durationOf(incident);
  const regions = incident.regions;
  return [
    { term: t('fact.services', { count: services.length }), line: serviceLinks(edition, services) },
    ...(regions.length === 0
      ? []
      : [{ term: t('fact.regions', { count: regions.length }), line: regionLinks(edition, regions) }]),
    {
      term: t(isOpen(incident) ? 'fact.since' : 'fact.started'),
      line: edition.at(incident.started, 'label'),
    },
    ...(end === undefined ? [] : [{ term: t('fact.ended'), line: edition.at(end, 'label') }]),
    ...(isClosedUnresolved(incident) && incident.closed !== undefined
      ? [
          { term: t('fact.ended'), line: plain(t('fact.end_unknown')) },
          { term: t('fact.closed'), line: edition.at(incident.closed, 'label') },
        ]
      : []),
    ...(duration === undefined ? [] : [{ term: t('fact.duration'), line: edition.duration(duration) }]),
    ...nextFact(edition, incident),
  ];
}

/** The promise of the next update that stands, or that is overdue. */
export function nextFact(edition: Edition, incident: Incident): readonly Fact[] {
  const promise = promiseOf(incident);
  if (promise === undefined) return [];
  if (!isOverdue(promise, edition.now.epoch)) {
    return [{ term: edition.t('fact.next'), line: edition.at(promise, 'label') }];
  }
  const line = edition.line('fact.overdue', { at: edition.the(promise) });
  return [{ term: edition.t('fact.next'), line, alert: true }];
}

function detailFacts(edition: Edition, incident: Incident): readonly Fact[] {
  const { t } = edition;
  const { customers, dataLoss, cause } = incident;
  const first = timeToFirstWord(incident);
  const silence = longestSilence(incident);
  const text = (term: string, words: string): Fact => ({ term, line: plain(words) });
  return [
    text(t('fact.impact'), t(`impact.${incident.impact}`)),
    ...(customers === undefined
      ? []
      : [
          text(
            t('fact.customers'),
            customers.of === undefined
              ? t('fact.customers_affected', { count: customers.affected })
              : t('fact.customers_of', { affected: customers.affected, of: customers.of }),
          ),
        ]),
    ...(dataLoss === undefined ? [] : [text(t('fact.data'), t(`data.${dataLoss}`))]),
    ...(cause === undefined
      ? []
      : [
          text(
            t('fact.cause'),
            cause.name === undefined
              ? t(`cause.${cause.party}`)
              : t('cause.named', { party: t(`cause.${cause.party}`), name: cause.name }),
          ),
        ]),
    ...(first === undefined ? [] : [{ term: t('fact.first_word'), line: edition.duration(first) }]),
    ...(silence === undefined ? [] : [{ term: t('fact.silence'), line: edition.duration(silence.duration) }]),
  ];
}

const sectionKeys = {
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

function owedSection(edition: Edition, incident: Incident, id: 'credits' | 'commitments') {
  const intro = wordsOf(edition, incident)?.sections[id]?.intro;
  return {
    id,
    heading: edition.t(sectionKeys[id]),
    ...(intro ? { intro } : {}),
    corrections: correctionsTo(edition, incident, (to) => to.kind === 'section' && to.section === id),
  };
}

/** One credit with its facts and its words. */
export function creditView(edition: Edition, incident: Incident, credit: Credit): OwedView {
  const { t, text } = edition;
  const part = wordsOf(edition, incident)?.sections.credits?.parts.get(credit.id);
  const who = text(credit.for);
  return {
    id: credit.id,
    title: part?.title ?? t('credit.untitled', { who }),
    ...(part && { heading: part.heading }),
    badge: creditBadge(edition, creditState(credit, edition.now.epoch)),
    facts: [
      { term: t('credit.who'), line: plain(who) },
      {
        term: t('credit.amount', { count: credit.amounts.length }),
        line: plain(
          credit.amounts.length === 0
            ? t('credit.amount_unknown')
            : edition.list(credit.amounts.map((amount) => edition.money(amount))),
        ),
      },
      {
        term: t('credit.how'),
        line: plain(
          credit.automatic ? t('credit.automatic') : credit.how ? text(credit.how) : t('credit.how_unknown'),
        ),
      },
      ...(credit.claimBy === undefined
        ? []
        : [{ term: t('credit.claim_by'), line: edition.date(credit.claimBy) }]),
    ],
    prose: part === undefined ? lateOrNothing(edition, incident) : { html: part.body },
  };
}

/** One commitment with its facts and its words. */
export function commitmentView(edition: Edition, incident: Incident, commitment: Commitment): OwedView {
  const { t, text, date } = edition;
  const part = wordsOf(edition, incident)?.sections.commitments?.parts.get(commitment.id);
  const { owner, due, done, dropped } = commitment;
  return {
    id: commitment.id,
    title: part?.title ?? t('commitment.untitled'),
    ...(part && { heading: part.heading }),
    badge: commitmentBadge(edition, commitmentState(commitment, edition.now.epoch)),
    facts: [
      ...(owner === undefined ? [] : [{ term: t('commitment.owner'), line: plain(text(owner)) }]),
      { term: t('commitment.due'), line: due === undefined ? plain(t('commitment.no_date')) : date(due) },
      ...(done === undefined
        ? []
        : [
            {
              term: t('commitment.done'),
              line: isDoneLate(commitment)
                ? edition.line('commitment.done_late', { date: date(done) })
                : date(done),
            },
          ]),
      ...(dropped === undefined ? [] : [{ term: t('commitment.dropped'), line: date(dropped) }]),
    ],
    prose: part === undefined ? lateOrNothing(edition, incident) : { html: part.body },
  };
}

function questionsBox(edition: Edition, incident: Incident): IncidentBody['questions'] {
  if (!hasSection(incident, 'faq')) return undefined;
  const path = edition.href(questionsPath(incident, edition.locale));
  const section = wordsOf(edition, incident)?.sections.faq;
  const items = partIds(incident, 'faq', edition.locale).map((id) => ({
    id,
    href: `${path}#${id}`,
    text: section?.parts.get(id)?.title ?? edition.t('late.question'),
  }));
  return { heading: edition.t('section.faq'), items };
}

function apologyBox(edition: Edition, incident: Incident): ApologyBox | undefined {
  const { apology } = incident;
  if (apology === undefined) return undefined;
  const path = edition.href(apologyPath(incident, edition.locale));
  const section = wordsOf(edition, incident)?.sections.apology;
  return {
    heading: edition.t('section.apology'),
    line: apologyLine(edition, incident),
    link: { href: path, text: edition.t('apology.read') },
    parts: [...(section?.parts.values() ?? [])].map(({ id, title }) => ({
      id,
      href: `${path}#${id}`,
      text: title,
    })),
  };
}

/** Who apologised and when; of a reported apology, who reports it. */
export function apologyLine(edition: Edition, incident: Incident): Line {
  const { apology } = incident;
  if (apology === undefined) return [];
  const { name, title } = apology.signer;
  const values = { name, title: edition.text(title), at: edition.on(apology.at) };
  return edition.line(apology.reported ? 'apology.reported_line' : 'apology.signed_line', values);
}

/** Which sources report it: those of the entries of its day, else all. */
export function reportedBy(incident: Incident): Line {
  const day = incident.apology?.at.date;
  const named = new Set(
    incident.timeline.filter(({ at }) => at.date === day).flatMap(({ sources }) => sources),
  );
  const sources = incident.sources.filter(({ id }) => named.size === 0 || named.has(id));
  return joined(
    sources.map((source) => [
      source.url === undefined
        ? { text: source.publisher }
        : { text: source.publisher, href: source.url, ...(source.lang ? { hreflang: source.lang } : {}) },
    ]),
    ', ',
  );
}

const correctionNews = (edition: Edition, { at, anchor }: Incident['corrections'][number]): Line => {
  const line = edition.line('correction.at', { at: edition.on(at) });
  return line.map((piece) => (piece.datetime === undefined ? piece : { ...piece, href: `#${anchor}` }));
};

function correctionTarget(edition: Edition, to: Incident['corrections'][number]['to']): Anchor {
  const { t } = edition;
  if (to.kind === 'entry') return { href: `#${to.anchor}`, text: t('correction.to.entry') };
  if (to.kind === 'summary') return { href: '#Main', text: t('correction.to.summary') };
  return { href: `#${to.section}`, text: t(sectionKeys[to.section]) };
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
