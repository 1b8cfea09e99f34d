import { expect, test } from 'vitest';
import { killedAfter } from './killing.ts';

test.each([0, 10, 25, 45, 70, 100, 140, 190])(
  'killed after %i ms of sending: no message twice, and none lost that is not named as in doubt',
  async (milliseconds) => {
    const { twice, lost } = await killedAfter(milliseconds, () => 8);
    expect({ twice, lost }).toEqual({ twice: [], lost: [] });
  },
);
