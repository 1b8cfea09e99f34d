import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { workshop } from '../cli/command.ts';
import { ofFolder } from '../outputs/written.ts';
import { debian, python } from './programs.ts';

/** A window of the winter of 2026–27, on the clock of Vancouver, as it is announced, moved and called off. */
const facts = `services: [email]
impact: minor
announced: 2024-03-04 09:00
`;
const planned = `${facts}from: 2027-01-12 01:00\nuntil: 2027-01-12 04:00\n`;
const moved = `${facts}from: 2027-01-14 01:00\nuntil: 2027-01-14 05:00\nmoved:\n  - { at: 2024-03-05 08:00, from: 2027-01-12 01:00, until: 2027-01-12 04:00 }\n`;
const cancelled = `${moved}cancelled: 2024-03-05 08:30\n`;
const title = 'Panne brève, à l’Île-d’Orléans; 1, 2';
const text = `---\ntitle: "${title}"\nsummary: "${'Très court. '.repeat(20)}"\n---\n`;

const calendarOf = (maintenance: string): string =>
  ofFolder({
    'site.yml': `url: https://status.example.ca
zone: America/Vancouver
primary: fr
name: { en: Notices, fr: Avis }
organization: { en: Example, fr: Exemple }
services:
  email: { name: { en: Email, fr: Courriel } }
`,
    'maintenance/move/maintenance.yml': maintenance,
    'maintenance/move/en.md': text,
    'maintenance/move/fr.md': text,
  })('fr/calendar.ics');

const room = workshop();
/** British Columbia keeps its summer clocks all year from 2026 on: seven hours behind UTC in January too. */
const clock = 'Etc/GMT+7';
writeFileSync(
  join(room, 'khal.conf'),
  `[calendars]
[[status]]
path = ${room}/calendar
type = calendar
[locale]
local_timezone = ${clock}
default_timezone = ${clock}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${room}/khal.db
[default]
default_calendar = status
`,
);
mkdirSync(join(room, 'calendar'));

const khal = (...args: string[]) => debian(['khal', 'khal'], ['-c', join(room, 'khal.conf'), ...args], room);

test('khal takes in a window, then where it has moved to, then that it is called off: always one event', async () => {
  const seen: string[] = [];
  for (const [name, maintenance] of Object.entries({ planned, moved, cancelled })) {
    const file = join(room, `${name}.ics`);
    writeFileSync(file, calendarOf(maintenance));
    expect(await khal('import', '--batch', file)).toMatchObject({ status: 0, err: '' });
    const { out } = await khal('list', '--format', '{start} {end-time} {status}{title}', '2027-01-01', '31d');
    seen.push(out.replace(/^\S+, \S+$/gm, '').trim());
  }
  expect(seen).toEqual([
    `2027-01-12 01:00 04:00 CONFIRMED ${title}`,
    `2027-01-14 01:00 05:00 CONFIRMED ${title}`,
    `2027-01-14 01:00 05:00 CANCELLED Annulé\u00a0: ${title}`,
  ]);
});

const event = z.object({
  summary: z.string(),
  start: z.string(),
  sequence: z.number(),
  status: z.string(),
  stamp: z.string(),
});

test('python-icalendar reads title, hours, sequence and stamp as they are meant', async () => {
  const program = `
import icalendar, json, sys
out = []
for file in sys.argv[1:]:
    calendar = icalendar.Calendar.from_ical(open(file, 'rb').read())
    (event,) = calendar.walk('VEVENT')
    if event.errors or calendar.errors: raise ValueError((event.errors, calendar.errors))
    out.append({
        'summary': str(event['SUMMARY']), 'start': event['DTSTART'].dt.isoformat(), 'sequence': event['SEQUENCE'],
        'status': str(event['STATUS']), 'stamp': event['DTSTAMP'].dt.isoformat(),
    })
print(json.dumps(out))
`;
  const files = Object.entries({ planned, moved, cancelled }).map(([name, maintenance]) => {
    const file = join(room, `${name}-again.ics`);
    writeFileSync(file, calendarOf(maintenance));
    return file;
  });
  const read = z.array(event).parse(JSON.parse(await python('khal', program, files, room)));
  expect(read).toEqual([
    {
      summary: title,
      start: '2027-01-12T08:00:00+00:00',
      sequence: 0,
      status: 'CONFIRMED',
      stamp: '2024-03-04T17:00:00+00:00',
    },
    {
      summary: title,
      start: '2027-01-14T08:00:00+00:00',
      sequence: 1,
      status: 'CONFIRMED',
      stamp: '2024-03-05T16:00:00+00:00',
    },
    {
      summary: `Annulé\u00a0: ${title}`,
      start: '2027-01-14T08:00:00+00:00',
      sequence: 2,
      status: 'CANCELLED',
      stamp: '2024-03-05T16:30:00+00:00',
    },
  ]);
});
