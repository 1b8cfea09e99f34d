import { translator } from '../language/translate.ts';
import { concerned } from '../model/site-index.ts';
import { apologyPath, noticePath } from '../model/urls.ts';
import { type Locale, type LocalText, otherLocale } from '../model/values.ts';
import type { InEach } from '../model/words.ts';
import type { Contexts, LocaleContext } from '../pages/context/locale-context.ts';
import { regionNames, serviceNames, titleOf } from '../pages/context/names.ts';
import { textOf } from '../pages/context/rich-text.ts';
import { stateWord } from '../pages/parts/badge.ts';
import type { Change } from './changes.ts';
import { mailHtml, mailText } from './mail-body.ts';
import type { Message, Said, Signature } from './message.ts';

/** What a message is made from beside its change. */
interface Source {
  readonly contexts: Contexts;
  /** Where the site stands, without a final slash. */
  readonly url: string;
  /** What a channel carried of what is now corrected. */
  readonly carried?: InEach<string> | undefined;
}

/** The message of a change in these languages: both with the primary one first, or one. */
export function messageOf(change: Change, languages: 'both' | Locale, source: Source): Message {
  const { site } = source.contexts.en;
  const order = languages === 'both' ? [site.primary, otherLocale(site.primary)] : [languages];
  const [first, ...rest] = order.map((locale) => saidOf(change, locale, source));
  if (first === undefined) throw new TypeError('a message has a language');
  return assembled(change, [first, ...rest], source);
}

/** The message of texts that are ready, with subject and mail made of them. */
export function assembled(
  {
    key,
    kind,
    at,
    severity,
  }: Pick<Message, 'key' | 'kind' | 'severity'> & { readonly at?: number | undefined },
  said: Message['said'],
  { contexts }: Pick<Source, 'contexts'>,
): Message {
  const sender = signatureOf(contexts);
  const subject = said.map((one) => one.subject).join(' / ');
  const { now } = contexts.en;
  const body = { said, sender };
  return {
    key,
    kind,
    at: at ?? now.epoch,
    severity,
    said,
    subject,
    text: mailText(body),
    html: mailHtml(subject, body),
    sender,
  };
}

function signatureOf(contexts: Contexts): Signature {
  const { site } = contexts.en;
  const lines = (locale: Locale): string => {
    const { phone, email, url } = site.contact;
    const parts = [site.organization[locale], site.sender?.address[locale], phone, email, url?.[locale]];
    const stop = site.sender?.unsubscribe[locale];
    const t = translator(locale);
    return [
      parts.filter((part) => part !== undefined).join(', '),
      ...(stop === undefined ? [] : [t('message.unsubscribe', { url: stop })]),
    ].join('\n');
  };
  const name = site.primary === 'fr' ? both(site.organization, 'fr') : both(site.organization, 'en');
  return { name, lines: { en: lines('en'), fr: lines('fr') }, unsubscribe: site.sender?.unsubscribe };
}

const both = (name: LocalText, first: Locale): string =>
  name.en === name.fr ? name.en : `${name[first]} / ${name[otherLocale(first)]}`;

function saidOf(change: Change, locale: Locale, source: Source): Said {
  const context = source.contexts[locale];
  const { t, text } = context;
  const { notice, kind, step } = change;
  const title = titleOf(context, notice);
  const phase = step === undefined ? '' : lower(t(`phase.${step.entry.phase}`), locale);
  const subject = t(`message.subject.${kind}`, { title, phase });
  const facts = factsOf(change, context);
  const words = wordsOf(change, locale, source);
  const link = linkOf(change, locale, source);
  const written = part(change, locale)?.shorts ?? {};
  const short = [ended(subject), ...facts.map(ended)].join(' ');
  const name = text(context.site.organization);
  return {
    locale,
    subject,
    words,
    facts,
    link,
    more: t('message.more'),
    shorts: {
      sms: written.sms ?? `${t('message.from', { name, text: short })}`,
      social: written.social ?? short,
      voice: written.voice ?? `${ended(name)} ${short}`,
    },
  };
}

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** In mid-sentence. */
const lower = (text: string, _locale: Locale): string => text.charAt(0).toLowerCase() + text.slice(1);

const part = ({ notice, anchor, kind }: Change, locale: Locale) => {
  const name =
    kind === 'correction' ? 'corrections' : kind === 'credit' || kind === 'ending' ? 'credits' : 'timeline';
  return notice.words[locale]?.sections[name]?.parts.get(anchor ?? '');
};

/** What was written of the change in this language; never the other’s. */
function wordsOf(change: Change, locale: Locale, { contexts, carried }: Source): readonly string[] {
  const { t } = contexts[locale];
  const { notice, kind } = change;
  const words = notice.words[locale];
  if (words === undefined) return [t('late.text')];
  const own = part(change, locale)?.body.text;
  const paragraphs =
    own
      ?.split('\n\n')
      .map((one) => one.trim())
      .filter((one) => one !== '') ?? [];
  if (kind === 'correction') {
    const before = carried?.[locale];
    const now = correctedText(change, locale);
    return [
      ...paragraphs,
      ...(before === undefined || before === now ? [] : [t('message.correction.before', { text: before })]),
      ...(now === undefined || before === now ? [] : [t('message.correction.now', { text: now })]),
    ];
  }
  const summarized = ['opened', 'apology', 'announced', 'moved', 'cancelled', 'reminder', 'begun', 'done'];
  const summary = summarized.includes(kind) ? [words.summary] : [];
  const isEntry = change.step !== undefined;
  return [...summary, ...(isEntry && paragraphs.length === 0 ? [t('late.text')] : paragraphs)];
}

/** What a correction has put right, as it is now. */
function correctedText({ correction, notice }: Change, locale: Locale): string | undefined {
  const words = notice.words[locale];
  if (correction === undefined || words === undefined) return undefined;
  if (correction.to.kind === 'summary') return words.summary;
  return correction.to.kind === 'entry'
    ? words.sections.timeline?.parts.get(correction.to.anchor)?.body.text
    : undefined;
}

function factsOf(change: Change, context: LocaleContext): readonly string[] {
  const { t, site, now } = context;
  const { step, notice, kind } = change;
  if (notice.kind === 'maintenance' && kind !== 'correction') {
    const services = context.list(serviceNames(context, concerned(notice)));
    const window = textOf(context.range(notice.from, notice.until));
    return [t('message.services', { services }), t('message.window', { window })];
  }
  if (notice.kind === 'incident' && (kind === 'credit' || kind === 'ending')) {
    const credit = notice.credits.find(({ id }) => id === change.anchor);
    if (credit === undefined) return [];
    const amounts = context.list(credit.amounts.map(context.money));
    const who = t('message.credit.who', { who: context.text(credit.for) });
    const amount = credit.amounts.length === 0 ? [] : [t('message.credit.amount', { amount: amounts })];
    const until =
      credit.claimBy === undefined
        ? []
        : [t('message.credit.until', { date: textOf(context.date(credit.claimBy)) })];
    return [who, ...amount, ...until];
  }
  if (step === undefined) return [];
  const states = [...step.states].map(([service, state]) =>
    t('message.state', {
      service: serviceNames(context, [service])[0] ?? service,
      state: lower(stateWord(context, state), context.locale),
    }),
  );
  const { next, at } = step.entry;
  const where = regionNames(context, step.regions);
  const beside = next !== undefined && next.date === at.date && now.date === at.date ? at.date : '';
  return [
    ...states,
    ...(where.length === 0 || step.entry.phase === 'resolved'
      ? []
      : [t('message.regions', { regions: context.list(where) })]),
    ...(next === undefined ? [] : [t('message.next', { when: textOf(context.when(next, beside)) })]),
    ...(site.notice === undefined ? [] : [context.text(site.notice)]),
  ];
}

function linkOf({ notice, anchor, kind }: Change, locale: Locale, { url }: Source): string {
  if (kind === 'apology' && notice.kind === 'incident') return `${url}${apologyPath(notice, locale)}`;
  const at = anchor === undefined ? '' : `#${anchor}`;
  return `${url}${noticePath(notice, locale)}${at}`;
}
