import { expect, test } from 'vitest';
import { type OffsetOf, refuseOldZoneData } from '../../src/cli/zone-data.ts';
import { translator } from '../../src/language/translate.ts';

/** What runtimes say of these zones in December 2026: with zone data of 2025, and with those of 2026. */
const data: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2025b': { 'America/Vancouver': 'GMT-08:00', 'America/Edmonton': 'GMT-07:00' },
  'British Columbia alone': { 'America/Vancouver': 'GMT-07:00', 'America/Edmonton': 'GMT-07:00' },
  '2026c': { 'America/Vancouver': 'GMT-07:00', 'America/Edmonton': 'GMT-06:00' },
};
const knowing =
  (name: string): OffsetOf =>
  (zone, instant) => {
    expect(instant.toISOString()).toBe('2026-12-01T12:00:00.000Z');
    return data[name]?.[zone];
  };

test.each([
  ['2025b', 'America/Vancouver'],
  ['British Columbia alone', 'America/Edmonton'],
])('%s is refused, with the zone that would be wrong', (name, zone) => {
  expect(() => refuseOldZoneData(knowing(name))).toThrow(
    expect.objectContaining({
      status: 3,
      key: 'command.machine.zones',
      values: expect.objectContaining({ zone }),
    }),
  );
});

test('2026c and the runtime of these tests are right', () => {
  expect(() => refuseOldZoneData(knowing('2026c'))).not.toThrow();
  expect(() => refuseOldZoneData()).not.toThrow();
});

test('the sentence names what to type', () => {
  const values = { zone: 'America/Vancouver', node: '24.20.0', data: '2025b', wanted: '24.21.0' };
  for (const locale of ['en', 'fr'] as const)
    expect(translator(locale)('command.machine.zones.hint', values)).toContain('npm install');
});
