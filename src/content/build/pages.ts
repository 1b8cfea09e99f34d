import { renderProse } from '../../language/markdown/markdown.ts';
import { typeset } from '../../language/typography/typography.ts';
import type { Questions, StandingPage } from '../../model/site.ts';
import { type InEach, inEach } from '../../model/words.ts';
import { divide } from '../document/document.ts';
import type { Target } from '../links/targets.ts';
import type { ReadFaq, ReadPage } from '../pages.ts';
import { partOf, type RenderContext, renderOptions } from './render.ts';

/** The words of a page, in each language whose front matter is sound. */
export function pageOf(page: ReadPage & { readonly target: Target }, context: RenderContext): StandingPage {
  const words = inEach((locale) => {
    const document = page.documents[locale];
    if (document?.sound === undefined) return undefined;
    const { title, slug, aliases = [] } = document.sound;
    const options = renderOptions(document, page.folder, `pages/${page.id}`, page.target, context);
    return {
      title: typeset(title, locale, context.settings.typography),
      slug: slug ?? page.id,
      aliases,
      body: renderProse(document.body, options),
    };
  });
  return { id: page.id, words };
}

/** The standing questions, in each language whose front matter is sound. */
export const questionsOf = (
  faq: ReadFaq & { readonly target: Target },
  context: RenderContext,
): InEach<Questions> =>
  inEach((locale) => {
    const document = faq.documents[locale];
    if (document?.sound === undefined) return undefined;
    const options = renderOptions(document, faq.folder, 'faq', faq.target, context);
    const { opening, divisions } = divide(document, document.body, 2);
    const questions = divisions.flatMap((one) =>
      one.heading.id === undefined ? [] : [[one.heading.id, one] as const],
    );
    return {
      title: typeset(document.sound.title, locale, context.settings.typography),
      intro: renderProse(opening, options),
      parts: new Map(questions.map(([id, one]) => [id, partOf(id, one, options)])),
    };
  });
