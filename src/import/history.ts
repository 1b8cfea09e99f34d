import type { IncidentPhase } from '../model/incident.ts';
import type { MaintenancePhase } from '../model/maintenance.ts';
import type { Origin } from '../model/notice.ts';
import type { Impact, IncidentState } from '../model/status.ts';
import type { CivilDate } from '../model/values.ts';

/** Texts by their path below where they come from, with `/`. */
export type Sources = ReadonlyMap<string, string>;

/** An instant (epoch milliseconds), or a day of which no hour is known. */
export type When = number | CivilDate;

/** What became of something that cannot be carried as it is: a sentence `command.import.did.*` says it. */
const deeds = [
  'affected_state',
  'alias_refused',
  'closed_unknown_end',
  'comment_dropped',
  'day_as_midnight',
  'end_after_update',
  'end_before_start',
  'end_before_update',
  'end_is_update',
  'entry_in_future',
  'entry_moved',
  'impact_none',
  'impact_unknown',
  'link_text',
  'markup_dropped',
  'no_text',
  'no_services',
  'no_title',
  'partly_read',
  'phase_kept',
  'picture_linked',
  'picture_text',
  'refused',
  'refused_text',
  'refused_time',
  'refused_updates',
  'same_id',
  'services_not_listed',
  'shortcode_dropped',
  'start_is_first',
  'text_without_time',
  'titles_one_language',
  'unreadable',
  'url_unknown',
  'window_end',
  'window_over',
  'zone_assumed',
  'zone_unknown',
] as const;
export type Deed = (typeof deeds)[number];

/** One thing that was not carried whole: where it stood, and what was done instead. */
export interface Remark {
  readonly file: string;
  /** The field or the part of the text. */
  readonly field: string;
  readonly value: string;
  readonly did: Deed;
  /** The notice that it is about, by its former id; absent where it is about the site. */
  readonly notice?: string;
}

export interface ForeignService {
  /** What notices call it by: an id there, or its name. */
  readonly key: string;
  readonly name: string;
  readonly group?: string;
  readonly description?: string;
}

export interface ForeignEntry<Phase> {
  readonly at: When;
  /** Absent: as the one before. */
  readonly phase?: Phase;
  /** What the text stands under, where it has a heading of its own: `Final message`. */
  readonly label?: string;
  /** Markdown that may hold HTML; empty where nothing was said. */
  readonly body: string;
  /** States from here on, by the key of the service. */
  readonly services: Readonly<Record<string, IncidentState>>;
  /** When it really ended, of the entry that says so, where that was before. */
  readonly ended?: When;
}

interface ForeignCommon {
  /** Its id there, kept for machines. */
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** Keys of services. */
  readonly services: readonly string[];
  readonly impact: Impact;
  /** What its Atom feed called it. */
  readonly entry?: string;
  /** The address of the original. */
  readonly url?: string;
  /** Its former addresses, as paths from `/`. */
  readonly paths: readonly string[];
  readonly draft?: boolean;
}

export interface ForeignIncident extends ForeignCommon {
  readonly kind: 'incident';
  readonly started?: When;
  /** Whether they say that it is over, and when, where they say so. */
  readonly over: boolean;
  readonly ended?: When;
  /** In the order of their times; at least one. */
  readonly entries: readonly ForeignEntry<IncidentPhase>[];
  /** What was found out afterwards, where it has no time of its own. */
  readonly cause?: string;
}

export interface ForeignMaintenance extends ForeignCommon {
  readonly kind: 'maintenance';
  readonly from: number;
  readonly until: number;
  readonly announced?: When;
  /** What was said of it, where that has no time of its own. */
  readonly opening?: string;
  readonly entries: readonly ForeignEntry<MaintenancePhase>[];
}

export type ForeignNotice = ForeignIncident | ForeignMaintenance;

/** A history as another program keeps it. */
export interface History {
  readonly origin: Origin;
  readonly name?: string;
  /** Without a final slash. */
  readonly url?: string;
  readonly zone?: string;
  /** Whether a line's end in a text is shown as one. */
  readonly breaks: boolean;
  /** Those that its list names; nothing where it has no list. */
  readonly services: readonly ForeignService[] | undefined;
  /** Those that only notices name. */
  readonly former: readonly ForeignService[];
  readonly notices: readonly ForeignNotice[];
  /** How many notices were found, those refused included. */
  readonly read: number;
  readonly remarks: readonly Remark[];
}

/** What keeps a whole history from being read: exit 1, a sentence `command.import.unreadable.*`. */
export class Unreadable extends Error {
  readonly reason: 'cut_off' | 'none' | 'many' | 'encoding';
  readonly file: string;

  constructor(reason: Unreadable['reason'], file: string) {
    super(`${reason} ${file}`);
    this.reason = reason;
    this.file = file;
  }
}

/** More updates than any notice has; more would fill a disk by mistake or by malice. */
export const mostUpdates = 1_000;
export const mostNotices = 20_000;
/** Characters in the text of one update. */
export const longestText = 100_000;
