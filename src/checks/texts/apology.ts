import type { Document } from '../../content/document/document.ts';
import type { ReadNotice, Text } from '../../content/notice/read.ts';
import type { Clock } from '../../content/schema/notices.ts';
import { idFrom, isId } from '../../content/schema/scalars.ts';
import { apologyFindings, apologyParityFindings, apologyScorecard } from '../../language/apology/apology.ts';
import { apologyFactFindings } from '../../language/apology/signing.ts';
import { paragraphsOf } from '../../language/markdown/paragraphs.ts';
import { suggest } from '../../language/suggest.ts';
import { hasKey, say } from '../../language/translate.ts';
import {
  type ApologyComponent,
  type ApologyFacts,
  type ApologyFinding,
  type ApologyRole,
  type ApologyText,
  apologyRoles,
} from '../../model/apology.ts';
import { at, type Place, type Problem, problem } from '../../model/problem.ts';
import { type Locale, type LocalText, locales } from '../../model/values.ts';
import { type InEach, inEach } from '../../model/words.ts';
import type { CheckOf } from '../context.ts';

/** Which of the six parts an apology has, in one language, each with where it stands. Never a mark for sincerity. */
export interface Scorecard {
  readonly notice: string;
  readonly locale: Locale;
  readonly file: string;
  readonly reported: boolean;
  /** In the order of their effect. */
  readonly parts: readonly {
    readonly component: ApologyComponent;
    readonly present: boolean;
    readonly line?: number;
  }[];
}

export const id = 'apology/*';

/** What the apology of a notice leaves out or takes back. */
export const check: CheckOf<ReadNotice> = (notice, { site: { settings }, clock }) => {
  const facts = factsOf(notice, settings.organization, clock);
  if (facts === undefined) return [];
  const texts = apologyTexts(notice);
  const { en, fr } = texts;
  const findings = [
    ...apologyFactFindings(facts),
    ...locales.flatMap((locale) => {
      const text = texts[locale];
      return text === undefined ? [] : apologyFindings(text, locale, facts);
    }),
    ...(en && fr ? apologyParityFindings({ en, fr }, facts.reported) : []),
  ];
  const problems = findings.map((one) =>
    at(placeOf(one, notice), { ...one, values: { ...one.values, ...exampleOf(one) } }),
  );
  return [...problems, ...misspeltRoles(notice)];
};

/** The scorecards of a notice's apology, one for each language that has it. */
export function scorecardsOf(notice: ReadNotice): readonly Scorecard[] {
  const facts = notice.kind === 'incident' ? notice.data : {};
  if (facts.apology === undefined || facts.timeline?.[0] === undefined) return [];
  const { reported = false } = facts.apology;
  const texts = apologyTexts(notice);
  return locales.flatMap((locale) => {
    const [text, words] = [notice.texts[locale], texts[locale]];
    return text === undefined || words === undefined ? [] : [scorecardOf(notice, text, words, reported)];
  });
}

/** The apology in each language that has the section. */
const apologyTexts = ({ texts }: ReadNotice): InEach<ApologyText> =>
  inEach((locale) => {
    const text = texts[locale];
    return text?.sections.byName.has('apology') ? apologyText(text) : undefined;
  });

/** A sentence as a writer would type it, in the language of the text that lacks one. */
function exampleOf({ rule, variant, about }: ApologyFinding): { readonly example?: string } {
  const key = `example.${rule}.${variant}`;
  return about.kind === 'part' && hasKey(about.locale, key) ? { example: say(about.locale, key) } : {};
}

const misspeltRoles = (notice: ReadNotice): Problem[] =>
  locales.flatMap((locale) =>
    (notice.texts[locale]?.sections.byName.get('apology')?.parts ?? []).flatMap(
      ({ heading: { id, place } }) => {
        const meant = roleMeant(id);
        if (id === undefined || meant === id) return [];
        if (!isId(id) && meant !== undefined)
          return [problem('id/format', place, { found: id, suggestion: meant }, 'heading.role')];
        return meant === undefined
          ? [problem('apology/parts', place, { found: id, allowed: apologyRoles.join(', ') }, 'unknown')]
          : [problem('apology/parts', place, { found: id, meant }, 'misspelt')];
      },
    ),
  );

function factsOf(notice: ReadNotice, organization: LocalText, { now }: Clock): ApologyFacts | undefined {
  if (notice.kind !== 'incident' || notice.data.apology === undefined) return undefined;
  const { apology, started, timeline = [], cause, commitments = {} } = notice.data;
  const first = timeline[0];
  if (first === undefined) return undefined;
  return {
    at: apology.at,
    started: started ?? first.at,
    now: now.epoch,
    signer: apology.signer,
    organization,
    reported: apology.reported ?? false,
    party: cause?.party,
    commitments: Object.values(commitments),
  };
}

/** The section as plain text: what stands before the first heading, then each part. */
function apologyText({ document, sections }: Text): ApologyText {
  const section = sections.byName.get('apology');
  if (section === undefined) return { parts: [] };
  const opening = wordsIn(document, section.opening);
  const parts = section.parts.map(({ heading, block }) => {
    const { text, quotations } = wordsIn(document, block);
    return {
      role: roleMeant(heading.id) ?? heading.id ?? '',
      text: `${heading.title}\n\n${text}`,
      quotations,
    };
  });
  return { parts: [{ role: '', ...opening }, ...parts] };
}

/** The part of an apology that a heading's id means, where it is one or nearly. */
export function roleMeant(id: string | undefined): ApologyRole | undefined {
  if (id === undefined) return undefined;
  const found = idFrom(id) ?? id;
  const name = suggest(found, apologyRoles) ?? found;
  return inFrench.get(found) ?? apologyRoles.find((role) => role === name);
}

/** What a French-speaking writer may call a part. */
const inFrench: ReadonlyMap<string, ApologyRole> = new Map([
  ['reparation', 'repair'],
  ['prejudice', 'harm'],
  ['tort', 'harm'],
  ['excuses', 'regret'],
  ['pardon', 'forgiveness'],
]);

const inMarks = /“[^“”]*”|«[^«»]*»|"[^"]*"/g;

function wordsIn(
  document: Document<unknown>,
  block: Parameters<typeof paragraphsOf>[0],
): { text: string; quotations: string } {
  const paragraphs = paragraphsOf(block, document.lines, document.locale);
  const quotations = paragraphs.flatMap(({ text, quoted }) =>
    quoted ? [text] : (text.match(inMarks) ?? []).map((one) => one.slice(1, -1)),
  );
  return { text: paragraphs.map(({ text }) => text).join('\n\n'), quotations: quotations.join('\n\n') };
}

function scorecardOf(
  notice: ReadNotice,
  { document, sections }: Text,
  words: ApologyText,
  reported: boolean,
): Scorecard {
  const lines = new Map(
    sections.byName.get('apology')?.parts.map(({ heading }) => [heading.id, heading.place.line]),
  );
  const parts = apologyScorecard(words, document.locale, reported).map((one) => ({
    ...one,
    line: lines.get(one.component),
  }));
  return { notice: notice.id, locale: document.locale, file: document.file, reported, parts };
}

function placeOf({ about }: ApologyFinding, notice: ReadNotice): Place {
  if (about.kind === 'fact')
    return notice.facts.at(about.fact === 'signer' ? ['apology', 'signer', 'name'] : ['apology', 'at']);
  const section = notice.texts[about.locale]?.sections.byName.get('apology');
  // The first part of the text is what stands before the first heading.
  const part = about.index === undefined ? undefined : section?.parts[about.index - 1];
  return part?.heading.place ?? section?.heading.place ?? notice.facts.at(['apology']);
}
