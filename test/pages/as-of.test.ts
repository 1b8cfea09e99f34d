import { describe, expect, test } from 'vitest';
import { builtWorld } from './built.ts';

// At 10 a.m. on December 1, 2026, in Halifax; the incident began at 4:30.
const open = builtWorld('open');

describe.each([
  [
    'en',
    '/en/incidents/internet-and-phone-down/',
    'Page updated on Dec.~1, 10~a.m.~AT',
    '4~of~4 on time as of Dec.~1, 10~a.m.~AT',
    ['Dec.\u00a01, 4:30\u00a0a.m.', 'Dec.\u00a01, 10\u00a0a.m.'],
    ['/en/services/internet/', '/en/regions/nova-scotia/'],
  ],
  [
    'fr',
    '/fr/incidents/internet-et-telephone-en-panne/',
    'Page mise à jour le 1er~déc., 10~h~(HA)',
    '4~sur~4 à l’heure au 1er~déc., 10~h~(HA)',
    ['1er\u00a0déc., 4\u00a0h\u00a030', '1er\u00a0déc., 10\u00a0h'],
    ['/fr/services/internet/', '/fr/regions/nouvelle-ecosse/'],
  ],
] as const)(
  'what is said of the present is said as of the hour of the page, %s',
  (_, path, made, kept, ends, places) => {
    test('its state', () => {
      for (const one of [path, ...places]) expect(open.text(one), one).toContain(made);
    });

    test('the promises that were kept so far', () => {
      expect(open.text(path)).toContain(kept);
    });

    test('the end of its bars', () => {
      const [, line = ''] = /<p class="ends"[^>]*>(.*?)<\/p>/.exec(open.html(path)) ?? [];
      expect([...line.matchAll(/<time[^>]*>(.*?)<\/time>/g)].map(([, words]) => words)).toEqual(ends);
    });

    test('and a reader who comes later is told by the script that a promise has passed, there too', () => {
      for (const one of [...places, `/${_}/404.html`, '/404.html'])
        expect(open.html(one), one).toContain('assets/times.js');
    });
  },
);

test('of what is over nothing is said as of the hour of the page', () => {
  const complete = builtWorld('complete');
  expect(complete.text('/en/incidents/email-down/')).not.toMatch(/Page updated|as of/);
  expect(complete.text('/fr/incidents/panne-de-courriel/')).not.toMatch(/Page mise à jour| au 15~juin/);
});
