import packageJson from '../../package.json' with { type: 'json' };
import { UserError } from '../language/user-error.ts';

/** The offset of a zone at an instant, as this runtime has it: `GMT-07:00`. */
export type OffsetOf = (zone: string, instant: Date) => string | undefined;

const offsetHere: OffsetOf = (timeZone, instant) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;

/** British Columbia and Alberta no longer change their clocks since 2026 (IANA time zone database, 2026a). */
const winter = new Date('2026-12-01T12:00Z');
const right: Readonly<Record<string, string>> = {
  'America/Vancouver': 'GMT-07:00',
  'America/Edmonton': 'GMT-06:00',
};

/** Refuses (3) a runtime whose zone data are older: hours that a reader sees would be an hour wrong. */
export function refuseOldZoneData(offsetOf: OffsetOf = offsetHere): void {
  const wrong = Object.entries(right).find(([zone, offset]) => offsetOf(zone, winter) !== offset)?.[0];
  if (wrong === undefined) return;
  throw new UserError(3, 'command.machine.zones', {
    zone: wrong,
    node: process.versions.node,
    data: process.versions.tz ?? '?',
    wanted: packageJson.devDependencies.node,
  });
}
