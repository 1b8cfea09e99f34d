import type { Origin } from '../model/notice.ts';
import { type Locale, locales } from '../model/values.ts';
import { languageOf, readCstate } from './cstate.ts';
import type { History, Sources } from './history.ts';
import { readStatuspage } from './statuspage.ts';
import { readUpptime } from './upptime.ts';

interface Format {
  /** The files that it may be in, by the ends of their names. */
  readonly endings: readonly string[];
  /** What the public interface of a live page gives, as paths below its address; nothing where a page gives no files. */
  readonly published: readonly string[];
  /** What a live page may give besides. */
  readonly besides: readonly string[];
  readonly read: (sources: Sources, now: number) => History;
  /** The language that it says its texts are in. */
  readonly language: (sources: Sources) => string;
}

/** The programs whose histories can be brought: what each keeps, and how it is read. */
export const formats: Readonly<Record<Origin, Format>> = {
  statuspage: {
    endings: ['.json', '.atom'],
    published: [
      'api/v2/summary.json',
      'api/v2/components.json',
      'api/v2/incidents.json',
      'api/v2/scheduled-maintenances.json',
    ],
    besides: ['history.atom'],
    read: readStatuspage,
    language: () => '',
  },
  cstate: {
    endings: ['.md', '.mdx', '.markdown', '.html', '.yml', '.yaml', '.toml', '.json'],
    published: [],
    besides: [],
    read: readCstate,
    language: languageOf,
  },
  upptime: {
    endings: ['.json', '.yml', '.yaml'],
    published: [],
    besides: [],
    read: readUpptime,
    language: () => '',
  },
};

/** The language that the original declares, where it is one of ours. Never guessed from the words. */
export const declaredLanguage = (origin: Origin, sources: Sources): Locale | undefined => {
  const declared = formats[origin].language(sources);
  return locales.find((locale) => locale === declared);
};
