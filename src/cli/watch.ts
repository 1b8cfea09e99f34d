import { readFolder } from '../content/files.ts';
import { readPhrases } from '../content/phrases.ts';
import { typedTime } from '../content/schema/times.ts';
import { instantAt } from '../language/format/zones.ts';
import { say } from '../language/phrases/fill.ts';
import type { Phrase } from '../language/phrases/phrase.ts';
import { UserError } from '../language/user-error.ts';
import { type Incident, lastEntry, promiseOf } from '../model/incident.ts';
import type { Site } from '../model/site.ts';
import { noticePath } from '../model/urls.ts';
import { deadlineOf, type Instant, type Locale, type Moment, otherLocale, startOf } from '../model/values.ts';
import type { Said } from '../notify/message.ts';
import { assembled } from '../notify/messages.ts';
import { type Contexts, contextsOf } from '../pages/context/locale-context.ts';
import { titleOf } from '../pages/context/names.ts';
import { textOf } from '../pages/context/rich-text.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { channelsOf, contentOf, loadContent } from './context.ts';
import { alone, openLedger } from './ledger-file.ts';
import { chosen, ledgerPath } from './notify.ts';
import { counted, report } from './report.ts';
import { type Letter, tell } from './telling.ts';
import { type World, worldOf } from './world.ts';

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `15m`, `2h`, `1h30m`, in milliseconds. Refuses (2) anything else. */
function within({ given }: CommandContext): number {
  const written = given.within ?? '15m';
  if (!/^(?:\d{1,4}[smhd])+$/.test(written))
    throw new UserError(2, 'command.watch.within', { found: written });
  return [...written.matchAll(/(\d+)([smhd])/g)].reduce(
    (sum, [, count, unit = 'm']) => sum + Number(count) * (units[unit] ?? 0),
    0,
  );
}

/**
 * `watch --within 15m`: 1 where a promised update is due within that time or overdue, with the holding phrase ready to
 * say; with `--channel`, tells the team’s own channel, once for each promise.
 */
export async function watch(
  context: CommandContext,
  world: World = worldOf(context.system),
): Promise<number> {
  const { system, t, given } = context;
  const most = within(context);
  const { site, now, problems } = loadContent(context);
  if (site === undefined) {
    report(
      counted(
        problems.filter(({ severity }) => severity === 'error'),
        context,
      ),
      context,
      'text',
    );
    return 1;
  }
  const due = site.incidents.flatMap((incident) => {
    const promise = promiseOf(incident);
    return promise !== undefined && deadlineOf(promise) - now.epoch <= most ? [{ incident, promise }] : [];
  });
  if (due.length === 0) {
    system.out(`${t('command.watch.none')}\n`);
    return 0;
  }
  const holding = readPhrases(readFolder(contentOf(context))).value.all.find(
    ({ name }) => name === 'holding',
  );
  for (const { incident, promise } of due) {
    const next = nextOf(incident, promise, now, site.zone);
    const values = { id: incident.id, at: typedWall(promise, site.zone), content: contentOption(context) };
    system.out(`${t('command.watch.due', values)}\n`);
    if (holding === undefined) continue;
    system.out(
      `    npx meaculpa update ${incident.id} --say holding --next "${typedTime(next, site.zone)}"${contentOption(context)}\n`,
    );
    for (const locale of order(site))
      system.out(`    ${locale}  ${wordsOf(incident, holding, next, now, site)[locale]}\n`);
  }
  if (given.channel === undefined) return 1;
  const [channel] = chosen(channelsOf(context), given.channel);
  if (channel === undefined) return 1;
  const contexts = contextsOf(site, now);
  const letters = due.map(({ incident, promise }): Letter => {
    const next = nextOf(incident, promise, now, site.zone);
    const words = holding && wordsOf(incident, holding, next, now, site);
    const languages = channel.languages === 'both' ? order(site) : [channel.languages];
    const [first, ...rest] = languages.map((locale) =>
      dueIn(incident, promise, locale, words?.[locale], contexts),
    );
    if (first === undefined) throw new TypeError('a message has a language');
    const key = `${incident.id}/due/${lastEntry(incident).anchor}`;
    return {
      channel,
      message: assembled({ key, kind: 'due', severity: incident.impact }, [first, ...rest], { contexts }),
    };
  });
  await alone(ledgerPath(context), async () => {
    const file = openLedger(ledgerPath(context));
    const told = file.ledger.get(channel.name)?.messages;
    const fresh = letters.filter(({ message }) => {
      const fate = told?.get(message.key)?.fate;
      return fate === undefined || fate === 'failed';
    });
    await tell(fresh, file, world, context);
  });
  return 1;
}

const order = (site: Site): readonly Locale[] => [site.primary, otherLocale(site.primary)];

/** As long after as the promise was after its entry, and at least half an hour. */
function nextOf(incident: Incident, promise: Moment, now: Instant, zone: string): Instant {
  const rhythm = Math.max(30 * 60_000, startOf(promise) - startOf(lastEntry(incident).at));
  const from = Math.max(now.epoch, deadlineOf(promise));
  return instantAt(Math.ceil((from + Math.min(rhythm, 86_400_000)) / 300_000) * 300_000, zone);
}

const wordsOf = (incident: Incident, phrase: Phrase, next: Instant, now: Instant, site: Site) => {
  const names = incident.services.flatMap((id) => site.services.find((one) => one.id === id)?.name ?? []);
  const facts = {
    at: now,
    zone: site.zone,
    currency: site.currency,
    services: names,
    regions: [],
    amounts: [],
    next,
  };
  return { en: say(phrase, facts, 'en'), fr: say(phrase, facts, 'fr') };
};

const typedWall = (moment: Moment, zone: string): string =>
  moment.kind === 'instant' ? typedTime(moment, zone) : moment.date;

function dueIn(
  incident: Incident,
  promise: Moment,
  locale: Locale,
  words: string | undefined,
  contexts: Contexts,
): Said {
  const context = contexts[locale];
  const { t, site } = context;
  const subject = t('message.subject.due', { title: titleOf(context, incident) });
  const when = t('message.due', { when: textOf(context.when(promise, context.now.date)) });
  const text = `${subject}. ${when}`;
  return {
    locale,
    subject,
    words: [when, ...(words === undefined ? [] : [words])],
    facts: [],
    link: `${site.url}${noticePath(incident, locale)}`,
    more: t('message.more'),
    shorts: { sms: text, social: text, voice: text },
  };
}
