import { describe, expect, test } from 'vitest';
import type { Files } from '../cli/command.ts';
import { bring, entriesOf, incidentIn, maintenanceIn, siteIn, textOf } from './bring.ts';

const settings =
  'owner: Example\nrepo: status\nsites:\n  - name: Courriel\n    url: https://mail.example.ca\n  - name: Web sites\n    slug: web\n    url: https://example.ca\nstatus-website:\n  cname: status.example.ca\n  name: Example\n';
const down = {
  number: 12,
  title: '🛑 Courriel is down',
  state: 'closed',
  labels: [{ name: 'status' }, { name: 'courriel' }],
  created_at: '2024-02-01T10:00:00Z',
  closed_at: '2024-02-01T11:00:00Z',
  html_url: 'https://github.com/example/status/issues/12',
  body: 'In [`abc`](https://github.com/example/status/commit/abc), Courriel was **down**:\n- HTTP code: 0\n',
  comments: [
    {
      body: '<!-- to do: ask the supplier -->We found a full disk.',
      created_at: '2024-02-01T10:30:00Z',
      user: { login: 'x' },
    },
    { body: '**Resolved:** Courriel is back up.', created_at: '2024-02-01T11:00:00Z' },
  ],
};
const works = {
  number: 13,
  title: 'New disks',
  state: 'CLOSED',
  labels: ['maintenance'],
  createdAt: '2024-02-10T10:00:00Z',
  closedAt: '2024-02-20T15:30:00Z',
  url: 'https://github.com/example/status/issues/13',
  body: '<!--\nstart: 2024-02-20T13:00:00.220+00:00\nend: 2024-02-20T14:00:00.000Z\nexpectedDown: courriel, fax\nexpectedDegraded: web\n-->\nMail will not work.',
  comments: [{ body: 'It takes longer.', createdAt: '2024-02-20T14:05:00Z' }],
};

describe('a history of Upptime', () => {
  test('an issue is an incident, with its comments; its number is no id', async () => {
    const { content, err, report } = await bring('upptime', {
      '.upptimerc.yml': settings,
      'issues.json': JSON.stringify([down, { ...down, number: 14, title: 'A wish', labels: [] }]),
    });
    expect(err).toBe('');
    const incident = incidentIn(content, 'incident-12');
    expect(entriesOf(incident)).toEqual([
      '2024-02-01T10:00:00.000Z investigating',
      '2024-02-01T10:30:00.000Z investigating',
      '2024-02-01T11:00:00.000Z resolved',
    ]);
    expect(incident).toMatchObject({
      impact: 'critical',
      services: ['courriel'],
      imported: { from: 'upptime', id: '12' },
    });
    expect(incident.words.en).toMatchObject({ title: 'Courriel is down', aliases: ['/incident/12'] });
    expect(siteIn(content)).toMatchObject({ url: 'https://status.example.ca', incidents: { length: 1 } });
    expect(report).toContain('to do: ask the supplier');
  });

  test('planned work: window and services stand in a comment; it ended later than planned', async () => {
    const { content } = await bring(
      'upptime',
      { '.upptimerc.yml': settings, 'issues.json': JSON.stringify([works]) },
      { options: ['--text-language', 'fr'] },
    );
    const maintenance = maintenanceIn(content, 'maintenance-13');
    expect(entriesOf(maintenance)).toEqual([
      '2024-02-10T10:00:00.000Z scheduled',
      '2024-02-20T14:05:00.000Z in_progress',
      '2024-02-20T15:30:00.000Z completed',
    ]);
    expect(maintenance).toMatchObject({
      from: { epoch: Date.parse('2024-02-20T13:00Z') },
      until: { epoch: Date.parse('2024-02-20T14:00Z') },
      services: ['courriel', 'fax', 'web-sites'],
    });
    expect(textOf(content, 'maintenance/maintenance-13/fr.md')).not.toContain('expectedDown');
    expect(siteIn(content).services.find(({ id }) => id === 'fax')?.retired).toBe('2024-02-20');
  });

  test.each<[string, Files]>([
    ['no issues', {}],
    [
      'files that hold no issues',
      { 'history/summary.json': '[{"name":"Courriel","slug":"courriel"}]', 'package.json': '{}' },
    ],
  ])('a repository with %s is not a history: they are to be fetched first', async (_, files) => {
    const { status, err, report } = await bring('upptime', { '.upptimerc.yml': settings, ...files });
    expect(status).toBe(2);
    expect(err).toContain('issues.json');
    expect(report).toBe('');
  });

  test('a repository that never had an issue gives its services', async () => {
    const { content, status } = await bring('upptime', { '.upptimerc.yml': settings, 'issues.json': '[]' });
    expect(status).toBe(0);
    expect(siteIn(content).services).toHaveLength(2);
  });

  test('an issue and a comment that cannot be read are told, and so are two issues of one number', async () => {
    const { out, report } = await bring('upptime', {
      '.upptimerc.yml': settings,
      'issues.json': JSON.stringify([
        { ...down, comments: [...down.comments, { body: 5, created_at: '2024-02-01T10:40:00Z' }] },
        { number: 15, title: '🛑 Web is down', state: 'closed', labels: [{ name: 'status' }] },
      ]),
      'more.json': JSON.stringify([{ ...down, title: '🛑 Web sites is down', comments: [] }]),
    });
    expect(out).toContain('2 notices read. 1 written. 1 was refused.');
    expect(report).toContain('`12` · comments → cannot be read; left out');
    expect(report).toContain('issue · `15` → cannot be read; the notice is refused');
    expect(report).toContain(
      '`12` · title · `🛑 Web sites is down` → another notice has the same id; the fuller one is brought',
    );
  });

  test('settings that cannot be read are told', async () => {
    const { report } = await bring('upptime', {
      '.upptimerc.yml': 'sites: [',
      'issues.json': JSON.stringify([down]),
    });
    expect(report).toMatch(
      /## `\.upptimerc\.yml`\n\n- settings → has errors; what could be read of it was taken/,
    );
  });

  test('its names of services, with hyphens of their own, are ours; the facts may stand in a fence', async () => {
    const { content, report } = await bring('upptime', {
      '.upptimerc.yml': settings.replace('name: Courriel', 'name: GitHub Pages'),
      'issues.json': JSON.stringify([
        { ...down, title: 'They fail', labels: ['status', 'git-hub-pages'] },
        {
          ...works,
          body: 'Planned:\n\n```html\n<!--\nstart: 2024-02-20T13:00:00Z\nend: 2024-02-20T14:00:00Z\nexpectedDown: git-hub-pages\n-->\n```\n\nMail will not work.',
        },
        { ...works, number: 16, body: 'Nothing named.', labels: ['maintenance', 'web'] },
      ]),
    });
    expect(incidentIn(content, 'incident-12').services).toEqual(['github-pages']);
    expect(maintenanceIn(content, 'maintenance-13').services).toEqual(['github-pages']);
    expect(textOf(content, 'maintenance/maintenance-13/en.md')).toContain('Planned:\n\nMail will not work.');
    expect(maintenanceIn(content, 'maintenance-16').services).toEqual(['web-sites']);
    expect(siteIn(content).services).toHaveLength(2);
    expect(report).not.toContain('names no service');
  });

  test('comments in a file of their own find their issue', async () => {
    const comments = down.comments.map((one) => ({
      ...one,
      issue_url: 'https://api.github.com/repos/example/status/issues/12',
    }));
    const { content } = await bring('upptime', {
      '.upptimerc.yml': settings,
      'issues.json': JSON.stringify([{ ...down, comments: 2 }]),
      'comments.json': JSON.stringify(comments),
    });
    expect(entriesOf(incidentIn(content, 'incident-12'))).toHaveLength(3);
  });
});
