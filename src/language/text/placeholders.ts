import type { Finding } from './finding.ts';
import { matchesOf } from './matches.ts';

/** What stands where words are still to come, or what a draft was pasted from. */
const placeholder = new RegExp(
  [
    String.raw`\b(?:TODO|TBD|TBC|FIXME)\b|\b[Ll]orem ipsum\b|(?<!\p{L})[àÀ] (?:compléter|confirmer|venir ici)(?!\p{L})`,
    // `XXX`, `XX h XX`, `$XX`, `HH:MM`, `JJ/MM/AAAA`.
    String.raw`(?<![\p{L}\p{N}])(?:X{3,}|XX(?=[:]XX|[ \u00a0]?h(?!\p{L})|[ \u00a0]?[ap]\.m\.)|HH:MM|[DJ]{2}[/-]MM[/-](?:[YA]{4}|[YA]{2})|(?:YYYY|AAAA)-MM-[DJ]{2})(?![\p{L}\p{N}])`,
    // `[insert time]`, « [insérer l’heure] ».
    String.raw`\[(?:[Ii]nsert|add|enter|your|name|date|time|number|place|link|insér|ajout|indiqu|inscri|entrer|votre|nom|heure|nombre|numéro|lieu|lien|[xX_.…]{2,})[^\][\n]{0,60}\](?![([])`,
  ].join('|'),
  'gu',
);
/** What Markdown would have taken away, had it been closed: `**Call us`, `[Call us](tel:…`. */
const unclosed = /\*\*|\]\((?=[^\s)])|\] \((?=https?:|mailto:|tel:|\.\.\/|#)/g;
/** `](Photo poteau (1).jpg)`: an address ends at its first space. */
const withSpaces =
  /\]\(([^<>()\n]{0,80}(?:\([^()\n]{0,40}\)[^<>()\n]{0,80}){0,3}\.(?:png|jpe?g|webp|avif|gif|svg|heic|pdf))\)/gi;
/** What stands where a character was lost on the way. */
const lost = /\ufffd/g;
/** Signs that turn the direction of all that follows, which nobody types on purpose in these languages. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;
export const turnsDirection = (text: string): boolean => text.search(turning) >= 0;

/** Words that are still to come, and signs of Markdown that were not closed, in a paragraph of plain text. */
export function placeholderIn(text: string): Finding[] {
  const found = (rule: Finding['rule'], signs: RegExp) =>
    [...matchesOf(text, signs)].map(({ index, 0: sign }) => ({
      rule,
      index,
      length: sign.length,
      values: { found: sign },
    }));
  const spaced = [...matchesOf(text, withSpaces)].map(
    ({ index, 0: sign, 1: target = '' }): Finding => ({
      rule: 'markdown/unclosed',
      variant: 'spaces',
      index,
      length: sign.length,
      values: { found: `(${target})`, meant: `<${target}>` },
    }),
  );
  return [
    ...found('wording/placeholder', placeholder),
    ...(spaced.length > 0 ? spaced : found('markdown/unclosed', unclosed)).slice(0, 1),
    ...found('typography/lost', lost).slice(0, 1),
    ...found('typography/direction', turning).slice(0, 1),
  ];
}
