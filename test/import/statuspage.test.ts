import { describe, expect, test } from 'vitest';
import { bring, entriesOf, incidentIn, maintenanceIn, siteIn, textOf } from './bring.ts';

const page = {
  id: 'p1',
  name: 'Example Telecom',
  url: 'https://status.example.ca',
  time_zone: 'America/Halifax',
};
const components = [
  { id: 'g1', name: 'At home', group: true, components: ['c1'], position: 1 },
  {
    id: 'c1',
    name: 'Email',
    group: false,
    group_id: 'g1',
    status: 'operational',
    position: 1,
    description: 'Mail  boxes',
  },
  { id: 'c2', name: 'Web sites', group: false, group_id: null, status: 'operational', position: 2 },
  { id: 'c3', name: 'Email', group: false, group_id: null, status: 'operational', position: 3 },
];
const outage = {
  id: 'kz1xjx',
  name: 'Email “down”: #1 & {{ more }}',
  status: 'postmortem',
  impact: 'critical',
  created_at: '2024-02-01T10:05:30.000Z',
  started_at: '2024-02-01T09:30:00.000Z',
  resolved_at: '2024-02-01T12:00:00.250Z',
  shortlink: 'https://stspg.io/kz1xjx',
  components: [components[1], components[2]],
  incident_updates: [
    {
      status: 'postmortem',
      body: '## Why\n\nA disk was full.',
      created_at: '2024-02-03T09:00:00.000Z',
      display_at: '2024-02-03T09:00:00.000Z',
    },
    { status: 'resolved', body: 'It works again.', display_at: '2024-02-01T12:00:00.250Z' },
    {
      status: 'identified',
      body: 'A disk is full.\nWe make room.',
      display_at: '2024-02-01T10:40:00.000Z',
      affected_components: [
        { code: 'c1', name: 'At home - Email', old_status: 'partial_outage', new_status: 'major_outage' },
        { code: 'c2', name: 'Web sites', old_status: 'operational', new_status: 'degraded_performance' },
      ],
    },
    {
      status: 'investigating',
      body: '<p>No mail can be read. <a href="https://example.ca/help">Help</a></p><script>alert(1)</script>',
      display_at: '2024-02-01T10:05:30.000Z',
      affected_components: [
        { code: 'c1', name: 'At home - Email', old_status: 'operational', new_status: 'partial_outage' },
      ],
    },
  ],
};
const works = {
  id: '4711',
  name: 'New disks',
  status: 'completed',
  impact: 'maintenance',
  created_at: '2024-01-10T12:00:00Z',
  scheduled_for: '2024-01-20T05:00:00Z',
  scheduled_until: '2024-01-20T07:00:00Z',
  components: [components[1], { id: 'old', name: 'Pagers' }],
  incident_updates: [
    { status: 'completed', body: '', display_at: '2024-01-20T06:30:00Z' },
    { status: 'in_progress', body: 'It begins.', display_at: '2024-01-20T05:01:00Z' },
    { status: 'scheduled', body: 'Mail will be slow.', display_at: '2024-01-10T12:00:00Z' },
  ],
};
const files = {
  'components.json': JSON.stringify({ page, components }),
  'incidents.json': JSON.stringify({ page, incidents: [outage] }),
  'scheduled-maintenances.json': JSON.stringify({ page, scheduled_maintenances: [works] }),
};

describe('a history of Statuspage', () => {
  test('an incident keeps its instants, phases, states, texts, address and id', async () => {
    const { content, status, err } = await bring('statuspage', files);
    expect(status, err).toBe(0);
    const incident = incidentIn(content, 'kz1xjx');
    expect(entriesOf(incident)).toEqual([
      // Of two services, the one that is not named works.
      '2024-02-01T10:05:30.000Z investigating email=partial_outage web-sites=operational',
      '2024-02-01T10:40:00.000Z identified email=major_outage web-sites=degraded_performance',
      '2024-02-01T12:00:00.000Z resolved',
      '2024-02-03T09:00:00.000Z resolved',
    ]);
    expect(incident.started).toMatchObject({ epoch: Date.parse('2024-02-01T09:30:00Z') });
    expect(incident).toMatchObject({ impact: 'critical', imported: { from: 'statuspage', id: 'kz1xjx' } });
    expect(incident.words.fr).toBeUndefined();
    expect(incident.words.en).toMatchObject({
      summary: 'No mail can be read. Help',
      aliases: ['/incidents/kz1xjx'],
    });
    expect(incident.sources).toMatchObject([
      { url: 'https://status.example.ca/incidents/kz1xjx', publisher: 'Example Telecom', lang: 'en' },
    ]);
    const note = textOf(content, 'incidents/kz1xjx/en.md');
    expect(note).toContain(
      '### 2024-02-01 06:05:30\n\nNo mail can be read. [Help](https://example.ca/help)\n',
    );
    expect(note).toContain('A disk is full.\\\nWe make room.');
    expect(note).toContain('**Why**\n\nA disk was full.');
    expect(incident.words.en?.title).toBe('Email “down”: #1 & {{ more }}');
  });

  test('planned work keeps its window and its announcement; an id of digits is prefixed; a service that is gone is retired', async () => {
    const { content } = await bring('statuspage', files);
    const maintenance = maintenanceIn(content, 'maintenance-4711');
    expect(entriesOf(maintenance)).toEqual([
      '2024-01-10T12:00:00.000Z scheduled',
      '2024-01-20T05:01:00.000Z in_progress',
      '2024-01-20T06:30:00.000Z completed',
    ]);
    expect(maintenance).toMatchObject({
      from: { epoch: Date.parse('2024-01-20T05:00Z') },
      until: { epoch: Date.parse('2024-01-20T07:00Z') },
      announced: { epoch: Date.parse('2024-01-10T12:00Z') },
      imported: { id: '4711' },
      services: ['email', 'pagers'],
    });
    const { services, groups, zone, mayBeLate } = siteIn(content);
    expect(services.map(({ id, group, retired }) => [id, group, retired])).toEqual([
      ['email', 'at-home', undefined],
      ['web-sites', undefined, undefined],
      ['email-2', undefined, undefined],
      ['pagers', undefined, '2024-01-20'],
    ]);
    expect({ groups: groups.map(({ id }) => id), zone, mayBeLate }).toEqual({
      groups: ['at-home'],
      zone: 'America/Halifax',
      mayBeLate: 'any',
    });
    expect(textOf(content, 'maintenance/maintenance-4711/en.md')).toContain('The work is finished.');
  });

  test('planned work that was never said to be finished, and is long past, is', async () => {
    const left = { ...works, status: 'in_progress', incident_updates: works.incident_updates.slice(1) };
    const { content, report } = await bring('statuspage', { 'a.json': JSON.stringify([left]) });
    expect(entriesOf(maintenanceIn(content, 'maintenance-4711')).at(-1)).toBe(
      '2024-01-20T07:00:00.000Z completed',
    );
    expect(report).toContain('never said to be finished');
  });

  test('texts in French are texts in French, and what is added in words of ours too', async () => {
    const french = { ...works, name: 'Nouveaux disques', incident_updates: works.incident_updates };
    const { content } = await bring(
      'statuspage',
      { 'a.json': JSON.stringify([french]) },
      { options: ['--text-language', 'fr'] },
    );
    const note = textOf(content, 'maintenance/maintenance-4711/fr.md');
    expect(note).toContain('## Chronologie');
    expect(note).toContain('Les travaux sont terminés.');
    expect(siteIn(content).primary).toBe('fr');
  });

  test('several pages, a bare array, fields that are not there, and an incident twice are all one history', async () => {
    const less = {
      id: '01FDAG4SAP5TYPT98WGR2N7W91',
      name: 'Slow',
      status: 'resolved',
      incident_updates: [{ status: 'Resolved', body: 'Over.', created_at: '2024-02-05T10:00:00+00:00' }],
    };
    const { content, out } = await bring('statuspage', {
      'incidents-1.json': JSON.stringify({ incidents: [outage] }),
      'incidents-2.json': JSON.stringify({ incidents: [{ ...outage, incident_updates: [] }, less] }),
      'archive/incidents.json': JSON.stringify([{ ...less, id: 'b2' }]),
      'package.json': '{ "name": "not ours" }',
      'tsconfig.json': '// { "not": "JSON" }',
    });
    expect(out).toContain('3 notices read. 3 written.');
    const { incidents } = siteIn(content);
    expect(incidents.map(({ id }) => id).sort()).toEqual(['01fdag4sap5typt98wgr2n7w91', 'b2', 'kz1xjx']);
    expect(incidents.find(({ id }) => id === 'kz1xjx')?.timeline).toHaveLength(4);
  });

  test('an old incident without end is closed; updates of one second follow one another; none stands in the future', async () => {
    const at = '2024-01-05T10:00:00.100Z';
    const open = {
      id: 'open1',
      name: '',
      status: 'investigating',
      impact: 'odd',
      created_at: at,
      incident_updates: [
        { status: 'identified', body: 'Third.', display_at: '2034-01-05T10:00:00Z' },
        { status: 'identified', body: 'Second.', display_at: '2024-01-05T10:00:00.900Z' },
        { status: 'investigating', body: 'First.', display_at: at },
      ],
    };
    const { content, report } = await bring('statuspage', {
      'incidents.json': JSON.stringify({ incidents: [open] }),
    });
    const incident = incidentIn(content, 'open1');
    expect(entriesOf(incident).slice(0, 2)).toEqual([
      '2024-01-05T10:00:00.000Z investigating',
      '2024-01-05T10:00:01.000Z identified',
    ]);
    expect(entriesOf(incident)).toHaveLength(3);
    for (const told of [
      '`odd` → not an impact',
      'title →',
      'a second later',
      'has not come yet',
      'services → it names no service',
    ])
      expect(report).toContain(told);
    const old = { ...open, id: 'old1', incident_updates: open.incident_updates.slice(2) };
    const second = await bring('statuspage', { 'incidents.json': JSON.stringify({ incidents: [old] }) });
    expect(incidentIn(second.content, 'old1').closed).toMatchObject({
      epoch: Date.parse('2024-01-05T10:00:00Z'),
    });
  });

  test('a notice without an id is refused; a part that cannot be read, and a second notice of one id, are told', async () => {
    const { content, out, report } = await bring('statuspage', {
      'incidents.json': JSON.stringify({
        page,
        components: [...components, { id: 'c9' }],
        incidents: [
          { ...outage, id: '' },
          { ...outage, incident_updates: [...outage.incident_updates, { status: 'identified', body: 7 }] },
        ],
      }),
      'more.json': JSON.stringify({
        page,
        incidents: [outage, { ...outage, name: 'Another', incident_updates: [] }],
      }),
    });
    expect(out).toContain('2 notices read. 1 written. 1 was refused.');
    expect(siteIn(content).incidents).toHaveLength(1);
    expect(report).toContain('`kz1xjx` · incident_updates → cannot be read; left out');
    expect(report).toContain('components · `c9` → cannot be read; left out');
    expect(report).toContain(
      '`kz1xjx` · name · `Another` → another notice has the same id; the fuller one is brought',
    );
    expect(report.match(/another notice has the same id/g)).toHaveLength(1);
  });
});
