import { expect, test } from 'vitest';
import { enMd, frMd, loaded } from './folder.ts';

const told = (files: Parameters<typeof loaded>[0]) => loaded(files).told;
const book = (text: string) => told({ 'phrases.yml': text });

test('a pair whose variables differ, a variable that is none, and a phrase that is not there to be switched off', () => {
  expect(
    book(
      'phrases:\n  calm:\n    en: "We are looking. News {next}."\n    fr: "Nous cherchons."\n  odd:\n    en: "See {nxt}."\n    fr: "Voyez {nxt}."\noff: [holdin]\n',
    ),
  ).toEqual(
    expect.arrayContaining([
      'phrases.yml:4:9 error phrase/variable missing.en',
      'phrases.yml:6:9 error phrase/variable nearest',
      'phrases.yml:7:9 error phrase/variable nearest',
      'phrases.yml:8:7 error phrase/unknown nearest',
    ]),
  );
});

test('phrases are checked as all words are', () => {
  const found = book(
    'phrases:\n  bad:\n    en: "Back in 2 hours. We apologize for any inconvenience."\n    fr: "De retour dans 3 heures. Votre email suivra."\n',
  );
  for (const rule of ['parity/number', 'wording/', 'wording/term'])
    expect(found.some((one) => one.includes(`phrases.yml:`) && one.includes(rule))).toBe(true);
});

const said = (en: string, fr: string, facts = '') =>
  told({
    'incidents/mail/incident.yml': `services: [email]\nimpact: critical\n${facts}timeline:\n  - { at: 2024-03-02 06:40, phase: investigating, next: 2024-03-02 15:00 }\n  - { at: 2024-03-02 16:00, phase: resolved }\n`,
    'incidents/mail/en.md': `${enMd.replace('We are looking for the cause.', en)}\n### 2024-03-02 16:00\n\nIt is over.\n`,
    'incidents/mail/fr.md': `${frMd.replace('Nous cherchons la cause.', fr)}\n### 2024-03-02 16:00\n\nC’est terminé.\n`,
  }).filter((one) => one.includes('phrase/'));

const holding = {
  en: (next: string) => `We have no news yet. The work goes on, and our next update comes ${next}.`,
  fr: (next: string) =>
    `Nous n'avons pas encore de nouvelles à vous donner. Le travail se poursuit; prochaine mise à jour ${next}.`,
};

test('a phrase that the facts bear out is not told; one whose hour is another is, in each language', () => {
  expect(said(holding.en('at 3 p.m. AT'), holding.fr('à 15 h (HA)'))).toEqual([]);
  expect(said(holding.en('at 4 p.m. AT'), holding.fr('à 16 h (HA)'))).toEqual([
    'incidents/mail/en.md:10:1 warning phrase/contradiction value',
    'incidents/mail/fr.md:10:1 warning phrase/contradiction value',
  ]);
});

test('a phrase of another phase, another state, or of data that the facts have as lost', () => {
  const [en, fr] = ['Nothing of yours has been lost.', 'Rien de ce qui vous appartient n’a été perdu.'];
  expect(said(en, fr)).toEqual([]);
  expect(said(en, fr, 'data_loss: partial\n')).toHaveLength(2);
  expect(
    said(
      'The service works, but slowly (Email). We are working on it. Our next update comes at 3 p.m. AT.',
      'Le service fonctionne, mais au ralenti (Courriel). Nous y travaillons. Prochaine mise à jour à 15 h (HA).',
    ),
  ).toEqual([
    'incidents/mail/en.md:10:1 warning phrase/contradiction state',
    'incidents/mail/fr.md:10:1 warning phrase/contradiction state',
  ]);
  expect(
    said(
      'Service is back (Email). We let you down, and we are sorry.',
      'Le service est rétabli (Courriel). Nous n’avons pas été à la hauteur, et nous vous présentons nos excuses.',
    ),
  ).toEqual([
    'incidents/mail/en.md:10:1 warning phrase/contradiction phase',
    'incidents/mail/fr.md:10:1 warning phrase/contradiction phase',
  ]);
});
