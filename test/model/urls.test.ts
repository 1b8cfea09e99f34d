import { describe, expect, test } from 'vitest';
import { imagePath, listPath, momentAnchor, outputOf, slugOf, yearPath } from '../../src/model/urls.ts';
import { compareMoments, deadlineOf, isoOf, offsetText } from '../../src/model/values.ts';
import { at } from '../sites.ts';

test.each([
  ['Québec', 'quebec'],
  ['Cœur', 'coeur'],
  ['Île-du-Prince-Édouard', 'ile-du-prince-edouard'],
  ['L’Œuvre d’été', 'l-oeuvre-d-ete'],
  ['  Panne : 50 % !  ', 'panne-50'],
  ['Nº 9 — ÆTHER', 'no-9-aether'],
  ['e\u0301te\u0301', 'ete'],
  ['日本', ''],
])('slugOf(%j) is %j', (text, slug) => expect(slugOf(text)).toBe(slug));

describe('anchors, as they are published for ever', () => {
  test.each([
    ['2024-03-02 06:40', 1, 't-20240302T0640-0400'],
    ['2024-07-02 06:40', 1, 't-20240702T0640-0300'],
    ['2024-03-02 06:40:30', 1, 't-20240302T064030-0400'],
    ['2024-03-02', 1, 't-20240302'],
    ['2024-03-02', 2, 't-20240302-2'],
  ])('%s, %d', (time, nth, anchor) => expect(momentAnchor(at(time), nth)).toBe(anchor));
});

test('addresses of lists and files', () => {
  expect(listPath('maintenance', 'fr')).toBe('/fr/entretien/');
  expect(listPath('incidents', 'en', 2)).toBe('/en/incidents/2/');
  expect(yearPath('2019', 'fr')).toBe('/fr/historique/2019/');
  expect(outputOf('/en/')).toBe('en/index.html');
  expect(outputOf('/404.html')).toBe('404.html');
  expect(imagePath('mail', 'carte été.png')).toBe('/images/mail/carte%20%C3%A9t%C3%A9.png');
});

test('moments', () => {
  expect(isoOf(at('2024-03-02 06:40'))).toBe('2024-03-02T06:40-04:00');
  expect(isoOf(at('2024-03-02'))).toBe('2024-03-02');
  expect(offsetText(-210)).toBe('-03:30');
  expect(offsetText(345)).toBe('+05:45');
  expect(compareMoments(at('2024-03-02'), at('2024-03-02 23:00'))).toBe(0);
  expect(compareMoments(at('2024-03-02'), at('2024-03-03 00:00'))).toBeLessThan(0);
  expect(deadlineOf(at('2024-03-02'))).toBe(Date.parse('2024-03-03T00:00-04:00'));
});
