import { plainText } from './plain.ts';

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON file, indented so that a person can read it too; texts without what no machine reads. */
export const jsonFile = (value: Json): string =>
  `${JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' ? plainText(one) : one), 1)}\n`;
