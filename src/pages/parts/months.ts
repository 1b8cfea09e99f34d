import { type AnyNotice, beginning } from '../../model/site-index.ts';
import type { CivilDate, Locale } from '../../model/values.ts';
import { capital } from '../context/formatters.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { type Row, rowOf } from './notice.ts';
import { noticeWhen } from './when.ts';

const names: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-CA', { month: 'long', timeZone: 'UTC' }),
  fr: new Intl.DateTimeFormat('fr-CA', { month: 'long', timeZone: 'UTC' }),
};

/** The month of a civil date as a heading: `August`, `Août`. */
const monthWords = (date: CivilDate, locale: Locale): string =>
  capital(names[locale].format(new Date(`${date}T00:00Z`)));

interface MonthView {
  readonly heading: string;
  readonly rows: readonly Row[];
}

/** Notices under the month in which they begin; they come newest first. */
export function monthsOf(context: LocaleContext, notices: readonly AnyNotice[]): readonly MonthView[] {
  const months = new Map<string, Row[]>();
  for (const notice of notices) {
    const month = monthWords(beginning(notice).date, context.locale);
    const rows = months.get(month) ?? [];
    if (rows.length === 0) months.set(month, rows);
    rows.push(rowOf(context, notice, noticeWhen(context, notice)));
  }
  return [...months].map(([heading, rows]) => ({ heading, rows }));
}
