import { type WordingFamily, wordingFamilies } from './wording.ts';

export type Severity = 'error' | 'warning';

/** Errors stop a build: what would mislead a reader or break a page. Warnings do not, so that nothing keeps a team from publishing. */
const table = {
  'file/missing': 'error',
  'file/encoding': 'error',
  'file/size': 'error',
  'file/unreadable': 'error',
  'file/conflict': 'error',
  'file/astray': 'error',
  'file/example': 'warning',
  'static/active': 'error',
  'static/taken': 'error',
  'file/copy': 'warning',
  'file/language': 'error',
  'yaml/syntax': 'error',
  'yaml/unknown-key': 'error',
  'yaml/missing-key': 'error',
  'yaml/value': 'error',
  'front-matter/missing': 'error',
  'front-matter/engine': 'error',
  'time/format': 'error',
  'time/nonexistent': 'error',
  'time/ambiguous': 'error',
  'time/future': 'error',
  'time/order': 'error',
  'time/weekday': 'warning',
  'time/unlikely': 'warning',
  'time/midnight': 'warning',
  'id/format': 'error',
  'id/duplicate': 'error',
  'slug/format': 'error',
  'slug/duplicate': 'error',
  'service/unknown': 'error',
  'region/unknown': 'error',
  'source/unknown': 'error',
  'section/unknown': 'error',
  'section/repeated': 'error',
  'timeline/no-text': 'error',
  'timeline/no-fact': 'error',
  'facts/no-text': 'error',
  'facts/no-fact': 'error',
  'facts/contradiction': 'warning',
  'parity/file': 'error',
  'parity/section': 'error',
  'parity/id': 'error',
  'parity/late': 'warning',
  'parity/number': 'warning',
  'parity/stale': 'warning',
  'parity/language': 'warning',
  'parity/fact': 'warning',
  'link/scheme': 'error',
  'link/broken': 'error',
  'image/missing': 'error',
  'image/no-text': 'error',
  'image/active': 'error',
  'image/position': 'warning',
  'image/weight': 'warning',
  'markdown/raw-html': 'warning',
  'markdown/comment': 'warning',
  'markdown/nesting': 'warning',
  'markdown/no-break-space': 'warning',
  'markdown/no-space': 'warning',
  'markdown/unclosed': 'warning',
  'markdown/github': 'warning',
  'markdown/table': 'warning',
  'markdown/empty': 'warning',
  'summary/stale': 'warning',
  'promise/overdue': 'warning',
  'promise/none': 'warning',
  'commitment/overdue': 'warning',
  'commitment/undated': 'warning',
  'credit/no-how': 'warning',
  'credit/over': 'warning',
  'page/weight': 'warning',
  'theme/accent': 'warning',
  'host/limit': 'warning',
  'notify/sender': 'error',
  'notify/channel': 'error',
  'phrase/unknown': 'error',
  'phrase/variable': 'error',
  'phrase/contradiction': 'warning',
  'sms/segments': 'warning',
  'voice/length': 'warning',
  'address/lost': 'error',
  'apology/signer': 'error',
  'apology/date': 'error',
  'apology/responsibility': 'error',
  'apology/repair': 'warning',
  'apology/regret': 'warning',
  'apology/explanation': 'warning',
  'apology/prevention': 'warning',
  'apology/silence': 'warning',
  'apology/harm': 'warning',
  'apology/parts': 'warning',
  'wording/term': 'warning',
  'wording/placeholder': 'warning',
  'typography/space': 'warning',
  'typography/repeated': 'warning',
  'typography/shouting': 'warning',
  'typography/unit': 'warning',
  'typography/language': 'warning',
  'typography/time': 'warning',
  'typography/date': 'warning',
  'typography/money': 'warning',
  'typography/number': 'warning',
  'typography/range': 'warning',
  'typography/capital': 'warning',
  'typography/lost': 'warning',
  'typography/direction': 'warning',
} as const satisfies Readonly<Record<`${string}/${string}`, Severity>>;

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

export const severityOf = (id: RuleId): Severity => (isNamed(id) ? table[id] : 'warning');
