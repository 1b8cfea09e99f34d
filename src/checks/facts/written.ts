import type { Moment } from '../../model/values.ts';

/** A moment as a writer types it. */
export const written = (moment: Moment): string =>
  moment.kind === 'instant' ? `${moment.date} ${moment.time}` : moment.date;
