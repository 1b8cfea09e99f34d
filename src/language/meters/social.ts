const lettersOf = new Intl.Segmenter('en-CA', { granularity: 'grapheme' });
const address = /https?:\/\/[^\s]+/g;

/** How the networks count: Bluesky graphemes, Mastodon with every address as 23, X by weight. */
export const socialLimits = { bluesky: 300, mastodon: 500, x: 280 } as const;
export type SocialNetwork = keyof typeof socialLimits;

interface SocialMeter {
  readonly length: number;
  readonly limit: number;
}

/** How long a post is by a network’s own count. */
export function socialMeter(text: string, network: SocialNetwork): SocialMeter {
  const limit = socialLimits[network];
  const shown = text.normalize('NFC');
  if (network === 'bluesky') return { length: graphemes(shown), limit };
  const addresses = shown.match(address)?.length ?? 0;
  const words = shown.replace(address, '');
  return { length: 23 * addresses + (network === 'x' ? weight(words) : graphemes(words)), limit };
}

const graphemes = (text: string): number => [...lettersOf.segment(text)].length;

/** twitter-text, configuration 3: Latin and its neighbours count one, all others two, an emoji two however it is made. */
function weight(text: string): number {
  let sum = 0;
  for (const { segment } of lettersOf.segment(text)) {
    if (/\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u.test(segment)) sum += 2;
    else for (const letter of segment) sum += isLight(letter.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return sum;
}

const isLight = (code: number): boolean =>
  code <= 4351 ||
  (code >= 8192 && code <= 8205) ||
  (code >= 8208 && code <= 8223) ||
  (code >= 8242 && code <= 8247);
