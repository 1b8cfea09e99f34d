import { z } from 'zod';

/** What the public API v2 of Statuspage publishes, and others in its name with fewer fields. */
const words = z.string().nullish();
export const id = z.union([z.string(), z.number()]).transform(String);
export const component = z.object({
  id: id.nullish(),
  name: z.string(),
  description: words,
  group: z.boolean().nullish(),
  group_id: id.nullish(),
});
const affected = z.object({ code: id.nullish(), name: words, new_status: words });
export const update = z.object({
  status: words,
  body: words,
  created_at: words,
  display_at: words,
  affected_components: z.array(affected).nullish().catch(undefined),
});
export const incident = z.object({
  id: id.refine((found) => found.trim() !== ''),
  name: words,
  status: words,
  impact: words,
  created_at: words,
  started_at: words,
  resolved_at: words,
  scheduled_for: words,
  scheduled_until: words,
  shortlink: words,
  postmortem_body: words,
  components: z.array(component).nullish().catch(undefined),
  incident_updates: z.array(z.unknown()).nullish(),
});
export type Incident = z.output<typeof incident>;
export type Update = z.output<typeof update>;

const page = z.object({ name: words, url: words, time_zone: words });
export const document = z.object({
  page: page.optional().catch(undefined),
  components: z.array(z.unknown()).optional(),
  incidents: z.array(z.unknown()).optional(),
  scheduled_maintenances: z.array(z.unknown()).optional(),
});
type Document = z.output<typeof document>;

/** A bare array holds incidents or components. */
export function listed(all: readonly unknown[]): Document | undefined {
  const [first] = all;
  if (first === undefined) return { incidents: [] };
  const shape = z.record(z.string(), z.unknown()).safeParse(first).data ?? {};
  if ('incident_updates' in shape || 'scheduled_for' in shape || 'shortlink' in shape)
    return { incidents: [...all] };
  return 'name' in shape && ('group_id' in shape || 'showcase' in shape || 'position' in shape)
    ? { components: [...all] }
    : undefined;
}
