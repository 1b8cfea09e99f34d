export interface Phrases {
  readonly say: readonly string[];
  /** What makes the sentence say the thing after all: a count with its base, a time, an owner. */
  readonly unless?: readonly string[];
  /** How far `unless` reaches; the sentence by default. */
  readonly within?: 'sentence' | 'paragraph';
}
