import type { NoticeEvent } from '../model/events.ts';
import { type Incident, timelineStatesOf } from '../model/incident.ts';
import type { Maintenance, Window } from '../model/maintenance.ts';
import type { AnyNotice } from '../model/site-index.ts';
import { rankOf, type State } from '../model/status.ts';
import { apologyPath, noticePath } from '../model/urls.ts';
import type { LocaleContext } from '../pages/context/locale-context.ts';
import { regionNames, serviceNames, titleOf } from '../pages/context/names.ts';
import { plain, type RichText } from '../pages/context/rich-text.ts';
import { apologySentence } from '../pages/parts/apology-box.ts';
import { stateWord } from '../pages/parts/badge.ts';
import { type Block, headingBlock, joinedBlocks, proseBlock, sentenceBlock } from './markup.ts';

/** An event of a notice. */
export interface Happening {
  readonly notice: AnyNotice;
  readonly event: NoticeEvent;
}

/** What happened, in the words of one language. It hangs on the facts alone, not on the hour of the build. */
interface News extends Block {
  /** Names the notice and the phase, or what is new. */
  readonly title: string;
  /** Below the site, with its anchor where the page has one. */
  readonly path: string;
}

/** Says what happened. Words that are late are told as late, never in the other language. */
export function newsOf(context: LocaleContext, { notice, event }: Happening): News {
  const { path, anchor } = placeOf(context, notice, event);
  const blocks = blocksOf(context, notice, event);
  return { title: headlineOf(context, notice, event), path: path + anchor, ...joinedBlocks(blocks) };
}

function placeOf({ locale }: LocaleContext, notice: AnyNotice, { kind, anchor }: NoticeEvent) {
  if (kind === 'apology' && notice.kind === 'incident')
    return { path: apologyPath(notice, locale), anchor: '' };
  const hasAnchor = kind === 'update' || kind === 'correction';
  return { path: noticePath(notice, locale), anchor: hasAnchor ? `#${anchor}` : '' };
}

function headlineOf(context: LocaleContext, notice: AnyNotice, event: NoticeEvent): string {
  const { t } = context;
  const title = titleOf(context, notice);
  switch (event.kind) {
    case 'apology':
      return t('apology.title', { title });
    case 'correction':
    case 'moved':
    case 'closed':
      return t(`news.${event.kind}`, { title });
    default:
      return t('title.with_state', { state: t(`phase.${phaseOfEvent(event)}`), title });
  }
}

/** The phase that an event brings; one that brings none leaves it as it was. */
function phaseOfEvent(event: NoticeEvent) {
  if (event.kind === 'update') return event.entry.phase;
  if (event.kind === 'begun') return 'in_progress';
  return event.kind === 'completed' || event.kind === 'cancelled' ? event.kind : 'scheduled';
}

function blocksOf(context: LocaleContext, notice: AnyNotice, event: NoticeEvent): readonly Block[] {
  const { t, locale, site } = context;
  const say = (text: RichText): Block => sentenceBlock(text, site);
  const words = notice.words[locale];
  const page = noticePath(notice, locale);
  const late = say([
    { text: `${t('late.text')} ` },
    { text: t('late.link'), href: context.href(noticePath(notice, context.other)) },
  ]);
  const part = (section: 'timeline' | 'corrections') => {
    const found = words?.sections[section]?.parts.get(event.anchor);
    return found === undefined ? late : proseBlock(found.body, site, page);
  };
  switch (event.kind) {
    case 'update':
      return [part('timeline'), ...factsOf(context, notice, event.entry).map(say)];
    case 'correction':
      return [part('corrections')];
    case 'apology':
      return notice.kind === 'incident' ? apologyBlocks(context, notice, late, say) : [];
    case 'closed':
      return [say(plain(t('news.closed_text')))];
    case 'moved':
      return [
        say(
          context.sentence('maintenance.moved_from', {
            window: context.range(event.former.from, event.former.until),
            at: context.on(event.former.at),
          }),
        ),
        say(windowOf(context, event.window)),
      ];
    case 'announced':
      return [
        words === undefined ? late : say(plain(words.summary)),
        ...(words === undefined ? [] : [proseBlock(words.intro, site, page)]),
        ...(notice.kind === 'maintenance' ? announcedFacts(context, notice).map(say) : []),
      ];
    default:
      return [
        say(plain(t(`news.${event.kind}`))),
        ...(notice.kind === 'maintenance' ? [say(windowOf(context, notice))] : []),
      ];
  }
}

const windowOf = (context: LocaleContext, { from, until }: Window): RichText =>
  context.sentence('news.fact', { term: context.t('fact.window'), text: context.range(from, until) });

/** Said on the day of the announcement, the window is the one that was announced then. */
function announcedFacts(context: LocaleContext, maintenance: Maintenance): readonly RichText[] {
  const { t } = context;
  const names = serviceNames(context, maintenance.services).join(', ');
  return [
    context.sentence('news.fact', {
      term: t('fact.services', { count: maintenance.services.length }),
      text: plain(names),
    }),
    windowOf(context, maintenance.moved[0] ?? maintenance),
  ];
}

/** The states of the services from this entry on, and what it promised. */
function factsOf(
  context: LocaleContext,
  notice: AnyNotice,
  entry: { readonly at: Incident['started'] },
): readonly RichText[] {
  if (notice.kind === 'maintenance') return [windowOf(context, notice)];
  const step = timelineStatesOf(notice).find((one) => one.entry === entry);
  if (step === undefined) return [];
  const { at, next, expected, ended, regions = [], was } = step.entry;
  const fact = (term: string, text: RichText) => context.sentence('news.fact', { term, text });
  const byState = new Map<State, string[]>();
  for (const [service, state] of step.states) byState.set(state, [...(byState.get(state) ?? []), service]);
  const states = [...byState].sort(([a], [b]) => rankOf(b) - rankOf(a));
  return [
    ...(step.reopens ? [plain(context.t('entry.reopened'))] : []),
    ...(was === undefined ? [] : [context.sentence('entry.was', { was: context.until(was, at.date) })]),
    ...states.map(([state, ids]) =>
      fact(stateWord(context, state), plain(serviceNames(context, ids).join(', '))),
    ),
    ...(regions.length === 0
      ? []
      : [
          fact(
            context.t('fact.regions', { count: regions.length }),
            plain(regionNames(context, regions).join(', ')),
          ),
        ]),
    ...(ended === undefined ? [] : [fact(context.t('fact.ended'), context.at(ended, 'label'))]),
    ...(next === undefined ? [] : [fact(context.t('fact.next'), context.at(next, 'label'))]),
    ...(expected === undefined
      ? []
      : [context.sentence('expected.pending', { at: context.until(expected, at.date) })]),
  ];
}

function apologyBlocks(
  context: LocaleContext,
  incident: Incident,
  late: Block,
  say: (text: RichText) => Block,
): readonly Block[] {
  const { site, locale } = context;
  const section = incident.words[locale]?.sections.apology;
  const page = apologyPath(incident, locale);
  return [
    ...(section === undefined ? [late] : [proseBlock(section.intro, site, page)]),
    ...[...(section?.parts.values() ?? [])].flatMap(({ heading, body }) => [
      headingBlock(heading),
      proseBlock(body, site, page),
    ]),
    say(apologySentence(context, incident)),
  ];
}
