import { Document, visit } from 'yaml';
import type { Agreed } from '../content/agreed.ts';
import { compareText } from '../model/problem.ts';
/** The text of `agreed.yml`, one line to a block, so that two people's changes meet as rarely as can be. */
export function agreedText(agreed: Agreed, comment: string): string {
  const sorted = [...agreed].toSorted(([a], [b]) => compareText(a, b));
  const document = new Document(Object.fromEntries(sorted));
  document.commentBefore = ` ${comment}`;
  visit(document, {
    Map: (_key, map, path) => {
      map.flow = path.filter((node) => 'items' in node).length === 2;
    },
  });
  return document.toString({ lineWidth: 0 });
}
