import { expect, test } from 'vitest';
import { hostIn } from '../../src/checks/texts/twin-hosts.ts';

test.each([
  ['weather.gc.ca', 'meteo.gc.ca'],
  ['www.canadapost.ca', 'www.postescanada.ca'],
  ['about.example.ca', 'apropos.example.ca'],
  ['en.wikipedia.org', 'fr.wikipedia.org'],
  ['status.example.ca', 'etat.example.ca'],
])('%s and %s are one host', (en, fr) => {
  expect(hostIn(en, [])).toBe(hostIn(fr, []));
});

test('a site names its own twins, in either order', () => {
  expect(hostIn('snow.example.ca', [['neige.example.ca', 'snow.example.ca']])).toBe(
    hostIn('neige.example.ca', [['neige.example.ca', 'snow.example.ca']]),
  );
});

test.each([
  ['example.ca', 'example.org'],
  ['weather.example.com', 'news.example.com'],
])('%s and %s are two', (one, other) => {
  expect(hostIn(one, [])).not.toBe(hostIn(other, []));
});
