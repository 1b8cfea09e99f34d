import { lately } from '../../checks/facts/credit.ts';
import { most } from '../../checks/facts/unlikely.ts';
import { isCivilDate } from '../../language/format/zones.ts';

const day = 24 * 3_600_000;

/** In milliseconds. Wider than all that lies between a time and what it means: zones, days, an hour of tolerance. */
const margin = 3 * day;

/** How far from a time of the facts a check finds something else by the clock, in milliseconds: before, at, and after. */
const distances = [-most.ahead * day, 0, lately, most.incident * day];

/** Every time that facts name, in epoch milliseconds; a civil date by its day in UTC. */
export function momentsIn(value: unknown): readonly number[] {
  if (typeof value === 'string') return isCivilDate(value) ? [Date.parse(value)] : [];
  if (Array.isArray(value)) return value.flatMap(momentsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('epoch' in value && typeof value.epoch === 'number') return [value.epoch];
  if ('start' in value && typeof value.start === 'number') return [value.start];
  return Object.values(value).flatMap(momentsIn);
}

/**
 * Whether nothing that a notice names comes between two clocks, or near either: checks compare the clock with the times
 * of the facts, so they find the same by both.
 */
export function nothingBetween(one: number, other: number, moments: readonly number[]): boolean {
  if (one === other) return true;
  const [from, until] = [Math.min(one, other) - margin, Math.max(one, other) + margin];
  return moments
    .flatMap((moment) => distances.map((distance) => moment + distance))
    .every((moment) => moment < from || moment > until);
}
