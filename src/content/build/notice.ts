import { dayOf } from '../../language/format/zones.ts';
import { typeset } from '../../language/typography/typography.ts';
import type { Entry, Incident } from '../../model/incident.ts';
import type { Maintenance } from '../../model/maintenance.ts';
import type { Commitment, Correction, Credit, Notice, Source } from '../../model/notice.ts';
import type { Settings } from '../../model/site.ts';
import { type LocalText, type Moment, perLocale } from '../../model/values.ts';
import type { InEach, Words } from '../../model/words.ts';
import { correctionsOf, entryAt, type ReadNotice, type SoundFacts } from '../notice/read.ts';
import type { IncidentFacts } from '../schema/notices.ts';

type Set = (text: LocalText) => LocalText;

/** Makes the model's notice of facts that are sound and words that are rendered. */
export function assemble(
  notice: ReadNotice,
  { kind, data }: SoundFacts,
  words: InEach<Words>,
  settings: Settings,
): Incident | Maintenance {
  const set: Set = (text) => perLocale((locale) => typeset(text[locale], locale, settings.typography));
  const common: Notice = {
    id: notice.id,
    services: [...new Set(data.services)],
    regions: [...new Set(data.regions)],
    corrections: corrections(notice),
    sources: Object.entries(data.sources ?? {}).map(([id, source]): Source => ({ id, ...source })),
    draft: data.draft ?? false,
    imported: data.imported,
    words,
  };
  if (kind === 'maintenance') {
    const { impact, from, until, announced, cancelled } = data;
    const timeline = (data.timeline ?? []).map((entry, index) => ({
      ...entry,
      sources: entry.sources ?? [],
      anchor: notice.anchors[index] ?? '',
    }));
    return { kind, ...common, impact, from, until, announced, cancelled, moved: data.moved ?? [], timeline };
  }
  const [first, ...rest] = entries(data, notice.anchors);
  if (first === undefined) throw new TypeError('an incident has at least one entry');
  return {
    kind,
    ...common,
    impact: data.impact,
    started: data.started ?? first.at,
    timeline: [first, ...rest],
    closed: data.closed,
    customers: data.customers,
    dataLoss: data.data_loss,
    cause: data.cause,
    apology: data.apology && {
      at: data.apology.at,
      signer: { name: data.apology.signer.name, title: set(data.apology.signer.title) },
      reported: data.apology.reported ?? false,
    },
    credits: credits(data, set, settings.zone),
    commitments: commitments(data, set, settings.zone),
  };
}

const entries = (data: IncidentFacts, anchors: readonly string[]): Entry[] =>
  data.timeline.map((entry, index) => ({
    ...entry,
    services: entry.services ?? {},
    sources: entry.sources ?? [],
    anchor: anchors[index] ?? '',
  }));

const endOf = (date: string | undefined, zone: string): number | undefined =>
  date === undefined ? undefined : dayOf(date, zone).end;

const credits = (data: IncidentFacts, set: Set, zone: string): Credit[] =>
  Object.entries(data.credits ?? {}).map(([id, credit]) => ({
    id,
    for: set(credit.for),
    amounts: credit.amount ?? [],
    automatic: credit.automatic ?? false,
    how: credit.how && set(credit.how),
    claimBy: credit.claim_by,
    claimEnd: endOf(credit.claim_by, zone),
  }));

const commitments = (data: IncidentFacts, set: Set, zone: string): Commitment[] =>
  Object.entries(data.commitments ?? {}).map(([id, { owner, due, done, dropped }]) => ({
    id,
    owner: owner && set(owner),
    due,
    dueEnd: endOf(due, zone),
    done,
    dropped,
  }));

function corrections(notice: ReadNotice): Correction[] {
  const anchors = correctionsOf(notice);
  return (notice.data.corrections ?? []).map(({ at, to }, index) => ({
    at,
    anchor: anchors[index]?.anchor ?? '',
    to: to.kind === 'moment' ? { kind: 'entry', anchor: correctedAnchor(notice, to.moment) ?? '' } : to,
  }));
}

/** The entry that a correction names by its time, or by the time that it had (`was`). */
export function correctedAnchor(notice: ReadNotice, moment: Moment): string | undefined {
  const timeline = notice.data.timeline ?? [];
  const now = entryAt(timeline, moment);
  const index =
    now >= 0
      ? now
      : entryAt(
          timeline.map(({ at, was }) => ({ at: was ?? at })),
          moment,
        );
  return notice.anchors[index];
}
