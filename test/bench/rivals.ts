import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Locale, locales } from '../../src/model/values.ts';
import { type Incident, services } from './content.ts';
import { type Cost, cost, sizeOf } from './measure.ts';

/** Another program that builds the same incidents; `folder` is its own, and empty. */
export type Rival = (folder: string, all: readonly Incident[]) => Promise<Cost & ReturnType<typeof sizeOf>>;

const isoOf = (wall: string): string => `${wall.replace(' ', 'T')}:00-05:00`;

/** Hugo with the bare bilingual theme beside this file. */
export const hugo: Rival = async (folder, all) => {
  cpSync(join(import.meta.dirname, 'hugo'), folder, { recursive: true });
  for (const locale of locales) {
    const own = join(folder, 'content', locale, 'incidents');
    mkdirSync(own, { recursive: true });
    for (const { id, title, summary, body, times } of all) {
      const front = { title: title[locale], description: summary[locale], date: isoOf(times[0]) };
      writeFileSync(join(own, `${id}.md`), `${JSON.stringify(front)}\n\n${body[locale]}`);
    }
  }
  const spent = await cost(['hugo', '--quiet', '--destination', 'public'], folder);
  return { ...spent, ...sizeOf(join(folder, 'public')) };
};

/** cState, whose theme stands in a given folder: one site for each language, as it has no other way. */
export const cstate =
  (theme: string): Rival =>
  async (folder, all) => {
    let sum = { wall: 0, processor: 0, memory: 0, pages: 0, files: 0, bytes: 0 };
    for (const locale of locales) {
      const site = join(folder, locale);
      cpSync(resolve(theme), join(site, 'themes', 'cstate'), { recursive: true });
      const issues = join(site, 'content', 'issues');
      mkdirSync(issues, { recursive: true });
      writeFileSync(join(site, 'config.yml'), configOf(locale));
      for (const one of all) writeFileSync(join(issues, `${one.id}.md`), issueOf(one, locale));
      const spent = await cost(['hugo', '--quiet', '--destination', 'public'], site);
      const size = sizeOf(join(site, 'public'));
      sum = {
        wall: sum.wall + spent.wall,
        processor: sum.processor + spent.processor,
        memory: Math.max(sum.memory, spent.memory),
        pages: sum.pages + size.pages,
        files: sum.files + size.files,
        bytes: sum.bytes + size.bytes,
      };
    }
    return sum;
  };

/** The settings of its own example that a site cannot do without: colours, and a page and a feed for each service. */
const configOf = (locale: Locale): string => `baseURL: https://bench.example/${locale}/
theme: cstate
title: Service notices
languageCode: ${locale}
defaultContentLanguage: ${locale}
taxonomies: { affected: affected }
# Its list of a year takes longer than Hugo's thirty seconds on a long history.
timeout: 1h
outputs:
  page: [html, json]
  section: [html, json, rss]
  home: [html, json, rss]
  term: [html, json, rss]
params:
  title: Service notices
  categories:
    - { name: Services, closed: false }
  systems:
${services.map((name) => `    - { name: ${name}, category: Services }\n`).join('')}  brand: '#1a3a5c'
  ok: '#0b6b3a'
  disrupted: '#a65b00'
  down: '#b3261e'
  notice: '#2f5d8a'
  dateFormat: January 2, 2006 at 3:04 PM
  shortDateFormat: 15:04 - Jan 2
  useRelativeTime: true
  incidentHistoryFormat: yearly
  incidentPostsPerPage: 10
  useLogo: false
  enableCustomHTML: false
`;

const issueOf = ({ title, body, times, service }: Incident, locale: Locale): string =>
  [
    '---',
    `title: ${JSON.stringify(title[locale])}`,
    `date: ${isoOf(times[0])}`,
    'resolved: true',
    `resolvedWhen: ${isoOf(times[3])}`,
    'severity: disrupted',
    `affected: [${service}]`,
    'section: issue',
    '---',
    '',
    body[locale],
  ].join('\n');
