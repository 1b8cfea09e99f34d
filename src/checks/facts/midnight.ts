import type { ReadNotice } from '../../content/notice/read.ts';
import { problem } from '../../model/problem.ts';
import { dayBefore } from '../../model/state-intervals.ts';
import type { CheckOf } from '../context.ts';

export const id = 'time/midnight';

/** A promise for midnight: readers take it for the end of the day that it begins. */
export const check: CheckOf<ReadNotice> = ({ kind, data, facts }) =>
  kind === 'maintenance'
    ? []
    : (data.timeline ?? []).flatMap((entry, index) =>
        (['next', 'expected'] as const).flatMap((key) => {
          const found = entry[key];
          if (found?.kind !== 'instant' || !/^00:00(?::00)?$/.test(found.time)) return [];
          const values = { key, date: found.date, suggestion: `${dayBefore(found.date)} 23:59` };
          return [problem('time/midnight', facts.at(['timeline', index, key]), values)];
        }),
      );
