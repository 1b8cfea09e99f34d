import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonSchemas } from '../../src/content/schema/json-schema.ts';
import { catalogues } from '../../src/language/translate.ts';
import { type Locale, locales } from '../../src/model/values.ts';

const node = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  description: z.string().optional(),
});

/** Every key of what stands below, with what an editor shows beside it. */
function keysIn(found: unknown): readonly (readonly [key: string, description: string | undefined])[] {
  if (Array.isArray(found)) return found.flatMap(keysIn);
  const { success, data } = node.safeParse(found);
  if (!success) return [];
  const { properties = {}, ...rest } = data;
  return [
    ...Object.entries(properties).map(([key, inner]) => [key, node.parse(inner).description] as const),
    ...Object.values({ ...rest, ...Object.values(properties) }).flatMap(keysIn),
  ];
}

const every = (locale: Locale) =>
  [...jsonSchemas({ services: [], regions: [], locale }).values()].flatMap((text) =>
    keysIn(JSON.parse(text)),
  );

// `en` and `fr` say themselves.
test.each(locales)('an editor says in %s what each key of the YAML files is for', (locale) => {
  const keys = every(locale).filter(([key]) => key !== 'en' && key !== 'fr');
  expect(keys.length).toBeGreaterThan(60);
  const silent = keys.filter(([, description]) => description === undefined).map(([key]) => key);
  expect([...new Set(silent)]).toEqual([]);
});

test('no sentence is kept for a key that there is no more', () => {
  const keys = new Set(every('en').map(([key]) => key));
  const said = Object.keys(catalogues.en).flatMap((key) => /^schema\.(\w+)$/.exec(key)?.[1] ?? []);
  expect(said.filter((key) => !keys.has(key))).toEqual([]);
});
