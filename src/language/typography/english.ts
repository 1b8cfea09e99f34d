import { quotationsOf } from './quotes.ts';
import { anyCase, type Edit, ended, noBreak, pattern, type Rule, rule, space } from './rule.ts';

const signs = { double: ['“', '”'], single: ['‘', '’'] } as const;
type Kind = keyof typeof signs;

const kindOf = (sign: string): Kind => (sign === "'" ? 'single' : 'double');

const since = `(?<=(?:of|in|since)${space}')`;

/** “ ” and ‘ ’ from straight ones, as they were typed, or the other where that one is open already. */
function quotes(text: string): readonly Edit[] {
  const { pairs, apostrophes } = quotationsOf(text, `"“”«»'`);
  const edits: Edit[] = apostrophes.map((at) => ({ start: at, end: at + 1, text: '’' }));
  const around: (Kind | 'guillemet')[] = [];
  for (const { open, close, depth } of pairs) {
    const [opening, closing] = [text.charAt(open), text.charAt(close)];
    const outer = around[depth - 1];
    around[depth] = 'guillemet';
    if (opening === '«') continue;
    const typed = opening === '“' || closing === '”' ? 'double' : undefined;
    const own = kindOf(opening);
    const kind = typed ?? (own !== outer ? own : own === 'double' ? 'single' : 'double');
    around[depth] = kind;
    if (opening !== '“') edits.push({ start: open, end: open + 1, text: signs[kind][0] });
    if (closing !== '”') edits.push({ start: close, end: close + 1, text: signs[kind][1] });
  }
  return edits.sort((a, b) => a.start - b.start);
}

export const english: readonly Rule[] = [
  rule('ellipsis', pattern`(?<![.\\/])\.{3}(?![.\\/])`, () => '…'),
  rule(
    'apostrophe',
    pattern`(?<=[\p{L}\p{M}\p{Co}\uFFFC])'(?=[\p{L}\p{M}\p{N}\p{Co}\uFFFC])|(?<=[0-9])'(?=[\p{L}])`,
    () => '’',
  ),
  // rock 'n' roll
  rule('and', pattern`(?<![\p{L}\p{M}\p{N}])'([nN])'(?![\p{L}\p{M}\p{N}])`, ([, n]) => `’${n}’`),
  // the '90s, since '19, tell 'em
  rule(
    'elision',
    pattern`(?<![^\s(\[{“‘"–—-])'(?=(?:[0-9]0s|${since}[0-9]{2}|(?:${anyCase('em|til|tis|twas|round')}))(?![\p{L}\p{N}'’]))`,
    () => '’',
  ),
  { name: 'quotes', edits: quotes },
  rule(
    'colon',
    pattern`(?<=[^\s«“‘(\[{"'])${space}+([:;])(?=[\s”’)\]}]|$)(?!(?<=[0-9]${space}+:)${space}*[0-9])`,
    ([, sign]) => sign,
  ),
  // “the ? key” is not the end of a sentence.
  rule(
    'end marks',
    pattern`(?<=[^\s«“‘(\[{"'!?])${space}+([!?](?:${space}*[!?])*)(?=[”’)\]}]|${space}*$|${space}+[\p{Lu}“])`,
    ([, marks = '']) => marks.replace(/\s/gu, ''),
  ),
  rule('percent', pattern`(?<=[0-9])${space}+%(?![\p{L}\p{N}_%])`, () => '%'),
  rule('clock', pattern`(?<=[0-9])${space}+(?=[aApP]\.?[mM]${ended})`, () => noBreak),
];
