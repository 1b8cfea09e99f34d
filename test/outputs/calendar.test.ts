import ICAL from 'ical.js';
import { parseICS } from 'node-ical';
import { describe, expect, test } from 'vitest';
import { dayOf, instantsOfWall } from '../../src/language/format/zones.ts';
import type { Maintenance } from '../../src/model/maintenance.ts';
import type { Moment } from '../../src/model/values.ts';
import { at, epoch, maintenance, site } from '../sites.ts';
import { world } from '../worlds.ts';
import { ofWorld, written } from './written.ts';

const calendarOf = (facts: Partial<Maintenance>[], path = 'en/calendar.ics'): string =>
  written(site({ maintenance: facts.map((one) => maintenance(one)) }), epoch('2024-03-01 12:00'))(path);

const events = (file: string): readonly ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

const property = (event: ICAL.Event | undefined, name: string): string =>
  String(event?.component.getFirstPropertyValue(name));

const vancouver = (date: string, time: string): Moment => {
  const [instant] = instantsOfWall(date, time, 'America/Vancouver');
  if (instant === undefined) throw new Error(`${date} ${time}`);
  return instant;
};

test('a window in Vancouver in winter 2026-27 has the hours of the page, read by two parsers', () => {
  // British Columbia stopped changing clocks in 2026: it is seven hours behind UTC in January too.
  const file = calendarOf([
    { from: vancouver('2027-01-12', '01:00'), until: vancouver('2027-01-12', '04:00') },
  ]);
  expect(file).toContain('\r\nDTSTART:20270112T080000Z\r\nDTEND:20270112T110000Z\r\n');
  const [event] = events(file);
  expect(event?.startDate.toJSDate().toISOString()).toBe('2027-01-12T08:00:00.000Z');
  expect(event?.endDate.toJSDate().toISOString()).toBe('2027-01-12T11:00:00.000Z');
  const [other] = Object.values(parseICS(file)).filter((one) => one?.type === 'VEVENT');
  expect(other?.type === 'VEVENT' && other.start.toISOString()).toBe('2027-01-12T08:00:00.000Z');
});

test('a subscriber’s copy follows: the same event moves, then is cancelled and stays', () => {
  const announced = at('2024-02-20 09:00');
  const planned = { announced };
  const moved = {
    announced,
    from: at('2024-03-10 01:00'),
    until: at('2024-03-10 04:00'),
    moved: [{ at: at('2024-02-25 09:00'), from: at('2024-03-03 01:00'), until: at('2024-03-03 04:00') }],
  };
  const told = [planned, moved, { ...moved, cancelled: at('2024-02-28 09:00') }].map((facts) => {
    const [event] = events(calendarOf([facts]));
    return [
      event?.uid,
      event?.sequence,
      property(event, 'status'),
      property(event, 'last-modified'),
      property(event, 'dtstamp'),
    ];
  });
  const uid = 'upgrade@status.example.ca';
  expect(told).toEqual([
    [uid, 0, 'CONFIRMED', '2024-02-20T13:00:00Z', '2024-02-20T13:00:00Z'],
    [uid, 1, 'CONFIRMED', '2024-02-25T13:00:00Z', '2024-02-25T13:00:00Z'],
    [uid, 2, 'CANCELLED', '2024-02-28T13:00:00Z', '2024-02-28T13:00:00Z'],
  ]);
});

test('the calendar is published, asks to be read again, and names its address', () => {
  const calendar = new ICAL.Component(ICAL.parse(calendarOf([{}], 'fr/calendar.ics')));
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(calendar.getFirstPropertyValue('url')).toBe('https://status.example.ca/fr/calendar.ics');
  expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
});

test('a file for each, by its id, holds that one alone', () => {
  const file = calendarOf([{}, { id: 'other' }], 'en/calendar/other.ics');
  expect(events(file).map(({ uid }) => uid)).toEqual(['other@status.example.ca']);
});

test('days alone are whole days, the last one included', () => {
  const day = (date: string) => dayOf(date, 'America/Halifax');
  const file = calendarOf([{ from: day('2024-03-03'), until: day('2024-03-04') }]);
  expect(file).toContain('\r\nDTSTART;VALUE=DATE:20240303\r\nDTEND;VALUE=DATE:20240305\r\n');
});

describe.each(['maintenance', 'complete', 'quiet', 'late'] as const)('%s', (name) => {
  const file = ofWorld(name);
  test('lines end in CRLF and are folded at 75 octets, never inside a character (RFC 5545 §3.1)', () => {
    for (const locale of ['en', 'fr']) {
      const bytes = file(`${locale}/calendar.ics`);
      expect(bytes.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of bytes.split('\r\n')) {
        expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
        expect(line).not.toContain('\ufffd');
      }
    }
  });

  test('holds every maintenance of the site, also what is over or cancelled', () => {
    const { site: one } = world(name);
    expect(events(file('fr/calendar.ics'))).toHaveLength(one.maintenance.length);
  });
});

test('an accent or a picture at the fold stays whole', () => {
  for (let length = 55; length < 80; length += 1) {
    const title = `${'a'.repeat(length)}é🚧${'b'.repeat(60)}`;
    const [sample] = world('demonstration').site.incidents;
    const intro = sample?.words.en?.intro;
    if (intro === undefined) throw new Error('no words');
    const words = { title, summary: title, slug: 'x', aliases: [], intro, sections: {} };
    const file = calendarOf([{ words: { en: words, fr: words } }]);
    expect(events(file)[0]?.summary).toBe(title);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
});
