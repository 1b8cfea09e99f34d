import { expect, test } from 'vitest';
import { enMd, frMd, incidentYml, siteYml } from '../content/folder.ts';
import { builtFolder } from './built.ts';

test('where words of several incidents may stand, ids begin with their incident’s, and links lead to its page', () => {
  const built = builtFolder({
    'incidents/mail/en.md': `${enMd}\n## What to do now\n\n### By phone {#by-phone}\n\nSee [above](#by-phone).\n`,
    'incidents/mail/fr.md': `${frMd}\n## Que faire maintenant\n\n### Par téléphone {#by-phone}\n\nVoir [plus haut](#by-phone).\n`,
  });
  const home = built.html('/en/');
  expect(home).toContain('<h3 id="mail-by-phone">By phone</h3>');
  expect(home).toContain('<a href="/en/incidents/mail/#by-phone">above</a>');
  expect(home).not.toContain(' id="by-phone"');
  expect(built.html('/fr/')).toContain('<h3 id="mail-by-phone">Par téléphone</h3>');
  const page = built.html('/en/incidents/mail/');
  expect(page).toContain('<h3 id="by-phone">By phone</h3>');
  expect(page).toContain('<a href="/en/incidents/mail/#by-phone">above</a>');
});

test('a service that is gone shows twelve months only while trouble of its own is among them', () => {
  const gone = (date: string) =>
    builtFolder({
      'site.yml': siteYml.replace(
        'services:\n',
        `services:\n  pagers: { name: { en: Pagers, fr: Téléavertisseurs }, retired: ${date} }\n`,
      ),
      'incidents/mail/incident.yml': incidentYml.replace('services: [', 'services: [pagers, '),
    }).text('/en/services/pagers/');
  expect(gone('2024-03-02')).toContain('The last twelve months');
  const quiet = builtFolder({
    'site.yml': siteYml.replace(
      'services:\n',
      'services:\n  pagers: { name: { en: Pagers, fr: Téléavertisseurs }, retired: 2019-03-02 }\n',
    ),
  }).text('/en/services/pagers/');
  expect(quiet).toContain('Gone since March~2, 2019');
  expect(quiet).not.toContain('The last twelve months');
});
