import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogues } from '../../src/language/translate.ts';
import { isRuleName, type RuleId, ruleIds, severityOf } from '../../src/model/rules.ts';
import { locales } from '../../src/model/values.ts';

const hasSentence = (id: RuleId, catalogue: Readonly<Record<string, string>>) =>
  Object.keys(catalogue).some(
    (key) => key === `problem.${id}` || (key.startsWith(`problem.${id}.`) && !key.endsWith('.hint')),
  );

test('every rule has a sentence in both languages', () => {
  for (const locale of locales) {
    expect(ruleIds.filter((id) => !hasSentence(id, catalogues[locale]))).toEqual([]);
  }
});

test('every sentence belongs to a rule', () => {
  const ids: readonly string[] = ruleIds;
  for (const locale of locales) {
    const named = Object.keys(catalogues[locale]).flatMap(
      (key) => /^problem\.([a-z-]+\/[a-z-]+)/.exec(key)?.[1] ?? [],
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  }
});

/** The first cells of the README's table of rules, with the `*w*` of those that are warnings. */
function readmeRows(): ReadonlyMap<string, boolean> {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const cells = [...readme.matchAll(/^\| ((?:`[a-z-]+\/[a-z…-]+` ?)+(?:\*w\* ?)?)\|/gm)];
  return new Map(
    cells.flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, id = '']) => [id, cell.includes('*w*')] as const),
    ),
  );
}

test("the README's table names every rule, and marks those that are warnings", () => {
  const rows = readmeRows();
  expect(rows.size).toBeGreaterThan(60);
  const rowOf = (id: RuleId) =>
    rows.get(id) ?? (id.startsWith('wording/') ? rows.get('wording/…') : undefined);
  const wrong = ruleIds.filter((id) => rowOf(id) !== (severityOf(id) === 'warning'));
  expect(wrong).toEqual([]);
  const ids: readonly string[] = [...ruleIds, 'wording/…'];
  expect([...rows.keys()].filter((id) => !ids.includes(id))).toEqual([]);
});

/** By hand, from what writers are promised: what does not stop a build. */
const warnings =
  /^(?:parity\/(?:number|stale|late|language|fact)|facts\/contradiction|(?:promise|commitment|markdown|wording|typography)\/.*|time\/(?:weekday|midnight|unlikely)|credit\/(?:no-how|over)|page\/weight|file\/(?:example|copy)|host\/limit|theme\/accent|summary\/stale|image\/(?:position|weight)|sms\/segments|voice\/length|phrase\/contradiction|apology\/(?!signer$|date$|responsibility$).*)$/;

test('errors are what would mislead a reader or break a page', () => {
  const wrong = ruleIds.filter((id) => severityOf(id) !== (warnings.test(id) ? 'warning' : 'error'));
  expect(wrong).toEqual([]);
});

test('a rule that does not exist is refused: by the compiler, and as a word of a writer', () => {
  // @ts-expect-error: the misspelt one was silently an error once
  severityOf('parity/nubmer');
  expect(['parity/nubmer', 'parity', 'parity/', '*', 'tim/*', 'toString'].filter(isRuleName)).toEqual([]);
  expect(['parity/number', 'parity/*', 'wording/soon', 'wording/*'].every(isRuleName)).toBe(true);
});
