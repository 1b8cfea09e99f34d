import { expect, test } from 'vitest';
import { guidanceFor } from '../../src/content/document/guidance.ts';
import { enMd, loaded } from '../content/folder.ts';

const en = 'incidents/mail/en.md';

test('a line of guidance that is still there is no text', () => {
  const guidance = guidanceFor('timeline', 'en');
  expect(loaded({ [en]: enMd.replace('We are looking for the cause.', guidance) }).told).toEqual([
    `${en}:10:1 error facts/no-text guidance`,
  ]);
});

test('what changes on one side alone makes the other stale', () => {
  // Hashes of “Email down” and “Panne de courriel”: the first 16 digits of sha256sum of each.
  const enTitle = 'b170a8c20a6c3509';
  const frTitle = '609b00b333f3c12d';
  const agreed = `mail:\n  title: { en: ${enTitle}, fr: ${frTitle} }\n`;
  expect(loaded({ 'agreed.yml': agreed }).told).toEqual([]);
  expect(loaded({ 'agreed.yml': agreed, [en]: enMd.replace('Email down', 'Email is down') }).told).toEqual([
    'incidents/mail/fr.md:2:8 warning parity/stale',
  ]);
});
