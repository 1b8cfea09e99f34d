import type { IncidentPhase } from '../model/incident.ts';
import { blocksOf, trimmed } from './cstate-blocks.ts';
import type { Deed, ForeignEntry, When } from './history.ts';
import { epochOf, readWhen } from './times.ts';

interface Labelled {
  readonly body: string;
  readonly started: When;
  readonly ended?: When;
  readonly zone: string;
}

interface Part {
  readonly label: string;
  readonly blocks: readonly string[];
}

/** A line of its own that names what stands below it: `[Final message]`, `**Update at 2021-06-08 11:20 UTC**`. */
const labelLine = /^ {0,3}(?:\[([^\][\n]{2,80})\]|\*\*([^*\n]{2,80})\*\*)[ \t]*(?:\n|$)/;
const isFirst = (label: string): boolean => /^(?:(?:message )?initial|open|ouverture)/i.test(label);
const isLast = (label: string): boolean =>
  /^(?:(?:message )?final|clos|end\b|resol|résol|clôtur|fin\b)/i.test(label);

const isOther = (label: string): boolean =>
  /^(?:update|edit|mise à jour|modif)/i.test(label) || /\d{4}-\d{2}-\d{2}/.test(label);

/**
 * The updates of a post whose parts stand under labels, the oldest first: the first words have the time of the start,
 * the last ones that of the end, and any other the time in its label. Nothing where no label says that it is the first.
 */
export function labelledUpdates(
  { body, started, ended, zone }: Labelled,
  say: (field: string, value: string, did: Deed) => void,
): readonly ForeignEntry<IncidentPhase>[] | undefined {
  const found = partsOf(blocksOf(body));
  if (found === undefined || found.length < 2) return undefined;
  const parts = isFirst(found.at(-1)?.label ?? '') ? found.toReversed() : found;
  if (!isFirst(parts[0]?.label ?? '')) return undefined;
  const end = ended === undefined ? undefined : epochOf(ended, zone);
  const entries: { at: When; label: string; body: string }[] = [];
  for (const [index, { label, blocks }] of parts.entries()) {
    const text = trimmed(blocks.join('\n\n'));
    const before = entries.at(-1);
    const isEnd = index === parts.length - 1;
    const after = epochOf(before?.at ?? started, zone);
    const typed = typeof started === 'number' ? timeIn(label, zone) : undefined;
    const isBetween = typed !== undefined && typed > after && (isEnd || typed <= (end ?? typed));
    const isSaidAtEnd = isEnd && isLast(label) && end !== undefined && end > after;
    const at = isBetween ? typed : before === undefined ? started : isSaidAtEnd ? ended : undefined;
    if (at !== undefined) entries.push({ at, label, body: text });
    else if (before !== undefined) {
      say('body', `${label}: ${text}`, 'text_without_time');
      before.body = `${before.body}\n\n**${label}**\n\n${text}`;
    }
  }
  return entries.map((entry) => ({ ...entry, services: {} }));
}

/** The parts, where the first block has a label. */
function partsOf(blocks: readonly string[]): readonly Part[] | undefined {
  const parts: { label: string; blocks: string[] }[] = [];
  for (const block of blocks) {
    const [whole = '', bracketed, strong] = labelLine.exec(block) ?? [];
    const found = (bracketed ?? strong ?? '').trim();
    const label = [isFirst, isLast, isOther].some((is) => is(found)) ? found : undefined;
    const rest = block.slice(whole.length);
    const words = rest === '' ? [] : [rest];
    if (label !== undefined) parts.push({ label, blocks: words });
    else if (parts.length === 0) return undefined;
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

/** The instant that a label names, as `2023-03-29 15h50 UTC`. */
function timeIn(label: string, zone: string): number | undefined {
  const [, date, hour, minute, offset = ''] =
    /(\d{4}-\d{2}-\d{2})[T ,-]+(\d{1,2})[:h](\d{2})(?::\d{2})?\s*(UTC|GMT|Z|[+-]\d{2}:?\d{2})?/.exec(label) ??
    [];
  const when = date === undefined ? undefined : readWhen(`${date} ${hour}:${minute}${offset}`, zone);
  return typeof when === 'number' ? when : undefined;
}
