import { type AnyNotice, beginning } from '../../model/site-index.ts';
import type { CivilDate, Locale } from '../../model/values.ts';
import { capital } from '../context/formatters.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { type Row, rowOf } from './notice.ts';

const names: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-CA', { month: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr-CA', { month: 'long', timeZone: 'UTC' }),
};

/** The month of a civil date as a heading: `August`, `Août`. */
export const monthWords = (date: CivilDate, locale: Locale): string =>
  capital(names[locale].format(new Date(`${date}T00:00Z`)));

export interface MonthView {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** The notices of a year under the month in which they begin, newest first, then those that come from the year before. */
export function monthsOf(
  context: LocaleContext,
  year: string,
  notices: readonly AnyNotice[],
): readonly MonthView[] {
  const months = new Map<string, Row[]>();
  for (const notice of notices) {
    const { date } = beginning(notice);
    const before = date.slice(0, 4);
    const month =
      before === year ? monthWords(date, context.locale) : context.t('history.from_year', { year: before });
    const rows = months.get(month) ?? [];
    if (rows.length === 0) months.set(month, rows);
    rows.push(rowOf(context, notice));
  }
  return [...months].map(([heading, rows]) => ({ heading, rows }));
}
