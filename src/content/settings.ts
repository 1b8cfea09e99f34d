import { typeset } from '../language/typography/typography.ts';
import { isFault, problem } from '../model/problem.ts';
import type { Asset, Settings } from '../model/site.ts';
import { imagePath, shortSlugOf } from '../model/urls.ts';
import { type LocalText, locales, perLocale } from '../model/values.ts';
import { type Folder, placeIn, type Read } from './files.ts';
import { fileIn } from './links/files.ts';
import type { Images, Size } from './links/images.ts';
import { type SiteFacts, siteSchema } from './schema/site.ts';
import { emptyYaml, type YamlDocument } from './yaml/document.ts';
import { readYamlFile } from './yaml/parse.ts';
import { recover } from './yaml/recover.ts';

export interface ReadSettings {
  /** What can be read, with stand-ins for the rest, so that the notices can be checked all the same. */
  readonly settings: Settings;
  readonly isSound: boolean;
  /** The logo, where it can be published. */
  readonly logo: Asset | undefined;
  /** As written, with stand-ins. */
  readonly written: SiteFacts;
  readonly facts: YamlDocument;
  readonly names: Names;
}

/** The ids that notices name; `undefined` where they could not be read. */
interface Names {
  readonly services: readonly string[] | undefined;
  readonly regions: readonly string[] | undefined;
  /** Their ids by the names that readers see, in lower case. */
  readonly called: ReadonlyMap<string, string>;
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
export function readSettings(content: Folder, images: Images): Read<ReadSettings> {
  const source = readWritten(content);
  const { value, problems } = recover(siteSchema, siteSchema.partial(), source.value);
  const { data, sound, facts } = value;
  const written = sound ?? { ...standIns, ...data };
  const logo = logoOf(written, content, images);
  const settings = settingsOf(written, logo);
  return {
    value: { settings, isSound: sound !== undefined, logo, written, facts, names: namesOf(settings, facts) },
    problems: [...source.problems, ...problems],
  };
}

function readWritten(content: Folder): Read<YamlDocument> {
  const file = `${content.path}/site.yml`;
  if (content.files.has('site.yml')) return readYamlFile(file);
  const isFolder = content.folders.some(({ path }) => path === file);
  if (isFolder) return { value: emptyYaml(file), problems: [] };
  return { value: emptyYaml(file), problems: [problem('file/missing', placeIn(file), {}, 'site')] };
}

function namesOf({ services, regions }: Settings, { unread }: YamlDocument): Names {
  const called = [...services, ...regions].flatMap(({ id, name }) =>
    // By their words, and by what those are as an id.
    locales.flatMap((locale) => [
      [name[locale].toLowerCase(), id] as const,
      [shortSlugOf(name[locale], 60), id] as const,
    ]),
  );
  return {
    services: unread('services') ? undefined : services.map(({ id }) => id),
    regions: unread('regions') ? undefined : regions.map(({ id }) => id),
    called: new Map(called),
  };
}

function logoOf({ theme }: SiteFacts, content: Folder, images: Images): (Asset & Size) | undefined {
  const file = theme?.logo === undefined ? undefined : fileIn(content, theme.logo);
  if (theme?.logo === undefined || file === undefined) return undefined;
  const size = images.measure(file);
  if (isFault(size)) return undefined;
  const { width, height, isRewritten } = size;
  return { path: imagePath('site', theme.logo), file, isRewritten, width, height };
}

function settingsOf(data: SiteFacts, logo: (Asset & Size) | undefined): Settings {
  const profile = data.typography ?? 'oqlf';
  const set = (text: LocalText): LocalText => perLocale((locale) => typeset(text[locale], locale, profile));
  const address = new URL(data.url);
  const base = address.pathname.replace(/(?<!\/)\/+$/, '');
  const slugs = (
    one: { readonly name: LocalText; readonly slug?: LocalText | undefined },
    id: string,
  ): LocalText =>
    perLocale((locale) => one.slug?.[locale] ?? (shortSlugOf(one.name[locale]) || shortSlugOf(id)));
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
    theme: { accent: data.theme?.accent, logo, header: data.theme?.header },
    description: data.description && set(data.description),
    notice: data.notice && set(data.notice),
    host: data.host,
    sender: data.sender && { ...data.sender, address: set(data.sender.address) },
    twins: data.twins ?? [],
  };
}
