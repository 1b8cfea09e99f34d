import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { instantAt } from '../../../src/language/format/zones.ts';
import { locales } from '../../../src/model/values.ts';
import { textTwins } from '../../../src/outputs/text-twins.ts';
import { type Contexts, contextsOf } from '../../../src/pages/context/locale-context.ts';
import { frameOf } from '../../../src/pages/layout/layout.ts';
import { pages } from '../../../src/pages/pages.ts';
import { foundByInputs } from '../../../src/site/cache/by-inputs.ts';
import { openCache } from '../../../src/site/cache/cache.ts';
import { momentsIn } from '../../../src/site/cache/moments.ts';
import { world, worldNames } from '../../worlds.ts';

/** What is made of notices: their pages and their texts. */
const ofNotices = (contexts: Contexts) => [
  ...pages(contexts)
    .filter(({ notice }) => notice !== undefined)
    .map((page) => ({ made: page, shown: () => JSON.stringify(page.view()) })),
  ...textTwins({ contexts, pages: [], styles: () => [] }).map((text) => ({
    made: text,
    shown: () => String(text.content),
  })),
];

function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-inputs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const cache = openCache(folder);
  if (cache === undefined) throw new Error('no cache');
  return cache;
}

const day = 24 * 3_600_000;
const distances = [0, 1_000, 60_000, 5 * 60_000, 3_600_000, day, 4 * day, 30 * day, 200 * day, 400 * day];

describe.each(worldNames)('the pages of notices of the world “%s”', (name) => {
  const { site, now } = world(name);

  test.each([0, 30, 400])('show the same by any clock by which they are found again, %s days on', (days) => {
    const cache = opened();
    const then = now.epoch + days * day;
    const before = contextsOf(site, instantAt(then, site.zone));
    const first = foundByInputs<string>(cache, 'views', before);
    for (const { made, shown } of ofNotices(before)) first.set(made, shown());
    first.save();
    const moments = [then, ...momentsIn([site.incidents, site.maintenance])];
    const clock = fc
      .tuple(fc.constantFrom(...moments), fc.constantFrom(...distances), fc.constantFrom(-1, 1))
      .map(([moment, distance, sign]) => moment + sign * distance);
    fc.assert(
      fc.property(clock, (epoch) => {
        const later = contextsOf(site, instantAt(epoch, site.zone));
        const found = foundByInputs<string>(cache, 'views', later);
        for (const { made, shown } of ofNotices(later)) {
          const known = found.get(made);
          if (known !== undefined) expect(shown()).toBe(known);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('ask of the site only what they are found again by', () => {
    const { contexts, asked, beginToAsk } = watched(contextsOf(site, now));
    const all = ofNotices(contexts);
    beginToAsk();
    for (const locale of locales) frameOf(contexts[locale]);
    const known = new Set([...asked, 'services', 'regions', 'withCard', 'neighbours', ...settingsOf(site)]);
    asked.clear();
    for (const { shown } of all) shown();
    expect([...asked].filter((one) => !known.has(one))).toEqual([]);
  });
});

/** The names of what stands in the settings. */
const settingsOf = ({
  incidents,
  maintenance,
  pages: standing,
  faq,
  ...rest
}: Contexts['site']): readonly string[] => Object.keys(rest);

/** The same contexts, which tell what is asked of the site and of its index, and of its lists of notices only their length. */
function watched(contexts: Contexts) {
  const asked = new Set<string>();
  let isAsking = false;
  const told = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name);
        if (!isAsking) return value;
        asked.add(String(name));
        return name === 'incidents' || name === 'maintenance' ? lengthOf(value) : value;
      },
    });
  const shared = { site: told(contexts.site), siteIndex: told(contexts.siteIndex) };
  return {
    asked,
    beginToAsk: () => {
      isAsking = true;
    },
    contexts: {
      ...contexts,
      ...shared,
      en: { ...contexts.en, ...shared },
      fr: { ...contexts.fr, ...shared },
    },
  };
}

const lengthOf = (list: unknown): unknown =>
  new Proxy(Array.isArray(list) ? list : [], {
    get(of, name) {
      if (name !== 'length') throw new Error(`a page of a notice looks at other notices: ${String(name)}`);
      return of.length;
    },
  });
