import { suggest } from '../language/suggest.ts';
import { typeset } from '../language/typography/typography.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Asset, Settings } from '../model/site.ts';
import { imagePath, slugOf } from '../model/urls.ts';
import { type Locale, type LocalText, locales } from '../model/values.ts';
import { type Folder, placeIn, readSource } from './files.ts';
import { measureImage } from './links/images.ts';
import { fileIn } from './links/targets.ts';
import { type SiteFacts, siteSchema } from './schema/fields.ts';
import { emptyYaml, type YamlDocument } from './yaml/document.ts';
import { readYaml } from './yaml/parse.ts';
import { recover } from './yaml/recover.ts';

export interface ReadSettings {
  /** What can be read, with stand-ins for the rest, so that the notices can be checked all the same. */
  readonly settings: Settings;
  readonly isSound: boolean;
  readonly assets: readonly Asset[];
  /** Whether something under a key of the first level could not be read. */
  readonly unread: YamlDocument['unread'];
}

const nobody: LocalText = { en: '', fr: '' };
const standIns: SiteFacts = {
  url: 'https://site.invalid',
  zone: 'UTC',
  primary: 'en',
  name: nobody,
  organization: nobody,
  services: {},
};

/** Reads `site.yml`. */
export function readSettings(content: Folder, problems: Problem[]): ReadSettings {
  const written = readWritten(content, problems);
  const { data, sound, facts } = recover(siteSchema, siteSchema.partial(), written, problems);
  const known = sound ?? { ...standIns, ...data };
  const logo =
    known.theme?.logo === undefined ? undefined : readLogo(known.theme.logo, content, facts, problems);
  const settings = settingsOf(known, logo);
  reportGroups(known, facts, problems);
  reportSlugs(settings, facts, problems);
  const assets = logo === undefined ? [] : [logo];
  return { settings, isSound: sound !== undefined, assets, unread: facts.unread };
}

function readWritten(content: Folder, problems: Problem[]): YamlDocument {
  const file = `${content.path}/site.yml`;
  if (!content.files.has('site.yml')) {
    problems.push(problem('file/missing', placeIn(file), {}, 'site'));
    return emptyYaml(file);
  }
  const source = readSource(file, problems);
  return source === undefined ? emptyYaml(file) : readYaml(source, problems);
}

function settingsOf(data: SiteFacts, logo: ReturnType<typeof readLogo>): Settings {
  const profile = data.typography ?? 'oqlf';
  const set = (text: LocalText): LocalText => ({
    en: typeset(text.en, 'en', profile),
    fr: typeset(text.fr, 'fr', profile),
  });
  const address = new URL(data.url);
  const base = address.pathname.replace(/\/+$/, '');
  const slugs = (
    one: { readonly name: LocalText; readonly slug?: LocalText | undefined },
    id: string,
  ): LocalText => ({
    en: one.slug?.en ?? (slugOf(one.name.en) || slugOf(id)),
    fr: one.slug?.fr ?? (slugOf(one.name.fr) || slugOf(id)),
  });
  return {
    url: address.origin + base,
    base,
    zone: data.zone,
    primary: data.primary,
    mayBeLate: data.may_be_late ?? 'none',
    currency: data.currency ?? 'CAD',
    name: set(data.name),
    organization: set(data.organization),
    contact: data.contact ?? {},
    groups: Object.entries(data.groups ?? {}).map(([id, { name }]) => ({ id, name: set(name) })),
    services: Object.entries(data.services).map(([id, one]) => ({
      id,
      name: set(one.name),
      slug: slugs(one, id),
      group: one.group,
      retired: one.retired,
      description: one.description && set(one.description),
    })),
    regions: Object.entries(data.regions ?? {}).map(([id, one]) => ({
      id,
      name: set(one.name),
      slug: slugs(one, id),
      zone: one.zone,
    })),
    typography: profile,
    theme: { accent: data.theme?.accent, logo },
    description: data.description && set(data.description),
    notice: data.notice && set(data.notice),
    host: data.host,
  };
}

function reportGroups(data: SiteFacts, facts: YamlDocument, problems: Problem[]): void {
  const groups = Object.keys(data.groups ?? {});
  if (Object.keys(data.services).length === 0 && !facts.unread('services'))
    problems.push(problem('yaml/missing-key', facts.at(['services']), { key: 'services', path: 'services' }));
  for (const [id, { group }] of Object.entries(data.services)) {
    if (group === undefined || groups.includes(group) || facts.unread('groups')) continue;
    const meant = suggest(group, groups);
    const values = {
      found: group,
      allowed: groups.join(', '),
      key: 'group',
      ...(meant === undefined ? {} : { nearest: meant }),
    };
    problems.push(
      problem(
        'yaml/value',
        facts.at(['services', id, 'group']),
        values,
        meant !== undefined ? 'one-of.nearest' : groups.length === 0 ? 'group' : 'one-of',
      ),
    );
  }
}

/** Two services, or two regions, cannot have one address. */
function reportSlugs(settings: Settings, facts: YamlDocument, problems: Problem[]): void {
  for (const list of ['services', 'regions'] as const) {
    for (const locale of locales) {
      const seen = new Map<string, string>();
      for (const { id, slug } of settings[list]) {
        const other = seen.get(slug[locale]);
        const place = facts.atKey([list, id]);
        if (other !== undefined)
          problems.push(
            problem('slug/duplicate', place, duplicated(slug[locale], id, other, locale), 'settings'),
          );
        else seen.set(slug[locale], id);
      }
    }
  }
}

const duplicated = (found: string, id: string, other: string, locale: Locale) => ({
  found,
  id,
  other,
  locale,
});

function readLogo(name: string, content: Folder, facts: YamlDocument, problems: Problem[]) {
  const place = facts.at(['theme', 'logo']);
  const file = fileIn(content, name);
  if (file === undefined) {
    problems.push(problem('image/missing', place, { found: name, folder: content.path }));
    return undefined;
  }
  const size = measureImage(file);
  if (!('rule' in size)) return { path: imagePath('site', name), file, ...size };
  if (size.rule === 'image/active')
    problems.push(problem(size.rule, place, { found: size.found, file: name }));
  else problems.push(problem(size.rule, place, { found: name }, size.variant));
  return undefined;
}
