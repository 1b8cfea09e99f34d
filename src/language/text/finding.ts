/** Something that is to say about a stretch of a paragraph, in UTF-16 units. */
export interface Finding {
  readonly rule: `${'typography' | 'wording' | 'markdown'}/${string}`;
  readonly index: number;
  readonly length: number;
  /** What the message names: at least `found`, the words as written. */
  readonly values: Readonly<Record<string, string>>;
}
