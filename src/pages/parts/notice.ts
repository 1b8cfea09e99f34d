import { instantAt } from '../../language/format/zones.ts';
import { durationOf, isNothing, isOpen } from '../../model/incident.ts';
import type { Maintenance } from '../../model/maintenance.ts';
import type { Source } from '../../model/notice.ts';
import { type AnyNotice, concerned } from '../../model/site-index.ts';
import { noticePath, regionPath, servicePath } from '../../model/urls.ts';
import { type Html, type Locale, type LocalText, type Moment, otherLocale } from '../../model/values.ts';
import type { SectionName, Words } from '../../model/words.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { serviceNames, titleOf } from '../context/names.ts';
import { joined, plain, type RichText } from '../context/rich-text.ts';
import { type Badge, noticeBadge } from './badge.ts';

/** The line that stands where words are late, with a link to the other version. */
export interface Late {
  readonly text: string;
  readonly href: string;
  readonly hreflang: Locale;
  readonly link: string;
}

/** Words of a writer as a page shows them, or the line that stands for them. */
export interface ProseView {
  readonly html?: Html;
  readonly late?: Late;
}

export const lateNote = (context: LocaleContext, path: string): Late => ({
  text: context.t('late.text'),
  href: context.href(path),
  hreflang: context.other,
  link: context.t('late.link'),
});

/** « Île-du-Prince-Édouard »: a name of words, some of them joined by hyphens. */
const hyphenated = /^(?=.*\p{L}-\p{L})[\p{L}\p{M}\s.’'()-]+$/u;

/** The services as links to their pages, in one line. */
export const serviceLinks = (context: LocaleContext, ids: readonly string[]): RichText =>
  links(context, ids, context.siteIndex.services, servicePath);

export const regionLinks = (context: LocaleContext, ids: readonly string[]): RichText =>
  links(context, ids, context.siteIndex.regions, regionPath);

function links<T extends { readonly name: LocalText }>(
  { text, href, locale }: LocaleContext,
  ids: readonly string[],
  known: ReadonlyMap<string, T>,
  pathOf: (one: T, locale: Locale) => string,
): RichText {
  return joined(
    ids.map((id) => {
      const one = known.get(id);
      if (one === undefined) return plain(id);
      const name = text(one.name);
      return [{ text: name, href: href(pathOf(one, locale)), ...(hyphenated.test(name) && { whole: true }) }];
    }),
    ', ',
  );
}

/** One notice in a list. */
export interface Row {
  readonly href: string;
  readonly title: string;
  readonly badge: Badge;
  readonly when: RichText;
  /** How long it lasted. */
  readonly lasted?: RichText;
  readonly services: string;
}

export function rowOf(context: LocaleContext, notice: AnyNotice): Row {
  const lasted = notice.kind === 'incident' ? durationOf(notice) : undefined;
  return {
    href: context.href(noticePath(notice, context.locale)),
    title: titleOf(context, notice),
    badge: noticeBadge(context, notice),
    when: rowWhen(context, notice),
    ...(lasted === undefined || isNothing(lasted) ? {} : { lasted: context.duration(lasted) }),
    services: serviceNames(context, concerned(notice)).join(', '),
  };
}

function rowWhen(context: LocaleContext, notice: AnyNotice): RichText {
  if (notice.kind === 'maintenance') return windowOf(context, notice);
  const date = context.date(notice.started.date);
  return isOpen(notice) ? context.sentence('when.since', { date }) : date;
}

/** The window of a maintenance, after the one that it replaces, on every clock of its regions; none of one that was called off. */
export function windowOf(context: LocaleContext, maintenance: Maintenance): RichText {
  const { from, until, moved, regions, cancelled } = maintenance;
  const former = moved.at(-1);
  if (cancelled !== undefined) return struckOut(context.range(from, until, 'label'));
  return [
    ...(former === undefined ? [] : struckOut(context.range(former.from, former.until, 'label'))),
    ...(former === undefined ? [] : [{ text: ` ${context.t('maintenance.instead')} `, apart: true }]),
    ...context.range(from, until, 'label'),
    ...otherZones(context, regions, from).flatMap((zone) => [
      { text: '\u00a0· ' },
      ...context.range(
        inZone(from, zone),
        inZone(until, zone),
        sameDays(from, until, zone) ? 'times' : 'label',
        zone,
      ),
    ]),
  ];
}

const struckOut = (spans: RichText): RichText => spans.map((span) => ({ ...span, struck: true }));

/** The zones of these regions whose clocks do not show what the site's show then. */
const otherZones = (context: LocaleContext, regions: readonly string[], at: Moment): readonly string[] => [
  ...new Set(
    regions.flatMap((id) => {
      const zone = context.siteIndex.regions.get(id)?.zone;
      return zone === undefined || context.inZone(at, zone) === undefined ? [] : [zone];
    }),
  ),
];

const inZone = (moment: Moment, zone: string): Moment =>
  moment.kind === 'day' ? moment : instantAt(moment.epoch, zone, moment.time.length > 5);

const sameDays = (from: Moment, until: Moment, zone: string): boolean =>
  inZone(from, zone).date === from.date && inZone(until, zone).date === until.date;

/** A missing part of words that are there is late; a stub says so once, at its head. */
export const lateOrNothing = (context: LocaleContext, notice: AnyNotice): ProseView =>
  notice.words[context.locale] === undefined
    ? {}
    : { late: lateNote(context, noticePath(notice, context.other)) };

/** Whether either language has the section. */
export const hasSection = ({ words }: AnyNotice, name: SectionName): boolean =>
  words.en?.sections[name] !== undefined || words.fr?.sections[name] !== undefined;

/** Which parts a section has in either language: in this one's order, then those that are late. */
export function partIds(notice: AnyNotice, name: SectionName, locale: Locale): readonly string[] {
  const own = notice.words[locale]?.sections[name]?.parts.keys() ?? [];
  const theirs = notice.words[otherLocale(locale)]?.sections[name]?.parts.keys() ?? [];
  return [...new Set([...own, ...theirs])];
}

export const wordsOf = (context: LocaleContext, notice: AnyNotice): Words | undefined =>
  notice.words[context.locale];

/** What a section says before its parts, where it says anything. */
export function introOf(
  context: LocaleContext,
  notice: AnyNotice,
  name: SectionName,
): { readonly intro?: Html } {
  const intro = wordsOf(context, notice)?.sections[name]?.intro.html;
  return intro ? { intro } : {};
}

/** A document that the notice rests on. */
export interface SourceView {
  readonly id: string;
  readonly title: string;
  readonly href?: string;
  readonly lang?: string;
  readonly publisher: string;
  readonly date?: RichText;
}

/** Capitals, which no id of a writer's has, keep these anchors apart from the notice's own. */
export const sourceAnchor = (id: string): string => `Source-${id}`;

export const sourceView = (context: LocaleContext, source: Source): SourceView => ({
  id: sourceAnchor(source.id),
  title: source.title,
  ...(source.url === undefined ? {} : { href: source.url }),
  ...(source.lang === undefined || source.lang === context.locale ? {} : { lang: source.lang }),
  publisher: source.publisher,
  ...(source.date === undefined ? {} : { date: context.date(source.date) }),
});
