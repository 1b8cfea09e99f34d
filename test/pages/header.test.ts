import { describe, expect, test } from 'vitest';
import { siteYml } from '../content/folder.ts';
import { builtFolder, builtWorld } from './built.ts';

const everywhere = ['/', '/404.html', '/en/', '/fr/', '/en/404.html', '/fr/incidents/mail/'];
const themed = (theme: string) => builtFolder({ 'site.yml': `${siteYml}theme: ${theme}\n` });
const ground = /\.top\{[^}]*background:#0a6b5c;[^}]*color:#fff/;

describe('the header on the site’s colour', () => {
  test.each(everywhere)('stands on every kind of page: %s', (path) => {
    const html = themed('{ accent: "#0a6b5c", header: accent }').html(path);
    expect(html).toMatch(ground);
    expect(html).toContain('class="top"');
  });

  test('gives a logo an outline in the colour of its words: one of its own colour would not be seen', () => {
    const html = builtWorld('images').html('/en/');
    expect(html).toMatch(/<a class="site logo"/);
    const onAccent = builtFolder({
      'site.yml': `${siteYml}theme: { accent: "#ffd400", header: accent, logo: logo.svg }\n`,
      'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h40z"/></svg>',
    }).html('/en/');
    expect(onAccent).toMatch(/\.logo img\{filter:drop-shadow\(0 0 1px #000\)\}/);
  });

  test('has the logo on the door too', () => {
    expect(builtWorld('images').html('/')).toMatch(/<div class="logo"><img src="[^"]*" alt="" width/);
  });

  test('has black words where they are read better', () => {
    expect(themed('{ accent: "#ffd400", header: accent }').html('/')).toMatch(/\.top\{[^}]*color:#000/);
  });

  test.each(everywhere)('is asked for: otherwise the colour is that of links alone: %s', (path) => {
    expect(themed('{ accent: "#0a6b5c" }').html(path)).not.toMatch(ground);
  });
});
