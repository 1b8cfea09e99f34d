import { readFileSync } from 'node:fs';
import { imageSize } from 'image-size';

/** The kinds of image a note may show (contract 1), by what the file really holds. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  png: ['png'],
  jpg: ['jpg', 'jpeg'],
  webp: ['webp'],
  avif: ['avif'],
  gif: ['gif'],
  svg: ['svg'],
};

export interface Size {
  readonly width: number;
  readonly height: number;
}
export type ImageFault =
  | { readonly rule: 'image/missing'; readonly variant: 'kind' | 'content' }
  | { readonly rule: 'image/active'; readonly found: string };

/** The size of an image in CSS pixels, or why it cannot be published. */
export function measureImage(file: string): Size | ImageFault {
  const bytes = readFileSync(file);
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  if (!Object.values(kinds).some((names) => names.includes(extension)))
    return { rule: 'image/missing', variant: 'kind' };
  try {
    const { width, height, type } = imageSize(bytes);
    const names = kinds[type === 'heif' ? 'avif' : (type ?? '')] ?? [];
    if (!names.includes(extension) || !(width > 0) || !(height > 0))
      return { rule: 'image/missing', variant: 'content' };
    const active = extension === 'svg' ? activeIn(bytes.toString('utf8')) : undefined;
    return active === undefined
      ? { width: Math.round(width), height: Math.round(height) }
      : { rule: 'image/active', found: active };
  } catch {
    return { rule: 'image/missing', variant: 'content' };
  }
}

/** What makes an SVG more than a drawing: scripts, handlers, foreign content, animations of links, outside references. */
const active: readonly RegExp[] = [
  /<(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|audio|video|handler|listener|animate\w*|set)\b/i,
  /\son[a-z]+\s*=/i,
  /(?:javascript|vbscript)\s*:/i,
  /<!(?:DOCTYPE[^>]*\[|ENTITY)/i,
  /<\?xml-stylesheet/i,
  /@import/i,
  /(?:href|src)\s*=\s*["']?\s*(?!#|data:image\/(?:png|jpeg|gif|webp);base64,)[^\s"'>]/i,
  /url\(\s*["']?\s*(?!#)[^\s"')]/i,
  /&#/,
];

const activeIn = (svg: string): string | undefined => {
  for (const pattern of active) {
    const found = pattern.exec(svg)?.[0].trim();
    if (found !== undefined) return found.slice(0, 40);
  }
  return undefined;
};

/** Markdown encodes what is not ASCII in an address; the file has its plain name. */
export function decoded(source: string): string {
  try {
    return decodeURIComponent(source);
  } catch {
    return source;
  }
}
