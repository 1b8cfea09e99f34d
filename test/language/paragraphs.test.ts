import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/language/markdown/markdown.ts';
import { paragraphsOf } from '../../src/language/markdown/paragraphs.ts';

/** Each paragraph with the line and the column of its first character, from 0. */
function spots(body: string) {
  return paragraphsOf(parseMarkdown(body), body.split('\n'), 'en').map(({ text, spot }) => {
    const { line, column } = spot(0);
    return `${line}:${column} ${text}`;
  });
}

test('a cell of a table stands in its row, also where the same words stand before it', () => {
  const body =
    'First.\n\n| Plan | Price |\n|---|--:|\n| Basic | $15 |\n| $15 and up | $15 |\n| | `$` a \\| b |\n';
  expect(spots(body)).toEqual([
    '0:0 First.',
    '2:2 Plan',
    '2:9 Price',
    '4:2 Basic',
    '4:10 $15',
    '5:2 $15 and up',
    '5:15 $15',
    '6:0 ',
    // The words of code begin behind their sign.
    '6:5 \ufffc a | b',
  ]);
});

test('words behind a comment are words', () => {
  expect(spots('One.\n\n<!-- a note --> Call us.\n')).toEqual(['0:0 One.', '2:0 Call us.']);
});
