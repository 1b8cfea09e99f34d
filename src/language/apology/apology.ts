import {
  type ApologyComponent,
  type ApologyFacts,
  type ApologyFinding,
  type ApologyPart,
  type ApologyRole,
  type ApologyText,
  apologyComponents,
  apologyRoles,
} from '../../model/apology.ts';
import { type Locale, locales } from '../../model/values.ts';
import { type Sentence, sentencesOf } from '../wording/sentences.ts';
import { foundIn, has } from './match-form.ts';
import { isLate } from './signing.ts';

/**
 * An apology as it is judged: marked roles with their sentences, or, where no heading has a role, all of
 * it.
 */
interface Reading {
  readonly locale: Locale;
  readonly reported: boolean;
  readonly parts: readonly {
    readonly role: string;
    readonly text: string;
    readonly sentences: readonly Sentence[];
  }[];
  readonly marked: boolean;
}

/**
 * Which parts an apology has. Where a heading carries a `{#role}`, the marks decide; only regret and
 * forgiveness are also there when their words stand anywhere. Where none does, the form of the words decides over the whole text,
 * which is a guess.
 * Of a reported apology only the quotations are read. Presence and form, never sincerity.
 */
export function apologyPresence(
  text: ApologyText,
  locale: Locale,
  reported: boolean,
): Readonly<Record<ApologyRole, boolean>> {
  return presenceIn(readingOf(text, locale, reported));
}

/**
 * The six components in the order of their effect (Lewicki et al. 2016), present or absent: never a score.
 */
export function apologyScorecard(
  text: ApologyText,
  locale: Locale,
  reported: boolean,
): readonly { readonly component: ApologyComponent; readonly present: boolean }[] {
  const presence = apologyPresence(text, locale, reported);
  return apologyComponents.map((component) => ({ component, present: presence[component] }));
}

/** Forgiveness is never asked for: it can be left out. */
const judgedRoles = [
  'harm',
  'responsibility',
  'repair',
  'explanation',
  'regret',
  'prevention',
  'silence',
] as const;
type JudgedRole = (typeof judgedRoles)[number];

/**
 * What an apology in one language leaves out or says in a way that takes it back.
 */
export function apologyFindings(text: ApologyText, locale: Locale, facts: ApologyFacts): ApologyFinding[] {
  const reading = readingOf(text, locale, facts.reported);
  const presence = presenceIn(reading);
  return judgedRoles.flatMap((role) => {
    if (role === 'silence' && !isLate(facts)) return [];
    const said = presence[role] || role === 'harm' ? (checks[role]?.(reading, facts) ?? []) : [];
    return presence[role] || said.length > 0 ? said : [missing(reading, role)];
  });
}

/** Parts that one language has and the other lacks; `about.locale` is the one that lacks it. */
export function apologyParityFindings(
  texts: Readonly<Record<Locale, ApologyText>>,
  reported: boolean,
): ApologyFinding[] {
  const presence = {
    en: apologyPresence(texts.en, 'en', reported),
    fr: apologyPresence(texts.fr, 'fr', reported),
  };
  return apologyRoles.flatMap((role) => {
    const locale = locales.find((one) => !presence[one][role]);
    if (locale === undefined || locales.every((one) => !presence[one][role])) return [];
    const about = { kind: 'part', locale, role } as const;
    return [{ rule: 'apology/parts', variant: 'absent', about, values: { role } }];
  });
}

function readingOf({ parts }: ApologyText, locale: Locale, reported: boolean): Reading {
  const read = parts.map(({ role, text, quotations }: ApologyPart) => {
    const words = reported ? quotations : text;
    return {
      role,
      text: words,
      sentences: sentencesOf(words, 'read'),
    };
  });
  return { locale, reported, parts: read, marked: parts.some(({ role }) => isRole(role)) };
}

const isRole = (id: string): boolean => apologyRoles.some((role) => role === id);

/** The sentences of a role, or of the whole where nothing is marked. */
const sentencesFor = ({ parts, marked }: Reading, role: ApologyRole): readonly Sentence[] =>
  parts.filter((part) => !marked || part.role === role).flatMap(({ sentences }) => sentences);

function presenceIn(reading: Reading): Readonly<Record<ApologyRole, boolean>> {
  const { locale, marked } = reading;
  const isThere = (role: ApologyRole) => {
    const sentences = sentencesFor(reading, role);
    return marked ? sentences.length > 0 : has(sentences, role, locale);
  };
  const all = reading.parts.flatMap(({ sentences }) => sentences);
  return {
    harm: isThere('harm'),
    responsibility: isThere('responsibility'),
    repair: isThere('repair'),
    explanation: isThere('explanation'),
    regret: has(all, 'regret', locale),
    prevention: isThere('prevention'),
    forgiveness: isThere('forgiveness') || has(all, 'forgiveness', locale),
    silence: isThere('silence'),
  };
}

/** `reported` where the report tells of the part in its own words, without a quotation. */
function missing(reading: Reading, role: JudgedRole): ApologyFinding {
  const part = reading.parts.find((one) => one.role === role);
  const told = reading.reported && part !== undefined && part.sentences.length === 0;
  return finding(reading, role, told ? 'reported' : 'absent');
}

/** About the part with that role, or the part at `at`. */
function finding(
  { locale, parts }: Reading,
  role: JudgedRole,
  variant: string,
  values: ApologyFinding['values'] = {},
  at = parts.findIndex((part) => part.role === role),
): ApologyFinding {
  const about = { kind: 'part', locale, role, ...(at < 0 ? {} : { index: at }) } as const;
  return { rule: `apology/${role}`, variant, about, values };
}

type Check = (reading: Reading, facts: ApologyFacts) => readonly ApologyFinding[];

/** What is asked of a part that is there. */
const checks: Readonly<Partial<Record<JudgedRole, Check>>> = {
  responsibility: (reading) => {
    const sentences = sentencesFor(reading, 'responsibility');
    if (isOwned(sentences, reading.locale)) return [];
    const variant = has(sentences, 'supplier', reading.locale) ? 'supplier' : 'first-person';
    return [finding(reading, 'responsibility', variant)];
  },
  explanation: (reading, { party }) => {
    const shifted = party === 'supplier' || party === 'external';
    const owned = isOwned(sentencesFor(reading, 'explanation'), reading.locale);
    return shifted && !owned ? [finding(reading, 'explanation', 'own-part')] : [];
  },
  regret: (reading) => {
    const { locale } = reading;
    let first: { readonly found: string; readonly index: number } | undefined;
    for (const [index, { text, sentences }] of reading.parts.entries()) {
      for (const sentence of sentences) {
        if (!has([sentence], 'regret', locale)) continue;
        const found = foundIn(text, sentence, 'conditional', locale);
        if (found === undefined) return [];
        first ??= { found, index };
      }
    }
    return first === undefined
      ? []
      : [finding(reading, 'regret', 'conditional', { found: first.found }, first.index)];
  },
  prevention: (reading, { commitments }) => {
    const dated = commitments.some(
      ({ due, done, dropped }) => (due ?? done) !== undefined && dropped === undefined,
    );
    return dated ? [] : [finding(reading, 'prevention', 'undated')];
  },
  harm: (reading) => {
    const { locale, parts, marked } = reading;
    const own = parts.filter(({ role }) => !marked || role === 'harm');
    if (own.some(({ sentences }) => has(sentences, 'harm', locale))) return [];
    for (const { text, sentences } of own) {
      for (const sentence of sentences) {
        const found = foundIn(text, sentence, 'vague', locale);
        if (found !== undefined) return [finding(reading, 'harm', 'vague', { found })];
      }
    }
    return [];
  },
};

/** In the first person, other than in naming a supplier: “our supplier let us down” is not. */
const isOwned = (sentences: readonly Sentence[], locale: Locale): boolean =>
  sentences.some((one) => has([one], has([one], 'supplier', locale) ? 'acts' : 'first-person', locale));
