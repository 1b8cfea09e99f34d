import type { CommandContext } from './command.ts';
import { openWorkspace, saveAll, schemasFor } from './workspace.ts';

/** `schema`: writes JSON Schemas of the YAML files where the first line of a scaffold points to, without a network. */
export async function schema(context: CommandContext): Promise<number> {
  const workspace = openWorkspace(context);
  if (workspace === undefined) return 1;
  const schemas = schemasFor(workspace, context);
  saveAll(workspace.content.path, schemas);
  for (const { file } of schemas) context.system.out(`${file}\n`);
  context.system.out(
    `${context.t('command.schema.done', { line: '# yaml-language-server: $schema=.schema/site.json' })}\n`,
  );
  return 0;
}
