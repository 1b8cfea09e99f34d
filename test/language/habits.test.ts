import { describe, expect, test } from 'vitest';
import { placeholderIn } from '../../src/language/text/placeholders.ts';
import { habitsOf } from '../../src/language/typography/lint/habits.ts';
import { typographyFindings } from '../../src/language/typography/lint/lint.ts';
import { typeset } from '../../src/language/typography/typography.ts';
import type { Locale } from '../../src/model/values.ts';

const told = (text: string, locale: Locale): readonly string[] =>
  typographyFindings(text, locale, habitsOf([text], locale)).map(({ values }) =>
    `${values.found} → ${values.suggestion}`.replaceAll('\u00a0', ' '),
  );

describe('what an editor would correct', () => {
  test.each<[Locale, string, readonly string[]]>([
    ['en', 'We changed the environment.The service is back.', ['environment.The → environment. The']],
    ['fr', 'Voir le pare-feu.Cela dit, rien.', ['pare-feu.Cela → pare-feu. Cela']],
    ['en', 'Send it to the to the desk.', ['to the to the → to the']],
    ['fr', 'Dans les les rues.', ['les les → les']],
    ['en', 'on Tuesday February 2, 2022', ['Tuesday February 2, 2022 → Tuesday, February 2, 2022']],
    ['en', 'December 08, 2020', ['December 08, 2020 → December 8, 2020']],
    ['en', 'a 66km cable, 500m deep', ['66km → 66 km', '500m → 500 m']],
    ['fr', 'de 0.1 à 0.05', ['0.1 → 0,1', '0.05 → 0,05']],
    ['fr', 'une pression de 1.45 hPa', ['1.45 → 1,45']],
    ['fr', 'de 48 to 84 km', ['48 to 84 → 48 à 84']],
    ['en', 'between 48 et 84 km', ['48 et 84 → 48 and 84']],
    ['en', 'on 11/25/26', ['11/25/26 → 2026-11-25']],
    ['fr', 'le 25/11/26', ['25/11/26 → 2026-11-25']],
    ['en', 'It began at 2:10 am. We know.', ['2:10 am. → 2:10 a.m.']],
    ['en', 'It is back since 2 pm. All of it.', ['2 pm. → 2 p.m.']],
    ['en', 'It is back since 12 pm. All of it.', ['12 pm. → noon.']],
    ['fr', 'Suite à une panne', ['Suite à → À la suite de']],
    ['fr', 'À date, rien.', ['À date → À ce jour']],
    [
      'en',
      'THE SERVICE IS DOWN EVERYWHERE.',
      ['THE SERVICE IS DOWN EVERYWHERE → The service is down everywhere'],
    ],
  ])('%s: %s', (locale, text, expected) => {
    expect(told(text, locale)).toEqual(expected);
  });
});

describe('what an editor would leave', () => {
  test.each<[Locale, string]>([
    ['en', 'From 22 February 2023 to 29 July 2023.'],
    ['en', 'From 8:00 p.m. to 9:30 p.m. (EST).'],
    ['en', 'At 13:23, 17:00, and then 9:45.'],
    ['en', 'The room closes at 12 p.m. (noon).'],
    ['en', 'See Node.js and the work that that team did.'],
    ['en', 'HTTP DNS SMTP IMAP'],
    ['fr', 'Nous nous excusons.'],
    ['fr', 'Nous donnerons suite à votre demande.'],
    ['fr', 'à date fixe, version 0.1, version 2.1'],
    ['fr', 'salles 3H-4H'],
  ])('%s: %s', (locale, text) => {
    expect(told(text, locale)).toEqual([]);
  });
});

describe('codes and rooms are no hours (K1A 0H3)', () => {
  test.each([
    'Ottawa K1A 0H3',
    'Québec G1R 5H1',
    'k1a 0h3',
    '(H3H 1H8)',
    'J0H 1H0',
    'salle 3H',
    'local 2H10',
    'vol 9H 123',
    'plaque 3H4 521',
    'réf. 12H',
    'canal 5H',
    'le réseau 5H',
    '0x3h',
    'Le 5H est fermé',
  ])('%s', (text) => {
    expect(typeset(text, 'fr', 'oqlf').replaceAll('\u00a0', ' ')).toBe(text);
  });
  test.each([
    ['à 09H05', 'à 9 h 05'],
    ['9H30', '9 h 30'],
    ['de 9H à 17H', 'de 9 h à 17 h'],
    ['lundi 9H30', 'lundi 9 h 30'],
    ['Vers 9H.', 'Vers 9 h.'],
    ['le 1er 9h30', 'le 1er 9 h 30'],
    ['pour 48h', 'pour 48 h'],
  ])('%s', (text, expected) => {
    expect(typeset(text, 'fr', 'oqlf').replaceAll('\u00a0', ' ')).toBe(expected);
  });
});

test.each([
  'at XXX',
  'à XX h XX',
  'at [insert time]',
  'à [insérer l’heure]',
  'le JJ/MM/AAAA',
  'on YYYY-MM-DD',
])('a placeholder: %s', (text) => {
  expect(placeholderIn(text).map(({ rule }) => rule)).toEqual(['wording/placeholder']);
});
