import type { Document } from '../../content/document/document.ts';
import { placeAt } from '../../content/files.ts';
import { type Problem, problem } from '../../model/problem.ts';

/** Hosts that nobody can have (RFC 2606, RFC 6761), and those of examples in Canada. */
const nowhere = /(?:^|\.)example(?:\.[a-z]{2,3})?$/;

/**
 * Words of the example that `init` writes, in a site that has an address of its own: once for each file, at the first
 * of them. `example` holds the lines of those texts.
 */
export function exampleProblems(
  documents: readonly Pick<Document<unknown>, 'file' | 'lines' | 'firstLine'>[],
  url: string,
  example: ReadonlySet<string>,
): readonly Problem[] {
  if (nowhere.test(new URL(url).hostname)) return [];
  return documents.flatMap((document) => {
    const line = document.lines.findIndex((one) => example.has(one.trim()));
    return line < 0 ? [] : [problem('file/example', placeAt(document, { line, column: 0 }))];
  });
}
