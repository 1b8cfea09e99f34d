// Static imports of TypeScript would build once, and then stop Eleventy's own --watch and --serve.
export default async function (configuration) {
  const { meaculpa } = await import('./src/site/eleventy.ts');
  const { localeOf } = await import('./src/cli/locale.ts');
  configuration.addPlugin(meaculpa, { content: 'content', clock: Date.now, locale: localeOf(process.env) });
  return { dir: { input: 'src/views' }, templateFormats: ['11ty.js'] };
}
