import type { CivilDate, Locale } from '../../model/values.ts';

const names: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-CA', { month: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr-CA', { month: 'long', timeZone: 'UTC' }),
};

/** The month of a civil date as a heading: `August`, `Août`. */
export function monthWords(date: CivilDate, locale: Locale): string {
  const name = names[locale].format(new Date(`${date}T00:00Z`));
  return name.charAt(0).toUpperCase() + name.slice(1);
}
