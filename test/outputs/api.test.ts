import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serviceStates } from '../../src/model/site.ts';
import { entry, epoch, incident, maintenance, site } from '../sites.ts';
import { world, worldNames } from '../worlds.ts';
import { ofWorld, written } from './written.ts';

/**
 * As the strictest clients declare the Statuspage API v2 (the types of the npm package statuspage.io, clients in zod of
 * several monitors): the keys of the original and no other, its enumerations closed, addresses whole, every time with
 * its offset.
 */
const id = z.string().regex(/^[a-z0-9]{12}$/);
const time = z.iso.datetime({ offset: true, precision: 3 });
const url = z.url({ protocol: /^https$/ });
const componentStatus = z.enum([
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
]);
const component = z.strictObject({
  id,
  name: z.string().min(1),
  status: componentStatus,
  created_at: time,
  updated_at: time,
  position: z.int().positive(),
  description: z.string().nullable(),
  showcase: z.boolean(),
  start_date: z.iso.date().nullable(),
  group_id: id.nullable(),
  page_id: id,
  group: z.boolean(),
  only_show_if_degraded: z.boolean(),
  components: z.array(id).optional(),
});
const updateOf = <T extends z.ZodType>(status: T) =>
  z.strictObject({
    id,
    status,
    body: z.string().min(1),
    incident_id: id,
    created_at: time,
    updated_at: time,
    display_at: time,
    affected_components: z
      .array(
        z.strictObject({
          code: id,
          name: z.string(),
          old_status: componentStatus,
          new_status: componentStatus,
        }),
      )
      .nullable(),
    deliver_notifications: z.boolean(),
    custom_tweet: z.string().nullable(),
    tweet_id: z.string().nullable(),
  });
const noticeOf = <T extends z.ZodType>(status: T) => ({
  id,
  name: z.string().min(1),
  status,
  created_at: time,
  updated_at: time,
  monitoring_at: time.nullable(),
  resolved_at: time.nullable(),
  shortlink: url,
  started_at: time,
  page_id: id,
  incident_updates: z.array(updateOf(status)).min(1),
  components: z.array(component),
  reminder_intervals: z.null(),
});
const incidentShape = z.strictObject({
  ...noticeOf(z.enum(['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'])),
  impact: z.enum(['none', 'minor', 'major', 'critical']),
});
const maintenanceShape = z.strictObject({
  ...noticeOf(z.enum(['scheduled', 'in_progress', 'verifying', 'completed'])),
  impact: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
  scheduled_for: time,
  scheduled_until: time,
});
const page = z.strictObject({ id, name: z.string().min(1), url, time_zone: z.string(), updated_at: time });
const status = z.strictObject({
  indicator: z.enum(['none', 'minor', 'major', 'critical']),
  description: z.string().min(1),
});
const incidents = z.strictObject({ page, incidents: z.array(incidentShape) });
const scheduled = z.strictObject({ page, scheduled_maintenances: z.array(maintenanceShape) });
const answers = {
  summary: z.strictObject({
    page,
    components: z.array(component),
    incidents: z.array(incidentShape),
    scheduled_maintenances: z.array(maintenanceShape),
    status,
  }),
  status: z.strictObject({ page, status }),
  components: z.strictObject({ page, components: z.array(component) }),
  incidents,
  'incidents/unresolved': incidents,
  'scheduled-maintenances': scheduled,
  'scheduled-maintenances/upcoming': scheduled,
  'scheduled-maintenances/active': scheduled,
} as const;

const read = <N extends keyof typeof answers>(
  file: (path: string) => string,
  name: N,
  folder = 'api/v2',
): z.infer<(typeof answers)[N]> => {
  const parsed: unknown = JSON.parse(file(`${folder}/${name}.json`));
  return answers[name].parse(parsed) as z.infer<(typeof answers)[N]>;
};

describe.each(worldNames)('%s', (name) => {
  const file = ofWorld(name);
  test('every answer has the shape of the original, in each language and at the root', () => {
    for (const folder of ['api/v2', 'en/api/v2', 'fr/api/v2']) {
      for (const [answer, shape] of Object.entries(answers))
        shape.parse(JSON.parse(file(`${folder}/${answer}.json`)));
    }
    expect(file('api/v2/summary.json')).toBe(file(`${world(name).site.primary}/api/v2/summary.json`));
  });

  test('the states are those of the pages, and both languages have the same ids', () => {
    const { site: one, now } = world(name);
    const { components } = read(file, 'summary');
    const states = components.filter(({ group }) => !group).map((item) => item.status);
    expect(states).toEqual([...serviceStates(one, now.epoch).values()]);
    const ids = (locale: string) =>
      read(file, 'components', `${locale}/api/v2`).components.map((item) => item.id);
    expect(ids('fr')).toEqual(ids('en'));
  });

  test('a summary tells what is open, what is under way and what is ahead, and nothing that is over', () => {
    const summary = read(file, 'summary');
    expect(summary.incidents).toEqual(read(file, 'incidents/unresolved').incidents);
    expect(summary.scheduled_maintenances).toEqual([
      ...read(file, 'scheduled-maintenances/active').scheduled_maintenances,
      ...read(file, 'scheduled-maintenances/upcoming').scheduled_maintenances,
    ]);
    for (const one of summary.incidents) expect(one.resolved_at).toBeNull();
    for (const one of summary.scheduled_maintenances) expect(one.status).not.toBe('completed');
  });
});

test('an update says what was and what is, newest first, in plain words', () => {
  const mail = incident([
    entry('2024-03-02 06:40', 'investigating'),
    entry('2024-03-02 08:00', 'monitoring', { services: { email: 'degraded_performance' } }),
    entry('2024-03-02 09:00', 'resolved'),
  ]);
  const file = written(site({ incidents: [mail] }), epoch('2024-03-03 12:00'));
  const [one] = read(file, 'incidents', 'en/api/v2').incidents;
  expect(one?.incident_updates.map((item) => [item.status, item.affected_components?.[0]])).toMatchObject([
    ['resolved', { old_status: 'degraded_performance', new_status: 'operational' }],
    ['monitoring', { old_status: 'major_outage', new_status: 'degraded_performance' }],
    ['investigating', { old_status: 'operational', new_status: 'major_outage' }],
  ]);
  expect(one).toMatchObject({
    started_at: '2024-03-02T06:40:00.000-04:00',
    monitoring_at: '2024-03-02T08:00:00.000-04:00',
    resolved_at: '2024-03-02T09:00:00.000-04:00',
    impact: 'critical',
  });
  expect(one?.incident_updates[0]?.body).not.toMatch(/<[a-z]/);
  expect(read(file, 'status').status.indicator).toBe('none');
});

test.each([
  ['none', 'none'],
  ['minor', 'minor'],
  ['major', 'major'],
  ['critical', 'critical'],
] as const)('an open incident of impact %s: the indicator is %s', (impact, indicator) => {
  const open = incident([entry('2024-03-02 06:40', 'investigating')], { impact });
  const file = written(site({ incidents: [open] }), epoch('2024-03-02 12:00'));
  expect(read(file, 'status').status.indicator).toBe(indicator);
});

test('planned work under way is no outage: its component alone says so', () => {
  const file = written(site({ maintenance: [maintenance()] }), epoch('2024-03-03 02:00'));
  const { components, status: now, scheduled_maintenances: work } = read(file, 'summary');
  expect([now.indicator, components[0]?.status, work[0]?.status]).toEqual([
    'none',
    'under_maintenance',
    'in_progress',
  ]);
});

test('work that was cancelled is completed, and one far ahead has an update that is not of the future', () => {
  const now = epoch('2024-01-01 12:00');
  const cancelled = maintenance({
    id: 'gone',
    cancelled: { kind: 'instant', epoch: now, date: '2024-01-01', time: '12:00', offset: -240 },
  });
  const file = written(site({ maintenance: [maintenance(), cancelled] }), now);
  const { scheduled_maintenances: all } = read(file, 'scheduled-maintenances');
  expect(all.map((one) => one.status)).toEqual(['scheduled', 'completed']);
  for (const one of all) expect(Date.parse(one.created_at)).toBeLessThanOrEqual(now);
});

test('an imported notice keeps its id; any other has one that its title and slug do not change', () => {
  const mail = incident([entry('2024-03-02 06:40', 'investigating')]);
  const idIn = (one: typeof mail) =>
    read(written(site({ incidents: [one] }), epoch('2024-03-02 12:00')), 'incidents').incidents[0]?.id;
  expect(idIn({ ...mail, imported: { from: 'statuspage', id: 'kz1xjx8h2p4q' } })).toBe('kz1xjx8h2p4q');
  expect(idIn({ ...mail, started: entry('2024-03-02 06:00', 'resolved').at })).toBe(idIn(mail));
});

test('one that is no longer followed is over, and counts for nothing', () => {
  const lost = incident([entry('2024-03-02 06:40', 'investigating')], {
    closed: entry('2024-03-02 10:00', 'resolved').at,
  });
  const file = written(site({ incidents: [lost] }), epoch('2024-03-02 12:00'));
  expect(read(file, 'incidents/unresolved').incidents).toEqual([]);
  expect(read(file, 'incidents').incidents[0]).toMatchObject({
    status: 'resolved',
    resolved_at: '2024-03-02T10:00:00.000-04:00',
  });
});

test('an end that came before it was said is when it was resolved', () => {
  const mail = incident([
    entry('2024-03-02 06:40', 'investigating'),
    entry('2024-03-02 09:00', 'resolved', { ended: '2024-03-02 08:10' }),
  ]);
  const [one] = read(written(site({ incidents: [mail] }), epoch('2024-03-02 12:00')), 'incidents').incidents;
  expect([one?.resolved_at, one?.incident_updates[0]?.created_at]).toEqual([
    '2024-03-02T08:10:00.000-04:00',
    '2024-03-02T09:00:00.000-04:00',
  ]);
});

test('a report after the end does not move the end', () => {
  const mail = incident([
    entry('2024-03-02 06:40', 'investigating'),
    entry('2024-03-02 09:00', 'resolved', { ended: '2024-03-02 08:10' }),
    entry('2024-03-20 09:00', 'resolved'),
  ]);
  const [one] = read(written(site({ incidents: [mail] }), epoch('2024-03-21 12:00')), 'incidents').incidents;
  expect(one?.resolved_at).toBe('2024-03-02T08:10:00.000-04:00');
});
