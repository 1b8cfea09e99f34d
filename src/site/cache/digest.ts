import type { Linked } from '../../content/content.ts';
import type { Document } from '../../content/document/document.ts';
import type { Folder } from '../../content/files.ts';
import type { ReadNotice, Text } from '../../content/notice/read.ts';
import type { NoticeFront } from '../../content/schema/front-matter.ts';
import type { Path, YamlDocument } from '../../content/yaml/document.ts';
import type { Place } from '../../model/problem.ts';
import { type Locale, perLocale } from '../../model/values.ts';
import { type InEach, inEach } from '../../model/words.ts';

/** What the checks of the whole site ask of a notice: plain data, so that it can be kept. */
export interface Digest {
  readonly id: string;
  readonly said: Said<ReadNotice>;
  readonly entries: readonly string[];
  readonly facts: YamlDigest;
  readonly texts: InEach<TextDigest>;
  readonly paths: Readonly<Record<Locale, string>>;
  readonly anchors: Readonly<Record<Locale, ReadonlyMap<string, string> | undefined>>;
}

/** The facts of a notice of either kind. */
type Said<N extends ReadNotice> = N extends ReadNotice ? Pick<N, 'kind' | 'data'> : never;

const saidBy = (notice: ReadNotice): Said<ReadNotice> =>
  notice.kind === 'incident'
    ? { kind: notice.kind, data: notice.data }
    : { kind: notice.kind, data: notice.data };

interface YamlDigest extends Pick<YamlDocument, 'file' | 'comments'> {
  /** The places that were asked for, by their question. */
  readonly places: Map<string, Place>;
}

interface TextDigest
  extends Pick<Document<NoticeFront>, 'file' | 'locale' | 'front' | 'firstLine' | 'suppressions'> {
  readonly facts: YamlDigest;
}

export const digestOf = (notice: Linked<ReadNotice>): Digest => ({
  id: notice.id,
  said: saidBy(notice),
  entries: notice.anchors,
  facts: yamlDigest(notice.facts),
  texts: inEach((locale) => {
    const document = notice.texts[locale]?.document;
    if (document === undefined) return undefined;
    const { file, front, firstLine, suppressions } = document;
    const facts = yamlDigest(document.facts, placesOfAddresses(front));
    return { file, locale, front, firstLine, suppressions, facts };
  }),
  paths: perLocale(notice.target.path),
  anchors: perLocale(notice.target.anchors),
});

/** What is asked of every notice: where its addresses stand. */
const placesOfAddresses = ({ aliases = [] }: Partial<NoticeFront>): readonly Path[] => [
  ['slug'],
  ...aliases.map((_, index) => ['aliases', index]),
];

const yamlDigest = (document: YamlDocument, asked: readonly Path[] = []): YamlDigest => ({
  file: document.file,
  comments: document.comments,
  places: new Map(asked.map((path) => [questionOf('at', path), document.at(path)])),
});

const questionOf = (question: 'at' | 'atKey', path: Path): string => `${question} ${JSON.stringify(path)}`;

/**
 * A notice that answers what its digest knows, and reads itself by `whole` for anything else: no check can tell it from
 * the notice, and it holds none of its words.
 */
export function standIn(folder: Folder, digest: Digest, whole: () => Linked<ReadNotice>): Linked<ReadNotice> {
  const { id, said, entries } = digest;
  const textOf = (locale: Locale): Text => {
    const text = whole().texts[locale];
    if (text === undefined) throw new Error(`${folder.path}: no ${locale}.md`);
    return text;
  };
  return {
    ...said,
    id,
    folder,
    anchors: entries,
    facts: yamlStandIn(digest.facts, () => whole().facts),
    texts: inEach((locale) => {
      const text = digest.texts[locale];
      return text && textStandIn(text, () => textOf(locale));
    }),
    target: {
      kind: 'notice',
      id,
      folder: folder.path,
      path: (locale) => digest.paths[locale],
      anchors: (locale) => digest.anchors[locale],
    },
    get sound() {
      return whole().sound;
    },
  };
}

const textStandIn = ({ facts, ...known }: TextDigest, whole: () => Text): Text => ({
  document: {
    ...known,
    facts: yamlStandIn(facts, () => whole().document.facts),
    get sound() {
      return whole().document.sound;
    },
    get body() {
      return whole().document.body;
    },
    get lines() {
      return whole().document.lines;
    },
  },
  get sections() {
    return whole().sections;
  },
  get matched() {
    return whole().matched;
  },
});

function yamlStandIn({ file, comments, places }: YamlDigest, whole: () => YamlDocument): YamlDocument {
  const place = (question: 'at' | 'atKey') => (path: Path) => {
    const key = questionOf(question, path);
    const known = places.get(key) ?? whole()[question](path);
    places.set(key, known);
    return known;
  };
  return {
    file,
    comments,
    at: place('at'),
    atKey: place('atKey'),
    unread: (...path) => whole().unread(...path),
    get value() {
      return whole().value;
    },
    get empty() {
      return whole().empty;
    },
  };
}
