import nunjucks from 'nunjucks';
import { dataBlock } from '../../pages/layout/linked-data.ts';
import type { Page, PageKind } from '../../pages/page.ts';
import { setApart } from './set-apart.ts';
import { stylesOf } from './styles.ts';
import { createUsedStyles } from './used-styles.ts';
import { views } from './views.ts';

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
  return environment;
}

/** Where the styles go once it is known which of them a document uses. */
const here = '/*styles*/';

/** Turns pages into documents, with an environment of its own: what one renderer does, another does not see. */
export function createRenderer(): (page: Page) => string {
  const environment = createTemplates();
  const styles = new Map<PageKind, (html: string) => string>();
  return (page) => {
    let used = styles.get(page.kind);
    if (used === undefined) {
      used = createUsedStyles(stylesOf(page.kind));
      styles.set(page.kind, used);
    }
    const rendered = environment.render(`pages/${page.kind}.njk`, { view: page.view(), styles: here });
    const html = setApart(tidy(rendered));
    const css = used(html);
    return html.replace(here, () => css);
  };
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
