import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  apologyFindings,
  apologyParityFindings,
  apologyPresence,
  apologyScorecard,
} from '../../src/language/apology/apology.ts';
import { apologyFactFindings } from '../../src/language/apology/signing.ts';
import { catalogues } from '../../src/language/translate.ts';
import type { ApologyFacts, ApologyFinding, ApologyPart, ApologyText } from '../../src/model/apology.ts';
import { type Day, type Instant, type Locale, locales } from '../../src/model/values.ts';
import { growth, linear } from '../growth.ts';

/** An instant of March 2024 in Halifax, before the change of clocks (UTC-4). */
function at(date: string, time: string): Instant {
  return { kind: 'instant', epoch: Date.parse(`${date}T${time}-04:00`), date, time, offset: -240 };
}
function day(date: string): Day {
  const start = Date.parse(`${date}T00:00-04:00`);
  return { kind: 'day', date, start, end: start + 86_400_000 };
}

const facts: ApologyFacts = {
  at: at('2024-03-04', '13:00'),
  started: at('2024-03-02', '04:30'),
  now: at('2024-03-08', '09:00').epoch,
  signer: { name: 'Marie Roy' },
  organization: { en: 'Example Telecom', fr: 'Télécom Exemple' },
  reported: false,
  party: 'supplier',
  commitments: [{ due: '2024-06-30' }, {}],
};

/** The stretches of a fixture, each under its `## name`; what stands before the first is for the reader. */
function stretchesOf(file: string): [name: string, text: string][] {
  const text = readFileSync(new URL(`../fixtures/apology/${file}`, import.meta.url), 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .map((one) => [one.slice(0, one.indexOf('\n')), one.slice(one.indexOf('\n') + 1).trim()]);
}

const part = (role: string, text: string, quotations = ''): ApologyPart => ({ role, text, quotations });
const without = ({ parts }: ApologyText, role: string): ApologyText => ({
  parts: parts.filter((one) => one.role !== role),
});
const instead = ({ parts }: ApologyText, role: string, text: string): ApologyText => ({
  parts: parts.map((one) => (one.role === role ? { ...one, text } : one)),
});
/** The same words under no heading. */
const unmarked = ({ parts }: ApologyText): ApologyText => ({
  parts: [part('', parts.map(({ text }) => text).join('\n\n'))],
});
/** `repair.absent`. */
const told = (findings: readonly ApologyFinding[]) =>
  findings.map(({ rule, variant }) => `${rule.slice('apology/'.length)}.${variant}`);

const completeIn = (locale: Locale): ApologyText => ({
  parts: stretchesOf(`complete.${locale}.txt`).map(([role, text]) =>
    part(role === 'intro' ? '' : role, text),
  ),
});
const complete: Readonly<Record<Locale, ApologyText>> = { en: completeIn('en'), fr: completeIn('fr') };

const roles = ['harm', 'responsibility', 'repair', 'explanation', 'regret', 'prevention', 'silence'] as const;
const allAbsent = roles.map((role) => `${role}.absent`);

describe.each(locales)('an apology in %s', (locale) => {
  const whole = complete[locale];
  const findingsIn = (text: ApologyText, others: Partial<ApologyFacts> = {}) =>
    apologyFindings(text, locale, { ...facts, ...others });
  const cases = stretchesOf(`parts.${locale}.txt`).flatMap(([finding, lines]) =>
    lines.split('\n').map((line) => {
      const [role = '', ...words] = line.split(': ');
      return { role, words: words.join(': '), expected: finding === 'nothing' ? [] : [finding] };
    }),
  );

  test('a complete one passes', () => {
    expect(findingsIn(whole)).toEqual([]);
  });

  test.each(roles)('one without %s lacks exactly that', (role) => {
    expect(findingsIn(without(whole, role))).toEqual([
      { rule: `apology/${role}`, variant: 'absent', about: { kind: 'part', locale, role }, values: {} },
    ]);
  });

  test.each(cases)('$expected $role: $words', ({ role, words, expected }) => {
    const findings = findingsIn(instead(whole, role, words));
    expect(told(findings)).toEqual(expected);
    const index = whole.parts.findIndex((one) => one.role === role);
    for (const { about } of findings) expect(about).toEqual({ kind: 'part', locale, role, index });
  });

  test('without marks, the form of the words is enough', () => {
    const words = {
      en: 'We let you down, and I am sorry. You could not read your mail, because we had no second copy. You receive a credit of $20. From now on two people approve such work. We should have told you within the hour.',
      fr: 'Nous vous avons laissés tomber, et j’en suis désolée. Vous n’avez pu lire vos courriels, parce que nous n’avions pas de copie. Vous recevez un crédit de 20\u00A0$. Désormais, deux personnes approuvent ces travaux. Nous aurions dû vous aviser dans l’heure.',
    };
    expect(findingsIn({ parts: [part('', words[locale])] })).toEqual([]);
    expect(told(findingsIn({ parts: [part('', 'Bonjour. Hello.')] }))).toEqual(allAbsent);
    expect(told(findingsIn({ parts: [] }))).toEqual(allAbsent);
  });

  test('an apology verb counts in whatever part it stands', () => {
    const words = {
      en: 'You waited a day. We are sorry.',
      fr: 'Vous avez attendu un jour. Nous en sommes désolés.',
    };
    expect(findingsIn(instead(without(whole, 'regret'), 'silence', words[locale]))).toEqual([]);
  });

  test('forgiveness may be asked for', () => {
    const words = { en: 'We ask you to forgive us.', fr: 'Nous vous demandons de nous pardonner.' };
    expect(findingsIn({ parts: [...whole.parts, part('forgiveness', words[locale])] })).toEqual([]);
  });

  test('a condition is told in its own words', () => {
    const words = { en: 'Sorry for any inconvenience.', fr: 'Désolés de tout inconvénient.' };
    const [finding] = findingsIn(instead(whole, 'regret', words[locale]));
    expect(finding?.values).toEqual({ found: { en: 'any inconvenience', fr: 'tout inconvénient' }[locale] });
  });

  test.each<[string, readonly string[], Partial<ApologyFacts>]>([
    ['no promise', ['prevention.undated'], { commitments: [] }],
    ['no date', ['prevention.undated'], { commitments: [{}] }],
    [
      'a dropped promise',
      ['prevention.undated'],
      { commitments: [{ due: '2024-06-30', dropped: '2024-03-10' }] },
    ],
    ['a kept promise', [], { commitments: [{ done: '2024-03-10' }] }],
  ])('prevention with %s in the facts', (_, expected, others) => {
    expect(told(findingsIn(whole, others))).toEqual(expected);
  });

  test.each([
    ['own', []],
    ['supplier', ['explanation.own-part']],
    ['external', ['explanation.own-part']],
    [undefined, []],
  ] as const)('an explanation without us, cause: %s', (party, expected) => {
    expect(told(findingsIn(instead(whole, 'explanation', 'Volume 12.'), { party }))).toEqual(expected);
  });

  test.each<[string, readonly string[], Partial<ApologyFacts>]>([
    ['24 hours', [], { at: at('2024-03-03', '04:30') }],
    ['24 hours and a minute', ['silence.absent'], { at: at('2024-03-03', '04:31') }],
    ['perhaps 24 hours, from day to day', [], { started: day('2024-03-02'), at: day('2024-03-04') }],
    [
      'more than 24 hours in any case',
      ['silence.absent'],
      { started: day('2024-03-02'), at: day('2024-03-05') },
    ],
  ])('no word on a silence of %s', (_, expected, others) => {
    expect(told(findingsIn(without(whole, 'silence'), others))).toEqual(expected);
  });

  test('every finding has its words, and the values that they name', () => {
    const all = [
      ...cases.flatMap(({ role, words }) => findingsIn(instead(whole, role, words))),
      ...findingsIn({ parts: [] }),
      ...findingsIn(whole, { commitments: [] }),
      ...findingsIn({ parts: roles.map((role) => part(role, 'x')) }, { reported: true }),
      ...apologyFactFindings({ ...facts, signer: { name: 'Team' }, now: 0 }),
      ...apologyFactFindings({ ...facts, at: at('2024-03-01', '00:00') }),
      ...apologyParityFindings({ ...complete, [locale]: { parts: [] } }, false),
    ];
    // Seven absent, seven reported, four of form, one undated, and those of signer, date (2) and parity.
    expect(new Set(told(all)).size).toBe(24);
    for (const { rule, variant, values } of all) {
      for (const key of [`problem.${rule}.${variant}`, `problem.${rule}.${variant}.hint`]) {
        const words = catalogues[locale][key] ?? '';
        expect(words, key).not.toBe('');
        for (const [, name = ''] of words.matchAll(/\{\{(\w+)\}\}/g)) {
          // A sentence in the language of the text, which the catalogue of that language has.
          if (name === 'example') expect(catalogues[locale]).toHaveProperty([`example.${rule}.${variant}`]);
          else expect(values, key).toHaveProperty(name);
        }
      }
    }
  });

  test('no text is too much or too odd', () => {
    const parts = fc.array(fc.tuple(fc.constantFrom('', 'x', ...roles), fc.string({ unit: 'binary' })), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(parts, fc.boolean(), (pairs, reported) => {
        const text = { parts: pairs.map(([role, words]) => part(role, words, words)) };
        const presence = apologyPresence(text, locale, reported);
        for (const { variant, about } of findingsIn(text, { reported })) {
          if (variant === 'absent' && about.kind === 'part') expect(presence[about.role]).toBe(false);
        }
      }),
      { seed: 20240302, numRuns: 200 },
    );
  });

  test.each([
    'sorry ',
    'désolés ',
    'if you ',
    'si vous ',
    'nous ',
    'we should ',
    '\n',
    '\n \n',
    '. ',
    '“',
    "'",
  ])('a long text of %j is linear', (unit) => {
    expect(growth(unit, (text) => findingsIn({ parts: [part('', text)] }))).toBeLessThan(linear);
  });
});

describe('the scorecard', () => {
  const order = ['responsibility', 'repair', 'regret', 'explanation', 'prevention', 'forgiveness'];

  test.each(locales)('%s: six components in the order of their effect', (locale) => {
    const card = apologyScorecard(complete[locale], locale, false);
    expect(card.map(({ component }) => component)).toEqual(order);
    expect(card.map(({ present }) => present)).toEqual([true, true, true, true, true, false]);
  });

  test('marks decide where there are any: a repair that is not marked does not count', () => {
    const text = { parts: [part('responsibility', 'We let you down.'), part('', 'Everyone gets a refund.')] };
    expect(apologyPresence(text, 'en', false)).toMatchObject({ responsibility: true, repair: false });
    expect(apologyPresence(unmarked(text), 'en', false)).toMatchObject({
      responsibility: true,
      repair: true,
    });
  });

  test('a role without words is not a part', () => {
    expect(apologyPresence({ parts: [part('repair', ' \n')] }, 'en', false).repair).toBe(false);
  });
});

describe('a reported apology', () => {
  const said = {
    en: 'We let our customers down and this is not the level of service they expect or deserve from us.',
    fr: 'Nous avons laissé tomber nos clients, et ce n’est pas le niveau de service qu’ils attendent ou qu’ils méritent de nous.',
  };
  const report = {
    en: 'The company is extremely sorry and promises credits.',
    fr: 'L’entreprise se dit extrêmement désolée et promet des crédits.',
  };
  const reported: ApologyFacts = {
    ...facts,
    reported: true,
    started: day('2019-08-15'),
    at: day('2019-08-19'),
    signer: { name: 'Tony Geheran' },
    commitments: [{}],
  };

  test.each(locales)('%s: only what is quoted counts', (locale) => {
    const text = {
      parts: [
        part('', report[locale]),
        part('responsibility', `The Canadian Press: “${said[locale]}”`, said[locale]),
        part('regret', report[locale]),
        part('repair', report[locale]),
      ],
    };
    expect(told(apologyFindings(text, locale, reported))).toEqual([
      'harm.absent',
      'repair.reported',
      'explanation.absent',
      'regret.reported',
      'prevention.absent',
      'silence.absent',
    ]);
    const present = apologyScorecard(text, locale, true).filter((one) => one.present);
    expect(present.map(({ component }) => component)).toEqual(['responsibility']);
  });

  test.each(locales)('%s: without marks, the quoted words are judged by their form', (locale) => {
    const text = { parts: [part('', `${report[locale]} “${said[locale]}”`, said[locale])] };
    expect(apologyPresence(text, locale, true)).toMatchObject({
      responsibility: true,
      regret: false,
      repair: false,
    });
  });

  test('quotation marks around the quoted words change nothing', () => {
    const text = { parts: [part('responsibility', '', `“${said.en}”`)] };
    expect(told(apologyFindings(text, 'en', reported))).not.toContain('responsibility.absent');
  });

  test('a responsibility that is not quoted is told as such', () => {
    const text = { parts: [part('responsibility', 'We were let down, the company says.')] };
    expect(told(apologyFindings(text, 'en', reported))).toContain('responsibility.reported');
  });
});

describe('the signer', () => {
  test.each([
    'The team',
    'L’équipe',
    "L'equipe",
    'The Example Telecom team',
    'L’équipe de Télécom Exemple',
    'Example Telecom',
    'EXAMPLE TELECOM',
    'telecom exemple',
    'Example Telecom Inc.',
    'Customer Care',
    'Example Telecom Customer Care',
    'Service à la clientèle',
    'Management',
    'La direction',
    'Notre personnel',
    'All of us',
    'Nous tous',
    '  ',
    '…',
  ])('%j is not a person', (name) => {
    const [finding, ...others] = apologyFactFindings({ ...facts, signer: { name } });
    expect(finding?.about).toEqual({ kind: 'fact', fact: 'signer' });
    expect(finding?.rule).toBe('apology/signer');
    expect(others).toEqual([]);
  });

  test.each([
    'Marie Roy',
    'Joanne Kowalchuk-Vermette',
    'Le Thi Hoa',
    'Ursula K. Le Guin',
    'Grace Staff',
    'Jean de la Rue',
    'J.-F. Côté',
    'Marie',
    '李明',
    'Anne Example',
  ])('%j is taken for a person', (name) => {
    expect(apologyFactFindings({ ...facts, signer: { name } })).toEqual([]);
  });

  test('one whose business bears her name', () => {
    const organization = { en: 'Marie Roy Catering', fr: 'Traiteur Marie Roy' };
    expect(apologyFactFindings({ ...facts, organization })).toEqual([]);
  });
});

describe('the date', () => {
  test.each<[string, Partial<ApologyFacts>, readonly string[]]>([
    ['before the start', { at: at('2024-03-02', '04:29') }, ['date.before-start']],
    ['at the start', { at: at('2024-03-02', '04:30') }, []],
    ['the day of the start', { at: day('2024-03-02') }, []],
    ['the day before', { at: day('2024-03-01') }, ['date.before-start']],
    ['an hour ahead', { at: at('2024-03-08', '10:00') }, []],
    ['more than an hour ahead', { at: at('2024-03-08', '10:01') }, ['date.future']],
    ['today', { at: day('2024-03-08') }, []],
    ['tomorrow', { at: day('2024-03-09') }, ['date.future']],
  ])('%s', (_, others, expected) => {
    expect(told(apologyFactFindings({ ...facts, ...others }))).toEqual(expected);
  });

  test('names both moments as they were written', () => {
    const [finding] = apologyFactFindings({ ...facts, at: day('2024-03-01') });
    expect(finding?.about).toEqual({ kind: 'fact', fact: 'at' });
    expect(finding?.values).toEqual({ found: '2024-03-01', before: '2024-03-02 04:30' });
  });
});

describe('parity', () => {
  test('two complete texts have the same parts', () => {
    expect(apologyParityFindings(complete, false)).toEqual([]);
  });

  test.each(locales)('a part that %s alone lacks is told of that language', (locale) => {
    const texts = { ...complete, [locale]: without(complete[locale], 'repair') };
    const about = { kind: 'part', locale, role: 'repair' };
    const expected = { rule: 'apology/parts', variant: 'absent', about, values: { role: 'repair' } };
    expect(apologyParityFindings(texts, false)).toEqual([expected]);
  });

  test('a part that both lack is no matter of parity', () => {
    const texts = { en: without(complete.en, 'repair'), fr: without(complete.fr, 'repair') };
    expect(apologyParityFindings(texts, false)).toEqual([]);
  });
});

test.each<[boolean, string, 'en' | 'fr']>([
  [true, 'I ask your forgiveness.', 'en'],
  [true, 'We hope that you will forgive us.', 'en'],
  [false, 'We do not ask for forgiveness.', 'en'],
  [true, 'Je vous demande pardon.', 'fr'],
  [true, 'Nous vous prions de nous pardonner.', 'fr'],
  [false, 'Nous ne demandons pas pardon.', 'fr'],
])('forgiveness is asked for under any heading: %s, %s', (asked, text, locale) => {
  const parts = [{ role: 'regret', text, quotations: '' }];
  expect(apologyPresence({ parts }, locale, false).forgiveness).toBe(asked);
});
