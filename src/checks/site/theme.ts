import type { Content } from '../../content/content.ts';
import { stateLikeAccent } from '../../model/color.ts';
import { type Problem, problem } from '../../model/problem.ts';
import type { CheckOf } from '../context.ts';

export const id = 'theme/accent';

/** An accent that looks like the colour of an outage says that of every link. */
export const check: CheckOf<Content> = ({ site: { written, facts } }): readonly Problem[] => {
  const found = written.theme?.accent;
  const state = found === undefined ? undefined : stateLikeAccent(found);
  return found === undefined || state === undefined
    ? []
    : [problem('theme/accent', facts.at(['theme', 'accent']), { found }, state)];
};
