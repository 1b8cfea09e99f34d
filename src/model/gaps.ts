import { type Duration, type Incident, isOpen, spanOf } from './incident.ts';
import { compareMoments, type Moment } from './values.ts';

/** From the start to the first entry; nothing where the first word came with the start, as far as is known. */
export function timeToFirstWord(incident: Incident): Duration | undefined {
  const first = incident.timeline[0].at;
  if (compareMoments(incident.started, first) >= 0) return undefined;
  return spanOf(incident.started, first);
}

export interface Gap {
  readonly from: Moment;
  readonly until: Moment;
  readonly duration: Duration;
}

/** Less than a minute is no silence (milliseconds). */
const shortest = 59_999;

/**
 * The longest wait between one entry and the next while it was not resolved, of those that can be measured; while the
 * incident is open, the wait since the last entry is one too.
 */
export function longestGap(incident: Incident, now: Moment): Gap | undefined {
  let longest: Gap | undefined;
  incident.timeline.forEach((entry, index) => {
    const until = incident.timeline[index + 1]?.at ?? (isOpen(incident) ? now : undefined);
    if (until === undefined || entry.phase === 'resolved') return;
    const duration = spanOf(entry.at, until);
    if (sizeOf(duration) > (longest === undefined ? shortest : sizeOf(longest.duration))) {
      longest = { from: entry.at, until, duration };
    }
  });
  return longest;
}

/** In milliseconds, to compare durations of both kinds. */
const sizeOf = (duration: Duration): number =>
  duration.kind === 'time' ? duration.ms : duration.days * 86_400_000;
