import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { HeavyPage } from '../../checks/site/weight.ts';
import { type AnyNotice, goesOn } from '../../model/site-index.ts';
import { type Locale, perLocale } from '../../model/values.ts';
import { besideNotice } from '../../pages/context/beside-notice.ts';
import type { Contexts } from '../../pages/context/locale-context.ts';
import { frameOf } from '../../pages/layout/layout.ts';
import type { PageKind } from '../../pages/page.ts';
import type { Cache } from './cache.ts';
import { momentsIn, nothingBetween } from './moments.ts';

/**
 * What was found of the pages of notices, by all that their views are made of: the notice, the settings, what they show of
 * the rest of the site, and the clock. No view has to be made to know that it would be the same.
 */
export interface ByInputs<T> {
  /** `undefined` for what is about no notice, and where anything has changed. */
  readonly get: (page: Made) => T | undefined;
  readonly set: (page: Made, found: T) => void;
  /** Keeps what this run asked for or found, and nothing else. */
  readonly save: () => void;
}

/** What is known of a page: the key of its document, and what it weighs, where that is too much. */
export interface KnownPage {
  readonly document: string;
  readonly heavy?: Pick<HeavyPage, 'bytes' | 'most'>;
}

/** What is made of a notice: a page, or a file for machines. */
interface Made {
  readonly path: string;
  readonly kind?: PageKind;
  readonly locale?: Locale | 'both';
  readonly notice?: AnyNotice;
}

interface Entry<T> {
  /** The clock that it was found by, in epoch milliseconds. */
  readonly now: number;
  readonly found: T;
}

export function foundByInputs<T>(cache: Cache, name: 'views' | 'texts', contexts: Contexts): ByInputs<T> {
  const whole = cache.keyOf(name);
  const store = cache.store(name);
  const bytes = store.get(whole);
  // Closed until there is something to keep: who only asks need not end it.
  store.save();
  const former: ReadonlyMap<string, Entry<T>> = bytes === undefined ? new Map() : deserialize(bytes);
  const kept = new Map<string, Entry<T>>();
  const { now } = contexts;
  const settings = settingsOf(contexts);
  const frames = perLocale((locale) => hashOf([settings, frameOf(contexts[locale])]));
  const beside = perLocale(() => new Map<AnyNotice, string>());
  const besideOf = (notice: AnyNotice, locale: Locale): string => {
    const known = beside[locale].get(notice) ?? JSON.stringify(besideNotice(contexts[locale], notice));
    beside[locale].set(notice, known);
    return known;
  };
  const keyOf = ({ kind, path, locale = 'both', notice }: Made): string | undefined => {
    if (notice === undefined || locale === 'both') return undefined;
    // What goes on does so with the clock; of what is over only its own times count, and whether they are of this year.
    const clock = goesOn(notice, now.epoch) ? now.epoch : now.date.slice(0, 4);
    return cache.keyOf(
      kind ?? '',
      path,
      frames[locale],
      inputOf(notice).hash,
      besideOf(notice, locale),
      String(clock),
    );
  };
  return {
    get(page) {
      const key = former.size > 0 ? keyOf(page) : undefined;
      const entry = key === undefined ? undefined : former.get(key);
      if (key === undefined || entry === undefined || page.notice === undefined) return undefined;
      if (!nothingBetween(entry.now, now.epoch, inputOf(page.notice).moments)) return undefined;
      kept.set(key, entry);
      return entry.found;
    },
    set(page, found) {
      const key = keyOf(page);
      if (key !== undefined) kept.set(key, { now: now.epoch, found });
    },
    save() {
      const isSame =
        kept.size === former.size && [...kept].every(([key, entry]) => former.get(key) === entry);
      if (isSame) return;
      const store = cache.store(name);
      store.set(whole, serialize(kept));
      store.save();
    },
  };
}

/** What a notice is by itself; a notice never changes. */
const inputs = new WeakMap<AnyNotice, { readonly hash: string; readonly moments: readonly number[] }>();

function inputOf(notice: AnyNotice) {
  const input = inputs.get(notice) ?? { hash: hashOf(notice), moments: momentsIn(notice) };
  inputs.set(notice, input);
  return input;
}

/** The site without what has pages of its own. */
function settingsOf({ site }: Contexts): object {
  const { incidents: _incidents, maintenance: _maintenance, pages: _pages, faq: _faq, ...settings } = site;
  return settings;
}

const hashOf = (value: object): string =>
  createHash('sha256').update(JSON.stringify(value, mapsToo)).digest('base64');

const mapsToo = (_key: string, value: unknown): unknown => (value instanceof Map ? [...value] : value);
