import { type Incident, lastEntry } from '../../model/incident.ts';
import { noticePath } from '../../model/urls.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import type { RichText } from '../context/rich-text.ts';
import { brief, inRegions } from './fact-list.ts';
import { wordsOf } from './notice.ts';
import { shortened } from './shorten.ts';

/** What was said last of an incident: when, in which phase, and how it begins. */
export interface LastWord {
  readonly term: string;
  readonly at: RichText;
  readonly phase: string;
  readonly href: string;
  readonly text?: string;
}

/** The newest entry, as it leads on the incident's page (`page` is empty) and wherever the incident is named; at most so many characters of it. */
export function lastWord(
  context: LocaleContext,
  incident: Incident,
  most: number,
  page = pageOf(context, incident),
): LastWord {
  const entry = lastEntry(incident);
  const text = lastWords(context, incident);
  return {
    term: context.t('fact.latest'),
    at: inRegions(context, incident, entry.at, brief(context, entry.at)),
    phase: context.t(`phase.${entry.phase}`),
    href: `${page}#${entry.anchor}`,
    ...(text === undefined ? {} : { text: shortened(text, most) }),
  };
}

/** The first paragraph of the newest entry, as plain text; `undefined` while it is late. */
export function lastWords(context: LocaleContext, incident: Incident): string | undefined {
  const { anchor } = lastEntry(incident);
  return wordsOf(context, incident)?.sections.timeline?.parts.get(anchor)?.body.text.split('\n\n')[0];
}

const pageOf = (context: LocaleContext, incident: Incident): string =>
  context.href(noticePath(incident, context.locale));
