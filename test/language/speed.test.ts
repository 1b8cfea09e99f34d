import { expect, test } from 'vitest';
import { quantityDifferences } from '../../src/language/quantities/quantities.ts';
import { placeholderIn } from '../../src/language/text/placeholders.ts';
import { typographyFindings } from '../../src/language/typography/lint/lint.ts';
import { typeset } from '../../src/language/typography/typography.ts';
import { termFindings } from '../../src/language/wording/glossary.ts';
import { wordingFindings } from '../../src/language/wording/wording.ts';

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'quantities of both': (text) => quantityDifferences(text, text.replaceAll('1', '2').replaceAll('A', 'B')),
  'typesetting English': (text) => typeset(text, 'en', 'oqlf'),
  'typesetting French': (text) => typeset(text, 'fr', 'oqlf'),
  'typography of English': (text) => typographyFindings(text, 'en'),
  'typography of French': (text) => typographyFindings(text, 'fr'),
  'wording of English': (text) => wordingFindings(text, 'en'),
  'wording of French': (text) => wordingFindings(text, 'fr'),
  'terms of French': (text) => termFindings(text, 'fr', { terms: [], off: [] }),
  'what is left over': placeholderIn,
};

/** Near misses of what the expressions look for. */
const fragments = [
  ...[
    '.',
    '. ',
    '…',
    "'",
    "' ",
    '"',
    '“',
    '«',
    '« ',
    '‘',
    '’',
    'a',
    'A ',
    'é',
    '1',
    '1 ',
    '1.',
    '1/',
    '1h',
    '1 h ',
  ],
  ...[
    '1H ',
    'H1H ',
    'a1 ',
    '111,',
    '1,',
    '111 ',
    '0.1 ',
    '-',
    '- ',
    '\n',
    '[',
    '](',
    '{',
    '$1',
    '1 %',
    '!?',
    ':a',
  ],
  ...[
    'le 1 mai ',
    'lundi ',
    'Monday ',
    'Mon–',
    '9 a.m. ET ',
    'de 8 h à ',
    '1 h PME ',
    'two hours ',
    'une heure et ',
  ],
  ...[
    'THE ',
    'XX h',
    '[insert ',
    'suite à ',
    'the the',
    'Zone A at 8 p.m., ',
    'a: 1\n',
    'salle ',
    '9,400 of our ',
  ],
];

/** Seconds of processor time of this thread, the least of two. */
const cost = (run: () => unknown): number =>
  Math.min(
    ...[1, 2].map(() => {
      const before = process.threadCpuUsage();
      run();
      return process.threadCpuUsage(before).user / 1_000_000;
    }),
  );

// Four times the text takes four times as long, or sixteen where an expression looks back over what it has read.
test.each(Object.entries(readers))(
  '%s takes time in proportion to the text',
  (_, read) => {
    for (const fragment of fragments) {
      const text = (size: number) => fragment.repeat(Math.ceil(size / fragment.length));
      const [short, long] = [text(5000), text(20_000)];
      read(short);
      const four = cost(() => read(long));
      if (four < 0.08) continue;
      let ratio = four / cost(() => read(short));
      // A square stays one however often it is measured; what a busy machine adds does not.
      for (let again = 0; again < 3 && ratio >= 10; again += 1)
        ratio = Math.min(ratio, cost(() => read(long)) / cost(() => read(short)));
      expect([fragment, ratio < 10]).toEqual([fragment, true]);
    }
  },
  120_000,
);
