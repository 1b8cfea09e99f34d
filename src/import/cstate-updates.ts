import type { IncidentPhase } from '../model/incident.ts';
import { blocksOf, rule, trimmed } from './cstate-blocks.ts';
import { labelledUpdates } from './cstate-labels.ts';
import type { Deed, ForeignEntry, When } from './history.ts';
import { phaseAtHead } from './phases.ts';
import { epochOf, readWhen } from './times.ts';

/** What a post says of its own time, beside its text. */
interface Post {
  readonly body: string;
  readonly started: When;
  readonly ended?: When;
  /** The zone of times that name none. */
  readonly zone: string;
}

type Say = (field: string, value: string, did: Deed) => void;
interface Piece {
  readonly text: string;
  readonly at?: When;
}

/**
 * The updates of a cState or statuskit post, the oldest first. `{{< track "…" >}}` gives the time of the text above it,
 * whichever way the post is ordered; what has no time of its own stands with the start, or with its neighbour.
 */
export function updatesOf(post: Post, say: Say): readonly ForeignEntry<IncidentPhase>[] {
  const { body, definitions } = withoutDefinitions(withoutComments(post.body, say));
  return entriesOf({ ...post, body }, say).map((entry) => ({
    ...entry,
    body: [entry.body, ...definitions.filter(({ uses }) => uses(entry.body)).map(({ line }) => line)].join(
      '\n\n',
    ),
  }));
}

/** Definitions of links stand once in a post, wherever that is: each update that uses one has it. */
function withoutDefinitions(text: string) {
  const definitions: { readonly line: string; readonly uses: (body: string) => boolean }[] = [];
  let fence = false;
  const kept = text.split('\n').filter((line) => {
    if (/^ {0,3}(?:`{3}|~{3})/.test(line)) fence = !fence;
    const [, label] = /^ {0,3}\[([^\]\n^][^\]\n]*)\]:[ \t]+\S/.exec(line) ?? [];
    if (fence || label === undefined) return true;
    const used = `[${label.toLowerCase()}]`;
    definitions.push({ line: line.trim(), uses: (body) => body.toLowerCase().includes(used) });
    return false;
  });
  return { body: kept.join('\n'), definitions };
}

function entriesOf(post: Post, say: Say): readonly ForeignEntry<IncidentPhase>[] {
  const { zone, started, ended } = post;
  const pieces = piecesOf(post.body, zone, say);
  const timed = pieces.filter(({ at }) => at !== undefined);
  if (timed.length === 0) {
    const text = pieces.map((piece) => piece.text).join('\n\n');
    return labelledUpdates({ ...post, body: text }, say) ?? untracked(text, started, ended);
  }
  const epoch = (when: When | undefined) => (when === undefined ? 0 : epochOf(when, zone));
  const [first, last] = [epoch(timed[0]?.at), epoch(timed.at(-1)?.at)];
  const trails = pieces.at(-1)?.at === undefined;
  const newestFirst = timed.length > 1 ? first > last : trails && first > epoch(started);
  const entries: { at: When; body: string }[] = [];
  const ordered = newestFirst ? pieces.toReversed() : divided(pieces, epoch(started), zone);
  for (const { text, at } of ordered) {
    const before = entries.at(-1);
    if (at !== undefined) entries.push({ at, body: text });
    else if (before === undefined) entries.push({ at: started, body: text });
    else if (ended !== undefined && epoch(ended) > epoch(before.at)) entries.push({ at: ended, body: text });
    else {
      say('body', text, 'text_without_time');
      before.body = `${before.body}\n\n${text}`;
    }
  }
  return entries
    .sort((a, b) => epoch(a.at) - epoch(b.at))
    .map(({ at, body }) => ({ at, body, services: {}, ...phased(phaseAtHead(body)) }));
}

const phased = (phase: IncidentPhase | undefined) => (phase === undefined ? {} : { phase });

/** A post without times; only a last part that says how it ended, when that is known, has a time of its own. */
function untracked(
  text: string,
  started: When,
  ended: When | undefined,
): readonly ForeignEntry<IncidentPhase>[] {
  const blocks = blocksOf(text);
  const last = blocks.at(-1) ?? '';
  const splits =
    ended !== undefined && blocks.length > 1 && !isBracketed(last) && phaseAtHead(last) === 'resolved';
  const body = (splits ? blocks.slice(0, -1) : blocks).join('\n\n');
  const phase = phaseAtHead(body);
  const opening = { at: started, body, services: {}, ...phased(phase === 'resolved' ? undefined : phase) };
  return splits ? [opening, { at: ended, body: last, services: {}, phase: 'resolved' }] : [opening];
}

const isBracketed = (block: string): boolean => /^\s*\[/.test(block);

const track = /\{\{[<%]\s*track\s+["'`“”]?([^"'`“”>%]*)["'`“”]?\s*[>%]\}\}/;
const shortcode = /\{\{[<%][\s\S]*?[>%]\}\}/g;

function piecesOf(body: string, zone: string, say: Say): readonly Piece[] {
  const parts = withTracks(body, say).split(track);
  const texts = parts
    .filter((_, index) => index % 2 === 0)
    .map((text) => trimmed(withoutShortcodes(text, say)));
  const times = parts
    .filter((_, index) => index % 2 === 1)
    .map((written) => {
      const at = readWhen(written, zone);
      if (at === undefined) say('track', written, 'refused_time');
      return at;
    });
  // Some write the time above its text.
  const above = times.length > 0 && texts[0] === '' && texts.at(-1) !== '';
  return (above ? texts.slice(1) : texts)
    .map((text, index) => ({ text, ...atOf(times[index]) }))
    .filter(({ text }) => text !== '');
}

const atOf = (at: When | undefined) => (at === undefined ? {} : { at });

/** A component of MDX that holds an update and its time, written as a shortcode; other lines of code are dropped. */
const withTracks = (body: string, say: Say): string =>
  body
    .replace(/^import\s[^\n]*\sfrom\s+['"][^'"\n]*['"];?[ \t]*$/gm, (line) => {
      say('body', line, 'markup_dropped');
      return '';
    })
    .replace(
      /((?:^#{1,6}[ \t][^\n]*\n+)?)<Update\s+date=["']([^"'\n]*)["']\s*>([\s\S]*?)<\/Update>/gm,
      (_, heading: string, at: string, text: string) =>
        `\n\n---\n\n${heading}${text.replace(/^[ \t]+/gm, '')}\n\n{{< track "${at}" >}}\n\n`,
    );

function withoutShortcodes(text: string, say: Say): string {
  return text.replace(shortcode, (found) => {
    say('body', found, 'shortcode_dropped');
    return '';
  });
}

function withoutComments(text: string, say: Say): string {
  return text.replace(/<!--([\s\S]*?)(?:-->|$)/g, (_, words: string) => {
    say('body', words.trim(), 'comment_dropped');
    return '';
  });
}

/** Oldest first, the text before the first update is the opening: it has the time of the start. */
function divided(pieces: readonly Piece[], started: number, zone: string): readonly Piece[] {
  const [first, ...rest] = pieces;
  if (first?.at === undefined || epochOf(first.at, zone) <= started) return pieces;
  const blocks = blocksOf(first.text);
  const begins = (block: string, index: number) =>
    index > 0 &&
    (/^\s*(?:[*_]{1,3}|<(?:b|strong|em|i)>)\S/i.test(block) || rule.test(blocks[index - 1] ?? ''));
  const at = blocks.findLastIndex(begins);
  if (at < 0) return pieces;
  return [
    { text: trimmed(blocks.slice(0, at).join('\n\n')) },
    { ...first, text: blocks.slice(at).join('\n\n') },
    ...rest,
  ];
}
