import { describe, expect, test } from 'vitest';
import { pageKinds } from '../../src/pages/page.ts';
import { minify } from '../../src/site/build/minify.ts';
import { createRenderer, tidy } from '../../src/site/build/render.ts';
import { stylesOf, templatesOf } from '../../src/site/build/styles.ts';
import { enMd } from '../content/folder.ts';
import { growth, linear } from '../growth.ts';
import { builtFolder } from '../pages/built.ts';

describe('a document', () => {
  test('has no indentation, but what stands in <pre> is left as it is', () => {
    expect(tidy('<ul>\n  <li>a\n\n  b</li>\n</ul>\n<pre>\n  x\n\n    y</pre>\n\n  <p>z\n')).toBe(
      '<ul>\n<li>a\nb</li>\n</ul>\n<pre>\n  x\n\n    y</pre>\n<p>z\n',
    );
  });

  test('is made in time linear in its length, closed or not', () => {
    expect(growth('<pre>', tidy)).toBeLessThan(linear);
    expect(growth(' \n', tidy, 'x')).toBeLessThan(linear);
  });

  test('holds what a writer typed as text', () => {
    const title = `<img src=x onerror=alert(1)> "&' {{ 7*7 }} {% raw %}`;
    const html = builtFolder({
      'incidents/mail/en.md': enMd.replace('Email down', `'${title.replace("'", "''")}'`),
    }).html('/en/incidents/mail/');
    expect(html).not.toContain('<img');
    expect(html).toContain('{{ 7*7 }} {% raw %}');
    expect(html).toContain('&lt;img');
  });

  test('is the same wherever the program is started', () => {
    const before = process.cwd();
    const page = builtFolder({}).page('/en/');
    if (page === undefined) throw new Error('no home');
    const here = createRenderer()(page);
    process.chdir('/');
    try {
      expect(createRenderer()(page)).toBe(here);
    } finally {
      process.chdir(before);
    }
  });
});

describe('styles', () => {
  test('are written without comments and needless spaces, each layer once', () => {
    expect(
      minify(
        '@layer a, b;\n/* a; {b} */\n@layer b { .x > a,\n.y:hover {\n  margin: calc(1px + 2%) -0.5em 0;\n} }\n@layer a { p { color: red } }\n@layer b { q { color: red } }',
      ),
    ).toBe('@layer a{p{color:red}}@layer b{.x>a,.y:hover{margin:calc(1px + 2%) -.5em 0}q{color:red}}');
  });

  test('keep what an older browser reads', () => {
    const css = '@media (min-width:1px){a{color-scheme:light dark}}';
    expect(minify(css)).toBe(css);
  });

  test.each(pageKinds.filter((kind) => kind !== 'redirect'))(
    '%s has rules only for what its templates hold',
    (kind) => {
      const templates = templatesOf(`pages/${kind}.njk`);
      const own = stylesOf(kind);
      expect(own.includes('.entries'), 'timeline').toBe(templates.has('components/timeline.njk'));
      expect(own.includes('.owed'), 'obligation').toBe(templates.has('components/obligation.njk'));
      expect(own.includes('.rows'), 'rows').toBe(templates.has('components/rows.njk'));
      expect(own).toContain('--status-outage');
    },
  );
});
