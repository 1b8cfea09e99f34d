import { ruleNamed } from '../../content/document/comments.ts';
import { placeIn } from '../../content/files.ts';
import type { YamlDocument } from '../../content/yaml/document.ts';
import { problem } from '../../model/problem.ts';
import { isRuleName } from '../../model/rules.ts';
import type { CheckOf } from '../context.ts';

export const id = 'markdown/comment';

/** `# allow RULE: reason` in YAML names a rule that there is, and a reason. */
export const check: CheckOf<{ readonly facts: YamlDocument }> = ({ facts }) =>
  facts.comments.flatMap(({ line, column, words }) => {
    const place = placeIn(facts.file, line, column);
    const rule = ruleNamed(words);
    if (rule !== undefined && isRuleName(rule)) return [];
    if (rule !== undefined)
      return [problem('markdown/comment', place, { found: rule }, 'allow-unknown.yaml')];
    // Other words that begin with `allow` are a person's.
    return /^allow\s+[a-z-]+\/[a-z*-]/.test(words)
      ? [problem('markdown/comment', place, { found: words }, 'allow.yaml')]
      : [];
  });
