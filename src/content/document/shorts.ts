import { wordsOf } from '../../language/markdown/plain-text.ts';
import { attribute, type Token } from '../../language/markdown/tokens.ts';
import { type ShortKind, shortKinds } from '../../model/words.ts';
import { placeAt } from '../files.ts';
import type { Division, Document, Short } from './document.ts';

/** The kind of message that a heading of level 4 is for: `#### SMS {#sms}`; its words are free. */
function kindOf(token: Token): ShortKind | undefined {
  if (token.type !== 'heading_open' || token.level !== 0 || token.tag !== 'h4') return undefined;
  const id = attribute(token, 'id');
  return shortKinds.find((kind) => kind === id);
}

/** An entry with its texts for messages apart: each goes from its heading to the next of level 4. */
export function withShorts(document: Document<unknown>, entry: Division): Division {
  const body: Token[] = [];
  const shorts: (Short & { readonly block: Token[] })[] = [];
  let into = body;
  for (let index = 0; index < entry.block.length; index += 1) {
    const token = entry.block[index];
    const inline = entry.block[index + 1];
    if (token === undefined) continue;
    const kind = kindOf(token);
    if (kind !== undefined && inline !== undefined) {
      const place = placeAt(document, { line: token.map?.[0] ?? 0, column: 0 });
      const heading = { level: 4, inline, title: wordsOf(inline).trim(), id: kind, place };
      const short = { kind, heading, block: [] };
      shorts.push(short);
      into = short.block;
      index += 2;
      continue;
    }
    if (token.type === 'heading_open' && token.level === 0) into = body;
    into.push(token);
  }
  return shorts.length === 0 ? entry : { ...entry, block: body, shorts };
}
