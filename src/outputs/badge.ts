import { badgePath, homePath, outputOf, servicePath } from '../model/urls.ts';
import { locales } from '../model/values.ts';
import type { LocaleContext } from '../pages/context/locale-context.ts';
import { textOf } from '../pages/context/rich-text.ts';
import { type Badge, stateBadge } from '../pages/parts/badge.ts';
import { siteBadge } from '../pages/parts/status.ts';
import { createLettering, type Lettering } from './cards/lettering.ts';
import { ink, marks, statuses } from './marks.ts';
import type { Output, OutputContext } from './output.ts';
import { xmlDocument } from './xml.ts';

/** In pixels. */
const height = 24;
const size = 13;
const baseline = 16.5;
const padding = 8;

/** The state of the site and of each service as a picture, with the hour at which it was so, in both languages. */
export function badges({ contexts }: OutputContext): readonly Output[] {
  const lettering = createLettering();
  return locales.flatMap((locale) => {
    const context = contexts[locale];
    const { site, siteIndex, text } = context;
    const file = (page: string, name: string, badge: Badge): Output => ({
      path: outputOf(badgePath(page)),
      content: drawing(name, badge, textOf(context.at(context.now, 'short')), context, lettering),
    });
    return [
      file(homePath(locale), text(site.name), siteBadge(context)),
      ...site.services
        .filter(({ id }) => siteIndex.states.has(id))
        .map((service) =>
          file(
            servicePath(service, locale),
            text(service.name),
            stateBadge(context, siteIndex.states.get(service.id) ?? 'operational'),
          ),
        ),
    ];
  });
}

/** All text is outlines, so it fits on every machine; what is said stands in the title, for those who hear it. */
function drawing(
  name: string,
  { mark, word }: Badge,
  hour: string,
  { t }: LocaleContext,
  lettering: Lettering,
): string {
  const said = t('news.fact', { term: name, text: `${word} (${hour})` });
  const widthOf = (text: string, face: 'regular' | 'bold') => Math.ceil(lettering.width(text, face, size));
  const left = widthOf(name, 'regular') + 2 * padding;
  const middle = widthOf(word, 'bold');
  const width = left + padding + middle + padding + widthOf(hour, 'regular') + padding;
  const [, status] = marks[mark];
  const outline = (text: string, face: 'regular' | 'bold', x: number) => ({
    '@d': lettering.outline(text, face, size, x, baseline),
  });
  return xmlDocument({
    svg: {
      '@xmlns': 'http://www.w3.org/2000/svg',
      '@width': `${width}`,
      '@height': `${height}`,
      '@viewBox': `0 0 ${width} ${height}`,
      '@role': 'img',
      '@aria-label': said,
      title: said,
      rect: [
        { '@width': `${width}`, '@height': `${height}`, '@rx': '4', '@fill': statuses[status] },
        { '@width': `${left}`, '@height': `${height}`, '@rx': '4', '@fill': ink.text },
      ],
      g: {
        '@fill': ink.paper,
        path: [
          outline(name, 'regular', padding),
          outline(word, 'bold', left + padding),
          outline(hour, 'regular', left + padding + middle + padding),
        ],
      },
    },
  });
}
