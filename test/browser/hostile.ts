import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readView } from '../../src/site/build/views.ts';
import { base, documentsOf } from '../content/hostile.ts';
import { filledWith, ofMarkdown, shapedWith } from '../content/naughty.ts';

/** One page of each kind that shows what a writer wrote. */
const paths = [
  '/',
  '/en/',
  '/fr/',
  '/en/incidents/email-down/',
  '/fr/incidents/panne-de-courriel/',
  '/en/incidents/email-down/apology/',
  '/fr/incidents/panne-de-courriel/faq/',
  '/en/services/',
  '/fr/services/courriel/',
  '/en/regions/nova-scotia/',
  '/fr/engagements/',
  '/en/credits/',
  '/fr/entretien/',
  '/en/faq/',
  '/fr/a-propos/',
];

type Kind = 'plain' | 'marked' | 'shaped';
type Documents = ReadonlyMap<string, string>;

/** What a browser makes of a page: each element and each of its attributes, and what can be read. */
interface Seen {
  readonly parts: readonly string[];
  readonly title: string;
  readonly text: string;
}

/** Attributes that Markdown may give: where a link leads, the language of a part, the anchor of a heading, a number. */
const attributesOfMarkdown = new Set(['href', 'lang', 'id', 'start', 'class', 'tabindex', 'role']);

const look = `[...document.querySelectorAll('iframe')].map(({ contentDocument: seen }) => {
  const parts = [];
  for (const one of seen.querySelectorAll('*')) {
    parts.push(one.localName);
    for (const { name } of one.attributes) parts.push(one.localName + ' ' + name);
  }
  return { parts, title: seen.querySelector('h1')?.innerText ?? '', text: seen.body.innerText };
})`;

const origin = 'http://site.test';
/** A page of frames, one for each page of a site: opened together, and out of sight, they take far less time. */
const frames = '/-frames/';

/** Opens sites with a string everywhere in a browser where no content policy stops anything. */
export async function openHostile(browser: Browser) {
  const context = await browser.newContext({ bypassCSP: true });
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-hostile-'));
  cpSync(base, folder, { recursive: true });
  const tab = await context.newPage();
  let documents: Documents = new Map();
  let amiss: string[] = [];
  tab.on('dialog', (dialog) => {
    amiss.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  tab.on('pageerror', (error) => amiss.push(`throws ${error.message}`));
  let shown: readonly string[] = [];
  await context.route('**/*', (route) => {
    const { pathname, origin: asked } = new URL(route.request().url());
    if (asked === origin && pathname === frames) {
      const body = shown.map((path) => `<iframe src="${path}"></iframe>`).join('');
      const style = 'iframe { position: fixed; left: -2000px; width: 600px; height: 400px }';
      const document = `<!doctype html><style>${style}</style>${body}`;
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: document });
    }
    const document = asked === origin ? documents.get(pathname) : undefined;
    if (document !== undefined && route.request().isNavigationRequest())
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: document });
    if (asked === origin && pathname === '/assets/times.js')
      return route.fulfill({ contentType: 'text/javascript', body: readView('scripts/times.js') });
    const own = asked === origin && /^\/(?:icon\.svg$|images\/|assets\/)/.test(pathname);
    if (!own) amiss.push(`asks for ${route.request().url()}`);
    return route.fulfill({ status: 204 });
  });
  const see = async (all: readonly string[]): Promise<ReadonlyMap<string, Seen>> => {
    shown = all;
    if (all.length === 0) return new Map();
    await tab.goto(origin + frames);
    const seen = await tab.evaluate<readonly Seen[]>(look);
    return new Map(all.flatMap((path, at) => (seen[at] === undefined ? [] : [[path, seen[at]] as const])));
  };
  const twins = new Map<Kind, ReadonlyMap<string, Seen>>();
  const words = filledWith('Plain words');
  for (const [kind, files] of [
    ['plain', words.plain],
    ['marked', words.marked],
    ['shaped', new Map()],
  ] as const) {
    documents = documentsOf(folder, files, paths);
    // Contact stands at the foot of every page alike.
    const wanted = kind === 'shaped' ? paths.slice(0, 2) : paths;
    twins.set(kind, await see(wanted.filter((path) => documents.has(path))));
  }

  /** What is wrong with one site; `opened` counts its pages. */
  const tryFiles = async (kind: Kind, files: ReadonlyMap<string, string>, string: string) => {
    documents = documentsOf(folder, files, paths);
    amiss = [];
    const all = twins.get(kind) ?? new Map<string, Seen>();
    const opened = await see([...all.keys()].filter((path) => documents.has(path)));
    for (const [path, seen] of opened) {
      const strange = added(seen.parts, all.get(path)?.parts ?? [], kind);
      for (const part of strange) amiss.push(`${path} <${part}>`);
      if (kind === 'plain' && /^\/(?:en|fr)\/incidents\/[^/]+\/$/.test(path) && !isLegible(seen, string))
        amiss.push(`${path} cannot be read: ${seen.title}`);
    }
    return { opened: opened.size, amiss };
  };

  return {
    pages: twins.get('plain')?.size ?? 0,
    /** What a browser does with a string that it must not, by the kind of field it stands in. */
    async outcome(string: string): Promise<{ readonly opened: number; readonly amiss: readonly string[] }> {
      const { plain, marked } = filledWith(string);
      const outcomes = [await tryFiles('plain', plain, string), await tryFiles('marked', marked, string)];
      for (const files of shapedWith(string)) outcomes.push(await tryFiles('shaped', files, string));
      return {
        opened: outcomes.reduce((sum, { opened }) => sum + opened, 0),
        amiss: outcomes.flatMap((one) => one.amiss),
      };
    },
    /** Opens a document of one's own instead of every page, to see that what is looked for can be seen. */
    async spoilt(document: (html: string) => string) {
      const whole = documentsOf(folder, words.plain, paths);
      documents = new Map([...whole].map(([path, html]) => [path, document(html)]));
      amiss = [];
      const [path, twin] = [...(twins.get('plain') ?? [])][1] ?? [];
      if (path === undefined || twin === undefined) throw new Error('no page');
      const seen = (await see([path])).get(path);
      const strange = added(seen?.parts ?? [], twin.parts, 'plain').map((part) => `<${part}>`);
      return [...amiss, ...strange];
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The elements and attributes that a page has more often than its neutral twin. */
function added(ours: readonly string[], theirs: readonly string[], kind: Kind): readonly string[] {
  const left = new Map<string, number>();
  for (const part of theirs) left.set(part, (left.get(part) ?? 0) + 1);
  return ours.filter((part) => {
    const count = left.get(part) ?? 0;
    left.set(part, count - 1);
    if (count > 0) return false;
    const [element = '', attribute] = part.split(' ');
    // Names whose letters run the other way are kept apart, deliberately: see `naughty.ts`.
    if (part === 'bdi') return false;
    if (kind !== 'marked' || !ofMarkdown.has(element)) return true;
    return attribute !== undefined && !attributesOfMarkdown.has(attribute);
  });
}

/** Letters and figures alone: typography may set the rest apart. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether what a string holds can be read in the title of its page. */
const isLegible = ({ title }: Seen, string: string): boolean =>
  letters(title).includes(letters([...string].slice(0, 280).join('')));
