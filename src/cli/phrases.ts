import { readPhrases } from '../content/phrases.ts';
import type { Problem } from '../model/problem.ts';
import type { Call } from './command.ts';
import { complain, openDesk } from './workspace.ts';

/** `phrases`: every approved pair of sentences, with the phases in which it is true. */
export async function phrases(call: Call): Promise<number> {
  const desk = openDesk(call);
  if (desk === undefined) return 1;
  const problems: Problem[] = [];
  const { all } = readPhrases(desk.content, problems);
  for (const { name, phase, en, fr } of all) {
    const [first, second] =
      desk.settings.primary === 'fr' ? [`fr  ${fr}`, `en  ${en}`] : [`en  ${en}`, `fr  ${fr}`];
    call.machine.out(`${name}  (${phase.join(', ')})\n    ${first}\n    ${second}\n`);
  }
  call.machine.out(`\n${call.t('command.phrases.then')}\n`);
  complain(problems, call);
  return problems.length > 0 ? 1 : 0;
}
