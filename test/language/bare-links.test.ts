import { describe, expect, test } from 'vitest';
import { bareLinksIn } from '../../src/language/markdown/bare-links.ts';
import { parseMarkdown, renderProse } from '../../src/language/markdown/markdown.ts';
import { referencesOf } from '../../src/language/markdown/paragraphs.ts';
import type { Locale } from '../../src/model/values.ts';
import { growth, linear } from '../growth.ts';

const links = (text: string): string[] =>
  bareLinksIn(text).map(({ start, end, href }) => `${text.slice(start, end)} → ${href}`);

const resolve = { link: (href: string) => href, image: () => undefined };
const prose = (text: string, locale: Locale = 'en') =>
  renderProse(parseMarkdown(text), { locale, profile: 'oqlf', resolve });

describe('what can be followed', () => {
  test.each([
    ['See https://example.org/help, now.', 'https://example.org/help → https://example.org/help'],
    ['Voir « https://exemple.ca/a »; merci', 'https://exemple.ca/a → https://exemple.ca/a'],
    ['Voir «https://exemple.ca/a».', 'https://exemple.ca/a → https://exemple.ca/a'],
    ['(https://example.org/a_(b))', 'https://example.org/a_(b) → https://example.org/a_(b)'],
    ['www.exemple.ca/aide!', 'www.exemple.ca/aide → https://www.exemple.ca/aide'],
    ['Écrivez à aide@exemple.quebec.', 'aide@exemple.quebec → mailto:aide@exemple.quebec'],
    ['mailto:help@example.ca', 'mailto:help@example.ca → mailto:help@example.ca'],
    ['1 800 555-0199', '1 800 555-0199 → tel:+18005550199'],
    ['1-800-555-0100.', '1-800-555-0100 → tel:+18005550100'],
    ['Tél.:418 555-0123', '418 555-0123 → tel:+14185550123'],
    ['(902) 555-0100', '(902) 555-0100 → tel:+19025550100'],
    ['902.555.0100, ext. 3', '902.555.0100 → tel:+19025550100'],
    ['+1-902-555-0100', '+1-902-555-0100 → tel:+19025550100'],
    ['1\u00a0800\u00a0555\u20110199', '1\u00a0800\u00a0555\u20110199 → tel:+18005550199'],
    ['+33 1 23 45 67 89', '+33 1 23 45 67 89 → tel:+33123456789'],
    // ITU-T E.161: B, E and L are on 2, 3 and 5.
    ['1-888-555-BELL', '1-888-555-BELL → tel:+18885552355'],
    ['Composez le numéro 1 888 555-0101', '1 888 555-0101 → tel:+18885550101'],
  ])('%s', (text, expected) => expect(links(text)).toEqual([expected]));
});

describe('what cannot', () => {
  test.each([
    ['a domain alone', 'exemple.ca, Booking.com, node.js'],
    ['another scheme', 'javascript:alert(1) ftp://example.org data:x skype:a //example.org'],
    ['an address that hides its host', 'https://bank.ca:x@evil.ca/ https://user@evil.ca'],
    ['what is no address', 'https://… https://localhost www.x a@b user@host'],
    ['three digits that everyone can dial', '9-1-1, 8-1-1, le 911'],
    ['amounts', '$902 555 0100, 902 555 0100 $, 8 400 000 500, 450 200'],
    [
      'tickets and references',
      'ticket 418-555-0199, billet no 902 555-0100, INC-902-555-0100, 418-555-0199-22',
    ],
    ['times and dates', '2024-03-02 06:40, 2019-08-15 to 2019-08-16'],
    ['digits without a gap', '4185550199, 18005550199'],
    ['an address of a machine', '192.168.100.1000'],
  ])('%s', (_, text) => expect(links(text)).toEqual([]));
});

describe('in the prose of a note', () => {
  test.each([
    ['Write to help@example.ca.', '<p>Write to <a href="mailto:help@example.ca">help@example.ca</a>.</p>'],
    [
      '`https://example.org` and <https://example.org>',
      '<p><code>https://example.org</code> and <a href="https://example.org">https://example.org</a></p>',
    ],
    ['[1 800 555-0199](../faq/)', '<p><a href="../faq/">1 800 555-0199</a></p>'],
    ['### Call 1 800 555-0199', '<h3>Call 1 800 555-0199</h3>'],
    ['    https://example.org', '<pre><code>https://example.org\n</code></pre>'],
    [
      'Phone: 902 555-0100\nEmail: help@example.ca',
      '<p>Phone: <a href="tel:+19025550100">902 555-0100</a><br>\nEmail: <a href="mailto:help@example.ca">help@example.ca</a></p>',
    ],
    [
      '**Urgence :** poste 3\n**Bureau :** poste 4\n(du lundi au vendredi)',
      '<p><strong>Urgence:</strong> poste 3<br>\n<strong>Bureau:</strong> poste 4<br>\n(du lundi au vendredi)</p>',
    ],
    [
      'Note: this line is wrapped\nwhere the editor ends it.',
      '<p>Note: this line is wrapped\nwhere the editor ends it.</p>',
    ],
  ])('%s', (text, expected) => expect(prose(text).html).toBe(expected));

  test('a plain text says each address once', () => {
    expect(prose('Call 1 800 555-0199 or see www.example.org/a.').text).toBe(
      'Call 1 800 555-0199 or see www.example.org/a.',
    );
  });

  test('French spaces stay outside of the address', () => {
    const { html } = prose('Voir "https://exemple.ca/a" : merci', 'fr');
    expect(html).toBe(
      '<p>Voir «\u00a0<a href="https://exemple.ca/a">https://exemple.ca/a</a>\u00a0»\u00a0: merci</p>',
    );
  });

  test('a bare link has its place', () => {
    const line = 'See https://example.org or 902 555-0100';
    const spots = referencesOf(parseMarkdown(line), [line]).map(({ spot, isBare }) => [spot.column, isBare]);
    expect(spots).toEqual([
      [line.indexOf('https'), true],
      [line.indexOf('902'), true],
    ]);
  });
});

test.each(['www.', 'https://', '1 800 555-', 'a@b.', '+1 ', '(902) ', '(', 'a.', '902 555 ', 'ticket no '])(
  'the search for links grows with its text: %j',
  (unit) => expect(growth(unit, bareLinksIn)).toBeLessThan(linear),
);
