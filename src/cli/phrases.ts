import { readPhrases } from '../content/phrases.ts';
import type { CommandContext } from './command.ts';
import { contentOption } from './content-option.ts';
import { listProblems } from './report.ts';
import { openWorkspace } from './workspace.ts';

/** `phrases`: every approved pair of sentences, with the phases in which it is true. */
export async function phrases(context: CommandContext): Promise<number> {
  const workspace = openWorkspace(context);
  if (workspace === undefined) return 1;
  const { value: book, problems } = readPhrases(workspace.content);
  for (const { name, phase, en, fr } of book.all) {
    const [first, second] =
      workspace.settings.primary === 'fr' ? [`fr  ${fr}`, `en  ${en}`] : [`en  ${en}`, `fr  ${fr}`];
    context.system.out(`${name}  (${phase.join(', ')})\n    ${first}\n    ${second}\n`);
  }
  context.system.out(`\n${context.t('command.phrases.then', { content: contentOption(context) })}\n`);
  listProblems(problems, context);
  return problems.length > 0 ? 1 : 0;
}
