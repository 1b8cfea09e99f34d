// Opens sites with every naughty string in every field, in a browser without a content policy, and tells each dialog,
// request, element and attribute that plain words do not bring, and what cannot be read: node test/hostile-pages.ts [EVERY]
// [FIRST] takes every n-th string, from that one on.
import { launchChromium } from './browser/chromium.ts';
import { openHostile } from './browser/hostile.ts';
import { naughty } from './content/naughty.ts';

const [every = 1, first = 0] = process.argv.slice(2).map(Number);
const browser = await launchChromium();
const hostile = await openHostile(browser);
let [strings, pages, faults] = [0, 0, 0];
for (const string of naughty.filter((_, index) => index % every === first)) {
  const { opened, amiss } = await hostile.outcome(string);
  strings += 1;
  pages += opened;
  if (amiss.length > 0) faults += 1;
  for (const one of amiss.slice(0, 3))
    process.stdout.write(`${JSON.stringify(string).slice(0, 120)}: ${one}\n`);
}
process.stdout.write(`${strings} strings, ${pages} pages opened, ${faults} strings with something amiss\n`);
await hostile.close();
await browser.close();
process.exitCode = faults === 0 ? 0 : 1;
