import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Incident } from '../../src/model/incident.ts';
import type { Maintenance } from '../../src/model/maintenance.ts';
import type { Site } from '../../src/model/site.ts';
import { load } from '../../src/site/load.ts';
import { called, type Files, filled, workshop } from '../cli/command.ts';

/** Noon in Halifax on March 5, 2024. */
const now = Date.parse('2024-03-05T12:00-04:00');

export interface Brought {
  readonly folder: string;
  readonly content: string;
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly report: string;
}

let count = 0;

/** Brings files of another program into a content folder of its own, or into one that is there. */
export async function bring(
  kind: string,
  files: Files,
  { into, options = [], content = {} }: { into?: string; options?: readonly string[]; content?: Files } = {},
): Promise<Brought> {
  count += 1;
  const folder = into ?? join(workshop(), String(count));
  const from = filled(join(folder, `from-${count}`), files);
  const target = join(folder, 'content');
  if (Object.keys(content).length > 0) {
    mkdirSync(target, { recursive: true });
    filled(target, content);
  }
  const { status, out, err } = await called([
    'import',
    kind,
    from,
    '--content',
    target,
    '--now',
    '2024-03-05T12:00-04:00',
    ...options,
  ]);
  const report = readdirSync(folder).includes('import-report.md')
    ? readFileSync(join(folder, 'import-report.md'), 'utf8')
    : '';
  return { folder, content: target, status, out, err, report };
}

/** The site that a content folder is, without an error. */
export function siteIn(content: string): Site {
  const { site, problems } = load(content, () => now);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (site === undefined) throw new Error('there is no site');
  return site;
}

export function incidentIn(content: string, id: string): Incident {
  const found = siteIn(content).incidents.find((one) => one.id === id);
  if (found === undefined)
    throw new Error(
      `no incident ${id}: ${siteIn(content)
        .incidents.map((one) => one.id)
        .join(', ')}`,
    );
  return found;
}

export function maintenanceIn(content: string, id: string): Maintenance {
  const found = siteIn(content).maintenance.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no maintenance ${id}`);
  return found;
}

/** `2024-03-02T10:40:00.000Z investigating email=major_outage`. */
export const entriesOf = ({ timeline }: Incident | Maintenance): readonly string[] =>
  timeline.map((entry) => {
    const at = entry.at.kind === 'instant' ? new Date(entry.at.epoch).toISOString() : entry.at.date;
    const states =
      'services' in entry ? Object.entries(entry.services).map(([id, state]) => ` ${id}=${state}`) : [];
    return `${at} ${entry.phase}${states.join('')}`;
  });

export const textOf = (content: string, path: string): string => readFileSync(join(content, path), 'utf8');
