import type { ApologyRole } from '../../model/apology.ts';
import type { Incident } from '../../model/incident.ts';
import { apologyPath } from '../../model/urls.ts';
import { post } from '../context/formatters.ts';
import type { Anchor } from '../context/link.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { listed, type RichText } from '../context/rich-text.ts';
import { wordsOf } from './notice.ts';

/** An apology in its own words. */
export interface Excerpt {
  /** One paragraph; `undefined` while the words are late. */
  readonly words?: string;
  /** Whether the words are those of who apologises, and not of who reports it. */
  readonly quoted: boolean;
  readonly by: RichText;
}

/** An apology in short, which leads to its page. */
export interface ApologyBox extends Excerpt {
  readonly heading: string;
  readonly link: Anchor;
}

export function apologyBox(context: LocaleContext, incident: Incident): ApologyBox | undefined {
  if (incident.apology === undefined) return undefined;
  return {
    heading: context.t('section.apology'),
    ...excerptOf(context, incident, ['responsibility', 'regret']),
    link: { href: context.href(apologyPath(incident, context.locale)), text: context.t('apology.read') },
  };
}

/** The first paragraph under the first of these headings that is there, else the first of all. */
export function excerptOf(
  context: LocaleContext,
  incident: Incident,
  roles: readonly ApologyRole[],
): Excerpt {
  const section = wordsOf(context, incident)?.sections.apology;
  const [first] = section?.parts.values() ?? [];
  const body = roles.map((role) => section?.parts.get(role)).find((part) => part !== undefined)?.body;
  const prose = body ?? (section?.intro.text ? section.intro : first?.body);
  const isQuotation = prose?.html.startsWith('<blockquote') === true;
  const [paragraph = ''] = prose?.text.split('\n\n') ?? [];
  // It stands in a quotation: its own sign would be one too many.
  const words = isQuotation ? paragraph.replace(/^> ?/gm, '') : paragraph;
  return {
    ...(words === '' ? {} : { words }),
    quoted: incident.apology?.reported !== true || isQuotation,
    by: apologySentence(context, incident),
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
