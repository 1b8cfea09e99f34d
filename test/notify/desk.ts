import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CommandContext } from '../../src/cli/command.ts';
import { calling } from '../cli/calling.ts';
import { enMd, type Files, frMd, incidentYml, siteYml } from '../content/folder.ts';

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

/** A call of a command on such a folder. */
export const call = (content: string, given: Omit<CommandContext['given'], 'content'> = {}) =>
  calling(content, [], given);
