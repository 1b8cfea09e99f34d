import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converted } from '../../src/import/markup.ts';
import { parseMarkdown } from '../../src/language/markdown/markdown.ts';

const anywhere = (href: string) => (/^(?:https?:\/\/[^/]|mailto:.)/.test(href) ? href : undefined);
const markdown = (text: string, breaks = false) => converted(text, breaks, anywhere).markdown;
const lost = (text: string) =>
  converted(text, false, anywhere).lost.map(({ value, did }) => `${did} ${value}`);

describe('a text of another program as one of ours', () => {
  test.each([
    ['Nous cherchons la **cause**.', 'Nous cherchons la **cause**.'],
    [
      '<p>We <b>know</b> the cause.</p><p>More at <a href="https://a.example">noon</a>.</p>',
      'We **know** the cause.\n\nMore at [noon](https://a.example).',
    ],
    ['one<br>two', 'one\\\ntwo'],
    ['<ul><li>mail</li><li>web</li></ul>', '- mail\n- web'],
    ['## What happened', '**What happened**'],
    ['### Why {#why}', '**Why {#why}**'],
    ['![a map](https://a.example/map.png)', '[a map](https://a.example/map.png)'],
    ['![](https://a.example/map.png?x=1)', '[map.png](https://a.example/map.png?x=1)'],
    ['[run](javascript:alert(1)) [file](file:///etc/passwd)', 'run file'],
    ['<script>alert(1)</script>words<style>p{}</style>', 'words'],
    ['<!-- not for readers -->words', 'words'],
    ['git clone <repo> into <the-folder>', 'git clone \\<repo> into \\<the-folder>'],
    ['a < b and b > c & d', 'a < b and b > c & d'],
    ['{{ title }} and {% raw %} and ${x}', '{{ title }} and {% raw %} and ${x}'],
    ['{lang=fr}', '\\{lang=fr}'],
    ['[mots]{lang=fr}', '\\[mots]\\{lang=fr}'],
    ['see https://a.example/x for more', 'see <https://a.example/x> for more'],
    ['<p>see https://a.example/x.</p>', 'see <https://a.example/x>.'],
    ['`https://a.example/x`', '`https://a.example/x`'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['~~gone~~', '~~gone~~'],
  ])('%s', (text, expected) => {
    expect(markdown(text)).toBe(expected);
  });

  test('a line’s end is one only where the original shows it so', () => {
    expect(markdown('one\ntwo')).toBe('one two');
    expect(markdown('one\ntwo', true)).toBe('one\\\ntwo');
  });

  test.each([
    ['No mail.', 'No mail.'],
    [
      'Nobody has been able to read their mail since noon.\n\nMore at <https://a.example/x>.',
      'Nobody has been able to read their mail since noon.',
    ],
    [
      '<p>Nobody has been able to read their mail since noon.</p><p>More later.</p>',
      'Nobody has been able to read their mail since noon.',
    ],
    [
      'No mail.\n\nWe look for the cause of it since noon.\n\nMore later.',
      'No mail. We look for the cause of it since noon.',
    ],
    [
      'What cannot be reached since noon, for most of us:\n\n- mail\n- web\n\nMore later.',
      'What cannot be reached since noon, for most of us: mail web More later.',
    ],
    [
      '## Since noon in all of our data centres\n\nNo mail.',
      'Since noon in all of our data centres No mail.',
    ],
  ])('the first words of %j', (text, expected) => {
    expect(converted(text, false, anywhere).opening).toBe(expected);
  });

  test('what is left out is told', () => {
    expect(
      lost('<!-- a word for us --><script src="x"></script>\n\n[x](data:text/html,x) ![y](//z)'),
    ).toEqual([
      'comment_dropped a word for us',
      'markup_dropped <script>',
      'link_text data:text/html,x',
      'picture_text //z',
    ]);
  });

  test('nothing that is nested past reason makes it fail, and its words stay', () => {
    const deep = `${'<div>'.repeat(20_000)}words at the bottom${'</div>'.repeat(20_000)}`;
    expect(markdown(deep)).toBe('words at the bottom');
    expect(() => markdown(`${'> '.repeat(5_000)}words`)).not.toThrow();
    expect(markdown(`${'one<br>'.repeat(600)}**last**`)).toMatch(/\*\*last\*\*$/);
  });

  test('of any text: no markup of HTML, no heading, no picture, no scheme that may run', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<a href="javascript:x">',
        '</a>',
        '<img src=x onerror=y>',
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '# ',
        '\n',
        '\n\n',
        '- ',
        '> ',
        '```',
        '`',
        '[x](vbscript:y)',
        '![z](a.png)',
        '{#id}',
        '{lang=fr}',
        '<table><tr><td>',
        '|',
        '&lt;i&gt;',
        '&#x3c;',
        '===',
        '---',
        '\\',
        '1. ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, breaks) => {
        const tokens = parseMarkdown(converted(pieces.join(''), breaks, anywhere).markdown);
        const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
        const types = all.map(({ type }) => type);
        expect(types.filter((type) => /^(?:html_|heading|image|lang_)/.test(type))).toEqual([]);
        for (const token of all.filter(({ type }) => type === 'link_open'))
          expect(String(token.attrGet('href'))).toMatch(/^(?:https?|mailto):/);
      }),
      { numRuns: 500 },
    );
  });

  test('of plain words none is lost and none changes', () => {
    const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}*_#<>&[\]`~|{}=+-]{1,8}$/u), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, (all) => {
        // As code they stand for themselves, whatever they are made of.
        const text = all.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join(' ');
        const [token] = parseMarkdown(markdown(text)).filter(({ type }) => type === 'inline');
        const shown = (token?.children ?? []).map(({ content }) => content).join('');
        expect(shown).toBe(all.join(' '));
      }),
      { numRuns: 500 },
    );
  });
});
