import { readFileSync } from 'node:fs';
import { imageSize } from 'image-size';
import { type Fault, fault } from '../../model/problem.ts';
import { readPhotograph, withoutMetadata } from './photograph.ts';
import { readDrawing } from './svg.ts';

/** The kinds of image that may be shown, by what the file really holds. */
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

/** An image that can be published. */
export interface Picture extends Size {
  /** As the writer's file has it. */
  readonly bytes: number;
  /** It names the place where it was taken. */
  readonly hasPosition: boolean;
  /** `published` writes it otherwise than it is. */
  readonly isRewritten: boolean;
}

/** The images of a content folder, each read and measured once. */
export interface Images {
  /** What an image file is, or why it cannot be published; the fault names the image when it is placed. */
  readonly measure: (file: string) => Picture | Fault;
}

export function imagesOf(read: (file: string) => Buffer = (file) => readFileSync(file)): Images {
  const known = new Map<string, Picture | Fault>();
  return {
    measure: (file) => {
      const size = known.get(file) ?? measured(file, read(file));
      known.set(file, size);
      return size;
    },
  };
}

function measured(file: string, bytes: Buffer): Picture | Fault {
  const extension = extensionOf(file);
  const other = fault('image/missing', {}, 'content');
  if (!Object.values(kinds).some((names) => names.includes(extension)))
    return fault('image/missing', {}, 'kind');
  try {
    // What is active is told first: it may give no size either.
    const drawing = extension === 'svg' ? readDrawing(bytes) : undefined;
    if (drawing !== undefined && 'active' in drawing) return fault('image/active', { found: drawing.active });
    const { width, height, type } = imageSize(bytes);
    const names = kinds[type === 'heif' ? 'avif' : (type ?? '')] ?? [];
    if (!names.includes(extension) || !(width > 0) || !(height > 0)) return other;
    const size = { width: Math.round(width), height: Math.round(height), bytes: bytes.length };
    if (drawing !== undefined) return { ...size, hasPosition: false, isRewritten: true };
    const { hasPosition, orientation } = readPhotograph(bytes);
    // From 5 on it lies on its side (EXIF 2.32 §4.6.4).
    const turned = orientation >= 5 ? { width: size.height, height: size.width } : {};
    return { ...size, ...turned, hasPosition, isRewritten: hasPosition && type === 'jpg' };
  } catch {
    return other;
  }
}

const extensionOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase();

/** An image as it is published: a drawing with what is allowed alone, a photograph without its place. */
export function published(file: string, bytes: Buffer): Uint8Array {
  if (extensionOf(file) !== 'svg') return withoutMetadata(bytes);
  const drawing = readDrawing(bytes);
  if ('active' in drawing) throw new TypeError(`${file} may not be published`);
  return Buffer.from(drawing.svg);
}

/** A fault of an image with the name that the writer gave it. */
export const imageFault = (fault: Fault, name: string): Fault => ({
  ...fault,
  values: { found: name, file: name, ...fault.values },
});
