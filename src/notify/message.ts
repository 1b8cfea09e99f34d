import type { Impact } from '../model/status.ts';
import type { Locale, LocalText } from '../model/values.ts';
import type { ShortKind } from '../model/words.ts';
import type { ChangeKind } from './changes.ts';

/** A message in one language. */
export interface Said {
  readonly locale: Locale;
  readonly subject: string;
  /** The writer’s paragraphs, or the line that says that they are to come. */
  readonly words: readonly string[];
  /** What the facts say, one line each. */
  readonly facts: readonly string[];
  readonly link: string;
  /** What the link is called. */
  readonly more: string;
  readonly shorts: Readonly<Record<ShortKind, string>>;
}

/** Who writes, in each language. */
export interface Signature {
  readonly name: string;
  readonly lines: LocalText;
  readonly unsubscribe?: LocalText | undefined;
}

/** One note of one change, in one language or both, for every channel. */
export interface Message {
  readonly key: string;
  readonly kind: ChangeKind | 'due';
  readonly at: number;
  readonly severity: Impact;
  /** The primary language first. */
  readonly said: readonly [Said, ...Said[]];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sender: Signature;
}
