import { z } from 'zod';
import { isCivilDate, isZone, zoneNames } from '../../language/format/zones.ts';
import { suggest } from '../../language/suggest.ts';
import { accentPair } from '../../model/color.ts';
import { hosts } from '../../model/hosts.ts';
import { causeParties, dataLosses, incidentPhases } from '../../model/incident.ts';
import { maintenancePhases } from '../../model/maintenance.ts';
import { origins } from '../../model/notice.ts';
import { type Fault, fault, isFault } from '../../model/problem.ts';
import type { RuleId } from '../../model/rules.ts';
import { sectionNames } from '../../model/sections.ts';
import { headers, lateness, typographies } from '../../model/site.ts';
import { impacts, incidentStates } from '../../model/status.ts';
import { longestSlug, shortSlugOf } from '../../model/urls.ts';
import { type Instant, locales, type Moment, startOf } from '../../model/values.ts';
import { dateFault, readTime } from './times.ts';

/**
 * The YAML files of contract 1.2 to 1.5. Input is what `yaml.ts` reads: texts as written, empty values absent.
 * Output is what the model wants. A fault that is not zod's own is in the `params` of its issue.
 */
export interface Clock {
  readonly zone: string;
  readonly now: Instant;
}

/** How much later than the clock of the build something may have happened (contract 1.1). */
export const tolerance = 3_600_000;

type Context = z.core.$RefinementCtx<unknown>;
export function refuse(context: Context, fault: Fault): typeof z.NEVER {
  context.addIssue({ code: 'custom', params: { ...fault } });
  return z.NEVER;
}
export const refused = (rule: RuleId, variant: string, found: string): Fault =>
  fault(rule, { found }, variant);

/** Nothing but its length is wrong with it. */
export const isTooLong = (found: string): boolean => found.length > longestSlug && idShape.test(found);

/** With what the same words are as an id. */
const suggesting = (rule: RuleId, variant: string, found: string): Fault => ({
  rule,
  variant: isTooLong(found) ? 'long' : idFrom(found) === undefined ? `${variant}.other` : variant,
  values: {
    found: isTooLong(found) ? `${found.slice(0, 40)}…` : found,
    suggestion: idFrom(found) ?? '',
    letters: found.length,
    most: longestSlug,
  },
});

const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const keyShape = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/i;
export const isId = (text: string): boolean => text.length <= longestSlug && idShape.test(text);

/** Words of one line: a block scalar's line breaks are spaces. */
export const text = z.string().transform((found) => oneLine(found));
const localText = z.strictObject({ en: text, fr: text });
/** What words are as an id: `lost-messages`, of long ones the first; `undefined` where no letter is left. */
export const idFrom = (words: string): string | undefined => shortSlugOf(words, 60) || undefined;

/** Without the ends of lines, in linear time. */
const oneLine = (found: string): string =>
  found
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();

/** A key of services, regions, groups and sources: never part of an address. */
const key = text.transform((found, context) =>
  keyShape.test(found) && found.length <= longestSlug
    ? found
    : refuse(context, suggesting('id/format', 'key', found)),
);
/** A key that becomes an anchor or a part of an address. */
const id = text.transform((found, context) =>
  isId(found) ? found : refuse(context, suggesting('id/format', 'id', found)),
);
export const slug = text.transform((found, context) =>
  isId(found) ? found : refuse(context, suggesting('slug/format', 'slug', found)),
);
export const truth = z
  .preprocess(
    // YAML 1.2 core has them in three spellings.
    (found) =>
      typeof found === 'string' && /^(?:True|TRUE|False|FALSE)$/.test(found) ? found.toLowerCase() : found,
    z.enum(['true', 'false']),
  )
  .transform((found) => found === 'true');
const isCount = (found: string): boolean => /^\d{1,15}$/.test(found);
const isAmount = (found: string): boolean => /^\d{1,12}(?:\.\d{1,4})?$/.test(found);
/** A number as the facts have it; of another way to write it, `meant` makes the one to type. */
const numeral = (variant: string, isSound: (found: string) => boolean, meant: (found: string) => string) =>
  text.transform((found, context) => {
    if (isSound(found)) return Number(found);
    const suggestion = meant(found);
    return refuse(
      context,
      isSound(suggestion)
        ? { rule: 'yaml/value', variant: `${variant}.meant`, values: { found, suggestion } }
        : refused('yaml/value', variant, found),
    );
  });
const count = numeral('count', isCount, (found) => found.replace(/[\s,]/g, ''));
const amount = numeral('amount', isAmount, (found) =>
  found
    .replace(/[\s$]|CAD|CA$/g, '')
    .replace(/,(?=\d{1,2}$)/, '.')
    .replaceAll(',', ''),
);
const emailAddress = text.transform((found, context) =>
  /^[^\s@()<>,;:]+@[^\s@()<>,;:]+\.[a-z]{2,}$/i.test(found)
    ? found
    : refuse(context, refused('yaml/value', 'email', found)),
);
const webAddress = text.transform((found, context) =>
  isWebAddress(found) ? found : refuse(context, refused('yaml/value', 'url', found)),
);
export const listOf = <T extends z.ZodType>(one: T) => z.array(one);

const hostName = text.transform((found, context) =>
  /^(?=.{4,253}$)[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i.test(found)
    ? found.toLowerCase()
    : refuse(context, refused('yaml/value', 'host', found)),
);
const pairOfHosts = listOf(hostName).transform(([one, other, ...more], context) =>
  one === undefined || other === undefined || more.length > 0
    ? refuse(
        context,
        refused('yaml/value', 'twins', [one, other, ...more].filter((host) => host !== undefined).join(', ')),
      )
    : ([one, other] as const),
);

/** Whom `notify` tells of an entry: `none`, the name of a channel, or a list of them. */
const told = z.preprocess(
  (found) => (found === 'none' ? [] : typeof found === 'string' ? [found] : found),
  listOf(key),
);

export function isWebAddress(found: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(found) && URL.canParse(found);
}

const colour = text.transform((found, context) => {
  if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(found))
    return refuse(context, refused('yaml/value', 'colour', found));
  return accentPair(found) === undefined
    ? refuse(context, refused('yaml/value', 'accent', found))
    : found.toLowerCase();
});
const zone = text.transform((found, context) => {
  if (isZone(found)) return found;
  const suggestion = suggest(found, zoneNames());
  const fault = refused('yaml/value', 'zone', found);
  return refuse(
    context,
    suggestion === undefined
      ? fault
      : { ...fault, variant: 'zone.nearest', values: { ...fault.values, suggestion } },
  );
});
const currency = text.transform((found, context) =>
  /^[A-Z]{3}$/.test(found) ? found : refuse(context, refused('yaml/value', 'currency', found)),
);

/** A date that no zone shifts, and that says nothing of an hour. */
const civilDay = text.transform((found, context) =>
  isCivilDate(found) ? found : refuse(context, dateFault(found, 'UTC')),
);

export const siteSchema = z.strictObject({
  url: webAddress,
  zone,
  primary: z.enum(locales),
  may_be_late: z.enum(lateness).optional(),
  currency: currency.optional(),
  name: localText,
  organization: localText,
  description: localText.optional(),
  notice: localText.optional(),
  contact: z
    .strictObject({
      phone: text.optional(),
      email: emailAddress.optional(),
      url: z.strictObject({ en: webAddress, fr: webAddress }).optional(),
    })
    .optional(),
  groups: z.record(key, z.strictObject({ name: localText })).optional(),
  services: z.record(
    key,
    z.strictObject({
      name: localText,
      group: text.optional(),
      slug: z.strictObject({ en: slug, fr: slug }).optional(),
      description: localText.optional(),
      retired: civilDay.optional(),
    }),
  ),
  regions: z
    .record(
      key,
      z.strictObject({
        name: localText,
        slug: z.strictObject({ en: slug, fr: slug }).optional(),
        zone: zone.optional(),
      }),
    )
    .optional(),
  typography: z.enum(typographies).optional(),
  theme: z
    .strictObject({ accent: colour.optional(), logo: text.optional(), header: z.enum(headers).optional() })
    .optional(),
  host: z.enum(hosts).optional(),
  twins: listOf(pairOfHosts).optional(),
  sender: z
    .strictObject({ address: localText, unsubscribe: z.strictObject({ en: webAddress, fr: webAddress }) })
    .optional(),
});

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

/** A team's own terms (`glossary.yml`), beside those that the program knows. */
export const glossarySchema = z.strictObject({
  terms: listOf(
    z.strictObject({ lang: z.enum(locales), avoid: listOf(text).min(1), prefer: text }),
  ).optional(),
  off: listOf(text).optional(),
});

export type SiteFacts = z.output<typeof siteSchema>;
export type IncidentFacts = z.output<ReturnType<typeof incidentSchema>>;
export type MaintenanceFacts = z.output<ReturnType<typeof maintenanceSchema>>;
