import XMLBuilder from 'fast-xml-builder';
import { plainText } from './plain.ts';

/** An element as data: attributes begin with `@`, its own text is `#`, a list is so many elements of that name. */
export interface XmlElement {
  readonly [name: string]: string | XmlElement | readonly (string | XmlElement)[] | undefined;
}

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  textNodeName: '#',
  ignoreAttributes: false,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  format: true,
  indentBy: '',
});

/** A whole document with one root. */
export const xmlDocument = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(cleaned(root)).trim()}\n`;

type Cleaned = string | readonly Cleaned[] | { readonly [name: string]: Cleaned };

function cleaned(value: XmlElement | string | readonly (string | XmlElement)[]): Cleaned {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, cleaned(one)]])),
  );
}
