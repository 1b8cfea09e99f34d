import { z } from 'zod';
import { meansAll, suggest, valueMeant } from '../../language/suggest.ts';
import { type Problem, problem } from '../../model/problem.ts';
import { isRuleId } from '../../model/rules.ts';
import type { Read } from '../files.ts';
import type { Path, Plain, YamlDocument } from './document.ts';
import { itemsIn, sampleOf } from './samples.ts';

type Issue = z.core.$ZodIssue;

/** What a file says, in the model's types; `undefined` where it has errors. */
export function decode<T extends z.ZodType>(schema: T, facts: YamlDocument): Read<z.output<T> | undefined> {
  const { data, problems } = decoded(schema, facts);
  return { value: data, problems };
}

/** What a file says, with the issues of the schema as they are. */
export function decoded<T extends z.ZodType>(
  schema: T,
  facts: YamlDocument,
): {
  readonly data: z.output<T> | undefined;
  readonly issues: readonly Issue[];
  readonly problems: readonly Problem[];
} {
  const empty = emptyUnknown(schema, facts);
  const { data, error } = schema.safeParse(facts.value);
  const issues = error?.issues ?? [];
  const found = issues.flatMap((issue) => {
    const [around, key] = pathOf(issue.path);
    if (isLost(issue, facts)) return [];
    return isWithoutId(schema, around, key)
      ? [withoutId(schema, String(around), String(key), facts)]
      : problemsOf(issue, schema, facts);
  });
  const problems = oncePerId(withoutMisspelt([...empty, ...found]));
  return { data: empty.length > 0 ? undefined : data, issues, problems };
}

/** What is missing because it could not be read is reported already. */
const isLost = ({ path, code }: Issue, facts: YamlDocument): boolean =>
  path.length === 1 &&
  facts.unread(String(path[0])) &&
  (code === 'too_small' || valueAt(facts.value, pathOf(path)) === undefined);

export const pathOf = (path: Issue['path']): Path =>
  path.map((step) => (typeof step === 'symbol' ? String(step) : step));

/** An empty value is an absent key; an unknown key is reported all the same. */
const emptyUnknown = (schema: z.ZodType, facts: YamlDocument): Problem[] =>
  facts.empty.flatMap((path) => {
    const around = path.slice(0, -1);
    const key = String(path.at(-1));
    const allowed = allowedKeys(schema, around);
    return allowed.length === 0 || allowed.includes(key) ? [] : [unknownKey(key, around, schema, facts)];
  });

/** `credits: { amount: 15 }`: a key stands where an id is expected, under which it belongs. */
function isWithoutId(
  schema: z.ZodType,
  around: Path[number] | undefined,
  key: Path[number] | undefined,
): boolean {
  if (typeof around !== 'string' || typeof key !== 'string') return false;
  return allowedKeys(schema, [around]).length === 0 && allowedKeys(schema, [around, '']).includes(key);
}

function withoutId(schema: z.ZodType, around: string, key: string, facts: YamlDocument): Problem {
  const keys = allowedKeys(schema, [around, '']).map((one) => `${one}: …`);
  return problem(
    'yaml/value',
    facts.atKey([around, key]),
    { around, key, keys: keys.join(', ') },
    'id-missing',
  );
}

/** A misspelt key is reported alone: that the right one is missing goes without saying. */
function withoutMisspelt(problems: readonly Problem[]): Problem[] {
  const meant = new Set(
    problems.flatMap(({ rule, values }) =>
      rule === 'yaml/unknown-key' ? [`${values.within}${values.nearest}`] : [],
    ),
  );
  return problems.filter(
    ({ rule, values }) => rule !== 'yaml/missing-key' || !meant.has(String(values.path)),
  );
}

/** A missing id is reported at the first of the keys that lack it. */
const oncePerId = (problems: readonly Problem[]): Problem[] =>
  problems.filter(
    (one, index) =>
      one.variant !== 'id-missing' ||
      problems.findIndex(
        ({ variant, values }) => variant === one.variant && values.around === one.values.around,
      ) === index,
  );

function problemsOf(issue: Issue, schema: z.ZodType, facts: YamlDocument): Problem[] {
  const path = pathOf(issue.path);
  const found = valueAt(facts.value, path);
  const key = keyIn(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => unknownKey(unknown, path, schema, facts));
    case 'invalid_key':
      return issue.issues.map((inner) => custom(inner, facts.atKey(path), String(path.at(-1) ?? '')));
    case 'custom':
      return [custom(issue, facts.at(path), shown(found))];
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (found === undefined) return [missing(path, facts, allowed)];
      const meant = typeof found === 'string' ? valueMeant(found, allowed) : undefined;
      const values = {
        key,
        found: shown(found),
        allowed: allowed.join(', '),
        ...(meant === undefined ? {} : { nearest: meant }),
      };
      return [
        problem('yaml/value', facts.at(path), values, meant === undefined ? 'one-of' : 'one-of.nearest'),
      ];
    }
    case 'too_small':
      return [missing(path, facts)];
    case 'invalid_type':
      if (found === undefined) return [missing(path, facts, [], allowedKeys(schema, path))];
      return [wrongKind(issue.expected, path, schema, facts)];
    default:
      return [problem('yaml/value', facts.at(path), { key, found: shown(found) }, 'other')];
  }
}

function wrongKind(expected: string, path: Path, schema: z.ZodType, facts: YamlDocument): Problem {
  const found = valueAt(facts.value, path);
  const values = { key: keyIn(path), found: shown(found) };
  if (expected === 'string') return problem('yaml/value', facts.at(path), values, 'text');
  if (expected === 'array') {
    const keys = allowedKeys(schema, [...path, 0]).map((key) => `${key}: …`);
    const isAll = values.key === 'regions' && meansAll(values.found);
    const variant = isAll ? 'all-regions' : keys.length === 0 ? 'list' : 'list.mapping';
    const items = typeof found === 'string' ? itemsIn(values.key, found) : values.found;
    return problem('yaml/value', facts.at(path), { ...values, items, keys: keys.join(', ') }, variant);
  }
  if (path.length === 0) return problem('yaml/value', facts.at(path), values, 'file');
  const allowed = allowedKeys(schema, path);
  const ofEach = allowedKeys(schema, [...path, '']);
  if (expected === 'record' && ofEach.length > 0)
    return problem('yaml/value', facts.at(path), { ...values, keys: ofEach.join(', ') }, 'mapping.ids');
  const isItem = typeof path.at(-1) === 'number';
  const sample = typeof found === 'string' ? sampleOf(values.key, found, isItem) : undefined;
  if (sample !== undefined)
    return problem('yaml/value', facts.at(path), { ...values, sample }, isItem ? 'item' : 'mapping.sample');
  const both = allowed.join(', ') === 'en, fr';
  const variant = both ? 'both-languages' : allowed.length === 0 ? 'mapping.states' : 'mapping.keys';
  return problem('yaml/value', facts.at(path), { ...values, allowed: allowed.join(', ') }, variant);
}

function custom(issue: Issue, place: Problem['place'], found: string): Problem {
  const params = issue.code === 'custom' ? issue.params : undefined;
  const rule = isRuleId(params?.rule) ? params.rule : 'yaml/value';
  const variant = typeof params?.variant === 'string' ? params.variant : undefined;
  const values: Record<string, string> = { found };
  for (const [name, value] of Object.entries(params?.values ?? {})) values[name] = String(value);
  return problem(rule, place, values, variant);
}

function missing(
  path: Path,
  facts: YamlDocument,
  allowed: readonly string[] = [],
  keys: readonly string[] = [],
): Problem {
  const values = {
    key: String(path.at(-1) ?? ''),
    path: pathText(path),
    allowed: allowed.join(', '),
    keys: keys.map((one) => `${one}: …`).join(', '),
  };
  const variant = allowed.length > 1 ? 'one-of' : keys.length > 0 ? 'keys' : undefined;
  return problem('yaml/missing-key', facts.at(path), values, variant);
}

function unknownKey(unknown: string, path: Path, schema: z.ZodType, facts: YamlDocument): Problem {
  const allowed = allowedKeys(schema, path);
  const meant = suggest(unknown, allowed);
  const hasNoBreakSpace = /[\u00a0\u202f]$/.test(unknown) && allowed.includes(unknown.trim());
  const values = {
    found: unknown.trim(),
    within: path.map((step) => `${pathText([step])} › `).join(''),
    allowed: allowed.join(', '),
    ...(meant === undefined ? {} : { nearest: meant }),
  };
  return problem(
    'yaml/unknown-key',
    facts.atKey([...path, unknown]),
    values,
    hasNoBreakSpace ? 'no-break-space' : meant === undefined ? undefined : 'nearest',
  );
}

const shapes = new WeakMap<z.ZodType, z.core.JSONSchema.BaseSchema>();

/** The keys that a schema knows at a path. */
export function allowedKeys(schema: z.ZodType, path: Path): readonly string[] {
  let at = shapes.get(schema) ?? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  shapes.set(schema, at);
  for (const step of path) {
    const inner = typeof step === 'number' ? at.items : (at.properties?.[step] ?? at.additionalProperties);
    if (typeof inner !== 'object' || Array.isArray(inner)) return [];
    at = inner as typeof at;
  }
  return Object.keys(at.properties ?? {});
}

/** The key of a value, or of the list that it is in. */
const keyIn = (path: Path): string => String(path.findLast((step) => typeof step === 'string') ?? '');

const pathText = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `${step + 1}` : step)).join(' › ');

/** What was found, short enough for a sentence. */
function shown(found: Plain | undefined): string {
  const text = writtenOut(found ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function writtenOut(found: Plain): string {
  if (typeof found === 'string') return found;
  if (isList(found)) return `[${found.map(writtenOut).join(', ')}]`;
  return `{ ${Object.entries(found)
    .map(([key, value]) => `${key}: ${writtenOut(value)}`)
    .join(', ')} }`;
}

export const isList = (found: Plain): found is readonly Plain[] => Array.isArray(found);

export function valueAt(value: Plain, path: Path): Plain | undefined {
  let at: Plain | undefined = value;
  for (const step of path) {
    if (typeof at !== 'object') return undefined;
    at = isList(at) ? at[Number(step)] : Object.getOwnPropertyDescriptor(at, step)?.value;
  }
  return at;
}
