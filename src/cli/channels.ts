import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { placeIn, type Read, readFolder } from '../content/files.ts';
import { imagesOf } from '../content/links/images.ts';
import { readSettings } from '../content/settings.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Site } from '../model/site.ts';
import type { Channel } from '../notify/channel.ts';
import { channelsFile, readChannels } from '../notify/channels-file.ts';

/** `channels.yml` stands beside the content folder. */
export const channelsPath = (content: string): string =>
  join(content, '..', channelsFile).replaceAll('\\', '/');

/** The channels beside a content folder; none where there is no file. */
export function channelsBeside(content: string): Read<readonly Channel[]> {
  const path = channelsPath(content);
  if (!existsSync(path)) return { value: [], problems: [] };
  return readChannels(path, readSettings(readFolder(content), imagesOf()).value.settings);
}

/** What is wrong with the channels beside a content folder, and with the entries that name them. */
export function channelProblems(content: string, site: Site | undefined): readonly Problem[] {
  const { value: channels, problems } = channelsBeside(content);
  return [...problems, ...(site === undefined ? [] : unknownChannels(site, channels, channelsPath(content)))];
}

/** The channels that entries name and that are not there; where there are none at all, nobody is told anything. */
function unknownChannels(site: Site, channels: readonly Channel[], path: string): readonly Problem[] {
  const known = channels.map(({ name }) => name);
  if (known.length === 0) return [];
  return [...site.incidents, ...site.maintenance].flatMap(({ id, timeline }) =>
    timeline
      .flatMap(({ notify = [] }) => notify)
      .filter((name) => !known.includes(name))
      .map((found) => problem('notify/channel', placeIn(path), { id, found, allowed: known.join(', ') })),
  );
}
