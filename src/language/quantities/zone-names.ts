import { letter } from './notation.ts';
import type { ZoneName } from './values.ts';

interface Clock {
  readonly id: string;
  /** Minutes east of UTC in winter. */
  readonly winter: number;
  /** The letters of `EST`, `EDT`, `ET`, and of HNE, HAE, HE (Bureau de la traduction). */
  readonly letters: string;
  /** Sources of its names before `Time` and after « heure ». */
  readonly english: string;
  readonly french: string;
}

const clocks: readonly Clock[] = [
  { id: 'newfoundland', winter: -210, letters: 'NT', english: 'Newfoundland', french: 'de Terre-Neuve' },
  { id: 'atlantic', winter: -240, letters: 'AA', english: 'Atlantic', french: "de l'Atlantique" },
  { id: 'eastern', winter: -300, letters: 'EE', english: 'Eastern', french: "de l'[Ee]st" },
  { id: 'central', winter: -360, letters: 'CC', english: 'Central', french: 'du [Cc]entre' },
  { id: 'mountain', winter: -420, letters: 'MR', english: 'Mountain', french: 'des Rocheuses' },
  { id: 'pacific', winter: -480, letters: 'PP', english: 'Pacific', french: 'du Pacifique' },
];

interface Name {
  readonly id: string;
  readonly source: string;
  readonly offsets: readonly number[];
}

/** What may follow a name of a clock that is also another word: `9 p.m. Eastern`, but `9 a.m. Central Station`. */
const pause = `(?=[.,;:)\\n]|$| (?:to|and|on|until)(?![${letter}]))`;

function namesOf({ id, winter, letters, english, french }: Clock): readonly Name[] {
  const [en = '', fr = ''] = letters;
  const summer = winter + 60;
  const named = (enKind: string, frKind: string, short: string, offsets: readonly number[]): Name => ({
    id,
    offsets,
    source: `(?:${short})(?![${letter}\\d])|${english} ${enKind}[Tt]ime|[Hh]eure ${frKind}${french}(?![${letter}])`,
  });
  return [
    named('(?:[Dd]aylight|[Ss]ummer) (?:[Ss]avings? )?', "(?:avancée|d'été) ", `${en}DT|HA${fr}`, [summer]),
    named('[Ss]tandard ', "(?:normale|d'hiver) ", `${en}ST|HN${fr}`, [winter]),
    named('', '', `${en}T|H${fr}`, [winter, summer]),
    { id, offsets: [winter, summer], source: `${english}${pause}` },
  ];
}

/** Cities whose clock notices name. */
const cities: Readonly<Record<string, { readonly names: string; readonly offsets: readonly number[] }>> = {
  newfoundland: { names: "St\\. John's|Saint-Jean", offsets: [-210, -150] },
  atlantic: { names: 'Halifax|Moncton', offsets: [-240, -180] },
  eastern: { names: 'Toronto|Montr[ée]al|Ottawa|Qu[ée]bec|New York', offsets: [-300, -240] },
  central: { names: 'Winnipeg', offsets: [-360, -300] },
  regina: { names: 'Regina', offsets: [-360] },
  mountain: { names: 'Calgary|Edmonton', offsets: [-420, -360] },
  yukon: { names: 'Whitehorse|Yukon', offsets: [-420] },
  pacific: { names: 'Vancouver', offsets: [-480, -420] },
  london: { names: 'London|Londres', offsets: [0, 60] },
  paris: { names: 'Paris|Geneva|Genève', offsets: [60, 120] },
};

const names: readonly Name[] = [
  { id: 'utc', offsets: [0], source: `(?:UTC|GMT|TUC)(?![${letter}\\d]|[ ]?[+-]\\d)` },
  ...clocks.flatMap(namesOf),
  { id: 'yukon', offsets: [-420], source: `(?:YT|HNY)(?![${letter}\\d])|[Hh]eure (?:normale )?du Yukon` },
  { id: 'paris', offsets: [120], source: `(?:CEST|HAEC)(?![${letter}\\d])` },
  { id: 'paris', offsets: [60], source: `(?:CET|HNEC)(?![${letter}\\d])` },
  ...Object.entries(cities).map(([id, { names: places, offsets }]) => ({
    id,
    offsets,
    source: `(?:${places}) [Tt]ime|[Hh]eure (?:de |du )(?:${places})(?![${letter}])`,
  })),
];

const before = '(?:,?[ \\n]?\\(?|,? ?- ?)';
const anyName = new RegExp(
  `${before}(?:${names.map(({ source }) => `(${source})`).join('|')})(?! ?\\d)\\)?`,
  'y',
);
const utc = /Z(?![A-Za-z\d])/y;
const shift = new RegExp(`${before}((?:UTC|GMT) ?([+-])(\\d{1,2})(?::?(\\d\\d))?)(?!\\d)\\)?`, 'y');
/** Capitals where a zone would stand, at a pause or before small letters. */
const capitals = /[ \n]\(?([A-Z]{2,5})(?=\)|[.,;:\n]|$| [a-zà-ü])\)?/y;
const noZones = /^(?:AM|PM|ET|OU|AND|OR|TO)$/;

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** The zone that is named right after a time, with where its name ends. `glued` where `18Z` may stand. */
export function zoneAfter(
  text: string,
  index: number,
  glued = false,
): { readonly zone: ZoneName; readonly end: number } | undefined {
  if (glued && at(utc, text, index)) return { zone: { id: 'utc', text: 'Z', offsets: [0] }, end: index + 1 };
  const shifted = at(shift, text, index);
  if (shifted) {
    const [whole, written = '', sign, hours = '0', minutes = '0'] = shifted;
    const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    return { zone: { id: `utc${offset}`, text: written, offsets: [offset] }, end: index + whole.length };
  }
  const known = at(anyName, text, index);
  if (known) {
    const which = known.slice(1).findIndex((found) => found !== undefined);
    const { id, offsets } = names[which] ?? { id: 'unknown', offsets: [] };
    const written = known[which + 1] ?? '';
    return { zone: { id, text: written, offsets }, end: index + known[0].length };
  }
  const other = at(capitals, text, index);
  if (!other || noZones.test(other[1] ?? '')) return undefined;
  return { zone: { id: 'unknown', text: other[1] ?? '', offsets: [] }, end: index + other[0].length };
}

/** The minutes of a day in UTC at which `minutes` on the wall of a zone can be. */
export const inUtc = (minutes: number, { offsets }: ZoneName): readonly number[] =>
  offsets.map((offset) => (((minutes - offset) % 1440) + 1440) % 1440);

/** Whether two zones cannot be the clock of the same hour; what is unknown contradicts what is known. */
export const contradictZones = (a: ZoneName, b: ZoneName): boolean =>
  a.id === 'unknown' || b.id === 'unknown'
    ? a.id !== b.id
    : !a.offsets.some((offset) => b.offsets.includes(offset)) ||
      (a.id !== b.id && a.offsets.length + b.offsets.length > 2);
