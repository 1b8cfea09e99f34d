import { isPair, isScalar, type ParsedNode, visit } from 'yaml';
import { turnsDirection } from '../../language/text/placeholders.ts';
import { type Place, type Problem, problem } from '../../model/problem.ts';
import { quotedByWriter, valueAt } from './lines.ts';

/** The words that YAML leaves out silently: what follows ` #`, and in braces what follows a comma. */
export function lostTextIn(
  contents: ParsedNode | null,
  placeOf: (offset: number) => Place,
  text: string,
  /** The mapping whose keys need no value. */
  keepEmptyIn: string | undefined,
): Problem[] {
  const problems: Problem[] = [];
  visit(contents, {
    Map: (_key, map, path) => {
      const around = path.at(-1);
      const kept = isPair(around) && isScalar(around.key) && around.key.value === keepEmptyIn;
      for (const { key, value } of map.flow && !kept ? map.items : []) {
        if (value !== null || !isScalar(key)) continue;
        const place = placeOf(key.range?.[0] ?? 0);
        problems.push(problem('yaml/syntax', place, { found: String(key.value) }, 'comma'));
      }
    },
    Scalar: (key, { type, range, value }) => {
      if (range && typeof value === 'string' && turnsDirection(value))
        problems.push(problem('typography/direction', placeOf(range[0])));
      if (key === 'key' || type !== 'PLAIN' || !range) return;
      const [start, end] = range;
      // A comment of a person has a space after its sign; `#2` and `#0b5fff` are words.
      const lost = (value === '' ? /^[ \t]*#[^\s#].*/ : /^[ \t]+#\d.*/).exec(text.slice(end, end + 200))?.[0];
      if (lost === undefined) return;
      const sign = text.indexOf('#', end);
      const { key: name } = valueAt(text, value === '' ? sign : start);
      const quoted = quotedByWriter(
        `${text.slice(start, end)}${value === '' ? lost.trimStart() : lost}`.trim(),
      );
      const values = { found: lost.trim(), quoted: `${name} ${quoted}`.trim() };
      problems.push(problem('yaml/syntax', placeOf(sign), values, 'hash'));
    },
  });
  return problems;
}
