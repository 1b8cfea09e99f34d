import { readdirSync, readFileSync } from 'node:fs';
import { compareText, type Problem, problem } from '../model/problem.ts';
import type { Asset } from '../model/site.ts';
import { type Folder, placeIn, type Read } from './files.ts';
import { readDrawing } from './links/svg.ts';

/** Files that run where they are opened, whatever is in them. */
const running = /\.(?:[cm]?js|mjs|wasm|swf|xht(?:ml)?|mht(?:ml)?|hta|xslt?|php|cgi|htc)$/i;
/** Files that may hold markup: a file for a search engine has none. */
const marked = /\.(?:html?|xml|svg|rss|atom)$/i;
/** What systems leave behind by themselves. */
const dropping = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/**
 * The files of `static/`, which are published as they are, folders with a dot too. None of them may run in
 * a reader's browser; links are not followed.
 */
export function readStatic(content: Folder): Read<readonly Asset[]> {
  const root = `${content.path}/static`;
  const names = content.folders.some(({ path }) => path === root) ? below(root, '') : [];
  const read = names.map((name) => ({ name, file: `${root}/${name}` }));
  const problems = read.flatMap(({ name, file }): readonly Problem[] => {
    const found = running.test(name) ? name : marked.test(name) ? markupIn(file) : undefined;
    return found === undefined ? [] : [problem('static/active', placeIn(file), { found })];
  });
  return {
    value: read.map(({ name, file }) => ({ path: pathOf(name), file, isRewritten: false })),
    problems,
  };
}

function below(folder: string, prefix: string): readonly string[] {
  return readdirSync(`${folder}/${prefix}`, { withFileTypes: true })
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      const name = `${prefix}${entry.name}`;
      if (entry.isDirectory()) return entry.name === '.git' ? [] : below(folder, `${name}/`);
      return entry.isFile() && !dropping.test(name) ? [name] : [];
    });
}

/** Styles, entities, scripts and pages within a file that is XML. */
const activeXml =
  /<\?xml-stylesheet|<!(?:DOCTYPE[^>]*\[|ENTITY)|<(?:[\w-]+:)?script\b|<[^>]*\bxmlns[^>]*xhtml[^>]*/i;

/** What is active in a text that a browser takes for markup. */
function markupIn(file: string): string | undefined {
  const bytes = readFileSync(file);
  if (/\.svg$/i.test(file)) {
    const drawing = readDrawing(bytes);
    return 'active' in drawing ? drawing.active : undefined;
  }
  const active = /\.html?$/i.test(file) ? /<[a-z!/?][^\s>]*/i : activeXml;
  return active.exec(bytes.toString('utf8'))?.[0].slice(0, 40);
}

/** `/.well-known/security.txt`, as an address. */
const pathOf = (name: string): string => `/${name.split('/').map(encodeURIComponent).join('/')}`;
