import type { ApologyFacts, ApologyFinding } from '../../model/apology.ts';
import { compareMoments, deadlineOf, locales, type Moment, startOf } from '../../model/values.ts';
import { fold } from '../wording/sentences.ts';
import { groupWords, nobodyWords } from './forms.ts';

const hour = 3_600_000;

/** Who signs and when: facts that are the same in both languages. */
export function apologyFactFindings(facts: ApologyFacts): ApologyFinding[] {
  const findings: ApologyFinding[] = [];
  const { name } = facts.signer;
  if (!isPerson(name, facts)) {
    const about = { kind: 'fact', fact: 'signer' } as const;
    findings.push({ rule: 'apology/signer', variant: 'collective', about, values: { found: name } });
  }
  const variant = compareMoments(facts.at, facts.started) < 0 ? 'before-start' : 'future';
  // An hour of grace, as for everything that has happened.
  if (variant === 'before-start' || startOf(facts.at) > facts.now + hour) {
    const values = { found: written(facts.at), before: written(facts.started) };
    findings.push({ rule: 'apology/date', variant, about: { kind: 'fact', fact: 'at' }, values });
  }
  return findings;
}

/**
 * Certainly more than a day after the start: days alone count from the end of the one to the start of the
 * other.
 */
export const isLate = ({ at, started }: ApologyFacts): boolean =>
  startOf(at) - deadlineOf(started) > 24 * hour;

const written = (moment: Moment): string =>
  moment.kind === 'day' ? moment.date : `${moment.date} ${moment.time}`;

/** Not a team, a department or the organization itself. Form only: any other name is taken for a person's. */
function isPerson(name: string, { organization }: ApologyFacts): boolean {
  const words = wordsOf(name);
  const organizations = locales.map((locale) => wordsOf(organization[locale]));
  if (words.length === 0 || words.some((word) => groupWords.has(word))) return false;
  const bare = (all: readonly string[]) =>
    all.filter((word) => !groupWords.has(word) && !nobodyWords.has(word)).join(' ');
  if (organizations.some((own) => bare(own) === bare(words))) return false;
  const own = new Set(organizations.flat());
  const rest = words.filter((word) => !nobodyWords.has(word));
  return rest.some((word) => !own.has(word)) || (rest.length > 1 && rest.length === words.length);
}

const wordsOf = (name: string): string[] => (name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(fold);
