import { stringify } from 'yaml';
import { guidanceFor } from '../content/document/guidance.ts';
import { translator } from '../language/translate.ts';
import type { NoticeKind } from '../model/notice-kinds.ts';
import {
  isInScaffold,
  isOfTimes,
  type ScaffoldSection,
  sectionKinds,
  sectionNames,
  titleText,
} from '../model/sections.ts';
import { shortSlugOf } from '../model/urls.ts';
import { type Locale, perLocale } from '../model/values.ts';
import type { InEach } from '../model/words.ts';

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
function incidentScaffold(draft: Draft): Scaffold {
  const t = translator(draft.locale);
  const begun = sectionNames.filter(isInScaffold);
  const later = sectionNames.filter((name) => !isInScaffold(name) && sectionKinds[name].fact !== undefined);
  const facts = [
    ...head(draft),
    `impact: # ${t('scaffold.impact')}`,
    'timeline:',
    `  - at: ${draft.at}`,
    '    phase: investigating',
    `    next: # ${t('scaffold.next')}`,
    `# ${t('scaffold.later')}`,
    ...later.map((name) => `#   ${name}: ## ${titleText(name).en} (en), ## ${titleText(name).fr} (fr)`),
  ];
  const section = (name: ScaffoldSection, locale: Locale) =>
    `## ${titleText(name)[locale]}\n\n${isOfTimes(name) ? `### ${draft.at}\n\n` : ''}${guidanceFor(name, locale)}\n`;
  const document = (locale: Locale) =>
    [frontMatter(draft, locale, 'incident'), ...begun.map((name) => section(name, locale))].join('\n');
  return { facts: textOf(facts), ...perLocale(document) };
}

/** Maintenance without entries: until there is one, the phase follows the clock. */
function maintenanceScaffold(draft: Draft): Scaffold {
  const t = translator(draft.locale);
  const facts = [
    ...head(draft),
    `impact: # ${t('scaffold.impact')}`,
    `from: # ${t('scaffold.from', { example: draft.at })}`,
    `until: # ${t('scaffold.until')}`,
    `announced: ${draft.at} # ${t('scaffold.announced')}`,
  ];
  const document = (locale: Locale) =>
    [
      frontMatter(draft, locale, 'maintenance'),
      `${guidanceFor('intro', locale)}\n`,
      `## ${titleText('now')[locale]}\n\n${guidanceFor('now', locale)}\n`,
    ].join('\n');
  return { facts: textOf(facts), ...perLocale(document) };
}

export const scaffolds: Readonly<Record<NoticeKind, (draft: Draft) => Scaffold>> = {
  incident: incidentScaffold,
  maintenance: maintenanceScaffold,
};

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

function frontMatter({ titles }: Draft, locale: Locale, kind: NoticeKind): string {
  const t = translator(locale);
  const title = titles[locale]?.replace(/\s+/g, ' ').trim() ?? '';
  const words = shortSlugOf(title, 60);
  // Digits alone are the pages of a long list.
  const slug = /^\d+$/.test(words) ? `${kind}-${words}` : words;
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
