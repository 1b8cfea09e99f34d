import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../../src/model/values.ts';
import { parseCases, root, ruleFiles, sourceOf, withReports } from './cases.ts';
import { outcomeOf } from './outcome.ts';

/** Shows the reports that differ from their cases; with `--write`, writes them there. */
const write = process.argv.includes('--write');

/** Lines that only one text has, between those that both begin and end with. */
function difference(from: string, to: string): readonly string[] {
  const before = from.split('\n');
  const after = to.split('\n');
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  return [
    ...before.slice(start, before.length - end).map((line) => `- ${line}`),
    ...after.slice(start, after.length - end).map((line) => `+ ${line}`),
  ];
}

let differing = 0;
for (const rule of ruleFiles) {
  const source = sourceOf(rule);
  const cases = parseCases(source);
  const reports = cases.map(({ changes }) => outcomeOf(changes).reports);
  cases.forEach((one, index) => {
    for (const locale of locales) {
      const lines = difference(one.reports[locale].text, reports[index]?.[locale] ?? '');
      if (lines.length === 0) continue;
      differing += 1;
      console.log(`${rule}.md:${one.line}  ${one.title} (${locale})\n${lines.join('\n')}\n`);
    }
  });
  if (write) writeFileSync(join(root, `${rule}.md`), withReports(source, reports));
}
console.log(`${differing} reports differ${write && differing > 0 ? ' and were written' : ''}.`);
if (differing > 0 && !write) console.log('Read them, then: npm run fixtures -- --write');
process.exitCode = differing > 0 && !write ? 1 : 0;
