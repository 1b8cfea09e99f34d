import type { Content } from '../../content/content.ts';
import { placeAt } from '../../content/files.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';

export const id = 'file/example';

/** Hosts that nobody can have (RFC 2606, RFC 6761), and those of examples in Canada. */
const nowhere = /(?:^|\.)example(?:\.[a-z]{2,3})?$/;

/**
 * Words of the example that `init` writes, in a site that has an address of its own: once for each file, at the first
 * of them. `example` gives the lines of those texts.
 */
export function check(
  { notices, pages, faq, site }: Pick<Content, 'notices' | 'pages' | 'faq' | 'site'>,
  example: () => ReadonlySet<string>,
): readonly Problem[] {
  if (nowhere.test(new URL(site.settings.url).hostname)) return [];
  const lines = example();
  const texts = [
    ...notices
      .filter(({ data }) => data.draft !== true)
      .map(({ texts }) => locales.map((one) => texts[one]?.document)),
    ...[...pages, ...(faq === undefined ? [] : [faq])].map(({ documents }) =>
      locales.map((one) => documents[one]),
    ),
  ].flat();
  return texts.flatMap((document) => {
    const line = document?.lines.findIndex((one) => lines.has(one.trim())) ?? -1;
    return document === undefined || line < 0
      ? []
      : [problem('file/example', placeAt(document, { line, column: 0 }))];
  });
}
