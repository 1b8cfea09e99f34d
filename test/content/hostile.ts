import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { problemWords } from '../../src/language/problem-text.ts';
import type { Problem } from '../../src/model/problem.ts';
import { locales } from '../../src/model/values.ts';
import { contextsOf } from '../../src/pages/context/locale-context.ts';
import { pages } from '../../src/pages/pages.ts';
import { createRenderer } from '../../src/site/build/render.ts';
import { load } from '../../src/site/load.ts';

/** The sound folder that is spoilt. */
export const base = join(import.meta.dirname, '../fixtures/problems/base');

const names = [
  'incidents/mail-outage/en.md',
  'incidents/mail-outage/fr.md',
  'incidents/mail-outage/incident.yml',
  'maintenance/server-upgrade/maintenance.yml',
  'maintenance/server-upgrade/fr.md',
  'site.yml',
  'faq/en.md',
  'pages/about/en.md',
] as const;

const originals = new Map(names.map((name) => [name, readFileSync(join(base, name), 'utf8')]));

/** What a writer never means and a file may hold all the same. */
const strings: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '{#__proto__}',
  '{#constructor}',
  '\n__proto__: { polluted: yes }\n',
  '\nconstructor: { prototype: { polluted: yes } }\n',
  '&a [*a, *a]',
  '\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n',
  '<<: *a',
  '!!js/function "alert(1)"',
  '{{ 7919 * 7907 }}',
  '{{constructor}}',
  '{% raw %}',
  '{% include "x" %}',
  '{# x #}',
  '$t(problem.yaml/value.text)',
  '${7919 * 7907}',
  '<script>alert(1)</script>',
  '<x-evil onclick=alert(1)>',
  '"><x-evil>',
  "' onmouseover='alert(1)",
  '<!--',
  '-->',
  '<!-- allow markdown/raw-html: a reason -->',
  '<![CDATA[',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&colon;alert(1))',
  '[x](data:text/html,<x-evil>)',
  '![x](x" onerror="alert(1).png)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n',
  '[x](%00)',
  '[x](%ff%fe)',
  '[x](https://[::1)',
  '[x](../../../../etc/passwd)',
  '![x](../../site.yml)',
  '[words]{lang=fr}',
  '[words]{lang=x-evil}',
  '{lang=en}',
  '```',
  '~~~ x',
  '`',
  '> ',
  '- ',
  '# ',
  '## ',
  '### ',
  '#\u00a0',
  '---\n',
  '...\n',
  '--- js\n',
  '| a | b |\n|---|:-:|\n| 1 | 2 |\n',
  ': ',
  ' : ',
  '\u00a0: ',
  ' #1',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '*',
  '**',
  '_',
  '\\',
  '%',
  '@',
  '|',
  '>-\n',
  '\t',
  '\r',
  '\r\n',
  '\n',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u202e',
  '\u200b',
  '\ud800',
  '\udc00',
  '\ufffd',
  'e\u0301',
  'İ',
  'ﬁ',
  '🇨🇦',
  '2024-03-02 06:40',
  '2024-03-10 02:30',
  '9999-12-31 23:59',
  '0000-01-01',
  '2024-03-02 (2)',
  '2024-03-02 (999)',
  '1e309',
  '999999999999999999999',
  '-1',
  '012',
  '$1,234.56',
  '1 234,56 $',
];

type Edit = (text: string, at: number, to: number, string: string, times: number) => string;

const lines = (text: string) => text.split('\n');
const spot = (text: string, at: number) => Math.floor(at * text.length);
const row = (text: string, at: number) => Math.floor(at * lines(text).length);
const withLines = (text: string, change: (all: string[]) => void): string => {
  const all = lines(text);
  change(all);
  return all.join('\n');
};

const edits: readonly Edit[] = [
  (text, at, to) => text.slice(0, spot(text, at)) + text.slice(spot(text, at) + Math.ceil(to * 6)),
  (text, at, _to, string) => text.slice(0, spot(text, at)) + string + text.slice(spot(text, at)),
  (text, at, _to, string) => text.slice(0, spot(text, at)) + string + text.slice(spot(text, at)),
  (text, at, _to, string) => withLines(text, (all) => all.splice(row(text, at), 1, string)),
  (text, at, _to, string) =>
    withLines(text, (all) => all.splice(row(text, at), 1, `${all[row(text, at)]?.split(':')[0]}: ${string}`)),
  (text, at, _to, string) =>
    withLines(text, (all) => all.splice(row(text, at), 1, `${all[row(text, at)]}${string}`)),
  (text, at, _to, string) =>
    withLines(text, (all) => all.splice(row(text, at), 1, `${string}${all[row(text, at)]}`)),
  (text, at, to) => withLines(text, (all) => all.splice(row(text, to), 0, ...all.splice(row(text, at), 1))),
  (text, at) => withLines(text, (all) => all.splice(row(text, at), 0, all[row(text, at)] ?? '')),
  (text, at) => withLines(text, (all) => all.splice(row(text, at), 1)),
  (text, at, to) =>
    withLines(text, (all) => all.splice(row(text, at), 1, `${' '.repeat(to * 6)}${all[row(text, at)]}`)),
  (text, at) => withLines(text, (all) => all.splice(row(text, at), 1, `\t${all[row(text, at)]}`)),
  (text, at) => withLines(text, (all) => all.splice(row(text, at), 2, all.slice(row(text, at), 2).join(' '))),
  (text, at, _to, string, times) =>
    text.slice(0, spot(text, at)) + string.repeat(times) + text.slice(spot(text, at)),
  (text, at, to) => text + text.slice(spot(text, Math.min(at, to)), spot(text, Math.max(at, to))),
  (text, at) => text.slice(0, spot(text, at)),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\ufeff${text}`,
];

/** Evenly anywhere: `fc.double` loves the neighbourhood of 0. */
const fraction = fc.nat({ max: 9999 }).map((one) => one / 10_000);

const edit = fc.record({
  name: fc.constantFrom(...names),
  edit: fc.nat({ max: edits.length - 1 }),
  at: fraction,
  to: fraction,
  string: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...strings) },
    { weight: 1, arbitrary: fc.string() },
  ),
  times: fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 5 }) },
    { weight: 1, arbitrary: fc.nat({ max: 3000 }) },
  ),
});

/** A note may be long; it is never this long. */
const longest = 100_000;

/** The files that one to five edits spoil, by name. */
export const spoilt = fc.array(edit, { minLength: 1, maxLength: 5 }).map((all) => {
  const files = new Map<string, string>();
  for (const one of all) {
    const text = files.get(one.name) ?? originals.get(one.name) ?? '';
    const made = edits[one.edit]?.(text, one.at, one.to, one.string, one.times) ?? text;
    files.set(one.name, made.slice(0, longest));
  }
  return files;
});

export interface Outcome {
  /** What must never be: an exception, a place outside its file, a problem without words, a script in a page. */
  readonly faults: readonly string[];
  readonly rules: readonly string[];
  readonly pages: number;
  /** The names of the elements of each page, by its path. */
  readonly elements: ReadonlyMap<string, readonly string[]>;
  /** Loading, in milliseconds of the processor: a busy machine is not a slow program. */
  readonly ms: number;
}

const now = Date.parse('2024-03-05T12:00-04:00');
const render = createRenderer();

/** Loads a copy of the base at `folder` with those files in it, and renders what comes out; then makes it whole again. */
export const outcomeOf = (folder: string, files: ReadonlyMap<string, string>): Outcome =>
  withFiles(folder, files, () => look(folder));

/** The documents of some pages, by their path, with those files in the folder; none where they have errors. */
export const documentsOf = (
  folder: string,
  files: ReadonlyMap<string, string>,
  paths: readonly string[],
): ReadonlyMap<string, string> =>
  withFiles(folder, files, () => {
    const loaded = load(folder, () => now);
    const made = loaded.site === undefined ? [] : pages(contextsOf(loaded.site, loaded.now));
    const asked = made.filter(({ path }) => paths.includes(path));
    return new Map(asked.map((page) => [page.path, render(page)]));
  });

function withFiles<T>(folder: string, files: ReadonlyMap<string, string>, work: () => T): T {
  const put = (name: string, text: string | undefined) => {
    if (text === undefined) return rmSync(join(folder, name));
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of files) put(name, text);
  try {
    return work();
  } finally {
    for (const name of files.keys()) {
      put(name, existsSync(join(base, name)) ? readFileSync(join(base, name), 'utf8') : undefined);
    }
  }
}

function look(folder: string): Outcome {
  const started = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  let stage = 'load';
  let ms = 0;
  const rules: string[] = [];
  const faults: string[] = [];
  const elements = new Map<string, readonly string[]>();
  try {
    const loaded = load(folder, () => now);
    ms = spent();
    stage = 'words';
    for (const one of loaded.problems) {
      rules.push(one.variant === undefined ? one.rule : `${one.rule}.${one.variant}`);
      faults.push(...misplaced(one), ...wordless(one));
    }
    if (Object.hasOwn(Object.prototype, 'polluted')) faults.push('the prototype of all objects was changed');
    stage = 'pages';
    const made =
      loaded.site === undefined || loaded.now === undefined ? [] : pages(contextsOf(loaded.site, loaded.now));
    for (const page of made) {
      stage = `page ${page.path}`;
      const html = render(page);
      elements.set(
        page.path,
        [...html.matchAll(/<([a-z][a-z0-9-]*)/gi)].map(([, name = '']) => name),
      );
      for (const [what, pattern] of Object.entries(scripts)) {
        // What stands between quotation marks is a value, whatever it looks like.
        const found = pattern.exec(what === 'a handler' ? html.replace(/"[^"<>]*"/g, '""') : html)?.[0];
        if (found !== undefined) faults.push(`${what} in ${page.path}: ${found.slice(0, 100)}`);
      }
    }
  } catch (error) {
    faults.push(`${stage}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  return { faults, rules, pages: elements.size, elements, ms: ms || spent() };
}

/** What of a script would be alive in a page. */
const scripts: Readonly<Record<string, RegExp>> = {
  'an element of the writer': /<x-evil/i,
  // A data block (JSON-LD) is never run; what breaks out of it is an element.
  'a script of the writer': /<script(?![^>]*json)[^>]*>[^<]{0,200}alert\(/i,
  'a handler': /<[a-z][^<>]*\son[a-z]+\s*=/i,
  // An attribute, not words within the quotation marks of one.
  'a link that runs':
    /<[a-z][\w-]*(?:\s+[a-z:-]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s+(?:href|src|action)\s*=\s*["']?\s*(?:javascript|vbscript|data:text)/i,
  'a template that ran': /62615533/,
};

const known = new Map<string, readonly string[]>();

function misplaced({ rule, place }: Problem): string[] {
  const { file, line, column } = place;
  const told = `${rule} at ${file}:${line}:${column}`;
  if (!existsSync(file)) return line === 1 && column === 1 ? [] : [`${told}, which is no file`];
  const text = new TextDecoder().decode(readFileSync(file));
  const written = known.get(text) ?? text.split(/\r\n|\n|\r/);
  known.clear();
  known.set(text, written);
  if (!Number.isInteger(line) || line < 1 || line > written.length)
    return [`${told} of ${written.length} lines`];
  const length = written[line - 1]?.length ?? 0;
  return Number.isInteger(column) && column >= 1 && column <= length + 1
    ? []
    : [`${told} of ${length} characters: ${JSON.stringify(written[line - 1]?.slice(0, 80))}`];
}

function wordless(one: Problem): string[] {
  return locales.flatMap((locale) => {
    try {
      const { message, hint } = problemWords(one, locale);
      return message.trim() === '' || hint?.trim() === '' ? [`${one.rule} has no words in ${locale}`] : [];
    } catch (error) {
      return [`${one.rule}.${one.variant} in ${locale}: ${error instanceof Error ? error.message : error}`];
    }
  });
}
