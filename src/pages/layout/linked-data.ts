import type { Article, Subject } from '../parts/subject.ts';

/** A node of schema.org's vocabulary, as search engines read it. */
export type Thing = ArticleThing | BreadcrumbThing | QuestionsThing;

interface ArticleThing {
  readonly '@type': Article['type'];
  readonly headline: string;
  readonly inLanguage: string;
  readonly datePublished: string;
  readonly dateModified: string;
  readonly image: string;
  readonly author: Organization | Person;
  readonly publisher: Organization;
}

interface Organization {
  readonly '@type': 'Organization';
  readonly name: string;
}

interface Person {
  readonly '@type': 'Person';
  readonly name: string;
  readonly jobTitle: string;
}

interface BreadcrumbThing {
  readonly '@type': 'BreadcrumbList';
  readonly itemListElement: readonly {
    readonly '@type': 'ListItem';
    readonly position: number;
    readonly name: string;
    /** Absolute; the page itself has none. */
    readonly item?: string;
  }[];
}

interface QuestionsThing {
  readonly '@type': 'FAQPage';
  readonly inLanguage: string;
  readonly mainEntity: readonly {
    readonly '@type': 'Question';
    readonly name: string;
    readonly acceptedAnswer: { readonly '@type': 'Answer'; readonly text: string };
  }[];
}

/** JSON-LD 1.1: the nodes of one page. */
export interface Graph {
  readonly '@context': 'https://schema.org';
  readonly '@graph': readonly Thing[];
}

interface PageAddress {
  /** `fr-CA` */
  readonly lang: string;
  readonly organization: string;
  /** Absolute. */
  readonly image: string;
  readonly name: string;
  /** Those before the page itself, absolute. */
  readonly crumbs: readonly { readonly href: string; readonly text: string }[];
}

/** What a page says of itself to search engines; `undefined` where it has nothing to say. */
export function graphOf(subject: Subject, page: PageAddress): Graph | undefined {
  const things: Thing[] = [];
  if (subject.article !== undefined) things.push(articleThing(subject.article, page));
  if (subject.questions !== undefined && subject.questions.length > 0) {
    things.push({
      '@type': 'FAQPage',
      inLanguage: page.lang,
      mainEntity: subject.questions.map(({ heading, body }) => ({
        '@type': 'Question',
        name: heading.text,
        acceptedAnswer: { '@type': 'Answer', text: body.text },
      })),
    });
  }
  // The address of an incident says where it stands, and every byte of its page counts.
  if (page.crumbs.length > 0 && subject.article?.type !== 'NewsArticle') things.push(breadcrumbThing(page));
  return things.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': things };
}

function articleThing({ type, published, modified, author }: Article, page: PageAddress): ArticleThing {
  const publisher: Organization = { '@type': 'Organization', name: page.organization };
  return {
    '@type': type,
    headline: page.name,
    inLanguage: page.lang,
    datePublished: published,
    dateModified: modified,
    image: page.image,
    author:
      author === undefined ? publisher : { '@type': 'Person', name: author.name, jobTitle: author.title },
    publisher,
  };
}

const breadcrumbThing = ({ crumbs, name }: PageAddress): BreadcrumbThing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [
    ...crumbs.map(({ href, text }, index) => ({
      '@type': 'ListItem' as const,
      position: index + 1,
      name: text,
      item: href,
    })),
    { '@type': 'ListItem', position: crumbs.length + 1, name },
  ],
});

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** A value as a data block holds it: JSON in which no text can close the block (HTML § 4.12.1.3). */
export const dataBlock = (value: object): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? '');
