import { readFileSync } from 'node:fs';
import { imageSize } from 'image-size';
import { type Fault, fault } from '../../model/problem.ts';

/** The kinds of image that may be shown (contract 1), by what the file really holds. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  png: ['png'],
  jpg: ['jpg', 'jpeg'],
  webp: ['webp'],
  avif: ['avif'],
  gif: ['gif'],
  svg: ['svg'],
};

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
/** The images of a content folder, each read and measured once. */
export interface Images {
  /** The size of an image file, or why it cannot be published; the fault names the image when it is placed. */
  readonly measure: (file: string) => Size | Fault;
}

export function imagesOf(read: (file: string) => Buffer = (file) => readFileSync(file)): Images {
  const known = new Map<string, Size | Fault>();
  return {
    measure: (file) => {
      const size = known.get(file) ?? measured(file, read(file));
      known.set(file, size);
      return size;
    },
  };
}

function measured(file: string, bytes: Buffer): Size | Fault {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const other = fault('image/missing', {}, 'content');
  if (!Object.values(kinds).some((names) => names.includes(extension)))
    return fault('image/missing', {}, 'kind');
  try {
    const { width, height, type } = imageSize(bytes);
    const names = kinds[type === 'heif' ? 'avif' : (type ?? '')] ?? [];
    if (!names.includes(extension) || !(width > 0) || !(height > 0)) return other;
    const active = extension === 'svg' ? activeIn(bytes.toString('utf8')) : undefined;
    return active === undefined
      ? { width: Math.round(width), height: Math.round(height) }
      : fault('image/active', { found: active });
  } catch {
    return other;
  }
}

/** A fault of an image with the name that the writer gave it. */
export const imageFault = (fault: Fault, name: string): Fault => ({
  ...fault,
  values: { found: name, file: name, ...fault.values },
});

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

/** What makes a drawing, or another text of markup, more than that; nothing where it is none. */
export const activeIn = (svg: string): string | undefined => {
  for (const pattern of active) {
    const found = pattern.exec(svg)?.[0].trim();
    if (found !== undefined) return found.slice(0, 40);
  }
  return undefined;
};
