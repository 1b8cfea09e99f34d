import type { Call } from './command.ts';
import { openDesk, saveSchemas } from './workspace.ts';

/** `schema`: writes JSON Schemas of the YAML files where the first line of a scaffold points to, without a network. */
export async function schema(call: Call): Promise<number> {
  const desk = openDesk(call);
  if (desk === undefined) return 1;
  for (const file of saveSchemas(desk, call)) call.machine.out(`${file}\n`);
  call.machine.out(
    `${call.t('command.schema.done', { line: '# yaml-language-server: $schema=.schema/site.json' })}\n`,
  );
  return 0;
}
