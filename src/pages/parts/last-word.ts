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
  readonly phase?: string;
  readonly href: string;
  readonly text?: string;
}

/** The newest entry, as it leads wherever the incident is named: its first sentences, and the link to all of it. */
export function lastWord(context: LocaleContext, incident: Incident): LastWord {
  const { text, ...word } = lastWordAt(context, incident, context.href(noticePath(incident, context.locale)));
  return { ...word, ...(text === undefined ? {} : { text: shortened(text, context.locale) }) };
}

/** The same on the incident's own page, uncut, and with its phase where that is news: as the entry below is called. */
export function lastWordHere(context: LocaleContext, incident: Incident): LastWord {
  const { phase, ...word } = lastWordAt(context, incident, '');
  const before = incident.timeline.at(-2);
  return before?.phase === lastEntry(incident).phase ? word : { ...word, ...(phase && { phase }) };
}

function lastWordAt(context: LocaleContext, incident: Incident, page: string): LastWord {
  const entry = lastEntry(incident);
  const text = lastWords(context, incident);
  return {
    term: context.t('fact.latest'),
    at: inRegions(context, incident, entry.at, brief(context, entry.at)),
    phase: context.t(`phase.${entry.phase}`),
    href: `${page}#${entry.anchor}`,
    ...(text === undefined ? {} : { text }),
  };
}

/** The first paragraph of the newest entry, as plain text; `undefined` while it is late. */
export function lastWords(context: LocaleContext, incident: Incident): string | undefined {
  const { anchor } = lastEntry(incident);
  return wordsOf(context, incident)?.sections.timeline?.parts.get(anchor)?.body.text.split('\n\n')[0];
}
