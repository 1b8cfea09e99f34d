import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, stringify, type YAMLMap } from 'yaml';
import { applied, indentAt, linesAt, nextLine } from '../edit/text-edit.ts';
import type { CivilDate, Locale, LocalText } from '../model/values.ts';

export interface NewService {
  readonly id: string;
  readonly name: LocalText;
  readonly slug?: LocalText;
  readonly group?: string;
  readonly description?: LocalText;
  readonly retired?: CivilDate;
}

/** What a `site.yml` is to hold after an import, beside what it holds. */
export interface Wanted {
  readonly services: readonly NewService[];
  readonly groups: readonly { readonly id: string; readonly name: LocalText }[];
  readonly mayBeLate?: 'any';
}

/** What a new `site.yml` says of the site. */
interface Identity {
  readonly url: string;
  readonly zone: string;
  readonly primary: Locale;
  readonly name: LocalText;
}

/** A `site.yml` where there is none. */
export function newSiteFile(
  { url, zone, primary, name }: Identity,
  { services, groups, mayBeLate }: Wanted,
): string {
  return yaml({
    url,
    zone,
    primary,
    ...(mayBeLate === undefined ? {} : { may_be_late: mayBeLate }),
    name,
    organization: name,
    ...(groups.length === 0 ? {} : { groups: byId(groups) }),
    services: byId(services),
  });
}

/** The same file with what is missing; what is there keeps its comments and its layout. */
export function mergedSiteFile(text: string, { services, groups, mayBeLate }: Wanted): string {
  let merged = text;
  if (mayBeLate !== undefined) merged = withScalar(merged, 'may_be_late', mayBeLate);
  if (groups.length > 0) merged = withEntries(merged, 'groups', byId(groups));
  return services.length > 0 ? withEntries(merged, 'services', byId(services)) : merged;
}

const byId = (all: readonly { readonly id: string }[]): object =>
  Object.fromEntries(all.map(({ id, ...rest }) => [id, rest]));

const yaml = (value: object): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

function withScalar(text: string, key: string, value: string): string {
  const found = parseDocument(text).get(key, true);
  if (isScalar(found) && found.range != null && found.value !== null) {
    const [start, end] = found.range;
    return text.slice(0, start) + value + text.slice(end);
  }
  return isScalar(found) ? otherwise(text, [key], value) : atEnd(text, [`${key}: ${value}`]);
}

/** Adds keys to a mapping of the first level, after those that are there. */
function withEntries(text: string, key: string, added: object): string {
  const document = parseDocument(text);
  const found = document.get(key, true);
  if (found === undefined)
    return atEnd(
      text,
      stringify({ [key]: added }, { lineWidth: 0, aliasDuplicateObjects: false })
        .trimEnd()
        .split('\n'),
    );
  const [first] = isMap(found) ? found.items : [];
  const start = rangeOf(first?.key)?.[0];
  const end = isMap(found) ? lastOffset(found) : undefined;
  if (!isMap(found) || found.flow === true || start === undefined || end === undefined) {
    return Object.entries(added).reduce((merged, [id, value]) => otherwise(merged, [key, id], value), text);
  }
  const indent = indentAt(text, start);
  const lines = stringify(added, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd().split('\n');
  return applied(text, [
    linesAt(
      text,
      nextLine(text, end),
      lines.map((line) => indent + line),
    ),
  ]).text;
}

const rangeOf = (node: unknown): Node['range'] | undefined =>
  isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;

/** Where the last thing in a mapping ends. */
function lastOffset(map: YAMLMap): number | undefined {
  const last = map.items.at(-1);
  const value = isPair(last) ? (last.value ?? last.key) : undefined;
  if (isMap(value) && value.flow !== true && value.items.length > 0) return lastOffset(value);
  if (isSeq(value) && value.flow !== true) {
    const item = value.items.at(-1);
    return isMap(item) && item.flow !== true ? lastOffset(item) : rangeOf(item)?.[1];
  }
  return rangeOf(value)?.[1];
}

const atEnd = (text: string, lines: readonly string[]): string =>
  applied(text, [linesAt(text, text.length, lines)]).text;

/** Where a mapping is written so that nothing can be put in between: comments stay, the layout may change. */
function otherwise(text: string, path: readonly string[], value: unknown): string {
  const document = parseDocument(text);
  document.setIn(path, document.createNode(value));
  return document.toString({ lineWidth: 0 });
}
