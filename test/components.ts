import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Locale, locales } from '../src/model/values.ts';
import { minify } from '../src/site/build/minify.ts';
import { createTemplates, tidy } from '../src/site/build/render.ts';
import { templatesOf } from '../src/site/build/styles.ts';
import { existsView, readView, views } from '../src/site/build/views.ts';

/** Examples beside a component: a name, the macro (the component's own where none is named), and what it is given. */
const examplesSchema = z.array(
  z.strictObject({
    name: z.string(),
    call: z.string().optional(),
    en: z.array(z.unknown()).min(1),
    fr: z.array(z.unknown()).min(1),
  }),
);

/** One example as it looks in one language. */
export interface Shown {
  readonly component: string;
  readonly name: string;
  readonly locale: Locale;
  readonly html: string;
}

/** What is for the head of a document, where there is nothing to see. */
const unseen: readonly string[] = ['metadata'];

export const componentNames: readonly string[] = readdirSync(join(views, 'components'))
  .filter((name) => name.endsWith('.njk'))
  .map((name) => name.slice(0, -'.njk'.length))
  .filter((name) => !unseen.includes(name))
  .sort();

/** Every example of a component in both languages. Throws where there is none, or where one lacks a value. */
export function examplesOf(component: string): readonly Shown[] {
  const templates = createTemplates();
  const examples = examplesSchema.parse(parse(readView(`components/${component}.examples.yml`)));
  return examples.flatMap(({ name, call = component, ...given }) =>
    locales.map((locale) => {
      const values = given[locale].map((_, index) => `given[${index}]`).join(', ');
      const source = `{% from 'components/${component}.njk' import ${call} %}{{ ${call}(${values}) }}`;
      return {
        component,
        name,
        locale,
        html: tidy(templates.renderString(source, { given: given[locale] })),
      };
    }),
  );
}

/** The styles of all components, and what their page has of its own. */
function styles(scheme: 'light' | 'dark'): string {
  const sheets = new Set(componentNames.flatMap((name) => [...templatesOf(`components/${name}.njk`)]));
  const own = [...sheets].map((name) => name.replace(/njk$/, 'css')).filter(existsView);
  const css = minify(['styles/tokens.css', 'styles/base.css', ...own].map(readView).join('\n'));
  const frame =
    'body{max-width:none}.pair{display:grid;grid-template-columns:1fr 1fr;gap:2rem}.pair>*{min-width:0}';
  // A scheme is the reader's to choose; here it is shown whatever they chose.
  return `${css
    .replaceAll('(prefers-color-scheme:dark)', scheme === 'dark' ? 'all' : 'not all')
    .replace('color-scheme:light dark', `color-scheme:${scheme}`)}${frame}`;
}

/** All components in one scheme: English on the left, French on the right. */
export function componentsPage(scheme: 'light' | 'dark'): string {
  const sections = componentNames.map((component) => {
    const shown = examplesOf(component);
    const pairs = [...new Set(shown.map(({ name }) => name))].map((name) => {
      const pair = shown.filter((one) => one.name === name);
      return `<p class="small">${name}</p><div class="pair">${pair
        .map(({ locale, html }) => `<div lang="${locale}-CA">${html}</div>`)
        .join('')}</div>`;
    });
    const [, purpose = ''] = /\{#([^#]*)#\}/.exec(readView(`components/${component}.njk`)) ?? [];
    return `<section><h2>${component}</h2><p>${purpose.trim()}</p>${pairs.join('')}</section>`;
  });
  return `<!DOCTYPE html><html lang="en-CA"><meta charset="utf-8"><title>Components, ${scheme}</title><style>${styles(
    scheme,
  )}</style><h1>Components, ${scheme}</h1>${sections.join('')}`;
}

const bothSchemes = `<!DOCTYPE html><html lang="en-CA"><meta charset="utf-8"><title>Components</title>
<style>body{margin:0;display:grid;grid-template-columns:1fr 1fr;height:100vh}iframe{border:0;width:100%;height:100%}</style>
<iframe src="light.html" title="Light"></iframe><iframe src="dark.html" title="Dark"></iframe>`;

const [, program, directory = join('.cache', 'components')] = process.argv;
if (program === import.meta.filename) {
  mkdirSync(directory, { recursive: true });
  for (const scheme of ['light', 'dark'] as const) {
    writeFileSync(join(directory, `${scheme}.html`), componentsPage(scheme));
  }
  writeFileSync(join(directory, 'index.html'), bothSchemes);
  process.stdout.write(`Open ${join(directory, 'index.html')} in a browser.\n`);
}
