import { stringify } from 'yaml';
import { guidanceFor } from '../content/document/guidance.ts';
import { sectionTitles, titleText } from '../content/document/section-titles.ts';
import { translator } from '../language/translate.ts';
import { slugOf } from '../model/urls.ts';
import type { Locale } from '../model/values.ts';
import type { InEach, SectionName } from '../model/words.ts';

/** What `new` knows of a notice to come. */
export interface Draft {
  /** The language of the comments in the facts. */
  readonly locale: Locale;
  /** The path of the JSON Schema, from the notice's folder. */
  readonly schema: string;
  readonly zone: string;
  /** The ids of `site.yml`. */
  readonly services: readonly string[];
  readonly regions: readonly string[];
  /** The time of the first entry, or one to show how times are written: `2024-03-02 06:40`. */
  readonly at: string;
  readonly titles: InEach<string>;
}

/** The texts of a new notice's files. */
export interface Scaffold {
  readonly facts: string;
  readonly en: string;
  readonly fr: string;
}

/** An incident with one entry. It loads once the facts are chosen and every line of guidance is replaced or deleted. */
export function incidentScaffold(draft: Draft): Scaffold {
  const t = translator(draft.locale);
  const needing: readonly SectionName[] = ['apology', 'credits', 'commitments', 'corrections'];
  const facts = [
    ...head(draft),
    `impact: # ${t('scaffold.impact')}`,
    'timeline:',
    `  - at: ${draft.at}`,
    '    phase: investigating',
    `    next: # ${t('scaffold.next')}`,
    `# ${t('scaffold.later')}`,
    ...needing.map((name) => `#   ${name}: ## ${titleText(name).en} (en), ## ${titleText(name).fr} (fr)`),
  ];
  const section = (name: SectionName, locale: Locale, below = '') =>
    `## ${sectionTitles[name][locale][0]}\n\n${below}${guidanceFor(name, locale)}\n`;
  const document = (locale: Locale) =>
    [
      frontMatter(draft, locale, 'incident'),
      section('now', locale),
      section('timeline', locale, `### ${draft.at}\n\n`),
      section('cause', locale),
      section('faq', locale),
    ].join('\n');
  return { facts: textOf(facts), en: document('en'), fr: document('fr') };
}

/** Maintenance without entries: until there is one, the phase follows the clock (contract 1.4). */
export function maintenanceScaffold(draft: Draft): Scaffold {
  const t = translator(draft.locale);
  const facts = [
    ...head(draft),
    `impact: # ${t('scaffold.impact')}`,
    `from: # ${t('scaffold.from', { example: draft.at })}`,
    `until: # ${t('scaffold.until')}`,
  ];
  const document = (locale: Locale) =>
    [
      frontMatter(draft, locale, 'maintenance'),
      `${guidanceFor('intro', locale)}\n`,
      `## ${sectionTitles.now[locale][0]}\n\n${guidanceFor('now', locale)}\n`,
    ].join('\n');
  return { facts: textOf(facts), en: document('en'), fr: document('fr') };
}

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

function head({ locale, schema, zone, services, regions }: Draft): readonly string[] {
  const t = translator(locale);
  const only = services.length === 1 ? `[${services[0]}]` : '[]';
  return [
    `# yaml-language-server: $schema=${schema}`,
    `# ${t('scaffold.facts', { zone })}`,
    `services: ${only} # ${t('scaffold.services', { ids: services.join(', ') })}`,
    ...(regions.length === 0 ? [] : [`regions: [] # ${t('scaffold.regions', { ids: regions.join(', ') })}`]),
  ];
}

function frontMatter({ titles }: Draft, locale: Locale, kind: 'incident' | 'maintenance'): string {
  const t = translator(locale);
  const title = titles[locale]?.replace(/\s+/g, ' ').trim() ?? '';
  const slug = slugOf(title);
  const said = (key: 'scaffold.title' | 'scaffold.summary') =>
    t(kind === 'incident' ? key : `${key}.maintenance`);
  return textOf([
    '---',
    `# ${said('scaffold.title')}`,
    title === '' ? 'title:' : `title: ${stringify(title, { lineWidth: 0 }).trim()}`,
    `# ${said('scaffold.summary')}`,
    'summary:',
    ...(slug === '' ? [] : [`slug: ${slug}`]),
    '---',
  ]);
}
