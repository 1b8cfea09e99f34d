import { describe, expect, test } from 'vitest';
import { patternOf } from '../../src/language/wording/pattern.ts';
import { lexicons, phrasesIn } from '../../src/language/wording/phrases.ts';
import { sentencesOf } from '../../src/language/wording/sentences.ts';
import { locales } from '../../src/model/values.ts';
import { wordingFamilies } from '../../src/model/wording.ts';

const matchIn = (pattern: string, text: string) =>
  sentencesOf(text, 'silent')
    .map(({ words }) => patternOf(pattern, { fruit: 'apple[s]|pear' }).regex.exec(words)?.[0])
    .map((found) => found?.trim())
    .find((found) => found !== undefined);

describe('the notation of patterns', () => {
  test.each([
    ['dès que', 'DES  QUE possible', 'des que'],
    ['d’arrache-pied', "d'arrache pied", 'd arrache pied'],
    ['désolé[e|es]', 'Désolées!', 'desolees'],
    ['désolé[e|es]', 'Désolément', undefined],
    ['a (very)? small', 'a small one', 'a small'],
    ['a (very)? small', 'a very small one', 'a very small'],
    ['(too late|late) again', 'It is too late again', 'too late again'],
    ['sorry … but', 'sorry for the long wait but', 'sorry for the long wait but'],
    ['sorry … but', 'sorry for one two three four but', undefined],
    ['sorry … but', 'sorry, and so but', undefined],
    ['sorry ,? but', 'sorry, but', 'sorry , but'],
    ['sorry … but', 'sorry. But', undefined],
    ['sorry … but', 'sorry for “words” but', undefined],
    ['sorry … but', 'sorry for \uFFFC but', 'sorry for * but'],
    ['an _ day', 'an unlucky day', 'an unlucky day'],
    ['an _ day', 'an day', undefined],
    ['only # %', 'only 12.5%', 'only 12.5 %'],
    ['only #<50 %', 'only 50 %', undefined],
    ['only # (people|clients)', 'only 12\u202F500 clients', 'only 12500 clients'],
    ['by @', 'by 6:40', 'by @'],
    ['by @', 'by 6 p.m. and', 'by @'],
    ['à @', 'à 14 h 20', 'a @'],
    ['on @', 'on 2024-03-02', 'on @'],
    ['^ please', 'Please do', 'please'],
    ['^ please', 'Do please', undefined],
    ['!(not) sorry', 'We are sorry', 'sorry'],
    ['!(not) sorry', 'We are not sorry', undefined],
    ['soon !(after)', 'soon after', undefined],
    ['soon !(after)', 'soon afterwards', 'soon'],
    ['one <fruit>', 'One apples', 'one apples'],
  ])('%j in %j', (pattern, text, expected) => {
    expect(matchIn(pattern, text)).toBe(expected);
  });

  test.each(['a|b', 'an & b', 'one <nut>'])('%j cannot be read', (pattern) => {
    expect(() => patternOf(pattern, {})).toThrow();
  });

  test('triggers are words of every match', () => {
    expect(patternOf('a (small|very tiny) number … of', {}).triggers).toEqual(['number']);
    expect(patternOf('(soon|as soon as possible)', {}).triggers).toEqual(['soon', 'possible']);
    expect(patternOf('# %', {}).triggers).toEqual(['%']);
    expect(patternOf('@', {}).triggers).toEqual([]);
  });

  test.each(locales)('every phrase of the table can be read and has a word to look for: %s', (locale) => {
    for (const family of wordingFamilies) {
      const { say, unless = [] } = phrasesIn[locale][family];
      for (const one of say) expect(patternOf(one, lexicons[locale]).triggers, one).not.toEqual([]);
      for (const one of unless) expect(() => patternOf(one, lexicons[locale]), one).not.toThrow();
    }
  });
});

describe('sentences', () => {
  test.each([
    ['We failed. You waited.', ['we failed', 'you waited']],
    ['By 6 p.m. on Friday.', ['by @ on friday']],
    ['By 6 p.m. We wait.', ['by @', 'we wait']],
    ['See telus.net or a@b.ca.', ['see telus net or *']],
    ['Wait… and see!', ['wait and see']],
    ['Une ligne\nsur deux\n\nUn autre alinéa', ['une ligne sur deux', 'un autre alinea']],
    ['Il dit « Fini. » Puis rien.', ['il dit "', 'puis rien']],
    ['Cœur, 1er août – 8,400 (ou 8 400)', ['coeur , 1 aout , 8400 , ou 8400 ,']],
  ])('%j', (text, expected) => {
    expect(sentencesOf(text, 'silent').map(({ words }) => words.trim())).toEqual(expected);
  });

  test('each word remembers where it stood', () => {
    const text = 'L’État  a dit : « non », à 14 h.';
    const [sentence] = sentencesOf(text, 'silent');
    const held = sentence?.places.map(({ index, end }) => text.slice(index, end));
    expect(held).toEqual(['L', 'État', 'a', 'dit', ':', '« non »', ',', 'à', '14 h']);
  });
});
