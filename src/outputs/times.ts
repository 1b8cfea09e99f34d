import { instantAt } from '../language/format/zones.ts';
import { offsetText } from '../model/values.ts';

/** `2024-03-02T06:40:00-04:00` (RFC 3339), of epoch milliseconds on the clock of the zone. */
export function rfc3339(epoch: number, zone: string): string {
  const { date, time, offset } = instantAt(epoch, zone, true);
  return `${date}T${time}${offsetText(offset)}`;
}

/** `2024-03-02T06:40:00.000-04:00`: with milliseconds, as the Statuspage API writes it. */
export function withMilliseconds(epoch: number, zone: string): string {
  const { date, time, offset } = instantAt(epoch, zone, true);
  return `${date}T${time}.000${offsetText(offset)}`;
}

/** `Sat, 02 Mar 2024 10:40:00 GMT` (RFC 822 with four digits of the year, as RSS 2.0 wants it). */
export const rfc822 = (epoch: number): string => new Date(epoch).toUTCString();
