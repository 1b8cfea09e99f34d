import { describe, expect, test } from 'vitest';
import { createUsedStyles } from '../../src/site/build/used-styles.ts';

const of = (css: string, html: string): string => createUsedStyles(css)(html);

describe('of a sheet, a document keeps', () => {
  test.each([
    ['a rule for a class that it has', '.facts{margin:0}', '<dl class="more facts">', '.facts{margin:0}'],
    ['a rule for an element that it has', 'dt{margin:0}', '<dl><dt>', 'dt{margin:0}'],
    ['nothing for what it has not', '.facts{margin:0}dt{margin:0}', '<p class="fact">', ''],
    ['of several selectors those that can match', 'p,.no,h1,h2{margin:0}', '<h1>', 'h1{margin:0}'],
    ['a rule whose every part is there', '.facts div dt{margin:0}', '<dl class="facts"><div>', ''],
    ['what holds for everything', ':root{--ink:#000}*{margin:0}', '<p>', ':root{--ink:#000}*{margin:0}'],
    ['what is for a moment', 'a:hover{color:red}', '<a href="#">', 'a:hover{color:red}'],
    [
      'what is for one choice of several',
      '.top :is(h1,h2){margin:0}',
      '<p class="top">',
      '.top :is(h1,h2){margin:0}',
    ],
    ['what is for all but one', 'path:not(.s){fill:none}', '<path d="">', 'path:not(.s){fill:none}'],
    [
      'what is for an attribute',
      'main [href^=http]:after{content:""}',
      '<main>',
      'main [href^=http]:after{content:""}',
    ],
    ['a sheet of paper', '@media print{@page{margin:0}}', '<p>', '@media print{@page{margin:0}}'],
  ])('%s', (_name, css, html, kept) => {
    expect(of(css, html)).toBe(kept);
  });

  test('the order of its rules and groups, without groups that are empty', () => {
    const css =
      '@layer base{p{margin:0}@media print{.no{margin:0}}}@layer print{@media print{p{margin:1px}.no{margin:0}}}';
    expect(of(css, '<p>')).toBe('@layer base{p{margin:0}}@layer print{@media print{p{margin:1px}}}');
  });

  test('the rules for what a script adds, where it has a script', () => {
    const css = '.alert dd{color:red}.facts+button{border:0}';
    const html = '<dl class="facts"><dd>';
    expect(of(css, html)).toBe('');
    expect(of(css, `<script src="/times.js" defer></script>${html}`)).toBe(css);
    expect(of(css, `<script type="application/ld+json">{}</script>${html}`)).toBe('');
  });

  test('nothing for an id or a word that is only called like a class', () => {
    expect(of('.facts{margin:0}', '<p id="facts">facts</p>')).toBe('');
  });
});
