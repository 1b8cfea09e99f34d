import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { locales } from '../../../src/model/values.ts';
import { generate } from '../../../src/site/build/generate.ts';
import type { Memory } from '../../../src/site/cache/notices.ts';
import { type Loaded, load } from '../../../src/site/load.ts';
import { filesOf } from '../../cli/command.ts';

/** What a writer, a clock or a broken disk may do between two runs. `at` and `by` choose what it is done to. */
export const kinds = [
  'words',
  'comment',
  'facts',
  'link',
  'slug',
  'begin anew',
  'static file',
  'may be late',
  'remove text',
  'remove notice',
  'copy notice',
  'rename notice',
  'settings',
  'glossary',
  'agreed',
  'clock',
  'undo',
  'flip a byte of the cache',
  'cut the cache',
  'swap entries of the cache',
  'remove from the cache',
] as const;
export interface Edit {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
  readonly by: number;
}

/** All that a run tells, as far as it can be compared. */
export const told = ({ fileOf: _fileOf, sources, ...rest }: Loaded) => ({
  ...rest,
  settings: sources.settings,
  host: sources.host,
  texts: [...(rest.site?.incidents ?? []), ...(rest.site?.maintenance ?? [])].flatMap(({ id }) =>
    locales.map((locale) => sources.text(id, locale)),
  ),
});

export const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat(),
  by: fc.nat(1_000_000),
});

/** A content folder under change, with its clock and its cache. */
export class Desk {
  readonly root: string;
  readonly content: string;
  readonly cache: string;
  readonly base: string;
  now: number;
  private builds = 0;

  constructor(root: string, base: string, now: number) {
    this.root = root;
    this.content = join(root, 'content');
    this.cache = join(root, 'cache');
    this.base = base;
    this.now = now;
    cpSync(base, this.content, { recursive: true });
  }

  /** What is found by the cache, and without. */
  loaded(memory?: Memory): { readonly warm: Loaded; readonly cold: Loaded } {
    const clock = () => this.now;
    const warm = load(this.content, clock, { folder: this.cache, isKeptUp: true, ...(memory && { memory }) });
    return { warm, cold: load(this.content, clock) };
  }

  /** The files of the site by the cache, and without; none where the content has errors. */
  async built({ warm, cold }: ReturnType<Desk['loaded']>) {
    const files = async ({ site, now }: Loaded, cache: { readonly cache?: string }) => {
      if (site === undefined) return undefined;
      this.builds += 1;
      const folder = join(this.root, `site-${this.builds}`);
      mkdirSync(folder);
      await generate({ site, now, ...cache }, folder);
      const found = filesOf(folder);
      rmSync(folder, { recursive: true });
      return found;
    };
    return { warm: await files(warm, { cache: this.cache }), cold: await files(cold, {}) };
  }

  apply({ kind, at, by }: Edit): void {
    if (kind === 'clock') this.now += ((by % 4_000) - 2_000) * 3_600_000;
    else if (kind === 'undo') {
      rmSync(this.content, { recursive: true });
      cpSync(this.base, this.content, { recursive: true });
    } else if (isDamage(kind)) damage(this.cache, kind, at, by);
    else change(this.content, kind, at, by);
  }
}

const damages = [
  'flip a byte of the cache',
  'cut the cache',
  'swap entries of the cache',
  'remove from the cache',
] as const;
type Damage = (typeof damages)[number];
const isDamage = (kind: Edit['kind']): kind is Damage => damages.some((one) => one === kind);

/** Texts, by what they were: `undefined` where there is none. */
type Change = (text: string, by: number) => string;

const ofTexts = {
  words: (text, by) => `${text}\nOne more sentence, ${by}.\n`,
  slug: (text, by) => text.replace(/^title:/m, `slug: s-${by}\ntitle:`),
  'begin anew': (text) =>
    text.replace(/^summary:.*$/m, 'summary:').replace(/(?<=\n---\n)[\s\S]*/, '\n## Timeline\n'),
} as const satisfies Readonly<Record<string, Change>>;

const ofFacts = {
  comment: (text, by) => `# ${by}\n${text}`,
  facts: (text, by) => text.replace(/impact: \w+/, by % 2 === 0 ? 'impact: minor' : 'impact: critical'),
} as const satisfies Readonly<Record<string, Change>>;

const ofFolders = {
  'remove notice': (folder) => rmSync(folder, { recursive: true }),
  'copy notice': (folder, by) => cpSync(folder, `${folder}-${by}`, { recursive: true }),
  'rename notice': (folder, by) => renameSync(folder, `${folder}-${by}`),
} as const satisfies Readonly<Record<string, (folder: string, by: number) => void>>;

function change(
  content: string,
  kind: Exclude<Edit['kind'], Damage | 'clock' | 'undo'>,
  at: number,
  by: number,
): void {
  const text = one(below(content, '.md'), at);
  const facts = one(
    below(content, '.yml').filter((file) => /\/(?:incident|maintenance)\.yml$/.test(file)),
    at,
  );
  const other = facts?.split('/').at(-2) ?? 'nothing';
  const rewrite = (file: string | undefined, make: Change) => {
    if (file !== undefined) writeFileSync(file, make(readFileSync(file, 'utf8'), by));
  };
  if (kind === 'words' || kind === 'slug' || kind === 'begin anew') rewrite(text, ofTexts[kind]);
  else if (kind === 'comment' || kind === 'facts') rewrite(facts, ofFacts[kind]);
  else if (kind === 'link') {
    const anchor = by % 3 === 0 ? '#nowhere' : '';
    rewrite(text, (before) => `${before}\nSee [this](../${other}/${anchor}).\n`);
  } else if (kind === 'remove text') {
    if (text !== undefined) rmSync(text);
  } else if (kind === 'settings') {
    rewrite(join(content, 'site.yml'), (before) =>
      by % 2 === 0
        ? before.replace(/zone: \S+/, 'zone: America/Vancouver')
        : before.replace(/organization: .*/, `organization: { en: "E ${by}", fr: "F ${by}" }`),
    );
  } else if (kind === 'may be late') {
    rewrite(join(content, 'site.yml'), (before) =>
      before.includes('may_be_late') ? before : `${before}\nmay_be_late: any\n`,
    );
  } else if (kind === 'static file') {
    mkdirSync(join(content, 'static'), { recursive: true });
    writeFileSync(join(content, 'static', `${by % 3}.txt`), `${by}`);
  } else if (kind === 'glossary') {
    const terms = `terms:\n  - { lang: en, avoid: customers, use: people${by} }\n`;
    writeFileSync(join(content, 'glossary.yml'), terms);
  } else if (kind === 'agreed') {
    const pair = `${facts?.split('/').at(-2) ?? 'x'}:\n  summary: { en: "${by}", fr: "${by}" }\n`;
    writeFileSync(join(content, 'agreed.yml'), pair);
  } else if (facts !== undefined) ofFolders[kind](dirname(facts), by);
}

function damage(cache: string, kind: Damage, at: number, by: number): void {
  const file = existsSync(cache) ? one(below(cache, ''), at) : undefined;
  if (file === undefined) return;
  const bytes = readFileSync(file);
  if (kind === 'remove from the cache') rmSync(file);
  else if (kind === 'cut the cache') writeFileSync(file, bytes.subarray(0, by % (bytes.length + 1)));
  else if (kind === 'swap entries of the cache' && file.endsWith('.json')) {
    // As if what was kept under one key stood under another, with its hash.
    const index = JSON.parse(bytes.toString());
    const keys = index.places.map(([key]: [string]) => key);
    const places = index.places.map((place: unknown[], n: number) => [
      keys[(n + 1) % keys.length],
      ...place.slice(1),
    ]);
    writeFileSync(file, JSON.stringify({ ...index, places }));
  } else if (bytes.length > 0) {
    bytes[by % bytes.length] = (bytes[by % bytes.length] ?? 0) ^ 0x5a;
    writeFileSync(file, bytes);
  }
}

const below = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith(ending) && statSync(name).isFile())
    .sort();

const one = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
