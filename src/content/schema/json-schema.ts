import { z } from 'zod';
import { instantAt } from '../../language/format/zones.ts';
import { hasKey, say, translator } from '../../language/translate.ts';
import type { Locale } from '../../model/values.ts';
import { incidentSchema, maintenanceSchema } from './notices.ts';
import { phrasesSchema } from './phrases.ts';
import { glossarySchema, siteSchema } from './site.ts';

/** What the schemas of one site know of it: the ids that its notices may name, and the language of what they say. */
interface Known {
  readonly services: readonly string[];
  readonly regions: readonly string[];
  readonly locale: Locale;
}

/** In the content folder; the loader passes over names that begin with a dot. */
export const schemaFolder = '.schema';

type Json = z.core.JSONSchema.BaseSchema;

/** The shapes are the same in every zone, at any hour: no time is read here. */
const clock = { zone: 'UTC', now: instantAt(0, 'UTC') };
const schemas: Readonly<Record<string, z.ZodType>> = {
  'glossary.json': glossarySchema,
  'phrases.json': phrasesSchema,
  'incident.json': incidentSchema(clock),
  'maintenance.json': maintenanceSchema(clock),
  'site.json': siteSchema,
};

/**
 * JSON Schemas of the YAML files, by the names of their own files, in draft 7, which editors know without a network.
 * The loader reads every scalar as a text; an editor reads numbers, truths and empty values, and may take them.
 */
export const jsonSchemas = (known: Known): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(schemas).map(([file, schema]) => {
      const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' });
      const own = file === 'site.json' ? { ...known, services: [], regions: [] } : known;
      return [file, `${JSON.stringify(forEditor(json, '', own), null, 2)}\n`];
    }),
  );

const day = '\\d{4}-\\d{2}-\\d{2}';
const patterns = {
  date: `^${day}$`,
  moment: `^${day}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?: ?(?:Z|[+-]\\d{2}:\\d{2}))?)?$`,
} as const;
const dates = ['date', 'due', 'done', 'dropped', 'claim_by', 'retired'];
const moments = [
  'at',
  'started',
  'closed',
  'next',
  'expected',
  'ended',
  'was',
  'from',
  'until',
  'announced',
  'cancelled',
];
const numbers = ['affected', 'of', 'amount'];

/** The schema of what stands below a key. */
function forEditor(schema: Json, key: string, known: Known): Json {
  const { properties, items, additionalProperties, propertyNames, ...rest } = schema;
  const made: Json = {
    ...(rest.type === 'string' ? scalar(rest, key, known.locale) : rest),
    ...(hasKey(known.locale, `schema.${key}`) ? { description: say(known.locale, `schema.${key}`) } : {}),
  };
  const ids = key === 'services' || key === 'regions' ? known[key] : [];
  if (propertyNames !== undefined && ids.length > 0) made.propertyNames = { enum: [...ids] };
  if (properties !== undefined) made.properties = propertiesOf(properties, rest.required ?? [], known);
  if (isSchema(items)) made.items = ids.length > 0 ? { enum: [...ids] } : forEditor(items, key, known);
  if (isSchema(additionalProperties)) {
    const value = forEditor(additionalProperties, '', known);
    made.additionalProperties = key === 'commitments' ? orEmpty(value) : value;
  } else if (additionalProperties !== undefined) made.additionalProperties = additionalProperties;
  // One may be given without its list.
  if ((key !== 'amount' && key !== 'notify') || !isSchema(made.items)) return made;
  const { description, ...list } = made;
  return { anyOf: [made.items, list], ...(description === undefined ? {} : { description }) };
}

const isSchema = (inner: Json['items'] | Json['additionalProperties']): inner is Json =>
  typeof inner === 'object' && !Array.isArray(inner);

function propertiesOf(
  properties: NonNullable<Json['properties']>,
  required: readonly string[],
  known: Known,
): NonNullable<Json['properties']> {
  const made = Object.entries(properties).map(([name, inner]) => {
    if (typeof inner === 'boolean') return [name, inner] as const;
    const schema = forEditor(inner, name, known);
    return [name, required.includes(name) ? schema : orEmpty(schema)] as const;
  });
  return Object.fromEntries(made);
}

function scalar({ enum: values, ...rest }: Json, key: string, locale: Locale): Json {
  if (values?.includes('true')) return { ...rest, type: 'boolean' };
  if (values !== undefined) return { ...rest, enum: values };
  if (numbers.includes(key)) return { ...rest, type: 'number', minimum: 0 };
  const kind = dates.includes(key) ? 'date' : moments.includes(key) ? 'moment' : undefined;
  if (kind === undefined)
    return { ...rest, type: undefined, anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] };
  const message = translator(locale)(`schema.pattern.${kind}`);
  return { ...rest, pattern: patterns[kind], patternErrorMessage: message };
}

/** An empty value is an absent key: editors that complete leave some. */
function orEmpty(schema: Json): Json {
  const { description, ...rest } = schema;
  const anyOf = rest.anyOf ?? [rest];
  return { anyOf: [...anyOf, { type: 'null' }], ...(description === undefined ? {} : { description }) };
}
