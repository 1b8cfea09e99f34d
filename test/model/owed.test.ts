import { describe, expect, test } from 'vitest';
import { commitmentState, commitmentsOf, isDoneLate } from '../../src/model/commitment.ts';
import { creditState, creditsOf } from '../../src/model/credit.ts';
import type { Commitment, Credit } from '../../src/model/notice.ts';
import type { LocalText } from '../../src/model/values.ts';
import { at, entry, epoch, incident } from '../sites.ts';

const now = epoch('2024-07-01 12:00');
const endOf = (date: string): number => {
  const day = at(date);
  return day.kind === 'day' ? day.end : 0;
};

const commitment = (id: string, facts: { due?: string; done?: string; dropped?: string }): Commitment => ({
  id,
  ...facts,
  ...(facts.due === undefined ? {} : { dueEnd: endOf(facts.due) }),
});

describe('a commitment', () => {
  test.each([
    ['due later', { due: '2024-07-02' }, 'due'],
    ['due today', { due: '2024-07-01' }, 'due'],
    ['due yesterday', { due: '2024-06-30' }, 'late'],
    ['done before it was due', { due: '2024-06-30', done: '2024-06-01' }, 'done'],
    ['done after it was due', { due: '2024-06-01', done: '2024-06-30' }, 'done'],
    ['dropped', { due: '2024-06-30', dropped: '2024-06-01' }, 'dropped'],
    ['without a date', {}, 'undated'],
    ['done without having been due', { done: '2024-06-01' }, 'done'],
  ] as const)('%s', (_, facts, state) => {
    expect(commitmentState(commitment('one', facts), now)).toBe(state);
  });

  test('that was done after its day says so', () => {
    expect(isDoneLate(commitment('one', { due: '2024-06-01', done: '2024-06-02' }))).toBe(true);
    expect(isDoneLate(commitment('one', { due: '2024-06-01', done: '2024-06-01' }))).toBe(false);
  });

  test('stands in the ledger late first, then by due date, settled ones last and newest first', () => {
    const one = incident([entry('2024-03-02 06:00', 'resolved')], {
      commitments: [
        commitment('done-early', { done: '2024-04-01' }),
        commitment('undated', {}),
        commitment('due-september', { due: '2024-09-01' }),
        commitment('dropped', { dropped: '2024-05-01' }),
        commitment('late-june', { due: '2024-06-15' }),
        commitment('due-august', { due: '2024-08-01' }),
        commitment('done-recently', { done: '2024-06-20' }),
        commitment('late-may', { due: '2024-05-15' }),
      ],
    });
    expect(commitmentsOf([one], now).map((pledge) => pledge.commitment.id)).toEqual([
      'late-may',
      'late-june',
      'due-august',
      'due-september',
      'undated',
      'done-recently',
      'done-early',
      'dropped',
    ]);
  });
});

const credit = (id: string, facts: { automatic?: boolean; claimBy?: string; how?: LocalText }): Credit => ({
  id,
  for: { en: 'everyone', fr: 'tout le monde' },
  amounts: [20],
  automatic: facts.automatic ?? false,
  ...(facts.how === undefined ? {} : { how: facts.how }),
  ...(facts.claimBy === undefined ? {} : { claimBy: facts.claimBy, claimEnd: endOf(facts.claimBy) }),
});

const how: LocalText = { en: 'Write to us', fr: 'Écrivez-nous' };

describe('a credit', () => {
  test.each([
    ['comes by itself', { automatic: true }, 'automatic'],
    ['can be claimed without a limit', { how }, 'claimable'],
    ['is promised, while nobody can say how to claim it', {}, 'promised'],
    ['can be claimed until tonight', { claimBy: '2024-07-01' }, 'claimable'],
    ['could be claimed until yesterday', { claimBy: '2024-06-30' }, 'expired'],
  ] as const)('%s', (_, facts, state) => {
    expect(creditState(credit('one', facts), now, {})).toBe(state);
  });

  test('is no more than promised where others report it', () => {
    const apology = { at: at('2024-03-04'), signer: { name: 'Marie Roy', title: how }, reported: true };
    expect(creditState(credit('one', { how }), now, { apology })).toBe('promised');
  });

  test('stands on the page by what is urgent', () => {
    const one = incident([entry('2024-03-02 06:00', 'resolved')], {
      credits: [
        credit('expired-may', { claimBy: '2024-05-01' }),
        credit('automatic', { automatic: true }),
        credit('open-ended', { how }),
        credit('promised', {}),
        credit('expired-june', { claimBy: '2024-06-01' }),
        credit('until-august', { claimBy: '2024-08-01' }),
      ],
    });
    expect(creditsOf([one], now).map((owed) => owed.credit.id)).toEqual([
      'until-august',
      'open-ended',
      'automatic',
      'promised',
      'expired-june',
      'expired-may',
    ]);
  });
});
