import { describe, expect, test } from 'vitest';
import { inspectHtml } from '../../src/site/verify/inspect-html.ts';
import { verifierOf } from '../../src/site/verify/verify.ts';
import { growth, linear } from '../growth.ts';

const place = { url: 'https://example.ca/avis', base: '/avis' };

interface Parts {
  readonly lang?: string;
  readonly title?: string;
  readonly head?: string;
  readonly toggle?: string;
  readonly body?: string;
}

const alternates = (en: string, fr: string) =>
  `<link rel="alternate" hreflang="en-CA" href="${place.url}${en}"><link rel="alternate" hreflang="fr-CA" href="${place.url}${fr}"><link rel="alternate" hreflang="x-default" href="${place.url}/">`;

const document = ({ lang = 'en-CA', title = 'A', head = '', toggle = '', body = '<h1>A</h1>' }: Parts) =>
  `<!doctype html><html lang="${lang}"><head><title>${title}</title><style>a>b{color:red}</style>${head}</head>` +
  `<body><header>${toggle}</header><main>${body}</main></body></html>`;

const toggleTo = (href: string) => `<a href="${href}" hreflang="fr">Français</a>`;

/** What the checks say of the pair of pages `/en/` and `/fr/`, with these parts of the English one. */
function breachesOf(parts: Parts = {}, files: readonly string[] = []): readonly string[] {
  const verifier = verifierOf(place);
  const leaf = { kind: 'home', indexed: true } as const;
  const head = alternates('/en/', '/fr/');
  const english = { head, toggle: toggleTo('/avis/fr/'), ...parts };
  const french = { lang: 'fr-CA', title: 'B', head, toggle: toggleTo('/avis/en/') };
  verifier.add({ ...leaf, path: '/en/', locale: 'en', counterpart: '/fr/' }, inspectHtml(document(english)));
  verifier.add({ ...leaf, path: '/fr/', locale: 'fr', counterpart: '/en/' }, inspectHtml(document(french)));
  const root = document({ title: 'C', head });
  verifier.add(
    { kind: 'root', path: '/', locale: 'both', indexed: true },
    inspectHtml(root.replace('x-default"', 'x-default" ')),
  );
  return verifier.violations(new Set(files)).map(({ check, path, found }) => `${path} ${check}: ${found}`);
}

test('a sound pair has nothing against it', () => {
  expect(breachesOf()).toEqual([]);
});

describe('each promise, broken', () => {
  test.each<[string, Parts]>([
    ['one h1: 2', { body: '<h1>A</h1><h1>B</h1>' }],
    ['one h1: 0', { body: '<p>A</p>' }],
    ['a title: none', { title: '' }],
    ['a title of its own: /en/', { title: 'B' }],
    ['the language: lang="fr-CA"', { lang: 'fr-CA' }],
    ['one toggle: none', { toggle: '' }],
    ['one toggle: /avis/fr/ /avis/fr/', { toggle: toggleTo('/avis/fr/').repeat(2) }],
    ['one toggle: /avis/fr/x/', { toggle: toggleTo('/avis/fr/x/') }],
    [
      'no canonical of another: https://example.ca/avis/fr/',
      { head: `${alternates('/en/', '/fr/')}<link rel="canonical" href="https://example.ca/avis/fr/">` },
    ],
    ['each id once: x', { body: '<h1 id="x">A</h1><p id="x"></p>' }],
    ['nothing active: onclick', { body: '<h1 onclick="go()">A</h1>' }],
    ['nothing active: style', { body: '<h1 style="color:red">A</h1>' }],
    ['nothing active: script', { body: '<h1>A</h1><script>go()</script>' }],
    [
      'nothing active: src="https://example.org/x.png"',
      { body: '<h1>A</h1><img src="https://example.org/x.png" alt="">' },
    ],
    ['links lead somewhere: /en/nowhere/', { body: '<h1>A</h1><a href="/avis/en/nowhere/">x</a>' }],
    ['links lead somewhere: outside /en/', { body: '<h1>A</h1><a href="/en/">x</a>' }],
    [
      'links lead somewhere: /images/x/a%20b.png',
      { body: '<h1>A</h1><img src="/avis/images/x/a%20b.png" alt="">' },
    ],
    ['fragments lead somewhere: /fr/#x', { body: '<h1>A</h1><a href="/avis/fr/#x">x</a>' }],
    ['fragments lead somewhere: /en/#y', { body: '<h1>A</h1><a href="#y">x</a>' }],
  ])('case %#', (expected, parts) => {
    const told = breachesOf(parts).map((violation) => violation.replace(/^\/(?:en|fr)\/ /, ''));
    expect(told).toContain(expected);
  });

  test('hreflang that is not returned, or leaves the page itself out', () => {
    expect(breachesOf({ head: '' })).toContainEqual(expect.stringContaining('/fr/ hreflang both ways: /en/'));
    expect(breachesOf({ head: alternates('/fr/', '/fr/') })).toContain('/en/ hreflang both ways: not itself');
  });
});

test('what stands there is no breach: fragments, files with spaces, data, other sites', () => {
  const body =
    '<h1 id="x">A &amp; B</h1><a href="#x">x</a><a href="/avis/en/#x">x</a><img src="/avis/images/x/a%20b.png" alt="">' +
    '<script type="application/ld+json">{}</script><a href="https://example.org/">x</a><a href="tel:+1">x</a>';
  expect(breachesOf({ body }, ['images/x/a b.png'])).toEqual([]);
});

test('a comment, a style or a script is not read as markup', () => {
  const page = document({
    body: '<h1>A</h1><!-- <h1 id="no"> --><script type="application/json">"<h1>"</script>',
  });
  expect(inspectHtml(page)).toMatchObject({ headings: 1, ids: [], active: [] });
});

test('a hostile page is read in linear time', () => {
  for (const unit of ['<a ', '<!--', '<a href="', '&amp'])
    expect(growth(unit, inspectHtml), unit).toBeLessThan(linear);
});
