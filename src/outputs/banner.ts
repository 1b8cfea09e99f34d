import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bannerScript, outputOf } from '../model/urls.ts';
import { perLocale } from '../model/values.ts';
import type { Output, OutputContext } from './output.ts';

/** What the script has in the place of its words. */
const place = 'const words = {};';

/** The script that another site embeds, with its words in both languages. */
export function banner({ contexts }: OutputContext): readonly Output[] {
  const script = readFileSync(fileURLToPath(new URL('../views/scripts/banner.js', import.meta.url)), 'utf8');
  const words = perLocale((locale) => ({
    label: contexts[locale].t('follow.widget_name'),
    close: contexts[locale].t('banner.close'),
  }));
  if (!script.includes(place)) throw new Error(`banner.js has no “${place}”`);
  return [
    {
      path: outputOf(bannerScript),
      content: script.replace(place, () => `const words = ${JSON.stringify(words)};`),
    },
  ];
}
