import { describe, expect, test } from 'vitest';
import { parseMarkdown, renderProse } from '../../src/language/markdown/markdown.ts';
import type { Locale } from '../../src/model/values.ts';

const resolve = {
  link: (href: string) => (href.startsWith('https:') ? href : undefined),
  image: (source: string) =>
    source === 'map.png' ? { src: '/images/x/map.png', width: 20, height: 10 } : undefined,
};
const html = (text: string, locale: Locale = 'en', shift = 0) =>
  renderProse(parseMarkdown(text), { locale, profile: 'oqlf', resolve, shift }).html;
const text = (source: string, locale: Locale = 'en') =>
  renderProse(parseMarkdown(source), { locale, profile: 'oqlf', resolve }).text;

describe('what a writer may write', () => {
  test.each([
    ['**Bold** and *soft*', '<p><strong>Bold</strong> and <em>soft</em></p>'],
    ['~~gone~~', '<p><s>gone</s></p>'],
    ['### Lost? {#lost-messages}', '<h3 id="lost-messages">Lost?</h3>'],
    ['He said [désolé]{lang=fr}.', '<p>He said <span lang="fr">désolé</span>.</p>'],
    ['> Désolés\n> {lang=fr}', '<blockquote lang="fr">\n<p>Désolés</p>\n</blockquote>'],
    ['> Désolés\n>\n> {lang=fr}', '<blockquote lang="fr">\n<p>Désolés</p>\n</blockquote>'],
    ['[page](https://example.ca/a?b=1&c=2)', '<p><a href="https://example.ca/a?b=1&amp;c=2">page</a></p>'],
    [
      '![A "map"](map.png)',
      '<p><img src="/images/x/map.png" alt="A “map”" width="20" height="10" loading="lazy"></p>',
    ],
    ['{{ site.name }} {% raw %} ${x}', '<p>{{ site.name }} {% raw %} ${x}</p>'],
  ])('%s', (text, expected) => expect(html(text)).toBe(expected));

  test('a table keeps its alignment without a style attribute', () => {
    const table = html('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(table).toContain('<th class="right">b</th>');
    expect(table).not.toContain('style=');
  });

  test('headings move by a level where a part has a page of its own', () => {
    expect(html('#### Detail', 'en', -1)).toBe('<h3>Detail</h3>');
  });
});

describe('what a writer may not', () => {
  test.each([
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a <b onclick="x()">b</b>', '<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>'],
    ['[x](javascript:alert(1))', '<p><a>x</a></p>'],
    ['[x](JaVaScRiPt&colon;alert(1))', '<p><a>x</a></p>'],
    ['<javascript:alert(1)>', '<p><a>javascript:alert(1)</a></p>'],
    ['before\n\n<!-- secret\n\nsecret -->\n\nafter', '<p>before</p>\n<p>after</p>'],
    ['a <!-- secret --> b', '<p>a  b</p>'],
    ['<!-- never closed\n\nsecret', ''],
    ['[x]{lang=fr onclick=y}', '<p>[x]{lang=fr onclick=y}</p>'],
    ['[x]{lang="><script>"}', '<p>[x]{lang=&quot;&gt;&lt;script&gt;&quot;}</p>'],
    ['### x {#a"onclick="b}', '<h3 id="a&quot;onclick=&quot;b">x</h3>'],
  ])('%s', (text, expected) => expect(html(text)).toBe(expected));
});

describe('each stretch is typeset in its own language', () => {
  test.each<[string, Locale, string]>([
    ['Il a dit **"oui"** hier', 'fr', '<p>Il a dit <strong>«\u00a0oui\u00a0»</strong> hier</p>'],
    ['près de 50\n% des boîtes', 'fr', '<p>près de 50\u00a0% des boîtes</p>'],
    ['**Cause** : panne', 'fr', '<p><strong>Cause</strong>\u00a0: panne</p>'],
    ['Le mot [what?!  "so"]{lang=en} reste', 'fr', '<p>Le mot <span lang="en">what?!  “so”</span> reste</p>'],
    ['> "Sorry"\n> {lang=en}', 'fr', '<blockquote lang="en">\n<p>“Sorry”</p>\n</blockquote>'],
    ['> "Désolés"\n> {lang=fr}', 'en', '<blockquote lang="fr">\n<p>«\u00a0Désolés\u00a0»</p>\n</blockquote>'],
    ['Le code `a ? b : c` : ici', 'fr', '<p>Le code <code>a ? b : c</code>\u00a0: ici</p>'],
  ])('%s', (text, locale, expected) => expect(html(text, locale)).toBe(expected));
});

describe('as plain text', () => {
  test.each([
    ['One line\nof words.\n\nAnother *one*.', 'One line of words.\n\nAnother one.'],
    ['First\\\nsecond', 'First\nsecond'],
    ['- a\n- b\n  - c\n\n  d', '- a\n\n- b\n\n  - c\n\n  d'],
    ['- a\n- b\n  - c', '- a\n- b\n  - c'],
    ['9. nine\n10. ten\n\n    more', '9. nine\n\n10. ten\n\n    more'],
    ['3) three\n4) four', '3) three\n4) four'],
    ['> Sorry.\n>\n> - Truly.', '> Sorry.\n>\n> - Truly.'],
    ['| Hour | State |\n|---|--:|\n| 6 h | **down** |', 'Hour | State\n6 h | down'],
    ['Fill in [the form](https://example.ca/form).', 'Fill in the form (https://example.ca/form).'],
    ['<https://example.ca/form>', 'https://example.ca/form'],
    ['[www.example.ca](https://www.example.ca/)', 'www.example.ca'],
    ['[See above](#above)', 'See above'],
    ['![A "map"](map.png)', '[A “map”]'],
    ['Back at ~~9~~ 10.', 'Back at ~~9~~ 10.'],
    ['Press `a  < b`.', 'Press a  < b.'],
    ['```\na\n\n  b\n```', 'a\n\n  b'],
    ['### Lost? {#lost}\n\nNo.', 'Lost?\n\nNo.'],
    ['a\n\n---\n\nb', 'a\n\n* * *\n\nb'],
    ['a <!-- secret --> b\n\n<!-- more -->\n\n<b>c</b>', 'a  b\n\n<b>c</b>'],
    ['He said [désolé]{lang=fr}.', 'He said désolé.'],
    ['', ''],
  ])('%j', (source, expected) => expect(text(source)).toBe(expected));

  test('is typeset as the markup is', () => {
    expect(text('Il a dit **"oui"** : 50\n% des boîtes', 'fr')).toBe(
      'Il a dit «\u00a0oui\u00a0»\u00a0: 50\u00a0% des boîtes',
    );
    expect(text('> "Sorry"\n> {lang=en}', 'fr')).toBe('> “Sorry”');
  });

  test('names a mailbox and a telephone once', () => {
    const link = (href: string): string => href;
    const said = (source: string) =>
      renderProse(parseMarkdown(source), { locale: 'en', profile: 'oqlf', resolve: { ...resolve, link } })
        .text;
    expect(said('[us](mailto:help@example.ca)')).toBe('us (help@example.ca)');
    expect(said('<help@example.ca>')).toBe('help@example.ca');
    expect(said('[1-800-555-0100](tel:+18005550100)')).toBe('1-800-555-0100');
    expect(said('[call us](tel:+18005550100)')).toBe('call us (+18005550100)');
  });
});

test('a block can be rendered again: nothing that was parsed is changed', () => {
  const block = parseMarkdown(
    '#### "A" {#a}\n\n| "b" |\n|--:|\n| [c](https://example.ca/) |\n\n![d](map.png) 5\n% "e"',
  );
  const options = { locale: 'fr', profile: 'oqlf', resolve, shift: -1 } as const;
  const before = JSON.stringify(block);
  expect(renderProse(block, options)).toEqual(renderProse(block, options));
  expect(JSON.stringify(block)).toBe(before);
});

test('where words of several notices are gathered, ids begin with what sets them apart', () => {
  const options = { locale: 'en', profile: 'oqlf', resolve, scope: 'mail' } as const;
  const prose = renderProse(parseMarkdown('#### x {#y}\n\nThe text ` id="z"` stays.'), options);
  expect(prose.html).toBe('<h4 id="y">x</h4>\n<p>The text <code> id=&quot;z&quot;</code> stays.</p>');
  expect(prose.gathered).toBe(
    '<h4 id="mail-y">x</h4>\n<p>The text <code> id=&quot;z&quot;</code> stays.</p>',
  );
  expect(renderProse(parseMarkdown('No id.'), options).gathered).toBeUndefined();
});

test('hostile input ends', () => {
  for (const text of [
    '['.repeat(50_000),
    '{#'.repeat(50_000),
    '> '.repeat(20_000),
    '*'.repeat(100_000),
    '`'.repeat(100_001),
  ]) {
    expect(html(text, 'fr')).toBeTypeOf('string');
  }
});
