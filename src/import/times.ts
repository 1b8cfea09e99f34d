import { instantAt, instantsOfWall, isCivilDate } from '../language/format/zones.ts';
import type { When } from './history.ts';

const shape =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ,]+(0?\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s+[A-Z]{2,5})?)?$/;
const two = (part: string): string => part.padStart(2, '0');

/**
 * Reads a time as other programs write it: with fractions of seconds, `Z`, `UTC`, `+0000`, hours of one digit or with a zero too many, quoted.
 * Without a zone it is the wall clock of `zone`; the earlier one where that comes twice. A fraction is cut off, since a
 * notice knows seconds. Nothing where it is no time.
 */
export function readWhen(written: string, zone: string): When | undefined {
  const typed = written
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
    .trim()
    .slice(0, 60);
  const [, year = '', month = '', day = '', hour, minute = '', second = '00', offset] =
    shape.exec(typed) ?? [];
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isCivilDate(date)) return undefined;
  if (hour === undefined) return date;
  const time = `${two(hour.slice(-2))}:${minute}:${second}`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (offset !== undefined) {
    const epoch = Date.parse(`${date}T${time}${offsetOf(offset)}`);
    return Number.isNaN(epoch) ? undefined : epoch;
  }
  const [first] = instantsOfWall(date, time, zone);
  if (first !== undefined) return first.epoch;
  // A wall time that clocks jumped over is read with the offset from before the jump.
  const wall = Date.parse(`${date}T${time}Z`);
  return wall - instantAt(wall - 86_400_000, zone).offset * 60_000;
}

/** Whether a time says its zone. */
export const saysZone = (written: string): boolean =>
  /(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)\s*['"]?\s*$/i.test(written) && /:/.test(written);

function offsetOf(written: string): string {
  if (/^(?:z|utc|gmt)$/i.test(written)) return 'Z';
  const digits = written.slice(1).replace(':', '').padEnd(4, '0');
  return `${written.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** The instant of a time; of a day alone, its beginning in the zone. */
export const epochOf = (when: When, zone: string): number =>
  typeof when === 'number'
    ? when
    : (instantsOfWall(when, '00:00', zone)[0]?.epoch ?? Date.parse(`${when}T00:00Z`));
