import { DateTime, IANAZone } from 'luxon';
import type { CivilDate, Day, Instant, Locale, LocalText } from '../../model/values.ts';

/** Names that are no places: offsets under another name. */
const fixed = /^(?:Etc|SystemV)\//;

/** The words of former names that IANA writes in capitals or run together. */
const irregular = new Map(
  'ACT BajaNorte BajaSur ComodRivadavia DeNoronha EasterIsland IN LHI NSW US'
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const spelledByIana = (name: string): string =>
  name.toLowerCase().replace(/[a-z]+/g, (word) => irregular.get(word) ?? capitalized(word));

/** The zones that this runtime knows, by their IANA names. */
export const zoneNames = (): readonly string[] => Intl.supportedValuesOf('timeZone');

/**
 * Whether this runtime knows the IANA zone, named as its place is: `America/Halifax`, `Canada/Pacific`, or `UTC`.
 * A fixed offset (`+05:00`) or an abbreviation (`EST`) is none: neither says when clocks change.
 */
export function isZone(name: string): boolean {
  if (name === 'UTC') return true;
  if (name.length > 64 || !/^[A-Z][A-Za-z]+\/[A-Za-z/_-]+$/.test(name) || fixed.test(name)) return false;
  if (!IANAZone.isValidZone(name)) return false;
  // Intl takes any letter case, a calendar file does not; of a former name Intl tells only the present one.
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  return timeZone.toLowerCase() === name.toLowerCase() ? timeZone === name : spelledByIana(name) === name;
}

/** A date and a time of day as a clock of UTC shows them; invalid where there is no such date. */
const civil = (date: string, time = '00:00'): DateTime =>
  /^\d{4}-\d{2}-\d{2}$/.test(date)
    ? DateTime.fromISO(`${date}T${time}`, { zone: 'utc' })
    : DateTime.invalid('not a civil date');

/** Whether the text is a real calendar date, `2024-02-29`. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

/** Whether the text is a time of the 24-hour clock, `06:40` or `06:40:30`; `24:00` is none. */
export const isWallTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(text);

const dayLong = 24 * 3_600_000;

/**
 * A zone that asks Intl, which is slow, once for each day: between two days that begin (in UTC) with the same offset, no
 * clock of the tz database has changed.
 */
class DailyZone extends IANAZone {
  readonly #days = new Map<number, number>();

  override offset(epoch: number): number {
    const day = Math.floor(epoch / dayLong);
    const offset = this.#atStartOf(day);
    return offset === this.#atStartOf(day + 1) ? offset : super.offset(epoch);
  }

  #atStartOf(day: number): number {
    const offset = this.#days.get(day) ?? super.offset(day * dayLong);
    this.#days.set(day, offset);
    return offset;
  }
}

const zones = new Map<string, DailyZone>();

function zoneOf(name: string): DailyZone {
  const zone = zones.get(name) ?? new DailyZone(name);
  zones.set(name, zone);
  return zone;
}

/**
 * Minutes east of UTC in the zone at that instant (epoch milliseconds): -420. The odd seconds of local mean time, long
 * before any notice, are dropped, as ISO 8601 has no place for them. Throws a `RangeError` for an unknown zone.
 */
export function offsetAt(epoch: number, zone: string): number {
  const offset = Math.trunc(zoneOf(zone).offset(epoch));
  if (Number.isNaN(offset)) throw new RangeError(`no offset in ${zone} at ${epoch}`);
  return offset;
}

/** The instant (epoch milliseconds) as the wall clock of the zone shows it, with seconds only where asked for. */
export const instantAt = (epoch: number, zone: string, seconds = false): Instant =>
  instantOf(DateTime.fromMillis(epoch, { zone: zoneOf(zone) }), seconds);

function instantOf(at: DateTime, seconds: boolean): Instant {
  const [date, time] = at.toISO()?.split('T') ?? [];
  if (date === undefined || time === undefined) throw new RangeError(`no instant: ${at.invalidReason}`);
  const offset = Math.trunc(at.offset);
  return { kind: 'instant', epoch: at.toMillis(), date, time: time.slice(0, seconds ? 8 : 5), offset };
}

const read = new Map<string, readonly Instant[]>();

/**
 * When the wall clock of the zone shows that time of that day, earliest first: never where clocks jump over it, twice
 * where they go back over it. Throws a `RangeError` for what is no date or no time. Kept: the facts and the headings of
 * both texts name the same times, and working them out anew was a fifth of reading a notice.
 */
export function instantsOfWall(date: CivilDate, time: string, zone: string): readonly Instant[] {
  const key = `${zone} ${date} ${time}`;
  const instants = read.get(key) ?? readWall(date, time, zone);
  read.set(key, instants);
  return instants;
}

function readWall(date: CivilDate, time: string, zone: string): readonly Instant[] {
  if (!isWallTime(time)) throw new RangeError(`not a wall time: ${time}`);
  const instants = onWall(civil(date, time), zone).map((at) => instantOf(at, time.length > 5));
  return instants.filter((one) => one.date === date && one.time === time);
}

/**
 * The civil day in the zone, from its first instant to that of the next day: 23 or 25 hours where clocks change. Where
 * midnight does not exist the day begins at the change; where it comes twice, at the first. Throws a `RangeError` for
 * what is no date.
 */
export function dayOf(date: CivilDate, zone: string): Day {
  const midnight = civil(date);
  const end = startOfDay(midnight.plus({ days: 1 }), zone);
  return { kind: 'day', date, start: startOfDay(midnight, zone), end };
}

/**
 * When the zone's clock shows that too, earliest first; where it jumps over it, the time as much later. Never read in
 * the zone itself: luxon would begin from the zone's offset of today.
 */
function onWall(wall: DateTime, zone: string): readonly DateTime[] {
  const at = wall.setZone(zoneOf(zone), { keepLocalTime: true });
  if (!at.isValid) throw new RangeError(`no instant in ${zone}: ${at.invalidReason}`);
  return at.getPossibleOffsets();
}

function startOfDay(midnight: DateTime, zone: string): number {
  let [start = midnight] = onWall(midnight, zone);
  // Clocks that jumped over midnight may have jumped before it: from 23:30 to 0:30.
  while (start.hour + start.minute > 0 && start.minus({ minutes: 1 }).day === start.day) {
    start = start.minus({ minutes: 1 });
  }
  return start.toMillis();
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

const known = new Map<string, ZoneName>();

/** The name on a civil day with that offset, taken at its noon, so that every instant of the day bears the same. */
function nameOn(date: CivilDate, offset: number, zone: string): ZoneName {
  if (zone === 'UTC') return utc;
  const key = `${zone} ${date} ${offset}`;
  const name =
    known.get(key) ?? nameAt(civil(date, '12:00').minus({ minutes: offset }).setZone(zoneOf(zone)));
  known.set(key, name);
  return name;
}

function nameAt(noon: DateTime): ZoneName {
  const short = { en: abbreviation(noon, 'en'), fr: abbreviation(noon, 'fr') };
  return {
    short,
    long: { en: genericName(noon, 'en'), fr: genericName(noon, 'fr') },
    namesake: meantBy[short.en],
    changing: noon.minus({ hours: 24 }).offset !== noon.plus({ hours: 24 }).offset,
  };
}

/** `HP`, `PT`; nothing where Intl has only a description (« heure : France »). */
function abbreviation(at: DateTime, locale: Locale): string {
  const name = intlName(at, locale, 'shortGeneric');
  return /^[A-Z]{2,4}$/.test(name) ? name : '';
}

/** `heure du Pacifique`; nothing where Intl has only a description or an offset. */
function genericName(at: DateTime, locale: Locale): string {
  const name = intlName(at, locale, 'longGeneric');
  return /[\d:]/.test(name) ? '' : name;
}

/** What Intl calls the zone, without the place that it adds in brackets where namesakes differ: `MT (Inuvik)`. */
function intlName(at: DateTime, locale: Locale, timeZoneName: 'shortGeneric' | 'longGeneric'): string {
  const parts = at.setLocale(`${locale}-CA`).toLocaleParts({ timeZoneName });
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.replace(/ \(.*\)$/, '');
}
