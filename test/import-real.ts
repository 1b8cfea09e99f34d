/**
 * Brings a real history, builds it, and compares: `node test/import-real.ts statuspage|cstate|upptime FOLDER [fr]`.
 * FOLDER is a copy of somebody's site outside this repository. What it prints: notices read, carried whole, carried with
 * a remark, refused; words of the originals that are on no page; instants that are not.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const [kind = '', from = '', language = ''] = process.argv.slice(2);
const program = join(import.meta.dirname, '..', 'src', 'cli', 'meaculpa.js');
const root = mkdtempSync(join(tmpdir(), 'meaculpa-real-'));

interface Original {
  readonly id: string;
  readonly texts: readonly string[];
  readonly times: readonly string[];
}

/** The originals, read without any of the importer's own code. */
function originals(): readonly Original[] {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' });
  return kind === 'cstate'
    ? files
        .filter(
          (file) =>
            /(?:^|\/)(?:issues?|incidents?)\/.*\.mdx?$/.test(file) &&
            !/(?:themes|archetypes|layouts)\//.test(file),
        )
        .map(post)
    : files
        .filter((file) => file.endsWith('.json'))
        .flatMap((file) => records(JSON.parse(readFileSync(join(from, file), 'utf8'))));
}

function post(file: string): Original {
  const text = readFileSync(join(from, file), 'utf8');
  const [, front = '', body = text] =
    /^(?:(?:---|\+\+\+)\n|(?=title:))([\s\S]*?)\n(?:---|\+\+\+)\s*\n?([\s\S]*)$/.exec(text.trimStart()) ?? [];
  const title = /^title\s*[:=]\s*(.*)$/m.exec(front)?.[1] ?? '';
  const times = [
    ...[...front.matchAll(/^(?:date|resolvedWhen)\s*[:=]\s*(\S.*)$/gm)].map(([, time = '']) => time),
    ...[...body.matchAll(/(?:track\s+|<Update date=)"([^"]*)"/g)].map(([, time = '']) => time),
  ];
  const id = file.replace(/^.*?(?:^|\/)(?:issues?|incidents?)\//, '').replace(/\.[a-z]+$/, '');
  const words = body.replace(/^import .*$/gm, '').replace(/<Update[^>]*>|<\/Update>/g, ' ');
  return { id, texts: [title.replace(/^["']|["']$/g, ''), words], times };
}

/** GitHub's command line writes `createdAt`. */
const named = (found: unknown): unknown =>
  typeof found !== 'object' || found === null || Array.isArray(found)
    ? found
    : Object.fromEntries(Object.entries(found).map(([key, value]) => [key.replace(/A(?=t$)/, '_a'), value]));
const update = z.preprocess(
  named,
  z.object({
    body: z.string().nullish(),
    display_at: z.string().nullish(),
    created_at: z.string().nullish(),
  }),
);
const record = z.preprocess(
  named,
  z.object({
    id: z.union([z.string(), z.number()]).optional(),
    number: z.number().optional(),
    name: z.string().optional(),
    title: z.string().optional(),
    body: z.string().nullish(),
    created_at: z.string().nullish(),
    closed_at: z.string().nullish(),
    resolved_at: z.string().nullish(),
    scheduled_for: z.string().nullish(),
    scheduled_until: z.string().nullish(),
    incident_updates: z.array(update).optional(),
    comments: z.union([z.array(update), z.number()]).optional(),
  }),
);

function records(json: unknown): readonly Original[] {
  const lists = Array.isArray(json)
    ? [json]
    : Object.values(
        z
          .object({
            incidents: z.array(z.unknown()).optional(),
            scheduled_maintenances: z.array(z.unknown()).optional(),
          })
          .safeParse(json).data ?? {},
      );
  return lists.flat().flatMap((one) => {
    const read = record.safeParse(one).data;
    const comments = Array.isArray(read?.comments) ? read.comments : undefined;
    const updates = read?.incident_updates ?? comments;
    if (read === undefined || updates === undefined) return [];
    const times = [
      ...updates.map(({ display_at, created_at }) => display_at ?? created_at),
      ...(comments ? [read.created_at, read.closed_at] : []),
      read.scheduled_for,
      read.scheduled_until,
    ].flatMap((time) => time ?? []);
    const id = String(comments ? read.number : read.id);
    return [
      {
        id,
        texts: [read.name ?? read.title ?? '', read.body ?? '', ...updates.map(({ body }) => body ?? '')],
        times,
      },
    ];
  });
}

const plain = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/\{\{[<%][\s\S]*?[>%]\}\}/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&nbsp;/g, ' ');
const wordsOf = (text: string): readonly string[] =>
  // An address is the same, written with or without `%3C`.
  text
    .replace(/(?:%[0-9a-f]{2})+/gi, decoded)
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a page, with the addresses that its links lead to. */
function pageWords(html: string): Map<string, number> {
  const links = [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, href = '']) => href).join(' ');
  const counts = new Map<string, number>();
  for (const word of wordsOf(
    plain(
      html
        .replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>/g, ' ')
        .replace(/<[^>]*>/g, ' ')
        .concat(' ', links),
    ),
  ))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args[0]}: ${status}\n${stderr.slice(-2000)}`);
  return stdout;
}

const files = () =>
  readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:yml|md)$/.test(file))
    .sort()
    .map((file) => [file, readFileSync(join(root, 'content', file), 'utf8')] as const);

try {
  const asked = language === '' ? [] : ['--text-language', language];
  process.stdout.write(
    run('import', kind, from, ...asked)
      .split('\n')
      .filter((line) => /read|lu/.test(line))
      .join('\n'),
  );
  const once = files();
  run('import', kind, from, ...asked);
  const again = JSON.stringify(files()) === JSON.stringify(once);
  const [edited] = once.find(([file]) => file.endsWith('.md')) ?? [];
  if (edited !== undefined) {
    const file = join(root, 'content', edited);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nA line that a person added.\n`);
    run('import', kind, from, ...asked);
    if (!readFileSync(file, 'utf8').includes('A line that a person added.'))
      throw new Error('an edit is lost');
    writeFileSync(file, once.find(([name]) => name === edited)?.[1] ?? '');
  }
  run('check');
  run('build');
  const remarks = readFileSync(join(root, 'import-report.md'), 'utf8');
  const byId = new Map(
    once
      .filter(([file]) => /(?:incident|maintenance)\.yml$/.test(file))
      .map(([file, text]) => [String(parse(text).imported.id), file.split('/').slice(0, -1).join('/')]),
  );
  let [words, missing, times, absent, withRemark, found] = [0, 0, 0, 0, 0, 0];
  const lost: string[] = [];
  for (const { id, texts, times: written } of originals()) {
    const folder = byId.get(id);
    if (folder === undefined) continue;
    found += 1;
    if (remarks.includes(`- \`${id}\` · `)) withRemark += 1;
    const locale = existsSync(join(root, 'content', folder, 'fr.md')) ? 'fr' : 'en';
    const section = folder.startsWith('maintenance')
      ? locale === 'fr'
        ? 'entretien'
        : 'maintenance'
      : 'incidents';
    const html = readFileSync(
      join(root, '_site', locale, section, folder.split('/').at(-1) ?? '', 'index.html'),
      'utf8',
    );
    const shown = pageWords(html);
    for (const word of wordsOf(plain(texts.join('\n')).replace(/<\/?[a-z][^>]*>/gi, ' '))) {
      words += 1;
      const left = shown.get(word) ?? 0;
      if (left === 0) {
        missing += 1;
        lost.push(`${id}: ${word}`);
      } else shown.set(word, left - 1);
    }
    const there = new Set(
      [...html.matchAll(/datetime="([^"]+)"/g)].map(([, at = '']) => Math.floor(Date.parse(at) / 1000)),
    );
    for (const time of written) {
      const typed = time
        .trim()
        .replace(/^["']|["'].*$/g, '')
        .replace(/T(\d):/, 'T0$1:')
        .replace(' ', 'T');
      const epoch = Date.parse(/[zZ]$|[+-]\d\d:?\d\d$/.test(typed) ? typed : `${typed}Z`);
      if (Number.isNaN(epoch)) continue;
      times += 1;
      if (!there.has(Math.floor(epoch / 1000))) {
        absent += 1;
        lost.push(`${id}: ${time}`);
      }
    }
  }
  process.stdout.write(
    `\n${found} found: ${found - withRemark} whole, ${withRemark} with a remark; words ${words}, missing ${missing} (${((100 * missing) / Math.max(1, words)).toFixed(3)} %); instants ${times}, absent ${absent}; again unchanged: ${again}\n`,
  );
  for (const line of lost.slice(0, 60)) process.stdout.write(`  ${line}\n`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
