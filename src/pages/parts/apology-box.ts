import type { Incident } from '../../model/incident.ts';
import { apologyPath } from '../../model/urls.ts';
import { post } from '../context/formatters.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { listed, type RichText } from '../context/rich-text.ts';
import { wordsOf } from './notice.ts';
import type { LinkedPart } from './section.ts';

/** An apology in short, which leads to its page. */
export interface ApologyBox {
  readonly heading: string;
  readonly text: RichText;
  readonly link: Anchor;
  readonly parts: readonly LinkedPart[];
}

export function apologyBox(context: LocaleContext, incident: Incident): ApologyBox | undefined {
  const { apology } = incident;
  if (apology === undefined) return undefined;
  const path = context.href(apologyPath(incident, context.locale));
  const section = wordsOf(context, incident)?.sections.apology;
  return {
    heading: context.t('section.apology'),
    text: apologySentence(context, incident),
    link: { href: path, text: context.t('apology.read') },
    parts: [...(section?.parts.values() ?? [])].map(({ id, heading }) => ({
      id,
      href: `${path}#${id}`,
      text: heading.text,
    })),
  };
}

/** Who apologised and when; of a reported apology, who reports it. */
export function apologySentence(context: LocaleContext, incident: Incident): RichText {
  const { apology } = incident;
  if (apology === undefined) return [];
  const { name, title } = apology.signer;
  const values = { name, title: post(context.text(title), context.locale), at: context.on(apology.at) };
  return context.sentence(apology.reported ? 'apology.reported_line' : 'apology.signed_line', values);
}

/** Which sources report it: those of the entries of its day, else all. */
export function reportedBy(context: LocaleContext, incident: Incident): RichText {
  const day = incident.apology?.at.date;
  const named = new Set(
    incident.timeline.filter(({ at }) => at.date === day).flatMap(({ sources }) => sources),
  );
  const sources = incident.sources.filter(({ id }) => named.size === 0 || named.has(id));
  return listed(
    sources.map((source) => [
      source.url === undefined
        ? { text: source.publisher }
        : { text: source.publisher, href: source.url, ...(source.lang ? { hreflang: source.lang } : {}) },
    ]),
    context.t('list.and'),
  );
}
