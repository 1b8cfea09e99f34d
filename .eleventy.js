import { join, relative } from 'node:path';

// Static imports of TypeScript would build once, and then stop Eleventy's own --watch and --serve.
export default async function (configuration) {
  const { meaculpa } = await import('./src/site/eleventy.ts');
  const { localeOf } = await import('./src/cli/locale.ts');
  configuration.addPlugin(meaculpa, { content: 'content', clock: Date.now, locale: localeOf(process.env) });
  const input = relative(process.cwd(), join(import.meta.dirname, 'src', 'views'));
  return { dir: { input }, templateFormats: ['11ty.js'] };
}
