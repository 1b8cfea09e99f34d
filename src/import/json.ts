import { Unreadable } from './history.ts';

/**
 * What a JSON file holds; nothing where it holds something else, and nobody would take it for what is looked for. What
 * is cut off is told: half a history would look whole.
 *
 * @throws Unreadable
 */
export function jsonIn(file: string, text: string, looksLike: RegExp): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const named = /incident|maintenance|component|summary|status|outage|issue|comment/i.test(
      file.split('/').at(-1) ?? '',
    );
    if (named || looksLike.test(text.slice(0, 100_000))) throw new Unreadable('cut_off', file);
    return undefined;
  }
}
