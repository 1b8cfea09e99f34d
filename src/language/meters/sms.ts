/** The letters of GSM 03.38 (3GPP TS 23.038 §6.2.1), and those of its extension table, which take two places. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension = '\f^{}\\[~]|€';
const inBasic: ReadonlySet<string> = new Set(basic);
const inExtension: ReadonlySet<string> = new Set(extension);

const lettersOf = new Intl.Segmenter('en-CA', { granularity: 'grapheme' });

/** What a text message costs. */
interface SmsMeter {
  readonly encoding: 'GSM' | 'UCS-2';
  /** The places that it takes, before it is cut into segments. */
  readonly length: number;
  readonly segments: number;
  /** The letters outside GSM 03.38, each once, that make it UCS-2: `ê`, `œ`. */
  readonly costly: readonly string[];
  /** How many segments it would be without them. */
  readonly segmentsWithout: number;
}

/**
 * A text as a telephone types it: what typesetting put in is taken out, ’ to ', no-break spaces to spaces, « » to ".
 * No accent is ever removed.
 */
export function untypeset(text: string): string {
  return text
    .normalize('NFC')
    .replace(/«[\s\u00a0\u202f]*|[\s\u00a0\u202f]*»|[“”„]/g, '"')
    .replace(/[’‘‛ʼ]/g, "'")
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replaceAll('…', '...')
    .replace(/[–—‑‐−]/g, '-')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
}

/** Meters a text as it is sent: untypeset first. */
export function smsMeter(typeset: string): SmsMeter {
  const text = untypeset(typeset);
  const letters = [...lettersOf.segment(text)].map(({ segment }) => segment);
  const costly = [...new Set(letters.flatMap((letter) => (isGsm(letter) ? [] : [letter])))];
  const asGsm = letters.flatMap((letter) => (letter === '\r\n' ? ['\r', '\n'] : [letter])).map(placesInGsm);
  if (costly.length === 0) {
    const segments = packed(asGsm, 160, 153);
    return { encoding: 'GSM', length: sum(asGsm), segments, costly, segmentsWithout: segments };
  }
  const places = letters.map((letter) => letter.length);
  return {
    encoding: 'UCS-2',
    length: sum(places),
    segments: packed(places, 70, 67),
    costly,
    segmentsWithout: packed(asGsm, 160, 153),
  };
}

const isGsm = (letter: string): boolean =>
  letter === '\r\n' || inBasic.has(letter) || inExtension.has(letter);
const placesInGsm = (letter: string): number => (inExtension.has(letter) ? 2 : 1);
const sum = (places: readonly number[]): number => places.reduce((all, one) => all + one, 0);

/** How many segments letters fill: one whole, or several that each give up places to join them; no letter is cut. */
function packed(places: readonly number[], whole: number, joined: number): number {
  if (sum(places) <= whole) return places.length === 0 ? 0 : 1;
  let [segments, used] = [1, 0];
  for (const one of places) {
    if (used + one > joined) {
      segments += 1;
      used = 0;
    }
    used += one;
  }
  return segments;
}
