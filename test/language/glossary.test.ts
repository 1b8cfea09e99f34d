import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { opaque, typeset } from '../../src/language/typography/typography.ts';
import { type Glossary, type Term, termFindings } from '../../src/language/wording/glossary.ts';
import { formsOf, terms } from '../../src/language/wording/glossary-terms.ts';
import { typographies } from '../../src/model/site.ts';
import { type Locale, locales } from '../../src/model/values.ts';
import { growth, linear } from '../growth.ts';

const none: Glossary = { terms: [], off: [] };

/** `found → suggestion` for each finding. */
const told = (text: string, locale: Locale, glossary: Glossary = none): readonly string[] =>
  termFindings(text.replace(/`[^`]*`/g, opaque), locale, glossary).map(
    ({ values }) => `${values.found} → ${values.suggestion}`,
  );

const french: readonly (readonly [string, ...string[]])[] = [
  // OQLF, Grand dictionnaire terminologique, for mail; common usage in Canada for the rest.
  ['votre email', 'email → courriel'],
  ['boîtes impactées', 'impactées → touchées'],
  ['un bris de service', 'bris de service → interruption de service'],
  ['le champ `email`'],
  ['un e-mail, deux mails', 'e-mail → courriel', 'mails → courriels'],
  ["L’email et l'email", 'email → courriel', 'email → courriel'],
  ['Email perdu. E-mail reçu', 'Email → Courriel', 'E-mail → Courriel'],
  ['le webmail', 'webmail → courriel Web'],
  ['votre inbox', 'inbox → boîte de réception'],
  ['la dernière update', 'update → mise à jour'],
  ['un bounce', 'bounce → avis de non-remise'],
  ['à forwarder', 'forwarder → réacheminer'],
  ['du spam ou du phishing', 'spam → pourriel', 'phishing → hameçonnage'],
  ['un backup, des back-ups', 'backup → copie de sauvegarde', 'back-ups → copies de sauvegarde'],
  ['une performance dégradée', 'performance dégradée → service ralenti'],
  ['la cause racine', 'cause racine → cause première'],
  ['la ligne du temps', 'ligne du temps → chronologie'],
  ['notre page de statut', 'page de statut → page d’état'],
  ['le support technique', 'support technique → soutien technique'],
  ['la panne impacte et impactera, sans impact', 'impacte → touche', 'impactera → touchera'],
  ['une cause\nracine', 'cause racine → cause première'],
  // names, quotations, addresses
  ['l’application Mail et Update Manager'],
  ['Mail est revenu'],
  ['EMAIL en capitales'],
  ['« votre email » et “email” et "email"'],
  ['https://exemple.ca/email et email@exemple.ca et mail.exemple.ca et e-mailing'],
  ['l’émail et le mailing'],
];

const english: readonly (readonly [string, ...string[]])[] = [
  ['your e-mail', 'e-mail → email'],
  ['E-mails were lost', 'E-mails → Emails'],
  ['the web site is on-line', 'web site → website', 'on-line → online'],
  ['the color of the data center', 'color → colour', 'center → centre'],
  ['we apologise, and cancelled or canceled', 'apologise → apologize', 'canceled → cancelled'],
  ['Prior to the outage', 'Prior to → Before'],
  ['the Data Center and “your e-mail”'],
];

describe.each([
  ['fr', french],
  ['en', english],
] as const)('%s', (locale, cases) => {
  test.each(cases)('%s', (text, ...findings) => {
    expect(told(text, locale)).toEqual(findings);
  });
});

const innocent = (locale: Locale): readonly string[] =>
  readFileSync(new URL(`../fixtures/lint/innocent.${locale}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

describe.each(locales)('%s: nothing to say', (locale) => {
  test('about enough sentences', () => expect(innocent(locale).length).toBeGreaterThanOrEqual(40));
  test.each(innocent(locale))('%s', (text) => {
    expect(told(text, locale)).toEqual([]);
  });
});

const own: readonly Term[] = [
  { lang: 'fr', avoid: ['bidule', 'bidules'], prefer: 'appareil' },
  { lang: 'fr', avoid: ['TELUS Mail'], prefer: 'Courriel TELUS' },
  { lang: 'fr', avoid: ["l'email"], prefer: 'la messagerie' },
  { lang: 'en', avoid: ['gizmo (old)'], prefer: 'device' },
];

test('a team adds terms of its own, in one language each', () => {
  const glossary = { terms: own, off: [] };
  expect(told('Bidule et bidules', 'fr', glossary)).toEqual(['Bidule → Appareil', 'bidules → appareil']);
  expect(told('le TELUS Mail, le telus mail', 'fr', glossary)).toEqual([
    'TELUS Mail → Courriel TELUS',
    'mail → courriel',
  ]);
  expect(told('dans l’email', 'fr', glossary)).toEqual(['l’email → la messagerie']);
  expect(told('a bidule, a gizmo (old) one', 'en', glossary)).toEqual(['gizmo (old) → device']);
});

test('a team switches a term off by any of its forms', () => {
  const glossary = { terms: [], off: ['Impacté', 'spams', "page d'accueil"] };
  expect(told('impacter et impactées, du spam, un email', 'fr', glossary)).toEqual(['email → courriel']);
  expect(told('un mail', 'fr', { terms: [], off: ['email'] })).toEqual(['mail → courriel']);
  expect(
    told('bidule', 'fr', { terms: [], off: terms.fr.flatMap((line) => [...formsOf(line).keys()]) }),
  ).toEqual([]);
});

test('a finding stands where its words are', () => {
  const text = 'Bonjour, votre email et la cause\nracine';
  expect(termFindings(text, 'fr', none)).toEqual([
    { rule: 'wording/term', index: 15, length: 5, values: { found: 'email', suggestion: 'courriel' } },
    {
      rule: 'wording/term',
      index: 27,
      length: 12,
      values: { found: 'cause racine', suggestion: 'cause première' },
    },
  ]);
});

describe.each(locales)('the table of %s', (locale) => {
  const avoided = terms[locale].flatMap((line) => [...formsOf(line).keys()]);

  test('names each form once', () => expect(new Set(avoided).size).toBe(avoided.length));
  test.each(terms[locale])('%s', (line) => {
    for (const [form, better] of formsOf(line)) {
      expect(told(`x ${form} x`, locale)).toEqual([`${form} → ${better}`]);
      expect(told(better, locale)).toEqual([]);
      for (const profile of typographies) expect(typeset(better, locale, profile)).toBe(better);
    }
  });
});

test('hostile texts take time in proportion to their length', () => {
  for (const unit of [
    '"',
    '«',
    '“',
    'e',
    'e-',
    'mail',
    'mail ',
    'cause ',
    'cause  ',
    ' ',
    'a',
    "l'",
    'impact',
    'bris de ',
  ]) {
    for (const locale of locales) {
      const found = (text: string) => termFindings(text, locale, none);
      expect(growth(unit, found), `${locale} ${unit}`).toBeLessThan(linear);
    }
  }
});
