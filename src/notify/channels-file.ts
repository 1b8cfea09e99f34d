import { z } from 'zod';
import { readSource } from '../content/files.ts';
import { decode } from '../content/yaml/decode.ts';
import type { Facts, Path, Plain } from '../content/yaml/document.ts';
import { readYaml } from '../content/yaml/parse.ts';
import { nearest } from '../language/suggest.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Settings } from '../model/site.ts';
import { bound, type Channel, type Common, commonKeys, type Kind } from './channel.ts';
import { bluesky } from './channels/bluesky.ts';
import { gcNotify } from './channels/gc-notify.ts';
import { mail } from './channels/mail.ts';
import { mastodon } from './channels/mastodon.ts';
import { paste } from './channels/paste.ts';
import { slack } from './channels/slack.ts';
import { teams } from './channels/teams.ts';
import { webhook } from './channels/webhook.ts';

export const channelsFile = 'channels.yml';

/** Reads one channel by its kind. */
type Reader = (name: string, facts: Facts, common: Common, problems: Problem[]) => Channel | undefined;

const readerOf =
  <C>(kind: Kind<C>): Reader =>
  (name, facts, common, problems) => {
    const config = decode(kind.schema, facts, problems);
    return config === undefined ? undefined : bound(kind, name, config, common);
  };

/** Every kind of channel. */
const kinds: Readonly<Record<string, Reader>> = {
  mail: readerOf(mail),
  'gc-notify': readerOf(gcNotify),
  webhook: readerOf(webhook),
  slack: readerOf(slack),
  teams: readerOf(teams),
  mastodon: readerOf(mastodon),
  bluesky: readerOf(bluesky),
  paste: readerOf(paste),
};
export const kindNames = Object.keys(kinds);

const file = z.strictObject({ channels: z.record(z.string(), z.looseObject({})) });
const common = z.object(commonKeys);

/** Reads `channels.yml`, which stands beside the content folder; its secrets are in the environment. */
export function readChannels(path: string, settings: Settings, problems: Problem[]): readonly Channel[] {
  const source = readSource(path, problems);
  const facts = source && readYaml(source, problems);
  const data = facts && decode(file, facts, problems);
  if (facts === undefined || data === undefined) return [];
  return Object.keys(data.channels).flatMap((name) => {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
      problems.push(
        problem('id/format', facts.atKey(['channels', name]), { found: name, suggestion: '' }, 'id.other'),
      );
      return [];
    }
    return channelIn(name, within(facts, ['channels', name]), settings, problems) ?? [];
  });
}

function channelIn(name: string, facts: Facts, settings: Settings, problems: Problem[]): Channel | undefined {
  const found =
    typeof facts.value === 'object' && 'kind' in facts.value ? String(facts.value.kind) : undefined;
  const read = found !== undefined && Object.hasOwn(kinds, found) ? kinds[found] : undefined;
  if (read === undefined) {
    const meant = found === undefined ? undefined : nearest(found, kindNames);
    const values = { key: 'kind', found: found ?? '', allowed: kindNames.join(', '), path: 'kind' };
    problems.push(
      found === undefined
        ? problem('yaml/missing-key', facts.at(['kind']), { ...values, within: '' }, 'one-of')
        : problem(
            'yaml/value',
            facts.at(['kind']),
            { ...values, nearest: meant ?? '' },
            meant === undefined ? 'one-of' : 'one-of.nearest',
          ),
    );
    return undefined;
  }
  const shared = common.safeParse(facts.value);
  const {
    languages = 'both',
    services = [],
    regions = [],
    at_least = 'none',
    team = false,
  } = shared.data ?? {};
  const asked: Common = { languages, services, regions, atLeast: at_least, team };
  for (const key of ['services', 'regions'] as const) {
    const known = settings[key].map(({ id }) => id);
    asked[key].forEach((id, index) => {
      if (known.includes(id)) return;
      const meant = nearest(id, known);
      const values = {
        found: id,
        allowed: known.join(', '),
        ...(meant === undefined ? {} : { nearest: meant }),
      };
      const rule = key === 'services' ? 'service/unknown' : 'region/unknown';
      problems.push(
        problem(rule, facts.at([key, index]), values, meant === undefined ? undefined : 'nearest'),
      );
    });
  }
  const channel = read(name, facts, asked, problems);
  if (channel?.needsSender && settings.sender === undefined) {
    const place = facts.atKey([]);
    problems.push(problem('notify/sender', place, { name, kind: channel.kind }));
  }
  return channel;
}

/** What stands below a path, as a file of its own. */
function within(facts: Facts, path: Path): Facts {
  let value: Plain = facts.value;
  for (const step of path) {
    const below: Plain | undefined =
      typeof value === 'object' && step in value ? Reflect.get(value, step) : undefined;
    value = below ?? {};
  }
  const depth = path.length;
  return {
    ...facts,
    value,
    at: (below) => facts.at([...path, ...below]),
    atKey: (below) => facts.atKey([...path, ...below]),
    empty: facts.empty
      .filter((one) => path.every((step, index) => one[index] === step))
      .map((one) => one.slice(depth)),
    unread: () => false,
  };
}
