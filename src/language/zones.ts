import type { CivilDate, Day, Instant, Locale, LocalText } from '../model/values.ts';

const second = 1_000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** What the IANA names of inhabited places begin with; `Etc/`, `Canada/`, `US/` and `EST` are older or fixed. */
const regionAndCity =
  /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z/_-]*$/;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  clocks.set(zone, made);
  return made;
}

/**
 * Whether this runtime knows the IANA zone, named as its place is: `America/Halifax`, `Europe/Kyiv`, or `UTC`.
 * A fixed offset (`+05:00`) or an abbreviation (`EST`) is none: neither says when clocks change.
 */
export function isZone(name: string): boolean {
  if (name === 'UTC') return true;
  if (name.length > 64 || !regionAndCity.test(name)) return false;
  try {
    const { timeZone } = clockOf(name).resolvedOptions();
    // Intl takes any letter case; a calendar file does not.
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/** Whether the text is a real calendar date, `2024-02-29`. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const epoch = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(epoch) && new Date(epoch).toISOString().startsWith(text);
}

/** Whether the text is a time of the 24-hour clock, `06:40` or `06:40:30`; `24:00` is none. */
export const isWallTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(text);

/**
 * Minutes east of UTC in the zone at that instant (epoch milliseconds): -420. The odd seconds of local mean time, long
 * before any notice, are dropped, as ISO 8601 has no place for them. Throws a `RangeError` for an unknown zone.
 */
export function offsetAt(epoch: number, zone: string): number {
  const text = clockOf(zone).format(epoch);
  const at = text.indexOf('GMT') + 3;
  if (at === text.length) return 0;
  const size = Number(text.slice(at + 1, at + 3)) * 60 + Number(text.slice(at + 4, at + 6));
  return text[at] === '-' ? -size : size;
}

/** The instant (epoch milliseconds) as the wall clock of the zone shows it, with seconds only where asked for. */
export function instantAt(epoch: number, zone: string, seconds = false): Instant {
  const offset = offsetAt(epoch, zone);
  const [date = '', time = ''] = new Date(epoch + offset * minute).toISOString().split('T');
  return { kind: 'instant', epoch, date, time: time.slice(0, seconds ? 8 : 5), offset };
}

/**
 * When the wall clock of the zone shows that time of that day, earliest first: never where clocks jump over it, twice
 * where they go back over it. Throws a `RangeError` for what is no date or no time.
 */
export function instantsOfWall(date: CivilDate, time: string, zone: string): readonly Instant[] {
  if (!isWallTime(time)) throw new RangeError(`not a wall time: ${time}`);
  const wall = midnightOf(date) + Date.parse(`1970-01-01T${time}Z`);
  return epochsOfWall(wall, zone).map((epoch) => instantAt(epoch, zone, time.length > 5));
}

/**
 * The civil day in the zone, from its first instant to that of the next day: 23 or 25 hours where clocks change. Where
 * midnight does not exist the day begins at the change; where it comes twice, at the first. Throws a `RangeError` for
 * what is no date.
 */
export function dayOf(date: CivilDate, zone: string): Day {
  const midnight = midnightOf(date);
  return { kind: 'day', date, start: startOfDay(midnight, zone), end: startOfDay(midnight + day, zone) };
}

/** A day's midnight in wall milliseconds: those that a clock of UTC would need to show it. */
function midnightOf(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  return Date.parse(`${date}T00:00Z`);
}

/** The instants of a wall time: no offset but the one before and the one after any change nearby can be right. */
function epochsOfWall(wall: number, zone: string): readonly number[] {
  const offsets = new Set([offsetAt(wall - day, zone), offsetAt(wall + day, zone)]);
  return [...offsets]
    .filter((offset) => offsetAt(wall - offset * minute, zone) === offset)
    .map((offset) => wall - offset * minute)
    .sort((a, b) => a - b);
}

function startOfDay(midnight: number, zone: string): number {
  return epochsOfWall(midnight, zone)[0] ?? changeBetween(midnight - day, midnight + day, zone);
}

/** The first second of the new offset, where the clock changes once between two instants on whole seconds. */
function changeBetween(from: number, until: number, zone: string): number {
  const old = offsetAt(from, zone);
  let before = from;
  let after = until;
  while (after - before > second) {
    const middle = before + Math.floor((after - before) / 2 / second) * second;
    if (offsetAt(middle, zone) === old) before = middle;
    else after = middle;
  }
  return after;
}

/** How a zone is called: `short` beside a time, `long` in a sentence, `offset` where only the hours count. */
export type ZoneForm = 'short' | 'long' | 'offset';

/**
 * What a Canadian name means to a reader elsewhere. British Columbia and Alberta stopped changing clocks in 2026, the
 * western United States did not: a winter time "PT" in Vancouver needs its offset.
 */
const meantBy: Readonly<Record<string, string>> = {
  PT: 'America/Los_Angeles',
  MT: 'America/Denver',
  CT: 'America/Chicago',
  ET: 'America/New_York',
  AT: 'America/Halifax',
  NT: 'America/St_Johns',
};

interface ZoneName {
  readonly short: LocalText;
  readonly long: LocalText;
  /** The zone that the short name makes a reader think of. */
  readonly namesake?: string | undefined;
  /** Whether clocks change near that day, so that a wall time may come twice. */
  readonly changing: boolean;
}

const utc: ZoneName = {
  short: { en: 'UTC', fr: 'UTC' },
  long: { en: 'Coordinated Universal Time', fr: 'temps universel coordonné' },
  changing: false,
};

/** `UTC−7`, `UTC−3:30`, `UTC`, with the minus sign proper, which does not break. */
function offsetWords(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 ? `:${String(size % 60).padStart(2, '0')}` : '';
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
}

/**
 * The zone's name at that instant, never that of a season (PDT, HAP), which a zone without change of clocks would bear
 * wrongly in winter: `HP`, `PT`; `heure du Pacifique`, `Pacific Time`; `HNC`, `CST` in Regina; `UTC+2` where Canadian
 * usage has no name. The offset is added where the name does not decide it: `HP, UTC−7`, `PT (UTC−7)` for Vancouver in
 * winter from 2026 on, and in an hour that comes twice. Throws a `RangeError` for an unknown zone.
 */
export function zoneWords(zone: string, locale: Locale, instant: Instant, form: ZoneForm = 'short'): string {
  const offset = offsetWords(instant.offset);
  if (form === 'offset') return offset;
  const name = nameOn(instant.date, instant.offset, zone);
  const words = name[form][locale] || offset;
  if (words === offset) return offset;
  const misleads = name.namesake !== undefined && offsetAt(instant.epoch, name.namesake) !== instant.offset;
  const comesTwice = name.changing && instantsOfWall(instant.date, instant.time, zone).length > 1;
  if (!misleads && !comesTwice) return words;
  return locale === 'fr' && form === 'short' ? `${words}, ${offset}` : `${words} (${offset})`;
}

const namesOf = new Map<string, Map<string, ZoneName>>();

/** The name on a civil day with that offset, taken at its noon, so that every instant of the day bears the same. */
function nameOn(date: CivilDate, offset: number, zone: string): ZoneName {
  if (zone === 'UTC') return utc;
  let names = namesOf.get(zone);
  if (!names) {
    names = new Map();
    namesOf.set(zone, names);
  }
  const key = `${date} ${offset}`;
  const known = names.get(key);
  if (known) return known;
  const noon = midnightOf(date) + day / 2 - offset * minute;
  const short = { en: abbreviation(zone, 'en', noon), fr: abbreviation(zone, 'fr', noon) };
  const made = {
    short,
    long: { en: genericName(zone, 'en', noon), fr: genericName(zone, 'fr', noon) },
    namesake: meantBy[short.en],
    changing: offsetAt(noon - day, zone) !== offsetAt(noon + day, zone),
  };
  names.set(key, made);
  return made;
}

/** `HP`, `PT`; nothing where Intl has only a description (« heure : France »). */
function abbreviation(zone: string, locale: Locale, epoch: number): string {
  const name = intlName(zone, locale, 'shortGeneric', epoch);
  return /^[A-Z]{2,4}$/.test(name) ? name : '';
}

/** `heure du Pacifique`; nothing where Intl has only a description or an offset. */
function genericName(zone: string, locale: Locale, epoch: number): string {
  const name = intlName(zone, locale, 'longGeneric', epoch);
  return /[\d:]/.test(name) ? '' : name;
}

const namers = new Map<string, Intl.DateTimeFormat>();

/** What Intl calls the zone, without the place that it adds in brackets where namesakes differ: `MT (Inuvik)`. */
function intlName(
  zone: string,
  locale: Locale,
  style: 'shortGeneric' | 'longGeneric',
  epoch: number,
): string {
  const key = `${zone} ${locale} ${style}`;
  let namer = namers.get(key);
  if (!namer) {
    namer = new Intl.DateTimeFormat(`${locale}-CA`, { timeZone: zone, timeZoneName: style });
    namers.set(key, namer);
  }
  const name = namer.formatToParts(epoch).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return name.replace(/ \(.*\)$/, '');
}
