import { z } from 'zod';
import { type Fault, fault } from '../../model/problem.ts';
import type { RuleId } from '../../model/rules.ts';
import { longestSlug, shortSlugOf } from '../../model/urls.ts';

// Values of the YAML files. Input is what `yaml.ts` reads: texts as written, empty values absent. A fault that is not
// zod's own is in the `params` of its issue.

type Context = z.core.$RefinementCtx<unknown>;
export function refuse(context: Context, fault: Fault): typeof z.NEVER {
  context.addIssue({ code: 'custom', params: { ...fault } });
  return z.NEVER;
}
export const refused = (rule: RuleId, variant: string, found: string): Fault =>
  fault(rule, { found }, variant);

/** Nothing but its length is wrong with it. */
export const isTooLong = (found: string): boolean => found.length > longestSlug && idShape.test(found);

/** With what the same words are as an id. */
const suggesting = (rule: RuleId, variant: string, found: string): Fault => ({
  rule,
  variant: isTooLong(found) ? 'long' : idFrom(found) === undefined ? `${variant}.other` : variant,
  values: {
    found: isTooLong(found) ? `${found.slice(0, 40)}…` : found,
    suggestion: idFrom(found) ?? '',
    letters: found.length,
    most: longestSlug,
  },
});

const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const keyShape = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/i;
export const isId = (text: string): boolean => text.length <= longestSlug && idShape.test(text);

/** Words of one line: a block scalar's line breaks are spaces. */
export const text = z.string().transform((found) => oneLine(found));
export const localText = z.strictObject({ en: text, fr: text });
/** What words are as an id: `lost-messages`, of long ones the first; `undefined` where no letter is left. */
export const idFrom = (words: string): string | undefined => shortSlugOf(words, 60) || undefined;

/** Without the ends of lines, in linear time. */
const oneLine = (found: string): string =>
  found
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();

/** A key of services, regions, groups and sources: never part of an address. */
export const key = text.transform((found, context) =>
  keyShape.test(found) && found.length <= longestSlug
    ? found
    : refuse(context, suggesting('id/format', 'key', found)),
);
/** A key that becomes an anchor or a part of an address. */
export const id = text.transform((found, context) =>
  isId(found) ? found : refuse(context, suggesting('id/format', 'id', found)),
);
export const slug = text.transform((found, context) =>
  isId(found) ? found : refuse(context, suggesting('slug/format', 'slug', found)),
);
export const truth = z
  .preprocess(
    // YAML 1.2 core has them in three spellings.
    (found) =>
      typeof found === 'string' && /^(?:True|TRUE|False|FALSE)$/.test(found) ? found.toLowerCase() : found,
    z.enum(['true', 'false']),
  )
  .transform((found) => found === 'true');
const isCount = (found: string): boolean => /^\d{1,15}$/.test(found);
const isAmount = (found: string): boolean => /^\d{1,12}(?:\.\d{1,4})?$/.test(found);
/** A number as the facts have it; of another way to write it, `meant` makes the one to type. */
const numeral = (variant: string, isSound: (found: string) => boolean, meant: (found: string) => string) =>
  text.transform((found, context) => {
    if (isSound(found)) return Number(found);
    const suggestion = meant(found);
    return refuse(
      context,
      isSound(suggestion)
        ? { rule: 'yaml/value', variant: `${variant}.meant`, values: { found, suggestion } }
        : refused('yaml/value', variant, found),
    );
  });
export const count = numeral('count', isCount, (found) => found.replace(/[\s,]/g, ''));
export const amount = numeral('amount', isAmount, (found) =>
  found
    .replace(/[\s$]|CAD|CA$/g, '')
    .replace(/,(?=\d{1,2}$)/, '.')
    .replaceAll(',', ''),
);
export const emailAddress = text.transform((found, context) =>
  /^[^\s@()<>,;:]+@[^\s@()<>,;:]+\.[a-z]{2,}$/i.test(found)
    ? found
    : refuse(context, refused('yaml/value', 'email', found)),
);
export const webAddress = text.transform((found, context) =>
  isWebAddress(found) ? found : refuse(context, refused('yaml/value', 'url', found)),
);
export const listOf = <T extends z.ZodType>(one: T) => z.array(one);

export function isWebAddress(found: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(found) && URL.canParse(found);
}
