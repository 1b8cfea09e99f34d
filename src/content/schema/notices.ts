import { z } from 'zod';
import { isCivilDate } from '../../language/format/zones.ts';
import { causeParties, dataLosses, incidentPhases } from '../../model/incident.ts';
import { maintenancePhases } from '../../model/maintenance.ts';
import { origins } from '../../model/notice.ts';
import { fault, isFault } from '../../model/problem.ts';
import { sectionNames } from '../../model/sections.ts';
import { impacts, incidentStates } from '../../model/status.ts';
import { type Instant, type Moment, startOf } from '../../model/values.ts';
import {
  amount,
  count,
  id,
  key,
  listOf,
  localText,
  refuse,
  refused,
  text,
  truth,
  webAddress,
} from './scalars.ts';
import { dateFault, readTime } from './times.ts';

/** By what the facts of a notice are read; what comes of them is what the model wants. */
export interface Clock {
  readonly zone: string;
  readonly now: Instant;
}

/** How much later than the clock of the build something may have happened: a word may be dated by when it will be out. */
export const tolerance = 3_600_000;

/** Whom `notify` tells of an entry: `none`, the name of a channel, or a list of them. */
const told = z.preprocess(
  (found) => (found === 'none' ? [] : typeof found === 'string' ? [found] : found),
  listOf(key),
);

/** Times that say when something is planned or promised, and when it happened. */
function timesOf({ zone: siteZone, now }: Clock) {
  const moment = (happened: boolean, dayMay: boolean) =>
    text.transform((found, context): Moment => {
      const read = readTime(found, siteZone, now);
      if (isFault(read)) return refuse(context, read);
      if (!dayMay && read.kind === 'day') return refuse(context, refused('time/format', 'hour', found));
      if (happened && startOf(read) > now.epoch + tolerance) {
        return refuse(context, { rule: 'time/future', values: { found, now: `${now.date} ${now.time}` } });
      }
      return read;
    });
  const civilDate = text.transform((found, context) =>
    isCivilDate(found) ? found : refuse(context, dateFault(found, siteZone, now)),
  );
  const pastDate = civilDate.transform((found, context) => {
    const read = readTime(found, siteZone);
    if (!isFault(read) && startOf(read) > now.epoch + tolerance) {
      return refuse(context, { rule: 'time/future', values: { found, now: now.date } });
    }
    return found;
  });
  const planned = moment(false, true);
  const past = moment(true, true);
  const window = { from: moment(false, false), until: moment(false, false) };
  return { planned, past, civilDate, pastDate, window };
}

const sourceSchema = (pastDate: z.ZodType<string, string>) =>
  z.strictObject({
    title: text,
    publisher: text,
    url: webAddress.optional(),
    date: pastDate.optional(),
    lang: text.optional(),
  });

/** Where a notice comes from, its id there, and what its feed called it, which machines keep. */
const importedSchema = z.strictObject({ from: z.enum(origins), id: text, entry: text.optional() });

export function incidentSchema(clock: Clock) {
  const { planned, past, civilDate, pastDate } = timesOf(clock);
  const entry = z.strictObject({
    at: past,
    phase: z.enum(incidentPhases),
    services: z.record(text, z.enum(incidentStates)).optional(),
    regions: listOf(text)
      .refine((found) => found.length > 0, { params: fault('yaml/value', {}, 'no-region') })
      .optional(),
    next: planned.optional(),
    expected: planned.optional(),
    ended: past.optional(),
    sources: listOf(text).optional(),
    notify: told.optional(),
    was: past.optional(),
  });
  return z.strictObject({
    services: listOf(text).min(1),
    regions: listOf(text).optional(),
    impact: z.enum(impacts),
    started: past.optional(),
    timeline: listOf(entry).min(1),
    closed: past.optional(),
    customers: z.strictObject({ affected: count, of: count.optional() }).optional(),
    data_loss: z.enum(dataLosses).optional(),
    cause: z.strictObject({ party: z.enum(causeParties), name: text.optional() }).optional(),
    apology: z
      .strictObject({
        at: past,
        signer: z.strictObject({ name: text, title: localText }),
        reported: truth.optional(),
      })
      .optional(),
    credits: z
      .record(
        id,
        z.strictObject({
          for: localText,
          amount: z
            .preprocess((found) => (typeof found === 'string' ? [found] : found), listOf(amount).min(1))
            .optional(),
          automatic: truth.optional(),
          how: localText.optional(),
          claim_by: civilDate.optional(),
        }),
      )
      .optional(),
    commitments: z
      .record(
        id,
        z.preprocess(
          (found) => (found === '' ? {} : found),
          z.strictObject({
            owner: localText.optional(),
            due: civilDate.optional(),
            done: pastDate.optional(),
            dropped: pastDate.optional(),
          }),
        ),
      )
      .optional(),
    corrections: listOf(correctionSchema(past, clock.zone)).optional(),
    imported: importedSchema.optional(),
    sources: z.record(key, sourceSchema(pastDate)).optional(),
    draft: truth.optional(),
  });
}

export function maintenanceSchema(clock: Clock) {
  const { past, pastDate, window } = timesOf(clock);
  return z.strictObject({
    services: listOf(text).min(1),
    regions: listOf(text).optional(),
    impact: z.enum(impacts),
    ...window,
    announced: past.optional(),
    moved: listOf(z.strictObject({ at: past, ...window })).optional(),
    cancelled: past.optional(),
    timeline: listOf(
      z.strictObject({
        at: past,
        phase: z.enum(maintenancePhases),
        sources: listOf(text).optional(),
        notify: told.optional(),
        was: past.optional(),
      }),
    ).optional(),
    corrections: listOf(correctionSchema(past, clock.zone)).optional(),
    imported: importedSchema.optional(),
    sources: z.record(key, sourceSchema(pastDate)).optional(),
    draft: truth.optional(),
  });
}

const correctionSchema = (past: z.ZodType<Moment, string>, siteZone: string) =>
  z.strictObject({
    at: past,
    to: text.transform((found, context) => {
      if (found === 'summary') return { kind: 'summary' as const };
      const section = sectionNames.find((name) => name === found);
      if (section !== undefined) return { kind: 'section' as const, section };
      const read = readTime(found, siteZone);
      if (isFault(read) && read.rule !== 'time/format') return refuse(context, read);
      return isFault(read)
        ? refuse(context, refused('yaml/value', 'correction', found))
        : { kind: 'moment' as const, moment: read };
    }),
  });

export type IncidentFacts = z.output<ReturnType<typeof incidentSchema>>;
export type MaintenanceFacts = z.output<ReturnType<typeof maintenanceSchema>>;
