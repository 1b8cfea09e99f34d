import { describe, expect, test } from 'vitest';
import { isOverdue } from '../../src/model/values.ts';
import { load } from '../../src/site/load.ts';
import { contentFolder, enMd, type Files, frMd, incidentYml } from '../content/folder.ts';
import { at, epoch } from '../sites.ts';

// A day begins where the one before it ends: at midnight it is over. What comes at the hour itself is in time.
describe('a deadline is over', () => {
  test.each([
    ['2024-03-06 09:00', '2024-03-06 09:00', false],
    ['2024-03-06 09:00', '2024-03-06 09:01', true],
    ['2024-03-06', '2024-03-06 23:59', false],
    ['2024-03-06', '2024-03-07 00:00', true],
  ])('%s, at %s: %s', (deadline, now, over) => {
    expect(isOverdue(at(deadline), epoch(now))).toBe(over);
  });
});

const owed = (facts: string, title: string): Files => ({
  'incidents/mail/incident.yml':
    incidentYml.replace(/ +next.*\n/, '').replace('investigating', 'resolved') + facts,
  'incidents/mail/en.md': `${enMd}\n## ${title === 'due' ? 'Commitments' : 'Credits'}\n\n### One {#one}\n`,
  'incidents/mail/fr.md': `${frMd}\n## ${title === 'due' ? 'Engagements' : 'Crédits'}\n\n### Un {#one}\n`,
});

/** The rules that are told of one notice at a clock of Halifax. */
const told = (changes: Files, now: string): readonly string[] =>
  load(contentFolder(changes), () => epoch(now)).problems.map(({ rule }) => rule);

describe('what the check says has passed, when the pages say so', () => {
  const cases = [
    [
      'commitment/overdue',
      owed('commitments: { one: { due: 2024-03-06 } }\n', 'due'),
      '2024-03-06 23:59',
      '2024-03-07 00:00',
    ],
    [
      'credit/over',
      owed(
        'credits: { one: { for: { en: all, fr: tous }, how: { en: Call, fr: Appelez }, claim_by: 2024-03-06 } }\n',
        'claim',
      ),
      '2024-03-06 23:59',
      '2024-03-07 00:00',
    ],
    [
      'promise/overdue',
      { 'incidents/mail/incident.yml': incidentYml },
      '2024-03-06 09:00',
      '2024-03-06 09:01',
    ],
    [
      'promise/overdue',
      { 'incidents/mail/incident.yml': incidentYml.replace('-06 09:00', '-06') },
      '2024-03-06 23:59',
      '2024-03-07 00:00',
    ],
  ] as const;
  test.each(cases)('%s', (rule, changes, before, after) => {
    expect(told(changes, before)).not.toContain(rule);
    expect(told(changes, after)).toContain(rule);
  });
});
