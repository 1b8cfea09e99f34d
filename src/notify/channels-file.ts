import { z } from 'zod';
import type { Read } from '../content/files.ts';
import { decode } from '../content/yaml/decode.ts';
import type { Path, Plain, YamlDocument } from '../content/yaml/document.ts';
import { readYamlFile } from '../content/yaml/parse.ts';
import { suggest } from '../language/suggest.ts';
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
type Reader = (name: string, facts: YamlDocument, common: Common) => Read<Channel | undefined>;

const readerOf =
  <C>(kind: Kind<C>): Reader =>
  (name, facts, common) => {
    const { value: config, problems } = decode(kind.schema, facts);
    return { value: config && bound(kind, name, config, common), problems };
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
const kindNames = Object.keys(kinds);

const file = z.strictObject({ channels: z.record(z.string(), z.looseObject({})) });
const common = z.object(commonKeys);

/** Reads `channels.yml`, which stands beside the content folder; its secrets are in the environment. */
export function readChannels(path: string, settings: Settings): Read<readonly Channel[]> {
  const { value: facts, problems: unread } = readYamlFile(path);
  const { value: data, problems } = decode(file, facts);
  const read = Object.keys(data?.channels ?? {}).map((name): Read<Channel | undefined> => {
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
      return channelIn(name, within(facts, ['channels', name]), settings);
    const values = { found: name, suggestion: '' };
    const place = facts.atKey(['channels', name]);
    return { value: undefined, problems: [problem('id/format', place, values, 'id.other')] };
  });
  return {
    value: read.flatMap(({ value }) => value ?? []),
    problems: [...unread, ...problems, ...read.flatMap((one) => one.problems)],
  };
}

function channelIn(name: string, facts: YamlDocument, settings: Settings): Read<Channel | undefined> {
  const found =
    typeof facts.value === 'object' && 'kind' in facts.value ? String(facts.value.kind) : undefined;
  const read = found !== undefined && Object.hasOwn(kinds, found) ? kinds[found] : undefined;
  if (read === undefined) return { value: undefined, problems: [unknownKind(found, facts)] };
  const shared = common.safeParse(facts.value);
  const {
    languages = 'both',
    services = [],
    regions = [],
    at_least = 'none',
    team = false,
  } = shared.data ?? {};
  const asked: Common = { languages, services, regions, atLeast: at_least, team };
  const { value: channel, problems } = read(name, facts, asked);
  const isAnonymous = channel?.needsSender === true && settings.sender === undefined;
  return {
    value: channel,
    problems: [
      ...unknownIds('services', asked, settings, facts),
      ...unknownIds('regions', asked, settings, facts),
      ...problems,
      ...(isAnonymous ? [problem('notify/sender', facts.atKey([]), { name, kind: channel.kind })] : []),
    ],
  };
}

function unknownKind(found: string | undefined, facts: YamlDocument): Problem {
  const place = facts.at(['kind']);
  const allowed = kindNames.join(', ');
  if (found === undefined)
    return problem('yaml/missing-key', place, { key: 'kind', path: 'kind', allowed }, 'one-of');
  const nearest = suggest(found, kindNames);
  const values = { key: 'kind', found, allowed, ...(nearest === undefined ? {} : { nearest }) };
  return problem('yaml/value', place, values, nearest === undefined ? 'one-of' : 'one-of.nearest');
}

/** The services or regions that a channel names and the site has not. */
function unknownIds(
  key: 'services' | 'regions',
  asked: Common,
  settings: Settings,
  facts: YamlDocument,
): readonly Problem[] {
  const rule = key === 'services' ? 'service/unknown' : 'region/unknown';
  const known = settings[key].map(({ id }) => id);
  return asked[key].flatMap((found, index) => {
    if (known.includes(found)) return [];
    const nearest = suggest(found, known);
    const values = { found, allowed: known.join(', '), ...(nearest === undefined ? {} : { nearest }) };
    const variant = nearest !== undefined ? 'nearest' : known.length === 0 ? 'none' : undefined;
    return [problem(rule, facts.at([key, index]), values, variant)];
  });
}

/** What stands below a path, as a file of its own. */
function within(facts: YamlDocument, path: Path): YamlDocument {
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
