import { type AnyNotice, beginning, concerned } from '../../model/site-index.ts';
import { cardPath } from '../../model/urls.ts';
import { type CivilDate, isoOf, type Moment, startOf } from '../../model/values.ts';
import type { Part } from '../../model/words.ts';
import type { LocaleContext } from '../context/locale-context.ts';
import { titleOf } from '../context/names.ts';
import { type RichText, textOf } from '../context/rich-text.ts';

/** What a page is about, for machines: search engines, those who share it, the site's own search. */
export interface Subject {
  /** Its name, without state or site. */
  readonly name?: string;
  /** The picture that stands for it. */
  readonly card?: string;
  /** The words that set it apart in a list: a state, « Excuses », "Questions". */
  readonly kind?: string;
  readonly day?: CivilDate;
  readonly date?: string;
  /** Ids. */
  readonly services?: readonly string[];
  readonly regions?: readonly string[];
  readonly article?: Article;
  readonly questions?: readonly Pick<Part, 'heading' | 'body'>[];
}

/** Written and changed at, as ISO 8601; a person who speaks in their own name. */
export interface Article {
  readonly type: 'NewsArticle' | 'Article';
  readonly published: string;
  readonly modified: string;
  readonly author?: { readonly name: string; readonly title: string };
}

/** A notice, or what belongs to it; `kind` says which in words. */
export function noticeSubject(
  context: LocaleContext,
  notice: AnyNotice,
  kind: string,
  date?: RichText,
): Subject {
  const { date: day } = beginning(notice);
  return {
    name: titleOf(context, notice),
    ...(context.siteIndex.withCard.has(notice.id) ? { card: cardPath(context.locale, notice.id) } : {}),
    kind,
    day,
    date: textOf(date ?? context.date(day)),
    services: concerned(notice),
    regions: notice.regions,
  };
}

/** From the first of these moments to the last. */
export function articleOf(type: Article['type'], moments: readonly [Moment, ...Moment[]]): Article {
  const [first] = moments;
  const last = moments.reduce((latest, one) => (startOf(one) > startOf(latest) ? one : latest));
  return { type, published: isoOf(first), modified: isoOf(last) };
}
