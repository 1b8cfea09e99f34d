import type { StarterAnswers } from '../edit/starter.ts';
import { isZone, zoneNames } from '../language/format/zones.ts';
import { suggest } from '../language/suggest.ts';
import { translator } from '../language/translate.ts';
import { UserError } from '../language/user-error.ts';
import { slugOf } from '../model/urls.ts';
import { type Locale, type LocalText, locales } from '../model/values.ts';
import type { CommandContext } from './command.ts';
import { userErrorText } from './user-error-text.ts';
import { answer } from './workspace.ts';

type SiteAnswers = Pick<StarterAnswers, 'primary' | 'zone' | 'name' | 'organization' | 'services'>;
type Service = SiteAnswers['services'][number];

/** Where most of those live who read both languages. */
const usualZone = 'America/Toronto';

/** What the site is to be: what was typed, else what is answered on a terminal, else the example's. Refuses (2). */
export async function siteAnswers(context: CommandContext): Promise<SiteAnswers> {
  const { given, locale, system, t } = context;
  const example = (key: 'name' | 'organization'): LocalText => ({
    en: translator('en')(`starter.${key}`),
    fr: translator('fr')(`starter.${key}`),
  });
  const name = await namesOf(context, 'name', example('name'));
  const organization = await namesOf(context, 'organization', example('organization'));
  const zone = await asked(context, given.zone, system.zone ?? usualZone, zoneOf, (suggestion) =>
    t('command.init.ask.zone', { suggestion }),
  );
  const primary = await asked(context, given.primary, locale, primaryOf, (suggestion) =>
    t('command.init.ask.primary', { suggestion }),
  );
  const services = await servicesOf(context);
  return { name, organization, zone, primary, services };
}

/** One answer: as typed after an option, else on the terminal, again until it can be read, else the suggestion. */
async function asked<T>(
  context: CommandContext,
  typed: string | undefined,
  suggestion: string,
  read: (found: string) => T,
  question: (suggestion: string) => string,
): Promise<T> {
  if (typed !== undefined) return read(typed);
  for (;;) {
    const found = context.given.yes ? '' : await answer(context, question(suggestion));
    try {
      return read(found === '' ? suggestion : found);
    } catch (error) {
      if (!(error instanceof UserError) || found === '') throw error;
      context.system.err(`${userErrorText(error, context.locale)}\n`);
    }
  }
}

async function namesOf(
  context: CommandContext,
  key: 'name' | 'organization',
  example: LocalText,
): Promise<LocalText> {
  const { given, t } = context;
  const typed = { en: given[`${key}-en`], fr: given[`${key}-fr`] };
  // In one language alone, the other would be the example's.
  if (given.yes && (typed.en === undefined) !== (typed.fr === undefined)) {
    throw new UserError(2, 'command.init.one_language', {
      option: `--${key}-${typed.en === undefined ? 'en' : 'fr'}`,
    });
  }
  const one = (locale: Locale) =>
    asked(context, typed[locale], example[locale], oneLine, (suggestion) =>
      t(`command.init.ask.${key}_${locale}`, { suggestion }),
    );
  return { en: await one('en'), fr: await one('fr') };
}

const oneLine = (found: string): string => found.replace(/\s+/g, ' ').trim();

function zoneOf(found: string): string {
  if (isZone(found)) return found;
  const city = found.toLowerCase().replaceAll(' ', '_');
  const meant =
    zoneNames().find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? suggest(found, zoneNames());
  throw meant === undefined
    ? new UserError(2, 'command.init.zone', { found })
    : new UserError(2, 'command.init.zone_nearest', { found, meant });
}

function primaryOf(found: string): Locale {
  const locale = locales.find((one) => one === found.toLowerCase());
  if (locale === undefined) throw new UserError(2, 'command.init.primary', { found });
  return locale;
}

/** `Email=Courriel` is a service called so in English and so in French; its id is made of the English name. */
function serviceOf(found: string): Service {
  const [en = '', fr = '', ...rest] = found.split('=').map(oneLine);
  const id = slugOf(en);
  if (id === '' || fr === '' || rest.length > 0) throw new UserError(2, 'command.init.service', { found });
  return [id, { en, fr }];
}

async function servicesOf(context: CommandContext): Promise<readonly Service[]> {
  const { given, t } = context;
  const services: Service[] = (given.service ?? []).map(serviceOf);
  const example = translator('en')('starter.service');
  while (given.service === undefined && !given.yes) {
    const isFirst = services.length === 0;
    const next = await asked(
      context,
      undefined,
      isFirst ? example : '',
      (found) => (found === '' ? undefined : serviceOf(found)),
      (suggestion) =>
        isFirst ? t('command.init.ask.service', { suggestion }) : t('command.init.ask.another'),
    );
    if (next === undefined) break;
    services.push(next);
  }
  if (services.length === 0) services.push(serviceOf(example));
  const twice = services.find(([id], index) => services.findIndex(([other]) => other === id) < index);
  if (twice !== undefined) throw new UserError(2, 'command.init.service_twice', { found: twice[1].en });
  return services;
}
