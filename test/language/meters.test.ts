import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { smsMeter, untypeset } from '../../src/language/meters/sms.ts';
import { socialMeter } from '../../src/language/meters/social.ts';
import { spoken, voiceMeter } from '../../src/language/meters/voice.ts';
import { firstSet } from '../../src/language/phrases/book.ts';
import { catalogues } from '../../src/language/translate.ts';
import { typeset } from '../../src/language/typography/typography.ts';
import { locales } from '../../src/model/values.ts';
import vectors from '../fixtures/typography-fr-CA.json' with { type: 'json' };
import { growth, linear } from '../growth.ts';

describe('text messages', () => {
  test.each([
    ['a'.repeat(160), 'GSM', 1],
    ['a'.repeat(161), 'GSM', 2],
    ['a'.repeat(306), 'GSM', 2],
    ['a'.repeat(307), 'GSM', 3],
    // The euro and the brackets take two places, and are not cut in two.
    ['€'.repeat(80), 'GSM', 1],
    [`${'a'.repeat(152)}€${'a'.repeat(10)}`, 'GSM', 2],
    ['é'.repeat(160), 'GSM', 1],
    ['ê'.repeat(70), 'UCS-2', 1],
    ['ê'.repeat(71), 'UCS-2', 2],
    ['ê'.repeat(134), 'UCS-2', 2],
    ['ê'.repeat(135), 'UCS-2', 3],
    ['', 'GSM', 0],
  ])('%s', (text, encoding, segments) => {
    expect(smsMeter(text)).toMatchObject({ encoding, segments });
  });

  test('the typesetter’s signs are undone, and no accent is', () => {
    expect(untypeset('L’état : «\u00a0rétabli\u00a0» à 14\u00a0h… – “bien”')).toBe(
      'L\'état : "rétabli" à 14 h... - "bien"',
    );
    expect(smsMeter(typeset('L\'accès est retabli : "merci" a 14 h', 'fr', 'oqlf')).encoding).toBe('GSM');
    expect(untypeset('ÀÂÇÈÊÎÔŒÛàâçèêîôœû')).toBe('ÀÂÇÈÊÎÔŒÛàâçèêîôœû');
  });

  test('the letters that cost are named, with what the message would be without them', () => {
    const text = `${'a'.repeat(100)} même façon, cœur, À Ç é è à`;
    expect(smsMeter(text)).toMatchObject({
      encoding: 'UCS-2',
      costly: ['ê', 'ç', 'œ', 'À'],
      segments: 2,
      segmentsWithout: 1,
    });
  });

  const texts = [
    ...Object.values(vectors).flatMap((all) => all.flatMap((one) => [one.in, one.out])),
    ...firstSet.flatMap(({ en, fr }) => [en, fr, typeset(fr, 'fr', 'oqlf')]),
    ...locales.flatMap((locale) => Object.values(catalogues[locale])),
    ...['wording', 'lint', 'parity-number', 'apology'].flatMap((folder) =>
      readdirSync(`test/fixtures/${folder}`)
        .filter((name) => name.endsWith('.txt'))
        .flatMap((name) => readFileSync(`test/fixtures/${folder}/${name}`, 'utf8').split('\n\n')),
    ),
  ];

  test('another meter counts the same on every text of both languages', () => {
    expect(texts.length).toBeGreaterThan(1500);
    for (const text of texts) {
      for (const sent of [untypeset(text), untypeset(`${text} ${text}`)]) {
        const other = new SegmentedMessage(sent);
        const own = smsMeter(sent);
        expect([sent, own.segments, own.encoding]).toEqual([
          sent,
          sent === '' ? 0 : other.segmentsCount,
          other.encodingName === 'GSM-7' ? 'GSM' : 'UCS-2',
        ]);
      }
    }
  });

  test('and on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const sent = untypeset(text);
        expect(smsMeter(sent).segments).toBe(sent === '' ? 0 : new SegmentedMessage(sent).segmentsCount);
      }),
    );
  });
});

describe('posts', () => {
  test.each([
    ['Panne à Québec 👩‍👩‍👧', 'bluesky', 16],
    // An address counts 23 on Mastodon and on X, however long it is.
    ['See https://status.example.ca/en/incidents/email-down/', 'mastodon', 27],
    ['See https://status.example.ca/en/incidents/email-down/', 'x', 27],
    // U+2019 is light; U+2026 is not.
    ['L’été…', 'x', 7],
    ['👩‍👩‍👧', 'x', 2],
    ['停', 'x', 2],
  ] as const)('%s on %s', (text, network, length) => {
    expect(socialMeter(text, network).length).toBe(length);
  });
});

describe('voice', () => {
  test.each([
    [
      'en',
      'Call 9-1-1 or 1-902-555-0100.',
      'Call nine one one or one nine zero two five five five zero one zero zero.',
    ],
    [
      'en',
      'News at 3:30 p.m. AT, not 6:05 a.m.',
      'News at three thirty p.m. Atlantic Time, not six oh five a.m.',
    ],
    [
      'en',
      'On March 5, 2024, 8,400 customers, $12.50, 99.9%.',
      'On March fifth, twenty twenty-four, eight thousand four hundred customers, twelve dollars and fifty cents, ninety-nine point nine percent.',
    ],
    ['fr', 'Composez le 9-1-1.', 'Composez le neuf un un.'],
    [
      'fr',
      'Nouvelles à 15 h 30 (HA), pas à 1 h ni à 21 h 05.',
      'Nouvelles à quinze heures trente, heure de l’Atlantique, pas à une heure ni à vingt et une heures zéro cinq.',
    ],
    [
      'fr',
      'Le 1er mars 2024, 96 000 clients, 12,50 $, 99,9 %.',
      'Le premier mars deux mille vingt-quatre, quatre-vingt-seize mille clients, douze dollars et cinquante cents, quatre-vingt-dix-neuf virgule neuf pour cent.',
    ],
  ] as const)('%s: %s', (locale, text, said) => {
    expect(spoken(text, locale)).toBe(said);
  });

  test.each([
    ['en', 'On March 0, 2024.', 'On March zero, two thousand and twenty-four.'],
    ['en', 'On June 31 and June 99.', 'On June thirty-first and June ninety-nine.'],
    ['fr', 'Le 0 mars.', 'Le zéro mars.'],
    ['en', '$1234567890123', 'one two three four five six seven eight nine zero one two three dollars'],
  ] as const)('what is no day is no fault: %s: %s', (locale, text, said) => {
    expect(spoken(text, locale)).toBe(said);
  });

  test.each(['1', '1 ', '1,', '1 000', '.1', 'a'])('speaks in time with the length: %j', (unit) => {
    for (const locale of ['en', 'fr'] as const)
      expect(growth(unit, (text) => spoken(text, locale), ', and')).toBeLessThan(linear);
  });

  test('a message of 75 words lasts thirty seconds', () => {
    expect(voiceMeter('mot '.repeat(75), 'fr')).toMatchObject({ words: 75, seconds: 30 });
    expect(voiceMeter('mot '.repeat(76), 'fr').seconds).toBe(31);
  });

  test('no text is more than it can say', () => {
    const unit = fc.constantFrom(...'0123456789 ,.:$%hap-mMarch()\u00a0', 'é', ' h ', ' a.m.', ' mars ');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.constantFrom(...locales), (text, locale) => {
        expect(voiceMeter(text, locale).words).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
