import { type WordingFamily, wordingFamilies } from './wording.ts';

const severities = ['error', 'warning'] as const;
export type Severity = (typeof severities)[number];

/** What a rule looks at: one file as it is read, the facts of one notice, the texts of one folder, or the whole site. */
const scopes = ['file', 'facts', 'texts', 'site'] as const;
export type Scope = (typeof scopes)[number];

export interface Rule {
  readonly severity: Severity;
  readonly scope: Scope;
}

const error = (scope: Scope): Rule => ({ severity: 'error', scope });
const warning = (scope: Scope): Rule => ({ severity: 'warning', scope });

/** Errors stop a build: what would mislead a reader or break a page. Warnings do not (contract 2). */
const table = {
  'file/missing': error('file'),
  'file/encoding': error('file'),
  'file/size': error('file'),
  'file/unreadable': error('file'),
  'file/conflict': error('file'),
  'file/astray': error('file'),
  'file/example': warning('site'),
  'static/active': error('file'),
  'static/taken': error('site'),
  'file/copy': warning('texts'),
  'file/language': error('texts'),
  'yaml/syntax': error('file'),
  'yaml/unknown-key': error('file'),
  'yaml/missing-key': error('file'),
  'yaml/value': error('file'),
  'front-matter/missing': error('file'),
  'front-matter/engine': error('file'),
  'time/format': error('file'),
  'time/nonexistent': error('file'),
  'time/ambiguous': error('file'),
  'time/future': error('file'),
  'time/order': error('facts'),
  'time/weekday': warning('texts'),
  'time/unlikely': warning('facts'),
  'time/midnight': warning('facts'),
  'id/format': error('texts'),
  'id/duplicate': error('site'),
  'slug/format': error('file'),
  'slug/duplicate': error('site'),
  'service/unknown': error('facts'),
  'region/unknown': error('facts'),
  'source/unknown': error('facts'),
  'section/unknown': error('texts'),
  'section/repeated': error('texts'),
  'timeline/no-text': error('texts'),
  'timeline/no-fact': error('texts'),
  'facts/no-text': error('texts'),
  'facts/no-fact': error('texts'),
  'facts/contradiction': warning('facts'),
  'parity/file': error('texts'),
  'parity/section': error('texts'),
  'parity/id': error('texts'),
  'parity/late': warning('texts'),
  'parity/number': warning('texts'),
  'parity/stale': warning('texts'),
  'parity/language': warning('texts'),
  'parity/fact': warning('texts'),
  'link/scheme': error('texts'),
  'link/broken': error('texts'),
  'image/missing': error('texts'),
  'image/no-text': error('texts'),
  'image/active': error('texts'),
  'image/position': warning('texts'),
  'image/weight': warning('texts'),
  'markdown/raw-html': warning('texts'),
  'markdown/comment': warning('texts'),
  'markdown/nesting': warning('texts'),
  'markdown/no-break-space': warning('file'),
  'markdown/no-space': warning('file'),
  'markdown/unclosed': warning('texts'),
  'markdown/github': warning('texts'),
  'markdown/table': warning('texts'),
  'markdown/empty': warning('texts'),
  'summary/stale': warning('texts'),
  'promise/overdue': warning('facts'),
  'promise/none': warning('facts'),
  'commitment/overdue': warning('facts'),
  'commitment/undated': warning('facts'),
  'credit/no-how': warning('facts'),
  'credit/over': warning('facts'),
  'page/weight': warning('site'),
  'theme/accent': warning('site'),
  'host/limit': warning('site'),
  'notify/sender': error('site'),
  'notify/channel': error('site'),
  'phrase/unknown': error('site'),
  'phrase/variable': error('site'),
  'phrase/contradiction': warning('texts'),
  'sms/segments': warning('texts'),
  'voice/length': warning('texts'),
  'address/lost': error('site'),
  'apology/signer': error('texts'),
  'apology/date': error('texts'),
  'apology/responsibility': error('texts'),
  'apology/repair': warning('texts'),
  'apology/regret': warning('texts'),
  'apology/explanation': warning('texts'),
  'apology/prevention': warning('texts'),
  'apology/silence': warning('texts'),
  'apology/harm': warning('texts'),
  'apology/parts': warning('texts'),
  'wording/term': warning('texts'),
  'wording/placeholder': warning('texts'),
  'typography/space': warning('texts'),
  'typography/repeated': warning('texts'),
  'typography/shouting': warning('texts'),
  'typography/unit': warning('texts'),
  'typography/language': warning('texts'),
  'typography/time': warning('texts'),
  'typography/date': warning('texts'),
  'typography/money': warning('texts'),
  'typography/number': warning('texts'),
  'typography/range': warning('texts'),
  'typography/capital': warning('texts'),
  'typography/lost': warning('texts'),
  'typography/direction': warning('texts'),
} as const satisfies Readonly<Record<`${string}/${string}`, Rule>>;

type Named = keyof typeof table;
type OfFamily = `wording/${WordingFamily}`;

/** A rule by its id. Each family of phrases is one: `wording/soon`. */
export type RuleId = Named | OfFamily;

/** A rule, or all of an area: `wording/*`. */
export type RuleName = RuleId | (RuleId extends `${infer Area}/${string}` ? `${Area}/*` : never);

const isNamed = (id: string): id is Named => Object.hasOwn(table, id);
const familyRules = wordingFamilies.map((family): OfFamily => `wording/${family}`);

export const ruleIds: readonly RuleId[] = [...Object.keys(table).filter(isNamed), ...familyRules];
const known: ReadonlySet<string> = new Set(ruleIds.flatMap((id) => [id, `${id.split('/')[0]}/*`]));

const ids: ReadonlySet<unknown> = new Set(ruleIds);
export const isRuleId = (found: unknown): found is RuleId => ids.has(found);

/** Whether a writer's word is a rule or an area of rules. */
export const isRuleName = (name: string): name is RuleName => known.has(name);

export const ruleOf = (id: RuleId): Rule => (isNamed(id) ? table[id] : warning('texts'));
export const severityOf = (id: RuleId): Severity => ruleOf(id).severity;
