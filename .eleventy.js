import { join, relative } from 'node:path';

// Static imports of TypeScript would build once, and then stop Eleventy's own --watch and --serve.
export default async function (configuration) {
  const { meaculpa } = await import('./src/index.ts');
  configuration.addPlugin(meaculpa, { content: 'content' });
  // A folder without templates of its own.
  const input = relative(process.cwd(), join(import.meta.dirname, 'src', 'views'));
  return { dir: { input }, templateFormats: ['11ty.js'] };
}
