import { type Duration, type Incident, spanOf } from './incident.ts';
import { compareMoments, type Moment } from './values.ts';

/** From the start to the first entry; nothing where the first word came with the start, as far as is known. */
export function timeToFirstWord(incident: Incident): Duration | undefined {
  const first = incident.timeline[0].at;
  if (compareMoments(incident.started, first) >= 0) return undefined;
  return spanOf(incident.started, first);
}

interface Gap {
  readonly from: Moment;
  readonly until: Moment;
  readonly duration: Duration;
}

/** The longest wait between one entry and the next while it was not resolved, of those that can be measured. */
export function longestGap(incident: Incident): Gap | undefined {
  let longest: Gap | undefined;
  incident.timeline.forEach((entry, index) => {
    const after = incident.timeline[index + 1];
    if (after === undefined || entry.phase === 'resolved') return;
    const duration = spanOf(entry.at, after.at);
    if (sizeOf(duration) > (longest === undefined ? 0 : sizeOf(longest.duration))) {
      longest = { from: entry.at, until: after.at, duration };
    }
  });
  return longest;
}

/** In milliseconds, to compare durations of both kinds. */
const sizeOf = (duration: Duration): number =>
  duration.kind === 'time' ? duration.ms : duration.days * 86_400_000;
