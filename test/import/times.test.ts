import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWhen } from '../../src/import/times.ts';

const utc = (iso: string) => Date.parse(iso);

describe('times as other programs write them', () => {
  // Each by hand: the same moment in Universal Time.
  test.each([
    ['2021-06-04 07:00:00', 'UTC', utc('2021-06-04T07:00:00Z')],
    ['2021-06-04 07:00', 'UTC', utc('2021-06-04T07:00:00Z')],
    ['2021-06-04T7:05:00-00:00', 'UTC', utc('2021-06-04T07:05:00Z')],
    ['"2026-03-02T20:00:00+01:00"', 'UTC', utc('2026-03-02T19:00:00Z')],
    ['2021-06-04 09:10:40+00:00', 'America/Halifax', utc('2021-06-04T09:10:40Z')],
    // A zero too many: the number is the same.
    ['2024-08-13T015:00:00+02:00', 'UTC', utc('2024-08-13T13:00:00Z')],
    ['2021-08-24T13:00:00.220Z', 'America/Halifax', utc('2021-08-24T13:00:00Z') + 220],
    ['2021-08-24T13:00:00.220+0000', 'UTC', utc('2021-08-24T13:00:00Z')],
    ['2021-08-24 13:00:00 UTC', 'America/Halifax', utc('2021-08-24T13:00:00Z')],
    ['2021-08-24 13:00 -0300', 'UTC', utc('2021-08-24T16:00:00Z')],
    ['2021-08-24T13:00:00+02', 'UTC', utc('2021-08-24T11:00:00Z')],
    // Halifax is three hours behind in summer and four in winter.
    ['2021-08-24 13:00', 'America/Halifax', utc('2021-08-24T16:00:00Z')],
    ['2021-12-24 13:00', 'America/Halifax', utc('2021-12-24T17:00:00Z')],
    // 1:30 came twice in Halifax on November 7, 2021, first at 4:30 UTC; 2:30 did not come on March 14.
    ['2021-11-07 01:30', 'America/Halifax', utc('2021-11-07T04:30:00Z')],
    ['2021-03-14 02:30', 'America/Halifax', utc('2021-03-14T06:30:00Z')],
    ['2019-6-4', 'UTC', '2019-06-04'],
  ])('%s', (written, zone, expected) => {
    const found = readWhen(written, zone);
    expect(typeof found === 'number' ? Math.floor(found / 1000) : found).toBe(
      typeof expected === 'number' ? Math.floor(expected / 1000) : expected,
    );
  });

  test.each(['', 'soon', '2021-02-30', '2021-06-04 25:00', '2024-08-13T115:00:00+02:00', '1', '06/04/2021'])(
    '%s is none',
    (written) => {
      expect(readWhen(written, 'UTC')).toBeUndefined();
    },
  );

  test('every instant survives in every notation', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.constantFrom('Z', '+0000', ' UTC', '+00:00', ' GMT', '-00:00'),
        fc.constantFrom('T', ' '),
        (date, zone, between) => {
          const iso = date.toISOString().slice(0, 19);
          expect(readWhen(iso.replace('T', between) + zone, 'America/Halifax')).toBe(utc(`${iso}Z`));
        },
      ),
    );
  });

  test('no text makes it fail', () => {
    fc.assert(fc.property(fc.string(), (text) => void readWhen(text, 'America/Halifax')));
  });
});
