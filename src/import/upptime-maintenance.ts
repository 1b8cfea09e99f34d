import type { Deed, ForeignMaintenance } from './history.ts';
import { readWhen } from './times.ts';

type Say = (field: string, value: string, did: Deed) => void;

interface Planned extends Pick<ForeignMaintenance, 'id' | 'file' | 'title' | 'paths' | 'url'> {
  readonly opening: { readonly at: number; readonly body: string; readonly services: Record<string, never> };
  readonly said: readonly Planned['opening'][];
  readonly closed: number | undefined;
  /** Services by their bare keys, and those that a label names. */
  readonly keys: ReadonlyMap<string, string>;
  readonly labelled: readonly string[];
}

/** Planned work, as its issue and the comment in it say. */
export function maintenanceOf(
  { opening, said, closed, keys, labelled, ...common }: Planned,
  facts: Facts,
  say: Say,
): ForeignMaintenance {
  const read = (key: string): number | undefined => {
    const written = facts.get(key);
    if (written === undefined) return undefined;
    const when = instant(written);
    if (when === undefined) say(key, written, 'refused_time');
    return when;
  };
  const from = read('start') ?? opening.at;
  const end = read('end') ?? closed;
  if (end === undefined || end <= from) say('end', facts.get('end') ?? '', 'window_end');
  const until = end === undefined || end <= from ? from + 3_600_000 : end;
  const list = (key: string) =>
    (facts.get(key) ?? '')
      .split(',')
      .map((slug) => slug.trim())
      .filter((slug) => slug !== '')
      .map((slug) => keys.get(bare(slug)) ?? slug);
  const down = list('expecteddown');
  const degraded = list('expecteddegraded');
  const named = [...new Set([...down, ...degraded])];
  const last = said.at(-1);
  const isLastWord = closed !== undefined && last !== undefined && Math.abs(last.at - closed) < 300_000;
  return {
    kind: 'maintenance',
    ...common,
    services: named.length > 0 ? named : labelled,
    impact: down.length > 0 ? 'critical' : degraded.length > 0 ? 'minor' : 'none',
    from,
    until,
    announced: opening.at,
    entries: [
      { ...opening, phase: opening.at < from ? 'scheduled' : 'in_progress' },
      ...said.map((entry) => ({
        ...entry,
        phase:
          isLastWord && entry === last
            ? ('completed' as const)
            : entry.at < from
              ? ('scheduled' as const)
              : ('in_progress' as const),
      })),
      ...(closed === undefined || isLastWord
        ? []
        : [{ at: closed, phase: 'completed' as const, body: '', services: {} }]),
    ],
  };
}

/** A key without the hyphens that Upptime puts into names: `git-hub`. */
export const bare = (key: string): string => key.replaceAll('-', '').toLowerCase();

type Facts = ReadonlyMap<string, string>;

/** The facts of planned work, `key: value` in a comment of its text, and the words without that comment. */
export function factsIn(text: string): { readonly facts: Facts; readonly body: string } {
  const [whole = '', inside = ''] =
    /(`{3,})[ \t]*\w*[ \t]*\r?\n\s*<!--([\s\S]*?)-->\s*\1/.exec(text)?.toSpliced(1, 1) ??
    /<!--([\s\S]*?)-->/.exec(text) ??
    [];
  const facts = new Map(
    [...inside.matchAll(/^[ \t]*([a-z]+)[ \t]*:[ \t]*(\S.*?)[ \t]*$/gim)].map(([, key = '', value = '']) => [
      key.toLowerCase(),
      value,
    ]),
  );
  return facts.has('start') || facts.has('end')
    ? { facts, body: text.replace(whole, '') }
    : { facts: new Map(), body: text };
}

/** An instant in Universal Time; of a day alone, its beginning. */
export function instant(written: string): number | undefined {
  const when = readWhen(written, 'UTC');
  return typeof when === 'string' ? Date.parse(`${when}T00:00Z`) : when;
}
