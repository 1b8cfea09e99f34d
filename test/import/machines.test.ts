import { expect, test } from 'vitest';
import { z } from 'zod';
import { written } from '../outputs/written.ts';
import { childrenOf, parseXml, textOf } from '../outputs/xml-tree.ts';
import { bring, siteIn } from './bring.ts';

const page = { id: 'p1', name: 'Example', url: 'https://status.example.ca', time_zone: 'America/Halifax' };
const update = (status: string, at: string) => ({ status, body: `${status}.`, display_at: at });
const statuspage = {
  'summary.json': JSON.stringify({ page, components: [{ id: 'c1', name: 'Email', status: 'operational' }] }),
  'incidents.json': JSON.stringify({
    page,
    incidents: [
      {
        id: 'kz1xjx8h2p4q',
        name: 'Email down',
        status: 'resolved',
        impact: 'major',
        created_at: '2024-02-01T10:00:00.000Z',
        resolved_at: '2024-02-01T12:00:00.000Z',
        incident_updates: [
          update('resolved', '2024-02-01T12:00:00.000Z'),
          update('investigating', '2024-02-01T10:00:00.000Z'),
        ],
      },
    ],
  }),
  'scheduled-maintenances.json': JSON.stringify({
    page,
    scheduled_maintenances: [
      {
        id: 'm4w5k6q7r8s9',
        name: 'Servers move',
        status: 'scheduled',
        impact: 'maintenance',
        created_at: '2024-03-01T10:00:00.000Z',
        scheduled_for: '2024-04-01T04:00:00.000Z',
        scheduled_until: '2024-04-01T07:00:00.000Z',
        incident_updates: [update('scheduled', '2024-03-01T10:00:00.000Z')],
      },
    ],
  }),
};
const cstate = {
  'config.yml': `title: Example
baseURL: https://status.example.ca/
languageCode: en
params:
  categories: [{ name: Mail }]
  systems: [{ name: Email, category: Mail }]
`,
  'content/issues/2024-02-mail.md': `---
title: Email down
date: 2024-02-01 10:00:00 +0000
resolved: true
resolvedWhen: 2024-02-01 12:00:00 +0000
severity: down
affected: [Email]
section: issue
---
*Investigating* - No mail can be read. {{< track "2024-02-01 10:00:00 +0000" >}}
`,
};
const upptime = {
  '.upptimerc.yml':
    'owner: example\nrepo: upptime\nsites:\n  - name: Email\n    url: https://mail.example.ca\nstatus-website:\n  cname: status.example.ca\n  name: Example\n',
  'issues.json': JSON.stringify([
    {
      number: 12,
      title: '🛑 Email is down',
      body: 'Email was down.',
      state: 'CLOSED',
      labels: [{ name: 'status' }, { name: 'email' }],
      createdAt: '2024-02-01T10:00:00Z',
      closedAt: '2024-02-01T12:00:00Z',
      url: 'https://github.com/example/upptime/issues/12',
      comments: [],
    },
  ]),
};

const api = z.object({ incidents: z.array(z.object({ id: z.string() })) });

test.each([
  {
    kind: 'statuspage',
    files: statuspage,
    id: 'kz1xjx8h2p4q',
    address: 'https://status.example.ca/incidents/kz1xjx8h2p4q',
  },
  {
    kind: 'cstate',
    files: cstate,
    id: '2024-02-mail',
    address: 'https://status.example.ca/issues/2024-02-mail/',
  },
  { kind: 'upptime', files: upptime, id: '12', address: 'https://github.com/example/upptime/issues/12' },
])('$kind: API and feeds keep the id of a notice that was brought', async ({ kind, files, id, address }) => {
  const { content } = await bring(
    kind,
    files,
    kind === 'cstate' ? {} : { options: ['--text-language', 'en'] },
  );
  const site = siteIn(content);
  const file = written(site, Date.parse('2024-03-05T16:00Z'));
  expect(api.parse(JSON.parse(file('api/v2/incidents.json'))).incidents).toEqual([{ id }]);
  const entries = (path: string) => childrenOf(parseXml(file(path)), 'entry').map((one) => textOf(one, 'id'));
  const ofNotice = entries('fr/feed.xml').filter((one) => one.includes(`:fr/${kind}.${id}/t-20240201T`));
  expect(ofNotice.length).toBeGreaterThan(0);
  expect(entries('history.atom')).toEqual(entries(`${site.primary}/feed.xml`));
  const [channel] = parseXml(file('history.rss')).children;
  const guids = channel === undefined ? [] : childrenOf(channel, 'item').map((one) => textOf(one, 'guid'));
  // Once each, by the address that it had: a reader that followed the former page has nothing new to tell.
  expect(guids.filter((one) => one === address)).toHaveLength(1);
  expect(guids.filter((one) => one.startsWith('tag:'))).toEqual([]);
});

test('entries of the Atom feed keep what the page called them, where its feed was read too', async () => {
  const entry = (number: number, id: string) =>
    `<entry><id>tag:status.example.ca,2005:Incident/${number}</id><title>x</title><link rel="alternate" type="text/html" href="https://status.example.ca/incidents/${id}"/></entry>`;
  const feed = `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>tag:status.example.ca,2005:/history</id>${entry(21847, 'kz1xjx8h2p4q')}${entry(21846, 'unknown')}</feed>`;
  const { content, report } = await bring(
    'statuspage',
    { ...statuspage, 'history.atom': feed },
    { options: ['--text-language', 'en'] },
  );
  const site = siteIn(content);
  const file = written(site, Date.parse('2024-03-05T16:00Z'))('history.atom');
  const ids = childrenOf(parseXml(file), 'entry').map((one) => textOf(one, 'id'));
  expect(ids.filter((id) => id.endsWith('Incident/21847'))).toEqual([
    'tag:status.example.ca,2005:Incident/21847',
  ]);
  expect(ids.filter((id) => id.includes('kz1xjx8h2p4q'))).toEqual([]);
  // Planned work has no entry there: it is told as what is our own.
  expect(ids.filter((id) => id.includes('statuspage.m4w5k6q7r8s9'))).toHaveLength(1);
  expect(report).not.toContain('history.atom');
});

test('an event of a calendar keeps the id of the planned work that was brought', async () => {
  const { content } = await bring('statuspage', statuspage, { options: ['--text-language', 'en'] });
  const file = written(siteIn(content), Date.parse('2024-03-05T16:00Z'));
  expect(file('fr/calendar.ics')).toContain('\r\nUID:statuspage.m4w5k6q7r8s9@status.example.ca\r\n');
});
