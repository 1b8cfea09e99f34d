import { isZone } from '../language/format/zones.ts';
import type { ForeignService, Remark, Sources } from './history.ts';
import { hasErrors, isMapping, type Loose, looseMapping, textIn } from './loose-yaml.ts';

type Mapping = Readonly<Record<string, Loose>>;

/** The settings that stand nearest above the texts. */
export function settingsIn(sources: Sources, post: string, remarks: Remark[] = []): Mapping {
  const folders = post.split('/').map((_, index, steps) =>
    steps
      .slice(0, index)
      .map((step) => `${step}/`)
      .join(''),
  );
  for (const folder of folders.toReversed()) {
    for (const name of ['config', 'hugo', 'config/_default/config', 'config/_default/hugo']) {
      for (const kind of ['yml', 'yaml', 'toml', 'json'] as const) {
        const file = `${folder}${name}.${kind}`;
        const text = sources.get(file);
        if (text === undefined) continue;
        const read = looseMapping(text, kind === 'yml' ? 'yaml' : kind);
        if (read !== undefined) {
          if (/^ya?ml$/.test(kind) && hasErrors(text))
            remarks.push({ file, field: 'settings', value: '', did: 'partly_read' });
          return read;
        }
        remarks.push({ file, field: 'settings', value: '', did: 'unreadable' });
      }
    }
  }
  return {};
}

/** The zone of times that name none: Hugo's own, or Universal Time. */
export function zoneOf(settings: Mapping, remarks: Remark[]): string {
  const found = textIn(settings.timezone);
  if (found === '' || isZone(found)) return found || 'UTC';
  if (!/^etc\/(?:utc|gmt|uct|zulu)$/i.test(found))
    remarks.push({ file: 'config', field: 'timeZone', value: found, did: 'zone_unknown' });
  return 'UTC';
}

/** The systems of the settings; nothing where they have no list. */
export function servicesOf(settings: Mapping): readonly ForeignService[] | undefined {
  const systems = isMapping(settings.params) ? settings.params.systems : undefined;
  if (!Array.isArray(systems)) return undefined;
  const made = systems.flatMap((one: Loose): readonly ForeignService[] => {
    const name = isMapping(one) ? textIn(one.name) : textIn(one);
    if (name === '') return [];
    const group = isMapping(one) ? textIn(one.category) : '';
    const description = isMapping(one) ? textIn(one.description).replace(/\s+/g, ' ') : '';
    // The category that has no title of its own is none.
    const isNone = group === '' || /^uncategorized$/i.test(group);
    return [
      { key: name, name, ...(isNone ? {} : { group }), ...(description === '' ? {} : { description }) },
    ];
  });
  return [...new Map(made.map((one) => [one.key, one])).values()];
}
