import type { Html } from '../../model/values.ts';

/**
 * A notice's markup on a page that gathers several (contract 3): its ids get the notice's before them, and its links
 * to an id lead to the page where that id stands. The markup is our own, in which ` id="` is nowhere but in a tag:
 * what a writer types has its quotation marks escaped.
 */
export const gathered = (html: Html, notice: string, path: string): Html =>
  html.replaceAll(' id="', ` id="${notice}-`).replaceAll(' href="#', ` href="${path}#`) as Html;

/** Markup that has left its notice's page: links to ids that are not on this one lead back there. */
export const elsewhere = (html: Html, here: ReadonlySet<string>, path: string): Html =>
  html.replace(/ href="#([^"]*)"/g, (link, id: string) =>
    here.has(id) || html.includes(` id="${id}"`) ? link : ` href="${path}#${id}"`,
  ) as Html;
