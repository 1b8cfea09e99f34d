import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Call } from '../../src/cli/command.ts';
import { asker } from '../../src/cli/network.ts';
import type { World } from '../../src/cli/world.ts';
import { calling } from '../cli/calling.ts';
import { enMd, type Files, frMd, incidentYml, now, siteYml } from '../content/folder.ts';

export const sender = `sender:
  address: { en: "1 Main St, Halifax NS", fr: "1, rue Main, Halifax (N.-É.)" }
  unsubscribe: { en: https://example.ca/stop, fr: https://example.ca/arret }
`;

/** A second entry, which finds the cause and promises word. */
export const second = {
  'content/incidents/mail/incident.yml': `${incidentYml}  - { at: 2024-03-05 11:00, phase: identified, next: 2024-03-05 15:00 }\n`,
  'content/incidents/mail/en.md': `${enMd}\n### 2024-03-05 11:00\n\nWe have found the cause.\n\nThe repair has begun.\n`,
  'content/incidents/mail/fr.md': `${frMd}\n### 2024-03-05 11:00\n\nLa cause est trouvée.\n\nLa réparation est commencée.\n`,
} satisfies Files;

/** A team’s folder: `content/` with one incident, and `channels.yml` beside it. */
export function desk(channels: string, changes: Files = {}) {
  const root = mkdtempSync(join(tmpdir(), 'meaculpa-notify-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (files: Files) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      if (text !== undefined) writeFileSync(join(root, name), text);
    }
  };
  write({
    'channels.yml': channels,
    'content/site.yml': siteYml + sender,
    'content/incidents/mail/incident.yml': incidentYml,
    'content/incidents/mail/en.md': enMd,
    'content/incidents/mail/fr.md': frMd,
    ...changes,
  });
  const content = join(root, 'content');
  const ledger = (): readonly Record<string, unknown>[] => {
    const file = join(root, 'sent.ndjson');
    return existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [];
  };
  const fates = () =>
    ledger().flatMap((line) => ('fate' in line ? [`${line.channel} ${line.key} ${line.fate}`] : []));
  return { root, content, write, ledger, fates };
}

/** What the live site has. */
const places = [
  { en: 'incidents/mail/', fr: 'incidents/mail/' },
  { en: 'incidents/mail/apology/', fr: 'incidents/mail/excuses/' },
  { en: 'maintenance/upgrade/', fr: 'entretien/upgrade/' },
];
const anchors = ['t-20240305T1100-0400', 'c-20240305T1130-0400', 'bill'];

export interface Told {
  readonly waited: number[];
  readonly shown: string[];
  readonly pushed: number[];
}

/** A world in which this machine may be spoken to, nothing waits, and the site shows all that the content has. */
export function worldFor(
  secrets: Readonly<Record<string, string>> = {},
  { clock = now, published = true, pushes = true, patience = 300 } = {},
): World & Told {
  const told: Told = { waited: [], shown: [], pushed: [] };
  return {
    ...told,
    io: {
      ask: asker({ loopback: true, wait: patience }),
      secret: (name) => secrets[name],
      now: () => clock,
      wait: async (milliseconds) => {
        told.waited.push(milliseconds);
      },
      show: (text) => told.shown.push(text),
    },
    async look(url) {
      if (!published) return undefined;
      if (!url.endsWith('/meaculpa.json'))
        return { status: 200, body: anchors.map((id) => `<p id="${id}">`).join('') };
      const addresses = places.flatMap((place) => [`/en/${place.en}`, `/fr/${place.fr}`]);
      return { status: 200, body: JSON.stringify({ meaculpa: 1, addresses }) };
    },
    async push(path) {
      told.pushed.push(readFileSync(path, 'utf8').trim().split('\n').length);
      if (!pushes) throw new Error('rejected');
    },
  };
}

/** A call of a command on such a folder. */
export const call = (content: string, given: Omit<Call['given'], 'content'> = {}) =>
  calling(content, [], given);
