import nunjucks from 'nunjucks';
import { hashOfStyles } from '../../pages/layout/layout.ts';
import { dataBlock } from '../../pages/layout/linked-data.ts';
import type { Page, PageKind } from '../../pages/page.ts';
import { hashOf } from '../verify/inspect-html.ts';
import { setApart } from './set-apart.ts';
import { stylesOf } from './styles.ts';
import { createUsedStyles } from './used-styles.ts';
import { views, viewsIn } from './views.ts';

/** The templates, with the only two ways for markup into a page; everything else is escaped. */
export function createTemplates(): nunjucks.Environment {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(views), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addFilter('html', (html: string) => new nunjucks.runtime.SafeString(html));
  environment.addFilter('data', (value: object) => new nunjucks.runtime.SafeString(dataBlock(value)));
  for (const name of viewsIn('components')) shareMacros(environment.getTemplate(name));
  return environment;
}

/** Where the styles go once it is known which of them a document uses; no text of a writer holds such a sign in a page. */
const here = '<!styles>';

/** Has the macros of a component made once: an import without context sees nothing of the page that asks. */
function shareMacros(template: nunjucks.Template): void {
  const make = template.getExported.bind(template);
  let made: object | undefined;
  template.getExported = (...args) => {
    const [then] = args;
    if (args.length > 1 || typeof then !== 'function') make(...args);
    else if (made !== undefined) then(null, made);
    else {
      make((error, exported) => {
        made = exported ?? undefined;
        then(error, exported);
      });
    }
  };
}

/** Turns pages into documents, with an environment of its own: what one renderer does, another does not see. */
export function createRenderer(): (page: Page) => string {
  const render = createViewRenderer();
  return (page) => render(page.kind, page.view());
}

/** The same for views that are there already. */
export function createViewRenderer(): (kind: PageKind, view: object) => string {
  const environment = createTemplates();
  const styles = new Map<PageKind, (html: string) => string>();
  return (kind, view) => {
    let used = styles.get(kind);
    if (used === undefined) {
      used = createUsedStyles(stylesOf(kind));
      styles.set(kind, used);
    }
    const html = setApart(tidy(environment.render(`pages/${kind}.njk`, { view, styles: here })));
    const css = used(html);
    return withHash(html.replace(here, () => css));
  };
}

/** With the hash of its styles in its policy, where it says one. */
function withHash(html: string): string {
  if (!html.includes(hashOfStyles)) return html;
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  return html.replace(hashOfStyles, hashOf(style));
}

/** Without indentation and empty lines, but as it is inside `<pre>`, where they are part of the text. */
export function tidy(document: string): string {
  let tidied = '';
  let done = 0;
  for (let pre = document.indexOf('<pre'); pre >= 0; pre = document.indexOf('<pre', done)) {
    const end = document.indexOf('</pre>', pre);
    if (end < 0) break;
    tidied += outdent(document.slice(done, pre)) + document.slice(pre, end);
    done = end;
  }
  return `${(tidied + outdent(document.slice(done))).trim()}\n`;
}

const outdent = (text: string): string => text.replace(/\n\s+/g, '\n');
