import { expect, test } from 'vitest';
import { readOptions } from '../../src/cli/options.ts';
import { UserError } from '../../src/language/user-error.ts';

test('a command takes as many words without -- as it asks for, and no more', () => {
  expect(readOptions(['incident', 'mail', '--lang', 'fr'], ['lang'], 2)).toEqual({
    given: { lang: 'fr' },
    operands: ['incident', 'mail'],
  });
  expect(() => readOptions(['incident', 'mail', 'more'], [], 2)).toThrow(UserError);
  expect(() => readOptions(['more'], [])).toThrow(UserError);
});
