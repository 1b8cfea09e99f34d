import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../../src/site/build/generate.ts';
import { frMd, incidentYml, loaded, siteYml } from '../content/folder.ts';

test('a stub with a correction of a section that has no words yet can be published', async () => {
  const { site, now, told } = loaded({
    'site.yml': `${siteYml}may_be_late: en\n`,
    'incidents/mail/incident.yml': `${incidentYml}corrections:\n  - { at: 2024-03-03 08:00, to: cause }\n`,
    'incidents/mail/en.md': undefined,
    'incidents/mail/fr.md': `${frMd}\n## Cause\n\nUn câble.\n\n## Corrections\n\n### 2024-03-03 08:00\n\nUn autre câble.\n`,
  });
  expect(told).toEqual(['incidents/mail/en.md:1:1 warning parity/late file']);
  if (site === undefined || now === undefined) throw new Error('no site');
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  try {
    expect((await generate({ site, now }, folder)).pages).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
