import type { CivilDate, LocalText, Moment } from './values.ts';
import type { InEach, SectionName, Words } from './words.ts';

/** A press report or another document that a notice rests on. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly url?: string;
  readonly date?: CivilDate;
  /** The language of the document, `en`, `fr` or another BCP 47 tag. */
  readonly lang?: string;
}

/** A correction in public: of a timeline entry, of the summary, or of a section. */
export interface Correction {
  readonly at: Moment;
  /** The correction's own anchor. */
  readonly anchor: string;
  readonly to:
    | { readonly kind: 'entry'; readonly anchor: string }
    | { readonly kind: 'summary' }
    | { readonly kind: 'section'; readonly section: SectionName };
}

/** The pages of others that a history can come from. */
export const origins = ['statuspage', 'cstate', 'upptime'] as const;
export type Origin = (typeof origins)[number];

/** The source that `import` names: the notice as it stands on the page that it was brought from. */
export const originalSource = 'original';

/** What incidents and maintenance have in common. */
export interface Notice {
  readonly id: string;
  readonly services: readonly string[];
  readonly regions: readonly string[];
  readonly corrections: readonly Correction[];
  readonly sources: readonly Source[];
  readonly draft: boolean;
  /**
   * The page that it was brought from, and its id there: machines that knew it keep knowing it. `entry` is what the Atom
   * feed of that page called it, where it was read: `tag:status.example.ca,2005:Incident/2184`.
   */
  readonly imported?: { readonly from: Origin; readonly id: string; readonly entry?: string };
  readonly words: InEach<Words>;
}

export interface Credit {
  readonly id: string;
  readonly for: LocalText;
  /** In the site's currency; none when not yet known. */
  readonly amounts: readonly number[];
  readonly automatic: boolean;
  readonly how?: LocalText;
  readonly claimBy?: CivilDate;
  /** The end of the last day on which it can be claimed, in the site's zone. */
  readonly claimEnd?: number;
}

export interface Commitment {
  readonly id: string;
  readonly owner?: LocalText;
  readonly due?: CivilDate;
  /** The end of the day on which it is due, in the site's zone. */
  readonly dueEnd?: number;
  readonly done?: CivilDate;
  readonly dropped?: CivilDate;
}

export interface Apology {
  readonly at: Moment;
  readonly signer: { readonly name: string; readonly title: LocalText };
  /** An apology that others report: shown as reported, without a signature. */
  readonly reported: boolean;
}
