import fc from 'fast-check';
import { expect, test } from 'vitest';
import { opaque, type Profile, typeset, typesetRuns } from '../../src/language/typography/typography.ts';
import { typographies } from '../../src/model/site.ts';
import { type Locale, locales } from '../../src/model/values.ts';
import vectors from '../fixtures/typography-fr-CA.json' with { type: 'json' };
import { growth, linear } from '../growth.ts';

/** U+00A0 and U+202F, made visible and back. */
const seen = (text: string): string => text.replaceAll('\u00a0', '⍽').replaceAll('\u202f', '⎵');
const typed = (text: string): string => text.replaceAll('⍽', '\u00a0').replaceAll('⎵', '\u202f');

/** Typesets Markdown that has code spans and nothing else. */
function setAround(text: string, locale: Locale, profile: Profile): string {
  const parts = text.split(/(`[^`]*`)/);
  const isCode = (part: string | undefined) => part?.startsWith('`') === true;
  const set = typesetRuns(
    parts.map((part) => (isCode(part) ? opaque : part)),
    locale,
    profile,
  );
  return set.map((run, index) => (isCode(parts[index]) ? parts[index] : run)).join('');
}

function expectSet(locale: Locale, profile: Profile, line: string): void {
  const [from = '', to = from] = line.split(' → ');
  const once = setAround(typed(from), locale, profile);
  expect(seen(once)).toBe(to);
  expect(seen(setAround(once, locale, profile))).toBe(to);
}

const rows = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

for (const [rule, cases] of Object.entries(vectors)) {
  const profile = rule.includes('profil fine') ? 'fine' : 'oqlf';
  test.each(cases)(`${rule}: $in`, ({ in: from, out: to }) => {
    expectSet('fr', profile, `${seen(from)} → ${seen(to)}`);
  });
}

/** `before → after`; a line without an arrow stays as it is. */
const french = rows(String.raw`
  Cause : vent → Cause⍽: vent
  « Cause : » → «⍽Cause⍽:⍽»
  (voir le texte :) → (voir le texte⍽:)
  Merci :) à tous
  Merci ;) et :-( et :D
  la touche : → la touche⍽:
  : en tête
  adresse fe80::1 et §2:3 et sip:aide@exemple.ca
  Voir « https://exemple.ca/a?b » : oui → Voir «⍽https://exemple.ca/a?b⍽»⍽: oui
  Ouvrez https://exemple.ca/l'aide. C'est fini → Ouvrez https://exemple.ca/l'aide. C’est fini
  Courez sur www.exemple.ca/?a=1 ! → Courez sur www.exemple.ca/?a=1!
  C:\Users\d'Arc : ok → C:\Users\d'Arc⍽: ok
  Quoi ? ! → Quoi?!
  Quoi⍽? → Quoi?
  utilisez !important et ?x=1 et ;y
  ( ! ) et [?] et "?" → ( ! ) et [?] et «⍽?⍽»
  réponse à ${'`a`'} ? → réponse à ${'`a`'}?
  Il a dit " oui " hier → Il a dit «⍽oui⍽» hier
  “Désolés”, dit-elle → «⍽Désolés⍽», dit-elle
  « Il a dit « non » » → «⍽Il a dit “non”⍽»
  "Le "premier "cas" du" jour" → «⍽Le “premier ‘cas’ du” jour⍽»
  "Écran de 27" livré" → «⍽Écran de 27" livré⍽»
  un écran de 27 " et un de 32 " livrés
  un "guillemet seul
  un guillemet seul" ici
  « un seul "mot" ici → «⍽un seul "mot" ici
  clé="valeur" et l"mot"
  («oui») → («⍽oui⍽»)
  d'«huile» → d’«⍽huile⍽»
  «${'`code`'}» → «⍽${'`code`'}⍽»
  l'${'`état`'} → l’${'`état`'}
  rock'n'roll → rock’n’roll
  Sḵwx̱wú7mesh et K'ómoks → Sḵwx̱wú7mesh et K’ómoks
  100%, 5 % ; 50 %. → 100⍽%, 5⍽%; 50⍽%.
  100%20 et 5%d
  15$/mois et 15 $CA et 15 $ CAN → 15⍽$/mois et 15⍽$⍽CA et 15⍽$ CAN
  85 millions $ → 85 millions⍽$
  15 $HOME et 5$x et {{ "a" | b }} et {% if a ? b %} et ${'$'}{a ? b}
  1 800 555 0199 et 604 555-0100 et 514 555 0199 et +1 604 555 0100
  en 2019 100 clients
  12  500 boîtes
  10 000,5 → 10⍽000,5
  de 9h à 17h → de 9⍽h à 17⍽h
  9h-17h30 → 9⍽h-17⍽h⍽30
  à 0 h 00 → à 0⍽h
  48h et 24h/24 → 48⍽h et 24⍽h/24
  dès 9 h 5 techniciens → dès 9⍽h 5 techniciens
  à 9h5 et à 9 h 5, puis → à 9⍽h⍽05 et à 9⍽h⍽05, puis
  2h5min et 14 h 30 min 5 s → 2⍽h⍽5⍽min et 14⍽h⍽30⍽min 5⍽s
  version 2.1, 14:20, 14:20:05 et v5h
  le 1er août → le 1er⍽août
  LE 15 AOÛT → LE 15⍽AOÛT
  le Jeudi 15 Août → le jeudi 15⍽août
  5G, 4 m, 12 s'en vont → 5G, 4⍽m, 12 s’en vont
  100Mbps et 20°C et 64 bits → 100⍽Mbps et 20⍽°C et 64⍽bits
  2èmes, 1ières, 21ième, 1ème → 2es, 1res, 21e, 1ème
  Me Roy, MM. Roy et Dre Côté → Me⍽Roy, MM.⍽Roy et Dre⍽Côté
  no 5 et p. 12 → no⍽5 et p.⍽12
  ../x et .... et [...] → ../x et .... et […]
`);

test.each(french)('French: %s', (line) => expectSet('fr', 'oqlf', line));

const fine = rows(`
  « Oui » ? → «⍽Oui⍽»⎵?
  Quoi ?! → Quoi⎵?!
  Fini; merci ;-) → Fini⎵; merci ;-)
  ( ! ) et (?) et « ? » → ( ! ) et (?) et «⍽?⍽»
  Cause: vent → Cause⍽: vent
  50 % ! → 50⍽%⎵!
  a?b et ?x
`);

test.each(fine)('French, fine: %s', (line) => expectSet('fr', 'fine', line));

const english = rows(`
  "We failed" → “We failed”
  customers' mail → customers’ mail
  Sorry : → Sorry:
  50 % → 50%
  15 $ and 14:20 and August 15th and 15 August
  9:00 a.m. → 9:00⍽a.m.
  9 a.m. and 10 PM → 9⍽a.m. and 10⍽PM
  2:20pm
  It's O'Brien's, don't → It’s O’Brien’s, don’t
  ${'`mail`'}'s owner → ${'`mail`'}’s owner
  "${'`code`'}" → “${'`code`'}”
  the '90s and the 1990's → the ’90s and the 1990’s
  since '19 → since ’19
  rock 'n' roll → rock ’n’ roll
  tell 'em → tell ’em
  the 'cause' field → the ‘cause’ field
  'We lost the customers' mail' → ‘We lost the customers’ mail’
  "He said "no" twice" → “He said ‘no’ twice”
  "She said 'no' twice" → “She said ‘no’ twice”
  'She said "no" twice' → ‘She said “no” twice’
  “already "set" text” → “already ‘set’ text”
  5'10" tall, a 27" screen
  "a 27" screen" → “a 27" screen”
  "Yes," she said. ("No.") → “Yes,” she said. (“No.”)
  the "open one
  the closed" one
  « oui » and “a” and ‘b’
  Wait... → Wait…
  Sorry ! And a press on the ? key → Sorry! And a press on the ? key
  Affected : 3 services → Affected: 3 services
  ratio 16 : 9
  (see below :) → (see below:)
  Thanks :) and ;-)
  100%20 and 5 %d
  o'brien@example.ca and https://example.ca/it's
`);

test.each(english)('English: %s', (line) => expectSet('en', 'oqlf', line));

const across: readonly (readonly [Locale, string, string])[] = [
  ['fr', 'Il a dit |"oui"| hier', 'Il a dit |«⍽oui⍽»| hier'],
  ['fr', '« |Désolés| »', '«⍽|Désolés|⍽»'],
  ['fr', '«|Désolés|»', '«⍽|Désolés|⍽»'],
  ['fr', '"|Désolés|"', '«⍽|Désolés|⍽»'],
  ['fr', '|Cause| : manœuvre', '|Cause|⍽: manœuvre'],
  ['fr', '|Cause|: manœuvre', '|Cause|⍽: manœuvre'],
  ['fr', '|Cause:| manœuvre', '|Cause⍽:| manœuvre'],
  ['fr', 'Quand| |?', 'Quand||?'],
  ['fr', '50|%| des', '50|⍽%| des'],
  ['fr', "l'|état", 'l’|état'],
  ['fr', '|15| |août', '|15|⍽|août'],
  ['fr', '100| 000', '100|⍽000'],
  ['fr', '14|h|20', '14|⍽h⍽|20'],
  ['fr', '« a "|b|" »', '«⍽a “|b|”⍽»'],
  ['fr', `«|${opaque}|»`, `«⍽|${opaque}|⍽»`],
  ['fr', `"|${opaque}|"`, `«⍽|${opaque}|⍽»`],
  ['fr', 'l’aide https://|exemple.ca/?a=1;b=2| ?', 'l’aide https://|exemple.ca/?a=1;b=2|?'],
  ['en', '"|We| failed"', '“|We| failed”'],
  ['en', "customers|'| mail", 'customers|’| mail'],
  ['en', '|Sorry| :', '|Sorry|:'],
];

test.each(across)('%s across runs: %s', (locale, from, to) => {
  expect(typesetRuns(typed(from).split('|'), locale, 'oqlf').map(seen)).toEqual(to.split('|'));
});

test('a line break in the source reads as a space, and stays among words', () => {
  expect(typesetRuns(['50', '\n', '% des\nboîtes : «', '\n', 'a »'], 'fr', 'oqlf').map(seen)).toEqual([
    '50',
    '⍽',
    '% des\nboîtes⍽: «',
    '⍽',
    'a⍽»',
  ]);
});

test('no runs, empty runs', () => {
  expect(typesetRuns([], 'fr', 'oqlf')).toEqual([]);
  expect(typesetRuns(['', ''], 'en', 'fine')).toEqual(['', '']);
  expect(typeset('', 'fr', 'oqlf')).toBe('');
});

const pieces = fc.constantFrom(
  ...[
    '"',
    '"',
    '« ',
    ' »',
    '«',
    '»',
    '“',
    '”',
    '‘',
    '’',
    "'",
    "l'",
    's’',
    '(',
    ')',
    ' ',
    ' ',
    ' ',
    '\u00a0',
    '\u202f',
  ],
  ...[
    ' :',
    ':',
    ' ?',
    '!',
    ' ;',
    ';',
    '...',
    '…',
    '.',
    ',',
    '-',
    '—',
    '\n',
    opaque,
    ':)',
    ';-)',
    ' % ',
    '%',
    '$',
    ' $ CA',
  ],
  ...[
    'mot',
    'été',
    'clients',
    'customers',
    'Oui',
    'n',
    'ème',
    'er',
    'h',
    ' h ',
    'min',
    'août',
    'Août',
    'M.',
    'Mme',
    'Go',
    's',
  ],
  ...[
    '5',
    '00',
    '1',
    '14',
    '100',
    '000',
    '27',
    '2019',
    ':20',
    'https://x.ca/?a',
    'a@b.ca',
    'a.m.',
    ' p.m.',
    '/',
    '\\',
    '{',
  ],
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const setting = { locale: fc.constantFrom(...locales), profile: fc.constantFrom(...typographies) };
const often = { seed: 20190815, numRuns: 4000 };

test('setting twice is setting once', () => {
  const property = fc.property(text, setting.locale, setting.profile, (written, locale, profile) => {
    const once = typeset(written, locale, profile);
    expect(typeset(once, locale, profile)).toBe(once);
  });
  fc.assert(property, often);
});

test('runs come out as many, joined as one text would be, and opaque ones unchanged', () => {
  const runs = fc.array(fc.oneof(text, fc.constant(opaque)), { maxLength: 6 });
  const property = fc.property(runs, setting.locale, setting.profile, (written, locale, profile) => {
    const set = typesetRuns(written, locale, profile);
    expect(set.length).toBe(written.length);
    expect(set.join('')).toBe(typeset(written.join(''), locale, profile));
    for (const [index, run] of written.entries()) if (run === opaque) expect(set[index]).toBe(opaque);
  });
  fc.assert(property, often);
});

/**
 * What must survive: everything but spaces, the shape of quotes and apostrophes, and the repairs that have a
 * name: the ellipsis, `09 h 00` → `9 h`, `01 Août` → `1er août`, `2ème` → `2e`.
 */
const substance = (written: string): string =>
  written
    .replace(/(?<=\d)(?:er|i?[èe]mes?|i?[eè]res?|es?|res?)(?!\p{L})/gu, '')
    .replace(/\s/gu, '')
    .replace(/["'“”‘’«»]/gu, '"')
    .replaceAll('…', '...')
    .replace(/(?<=\d)er(?=août)/giu, '')
    .replace(/0+/g, '')
    .toLowerCase();

test('only spaces, quotes, apostrophes and what is repaired by name change', () => {
  const property = fc.property(text, setting.locale, setting.profile, (written, locale, profile) => {
    expect(substance(typeset(written, locale, profile))).toBe(substance(written));
  });
  fc.assert(property, often);
});

test('hostile texts take time in proportion to their length', () => {
  const units = [
    '"',
    "'",
    '« "',
    ' ',
    '1 ',
    '100 ',
    '9 h ',
    '9h',
    ' :',
    ': ',
    '! ',
    '.',
    'a@',
    'a.',
    'https://)',
    '(:)',
    ' ;)',
  ];
  units.push(
    '${',
    '{{',
    ':a',
    'le lundi ',
    "s' ",
    '27" ',
    '“a',
    'a”',
    '1 août ',
    '1,',
    '$',
    '15 $',
    'C:\\',
    '\n',
    '1\n',
    'M. ',
  );
  for (const unit of units) {
    for (const locale of locales) {
      const set = (text: string) => typeset(`a ${text}`, locale, 'fine');
      expect(growth(unit, set), `${locale} ${unit}`).toBeLessThan(linear);
    }
  }
});
