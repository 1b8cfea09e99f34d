import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Loaded, load } from '../../src/site/load.ts';

export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** The clock of these tests: noon in Halifax on March 5, 2024. */
export const now = Date.parse('2024-03-05T12:00-04:00');

export const siteYml = `url: https://status.example.ca
zone: America/Halifax
primary: fr
name: { en: Service notices, fr: Avis de service }
organization: { en: Example Telecom, fr: Télécom Exemple }
services:
  email: { name: { en: Email, fr: Courriel } }
  web: { name: { en: Web sites, fr: Sites Web } }
regions:
  ns: { name: { en: Nova Scotia, fr: Nouvelle-Écosse } }
`;

export const incidentYml = `services: [email]
impact: critical
timeline:
  - at: 2024-03-02 06:40
    phase: investigating
    next: 2024-03-06 09:00
`;

export const enMd = `---
title: Email down
summary: Customers cannot read mail.
---

## Timeline

### 2024-03-02 06:40

We are looking for the cause.
`;

export const frMd = `---
title: Panne de courriel
summary: La clientèle ne peut pas lire ses courriels.
---

## Chronologie

### 2024-03-02 06:40

Nous cherchons la cause.
`;

const base: Files = {
  'site.yml': siteYml,
  'incidents/mail/incident.yml': incidentYml,
  'incidents/mail/en.md': enMd,
  'incidents/mail/fr.md': frMd,
};

/** A content folder on disk: a sound site with one incident, with some files put in or (undefined) taken away. */
export function contentFolder(changes: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ ...base, ...changes })) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Loads such a folder; problems are told as `file:line:column severity rule variant`, below the folder. */
export function loaded(changes: Files = {}): Loaded & { readonly told: readonly string[] } {
  const folder = contentFolder(changes);
  const result = load(folder, () => now);
  const told = result.problems.map(({ place, severity, rule, variant }) => {
    const where = `${place.file.slice(folder.length + 1)}:${place.line}:${place.column}`;
    return `${where} ${severity} ${rule}${variant === undefined ? '' : ` ${variant}`}`;
  });
  return { ...result, told };
}
