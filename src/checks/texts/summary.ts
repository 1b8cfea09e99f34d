import type { Pairs } from '../../content/agreed.ts';
import type { DocumentBlock } from '../../content/notice/blocks.ts';
import { timelineOf } from '../../content/notice/sayable.ts';
import { type TimelineState, timelineStatesOf } from '../../model/incident.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { Settings } from '../../model/site.ts';
import { type Locale, locales } from '../../model/values.ts';
import type { CheckedNotice, CheckOf } from '../context.ts';
import { written } from '../facts/written.ts';
import { pairsOf } from './stale.ts';

export const id = 'summary/stale';

/**
 * A summary that is older than the last entries. That is known where both texts were agreed before entries that change
 * what works, or where it contradicts the facts: a service that is back, an incident that is open again.
 */
export const check: CheckOf<CheckedNotice> = (notice, { agreed, site: { settings } }) => {
  if (notice.sound?.kind !== 'incident') return [];
  const { data } = notice.sound;
  const steps = timelineStatesOf(timelineOf(data));
  const last = steps.at(-1);
  if (last === undefined) return [];
  const changed = changedSince(agreed.get(notice.id) ?? {}, steps, notice);
  const isOpen = last.entry.phase !== 'resolved' && data.closed === undefined;
  return locales.flatMap((locale) => {
    const summary = notice.blocks[locale]?.find(({ key }) => key === 'summary');
    if (summary === undefined) return [];
    if (changed !== undefined) {
      const values = { id: notice.id, at: written(changed.entry.at) };
      return [problem('summary/stale', summary.place, values, 'agreed')];
    }
    return isOpen ? contradictions(summary, steps, locale, settings) : [];
  });
};

/** The last entry, of those that came after the summary was agreed as it is, that changes what works or where. */
function changedSince(
  former: Pairs,
  steps: readonly TimelineState[],
  { blocks: { en, fr }, anchors }: CheckedNotice,
): TimelineState | undefined {
  const then = former.summary;
  if (then === undefined || en === undefined || fr === undefined) return undefined;
  const now = pairsOf({ en, fr }).summary;
  if (now?.en !== then.en || now.fr !== then.fr) return undefined;
  const agreedAt = steps.findLastIndex((_, index) => former[`timeline/${anchors[index]}`] !== undefined);
  const known = steps[agreedAt];
  return known && steps.slice(agreedAt + 1).findLast((step) => standOf(step) !== standOf(known));
}

/** What works and where, and whether it is over. */
const standOf = ({ entry, states, regions }: TimelineState): string =>
  JSON.stringify([entry.phase === 'resolved', [...states].sort(), [...regions].sort()]);

/** Words that say that something works again, words that say that something does not, and what is said not to be. */
const words: Readonly<
  Record<Locale, { readonly back: RegExp; readonly out: RegExp; readonly negated: RegExp }>
> = {
  en: {
    negated: /(?:\b(?:not|cannot|no longer)|n['’]t)(?: (?:yet|be|been|fully))* \p{L}+/gu,
    back: /\b(?:back|restored|resolved|fixed|repaired|recovered|again|over|works?|working)\b/,
    out: /\b(?:not?|cannot|down|out|outages?|again|still|slow\w*|fail\w*|unavailable|unreliable|interrupted|lost|without|new|relapse)\b|n['’]t\b/,
  },
  fr: {
    negated:
      /\bn(?:e |['’])(?:(?:se|sont|est|ont|a|etait) )?\p{L}+(?: (?:pas|plus|encore)){0,2}(?: \p{L}+)?/gu,
    back: /retabli|revenu|de retour|de nouveau|resolu|regle|repare|remis|fonctionn|termine|en service/,
    out: /\b(?:ne|pas|plus|aucune?|sans|panne|encore|toujours|hors|de nouveau|rechute|perdue?s?)\b|\bn['’]|interromp|indisponible|lente?|instable|coupe|echou/,
  },
};

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function contradictions(
  { written: text, place }: DocumentBlock,
  steps: readonly TimelineState[],
  locale: Locale,
  { services }: Pick<Settings, 'services'>,
): readonly Problem[] {
  const { back, out, negated } = words[locale];
  const summary = folded(text);
  const isBack = back.test(summary.replace(negated, ' '));
  const reopening = steps.findLast((step) => step.reopens);
  if (reopening !== undefined && isBack && !out.test(summary))
    return [problem('summary/stale', place, { at: written(reopening.entry.at) }, 'reopened')];
  if (isBack) return [];
  const names = new Map(services.map(({ id, name }) => [id, folded(name[locale])]));
  const states = [...(steps.at(-1)?.states ?? [])];
  const down = states.flatMap(([id, state]) => (state === 'operational' ? [] : (names.get(id) ?? [])));
  const without = (some: readonly string[]) =>
    some.reduce((rest, name) => rest.replaceAll(name, ' '), summary);
  // What is still down may have this name in its own, or be named in it.
  const isSaid = (name: string) =>
    without(down.filter((other) => other.includes(name))).includes(name) || isNamed(name, without(down));
  const [service] =
    states.find(([id, state]) => state === 'operational' && isSaid(names.get(id) ?? id)) ?? [];
  if (service === undefined) return [];
  const recovery = steps.find((step, index) => {
    const before = steps[index - 1]?.states.get(service);
    return before !== undefined && before !== 'operational' && step.states.get(service) === 'operational';
  });
  const found = services.find((one) => one.id === service)?.name[locale] ?? service;
  return recovery === undefined
    ? []
    : [problem('summary/stale', place, { found, at: written(recovery.entry.at) }, 'recovered')];
}

/** Whether a text has each word of a name, whatever its ending: `téléphone` for `Téléphonie`. */
const isNamed = (name: string, text: string): boolean => {
  const stems = (name.match(/\p{L}{3,}/gu) ?? []).map((word) => word.slice(0, 6));
  const said = text.match(/\p{L}+/gu) ?? [];
  return stems.length > 0 && stems.every((stem) => said.some((word) => word.startsWith(stem)));
};
