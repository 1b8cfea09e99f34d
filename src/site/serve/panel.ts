import { type Locale, locales } from '../../model/values.ts';

/** What a preview says over its pages: why they are not newer, or what else is not as it should be. */
export interface Notice {
  /** Whether it keeps newer pages from being made; else it is folded away. */
  readonly stops: boolean;
  /** How many errors and warnings there are. */
  readonly count: string;
  readonly text: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The language of a page, as its path has it. */
export const languageOf = (path: string): Locale | undefined =>
  locales.find((locale) => path.split('/').includes(locale));

/** Apart from the page's own styles, and where the reader is, however far down. */
const place = 'all:initial;position:fixed;inset:auto 0 0 0;z-index:2147483647;color-scheme:dark';
const styles = `details{box-sizing:border-box;max-height:60vh;overflow:auto;color:#fff;font:16px/1.5 system-ui,sans-serif;border-top:1px solid #fff}
details.stops{background:#7a1f1f}
details.other{background:#5a4300}
summary{padding:.5rem 1rem;cursor:pointer;font-weight:600}
pre{margin:0;padding:0 1rem 1rem;font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}`;

function panelOf({ stops, count, text }: Notice, locale: Locale): string {
  const details = `<details class="${stops ? 'stops" open' : 'other"'}><summary>${escaped(count)}</summary><pre>${escaped(text)}</pre></details>`;
  return `<div role="${stops ? 'alert' : 'status'}" lang="${locale}-CA" style="${place}"><template shadowrootmode="open"><style>${styles}</style>${details}</template></div>`;
}

/** The page without the policy that it says itself, which would stop what a preview adds. */
export const withoutPolicy = (page: string): string =>
  page.replace(/<meta http-equiv="Content-Security-Policy"[^\n]*\n/, '');

/** The page with what there is to say, in the page's language. */
export function withPanel(page: string, notices: Readonly<Record<Locale, Notice>>): string {
  const locale: Locale = /<html lang="fr/.test(page) ? 'fr' : 'en';
  return page.replace('</body>', () => `${panelOf(notices[locale], locale)}</body>`);
}

/** A page where there is none yet, with one sentence. */
export const blank = (locale: Locale, sentence: string): string =>
  `<!doctype html><html lang="${locale}-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mea culpa</title></head><body style="font:18px/1.5 system-ui,sans-serif;margin:2rem"><p>${escaped(sentence)}</p></body></html>`;
