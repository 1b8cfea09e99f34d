import { expect, test } from 'vitest';
import { killedAt } from './killing.ts';

test.each([
  [0, 0],
  [0, 40],
  [1, 0],
  [3, 25],
  [4, 0],
  [6, 22],
  [8, 0],
  [11, 0],
])(
  'killed after %i arrivals and %i ms: no message twice, and none lost that is not named as in doubt',
  async (arrivals, milliseconds) => {
    const { killed, twice, lost } = await killedAt({ arrivals, milliseconds }, () => 20);
    expect({ killed, twice, lost }).toEqual({ killed: true, twice: [], lost: [] });
  },
);
