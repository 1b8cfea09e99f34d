import type { Content } from '../../content/content.ts';
import { fileIn } from '../../content/links/files.ts';
import { imageFault } from '../../content/links/images.ts';
import { suggest } from '../../language/suggest.ts';
import { at, isFault, type Problem, problem } from '../../model/problem.ts';
import { locales } from '../../model/values.ts';
import type { CheckOf } from '../context.ts';

export const id = 'yaml/value';

/** What `site.yml` says fits together: groups, addresses (so for `slug/duplicate`), and the logo (`image/*`). */
export const check: CheckOf<Content> = (content) => [
  ...withoutServices(content),
  ...unknownGroups(content),
  ...sharedSlugs(content),
  ...logo(content),
];

const withoutServices = ({ site: { written, facts } }: Content): readonly Problem[] =>
  Object.keys(written.services).length > 0 || facts.unread('services')
    ? []
    : [problem('yaml/missing-key', facts.at(['services']), { key: 'services', path: 'services' })];

function unknownGroups({ site: { written, facts } }: Content): readonly Problem[] {
  const groups = Object.keys(written.groups ?? {});
  return Object.entries(written.services).flatMap(([service, { group }]) => {
    if (group === undefined || groups.includes(group) || facts.unread('groups')) return [];
    const nearest = suggest(group, groups);
    const values = {
      found: group,
      allowed: groups.join(', '),
      key: 'group',
      ...(nearest === undefined ? {} : { nearest }),
    };
    const none = groups.length === 0 ? 'group' : 'one-of';
    const variant = nearest === undefined ? none : 'one-of.nearest';
    return [problem('yaml/value', facts.at(['services', service, 'group']), values, variant)];
  });
}

/** Two services, or two regions, cannot have one address. */
const sharedSlugs = ({ site: { settings, facts } }: Content): readonly Problem[] =>
  (['services', 'regions'] as const).flatMap((list) =>
    locales.flatMap((locale) => {
      const seen = new Map<string, string>();
      return settings[list].flatMap(({ id: own, slug }) => {
        const found = slug[locale];
        const other = seen.get(found);
        if (other === undefined) {
          seen.set(found, own);
          return [];
        }
        const values = { found, id: own, other, locale };
        return [problem('slug/duplicate', facts.atKey([list, own]), values, 'settings')];
      });
    }),
  );

function logo({ site: { written, facts }, folder, images }: Content): readonly Problem[] {
  const name = written.theme?.logo;
  if (name === undefined) return [];
  const place = facts.at(['theme', 'logo']);
  const file = fileIn(folder, name);
  if (file === undefined) return [problem('image/missing', place, { found: name, folder: folder.path })];
  const size = images.measure(file);
  return isFault(size) ? [at(place, imageFault(size, name))] : [];
}
