import { describe, expect, test } from 'vitest';
import { siteYml } from '../content/folder.ts';
import { builtFolder } from './built.ts';

const everywhere = ['/', '/404.html', '/en/', '/fr/', '/en/404.html', '/fr/incidents/mail/'];
const themed = (theme: string) => builtFolder({ 'site.yml': `${siteYml}theme: ${theme}\n` });
const ground = /\.top\{[^}]*background:#0a6b5c;[^}]*color:#fff/;

describe('the header on the site’s colour', () => {
  test.each(everywhere)('stands on every kind of page: %s', (path) => {
    const html = themed('{ accent: "#0a6b5c", header: accent }').html(path);
    expect(html).toMatch(ground);
    expect(html).toContain('class="top"');
  });

  test('has black words where they are read better', () => {
    expect(themed('{ accent: "#ffd400", header: accent }').html('/')).toMatch(/\.top\{[^}]*color:#000/);
  });

  test.each(everywhere)('is asked for: otherwise the colour is that of links alone: %s', (path) => {
    expect(themed('{ accent: "#0a6b5c" }').html(path)).not.toMatch(ground);
  });
});
