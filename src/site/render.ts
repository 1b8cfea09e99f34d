import nunjucks from 'nunjucks';
import type { Page, PageKind } from '../pages/page.ts';
import { stylesOf } from './styles.ts';
import { views } from './views.ts';

/** Turns pages into documents, with an environment of its own: what one renderer does, another does not see. */
export function createRenderer(): (page: Page) => string {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(views), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  // The only way into a page for markup; everything else is escaped.
  environment.addFilter('html', (html: string) => new nunjucks.runtime.SafeString(html));
  const styles = new Map<PageKind, string>();
  return (page) => {
    let css = styles.get(page.kind);
    if (css === undefined) {
      css = stylesOf(page.kind);
      styles.set(page.kind, css);
    }
    return tidy(environment.render(`pages/${page.kind}.njk`, { view: page.view(), styles: css }));
  };
}

/** Without indentation and empty lines, but as it is inside `<pre>`, where they are part of the text. */
export const tidy = (document: string): string =>
  `${document
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\n\s+/g, '\n')))
    .join('')
    .trim()}\n`;
