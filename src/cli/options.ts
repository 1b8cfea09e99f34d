import { parseArgs } from 'node:util';
import { suggest } from '../language/suggest.ts';
import type { Key } from '../language/translate.ts';
import { UserError } from '../language/user-error.ts';
import { incidentPhases } from '../model/incident.ts';
import { maintenancePhases } from '../model/maintenance.ts';
import { type Locale, locales } from '../model/values.ts';

interface Option {
  readonly help: Key;
  /** What its value is called in the help; a switch has none. */
  readonly value?: Key;
  readonly oneOf?: readonly string[];
  readonly short?: string;
  /** May be given more than once. */
  readonly many?: true;
}

const formats = ['text', 'json', 'github'] as const;
export type Format = (typeof formats)[number];

/** Every option of every command. */
const options = {
  content: { help: 'command.option.content', value: 'command.value.directory' },
  output: { help: 'command.option.output', value: 'command.value.directory' },
  now: { help: 'command.option.now', value: 'command.value.time' },
  strict: { help: 'command.option.strict' },
  apology: { help: 'command.option.apology' },
  all: { help: 'command.option.all' },
  against: { help: 'command.option.against', value: 'command.value.place' },
  format: { help: 'command.option.format', oneOf: formats },
  releases: { help: 'command.option.releases' },
  'no-cache': { help: 'command.option.no_cache' },
  port: { help: 'command.option.port', value: 'command.value.port' },
  'title-en': { help: 'command.option.title_en', value: 'command.value.title' },
  'title-fr': { help: 'command.option.title_fr', value: 'command.value.title' },
  phase: { help: 'command.option.phase', value: 'command.value.phase' },
  at: { help: 'command.option.at', value: 'command.value.time' },
  next: { help: 'command.option.next', value: 'command.value.time' },
  services: { help: 'command.option.services', value: 'command.value.services' },
  regions: { help: 'command.option.regions', value: 'command.value.regions' },
  expected: { help: 'command.option.expected', value: 'command.value.time' },
  say: { help: 'command.option.say', value: 'command.value.name' },
  site: { help: 'command.option.site', value: 'command.value.url' },
  channel: { help: 'command.option.channel', value: 'command.value.name' },
  'at-most': { help: 'command.option.at_most', value: 'command.value.count' },
  push: { help: 'command.option.push' },
  resume: { help: 'command.option.resume' },
  skip: { help: 'command.option.skip' },
  within: { help: 'command.option.within', value: 'command.value.duration' },
  'text-language': { help: 'command.option.text_language', oneOf: locales },
  'dry-run': { help: 'command.option.dry_run' },
  'name-en': { help: 'command.option.name_en', value: 'command.value.name' },
  'name-fr': { help: 'command.option.name_fr', value: 'command.value.name' },
  'organization-en': { help: 'command.option.organization_en', value: 'command.value.name' },
  'organization-fr': { help: 'command.option.organization_fr', value: 'command.value.name' },
  zone: { help: 'command.option.zone', value: 'command.value.zone' },
  primary: { help: 'command.option.primary', oneOf: locales },
  service: { help: 'command.option.service', value: 'command.value.service', many: true },
  from: { help: 'command.option.from', value: 'command.value.file' },
  yes: { help: 'command.option.yes', short: 'y' },
  write: { help: 'command.option.write' },
  lang: { help: 'command.option.lang', oneOf: locales },
  help: { help: 'command.option.help', short: 'h' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;
type Switch = {
  [N in OptionName]: (typeof options)[N] extends { value: Key } | { oneOf: unknown } ? never : N;
}[OptionName];
type Chosen<N extends OptionName> = (typeof options)[N] extends { oneOf: readonly (infer T)[] }
  ? T
  : (typeof options)[N] extends { many: true }
    ? readonly string[]
    : string;

/** What was typed: switches that are on, and values. */
export type Given = { readonly [N in Switch]?: true } & {
  readonly [N in Exclude<OptionName, Switch>]?: Chosen<N>;
};

/** The same for a table that is read by name. */
export const optionOf = (name: OptionName): Option => options[name];
const takesValue = (name: OptionName): boolean =>
  optionOf(name).value !== undefined || optionOf(name).oneOf !== undefined;

/** What was typed after a command: its options, and the words without `--`. */
interface Typed {
  readonly given: Given;
  readonly operands: readonly string[];
}

/** Reads what follows a command that takes these options and so many operands. Refuses (2) what it does not know. */
export function readOptions(args: readonly string[], taken: readonly OptionName[], most = 0): Typed {
  const names = Object.keys(options).filter(isOption);
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      names.map((name) => {
        const { short } = optionOf(name);
        return [
          name,
          { type: takesValue(name) ? 'string' : 'boolean', ...(short === undefined ? {} : { short }) },
        ];
      }),
    ),
  });
  const given: Record<string, string | true | readonly string[]> = {};
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      // What a variable without a value leaves.
      if (token.value.trim() === '') continue;
      if (operands.length === most) throw oneTooMany(token.value, taken);
      operands.push(token.value);
    }
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (!isOption(name) || !taken.includes(name)) throw unknownOption(rawName, taken);
    if (!takesValue(name)) {
      if (value !== undefined) throw new UserError(2, 'command.call.no_value', { option: rawName });
      given[name] = true;
      continue;
    }
    // `--content --strict` has forgotten its folder.
    if (value === undefined || value.trim() === '' || (!inlineValue && value.startsWith('--'))) {
      throw new UserError(2, 'command.call.value_missing', { option: rawName });
    }
    const allowed = optionOf(name).oneOf;
    if (allowed !== undefined && !allowed.includes(value)) {
      throw new UserError(2, 'command.call.one_of', {
        option: rawName,
        found: value,
        allowed: allowed.join(', '),
      });
    }
    const before = given[name];
    given[name] = optionOf(name).many ? [...(Array.isArray(before) ? before : []), value] : value;
  }
  return { given, operands };
}

function oneTooMany(found: string, taken: readonly OptionName[]): UserError {
  const isPhase = [...incidentPhases, ...maintenancePhases].some((phase) => phase === found);
  if (taken.includes('phase') && isPhase) return new UserError(2, 'command.call.argument_phase', { found });
  return new UserError(2, 'command.call.argument', { found });
}

const isOption = (name: string): name is OptionName => Object.hasOwn(options, name);

function unknownOption(found: string, taken: readonly OptionName[]): UserError {
  const meant = suggest(found.replace(/^-+/, ''), taken);
  return meant === undefined
    ? new UserError(2, 'command.call.option', { found, allowed: taken.map((one) => `--${one}`).join(', ') })
    : new UserError(2, 'command.call.option_nearest', { found, meant: `--${meant}` });
}

/** The language that the call asks for, before anything else of it is read: a refusal speaks it too. */
export const askedLocale = (args: readonly string[]): Locale | undefined => {
  const asked = askedValue(args, 'lang');
  return locales.find((locale) => locale === asked);
};

/** The value of an option as it was typed last, whatever else the call says. */
export function askedValue(args: readonly string[], name: OptionName): string | undefined {
  const at = args.findLastIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return args[at]?.includes('=') ? args[at]?.slice(`--${name}=`.length) : at < 0 ? undefined : args[at + 1];
}
