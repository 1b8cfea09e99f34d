import { accentPair } from '../model/color.ts';
import { iconPath, outputOf } from '../model/urls.ts';
import type { Output, OutputContext } from './output.ts';

/** A notice that speaks, in the site's colour; white on it can be read in every scheme. No state: it would be stale. */
export function icon({ contexts: { site } }: OutputContext): readonly Output[] {
  const accent = site.theme.accent === undefined ? undefined : accentPair(site.theme.accent);
  const content = [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<path fill="${accent?.light ?? '#0a4d8c'}" d="M7 2h18a5 5 0 0 1 5 5v13a5 5 0 0 1-5 5h-9l-8 6v-6H7a5 5 0 0 1-5-5V7a5 5 0 0 1 5-5z"/>`,
    '<path fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" d="M9 10h14M9 17h9"/>',
    '</svg>\n',
  ].join('');
  return [{ path: outputOf(iconPath), content }];
}
