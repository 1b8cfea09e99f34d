import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from '../../src/model/values.ts';

/** The room of the cases; their format stands in its README. */
export const root = join(import.meta.dirname, '../fixtures/problems');

/** The rules that have a file of cases, `<area>/<rule>.md` below the root: `parity/number`. */
export const ruleFiles: readonly string[] = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+\/[^/]+\.md$/.test(path) && !path.startsWith('base/'))
  .map((path) => path.slice(0, -'.md'.length))
  .sort();

/** The text of the cases of a rule. */
export const sourceOf = (rule: string): string => readFileSync(join(root, `${rule}.md`), 'utf8');

/** One line or block of a case, such as `replace site.yml: "CA" → "US"`, its texts with the real characters. */
export type Change = {
  readonly does: string;
  readonly file: string;
  readonly to: string;
  readonly text: string;
};

/** A report as its case has it, and the lines (from 0) between the fences. */
type Report = { readonly text: string; readonly from: number; readonly until: number };

export type ProblemCase = {
  readonly title: string;
  /** The line of the title, from 1. */
  readonly line: number;
  readonly changes: readonly Change[];
  readonly reports: Readonly<Record<Locale, Report>>;
};

/** Characters that an editor hides or a version control changes. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

function revealed(text: string): string {
  return text.replace(
    hidden,
    (one) => `{U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}}`,
  );
}

function meant(text: string): string {
  return text.replace(/\{U\+([0-9A-F]{4,6})\}/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

const command = /^- (remove|rename|copy|fill|forbid|encode|replace) ([^:→]+?)(?:(?:: | → )(.*))?$/;
const fence = /^(`{3,})(en|fr|diff|append|write)(?: (\S.*))?$/;

/**
 * Parses a file of cases.
 *
 * @throws Error at a line that is no part of the format, or where a case lacks a report.
 */
export function parseCases(source: string): readonly ProblemCase[] {
  const lines = source.split('\n');
  const starts = lines.flatMap((line, at) => (line.startsWith('## ') && !within(lines, at) ? [at] : []));
  return starts.map((start, index) => parseCase(lines, start, starts[index + 1] ?? lines.length));
}

function within(lines: readonly string[], at: number): boolean {
  let open: string | undefined;
  for (const line of lines.slice(0, at)) {
    if (open === undefined) open = fence.exec(line)?.[1];
    else if (line === open) open = undefined;
  }
  return open !== undefined;
}

function parseCase(lines: readonly string[], start: number, end: number): ProblemCase {
  const title = (lines[start] ?? '').slice(3);
  const changes: Change[] = [];
  const reports: Partial<Record<Locale, Report>> = {};
  for (let at = start + 1; at < end; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [, ticks, kind = '', name = ''] = fence.exec(line) ?? [];
    if (ticks === undefined) {
      changes.push(changeOf(line, at));
      continue;
    }
    const close = lines.indexOf(ticks, at);
    if (close === -1 || close >= end) throw new Error(`line ${at + 1}: this block is not closed`);
    const text = meant(
      lines
        .slice(at + 1, close)
        .map((one) => `${one}\n`)
        .join(''),
    );
    if (kind === 'en' || kind === 'fr') reports[kind] = { text, from: at + 1, until: close };
    else changes.push({ does: kind, file: name, to: '', text });
    at = close;
  }
  const { en, fr } = reports;
  if (en === undefined || fr === undefined) throw new Error(`line ${start + 1}: “${title}” lacks a report`);
  return { title, line: start + 1, changes, reports: { en, fr } };
}

function changeOf(line: string, at: number): Change {
  const [, does, file = '', rest = ''] = command.exec(line) ?? [];
  if (does === undefined) throw new Error(`line ${at + 1}: this is no change: ${line}`);
  if (does !== 'replace') return { does, file, to: rest, text: '' };
  const [from, to, ...more] = rest.split(' → ');
  if (from === undefined || to === undefined || more.length > 0)
    throw new Error(`line ${at + 1}: “replace FILE: old → new” has one arrow`);
  return { does, file, to: meant(to), text: meant(from) };
}

/** The source with other reports, in the order of its cases. */
export function withReports(source: string, reports: readonly Readonly<Record<Locale, string>>[]): string {
  const lines = source.split('\n');
  const places = parseCases(source).flatMap((one, index) =>
    locales.map((locale) => ({ ...one.reports[locale], now: reports[index]?.[locale] ?? '' })),
  );
  // From the last to the first, so that the lines before keep their numbers.
  for (const { from, until, now } of places.sort((a, b) => b.from - a.from))
    lines.splice(from, until - from, ...revealed(now).split('\n').slice(0, -1));
  return lines.join('\n');
}
