import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { type Problem, problem } from '../model/problem.ts';
import type { Facts, Path, Plain } from './yaml.ts';

/** What a file says, in the model's types; nothing where it has errors, which are then told. */
export function decode<T extends z.ZodType>(
  schema: T,
  facts: Facts,
  problems: Problem[],
): z.output<T> | undefined {
  const result = schema.safeParse(facts.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...problemsOf(issue, schema, facts));
  return undefined;
}

/** The nearest of some names, where it is near enough to be what was meant. */
export function nearest(found: string, names: readonly string[]): string | undefined {
  if (names.length === 0 || found.length > 80) return undefined;
  const name = closest(found.toLowerCase(), names);
  return distance(found.toLowerCase(), name) <= Math.max(2, Math.floor(name.length / 3)) ? name : undefined;
}

function problemsOf(issue: z.core.$ZodIssue, schema: z.ZodType, facts: Facts): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const found = valueAt(facts.value, path);
  const key = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => unknownKey(unknown, path, schema, facts));
    case 'invalid_key':
      return issue.issues.map((inner) => custom(inner, facts.atKey(path), key));
    case 'custom':
      return [custom(issue, facts.at(path), shown(found))];
    case 'invalid_value': {
      if (found === undefined) return [missing(path, facts)];
      const allowed = issue.values.map(String);
      const meant = typeof found === 'string' ? nearest(found, allowed) : undefined;
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
      if (found === undefined) return [missing(path, facts)];
      return [problem('yaml/value', facts.at(path), { key, found: shown(found) }, kindOf(issue.expected))];
    default:
      return [problem('yaml/value', facts.at(path), { key, found: shown(found) }, 'other')];
  }
}

function custom(issue: z.core.$ZodIssue, place: Problem['place'], found: string): Problem {
  const params = issue.code === 'custom' ? issue.params : undefined;
  const rule = typeof params?.rule === 'string' ? params.rule : 'yaml/value';
  const variant = typeof params?.variant === 'string' ? params.variant : undefined;
  const values: Record<string, string> = { found };
  for (const [name, value] of Object.entries(params?.values ?? {})) values[name] = String(value);
  return problem(rule, place, values, variant);
}

const missing = (path: Path, facts: Facts): Problem =>
  problem('yaml/missing-key', facts.at(path), { key: String(path.at(-1) ?? ''), path: pathText(path) });

function unknownKey(unknown: string, path: Path, schema: z.ZodType, facts: Facts): Problem {
  const allowed = allowedKeys(schema, path);
  const meant = nearest(unknown, allowed);
  const values = {
    found: unknown,
    allowed: allowed.join(', '),
    ...(meant === undefined ? {} : { nearest: meant }),
  };
  return problem(
    'yaml/unknown-key',
    facts.atKey([...path, unknown]),
    values,
    meant === undefined ? undefined : 'nearest',
  );
}

/** The keys that a schema knows at a path. */
export function allowedKeys(schema: z.ZodType, path: Path): readonly string[] {
  let at = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  for (const step of path) {
    const inner = typeof step === 'number' ? at.items : (at.properties?.[step] ?? at.additionalProperties);
    if (typeof inner !== 'object' || Array.isArray(inner)) return [];
    at = inner as typeof at;
  }
  return Object.keys(at.properties ?? {});
}

const pathText = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `${step + 1}` : step)).join(' › ');

const kindOf = (expected: string): string =>
  expected === 'string' ? 'text' : expected === 'array' ? 'list' : 'mapping';

/** What was found, short enough for a sentence. */
function shown(found: Plain | undefined): string {
  const text = typeof found === 'string' ? found : JSON.stringify(found ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(value: Plain, path: Path): Plain | undefined {
  let at: Plain | undefined = value;
  for (const step of path) {
    if (typeof at !== 'object') return undefined;
    at = Array.isArray(at) ? at[Number(step)] : Object.getOwnPropertyDescriptor(at, step)?.value;
  }
  return at;
}
