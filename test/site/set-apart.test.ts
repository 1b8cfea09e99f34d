import { describe, expect, test } from 'vitest';
import { setApart } from '../../src/site/build/set-apart.ts';

const inBody = (html: string): string => setApart(`<body>${html}`).slice('<body>'.length);

describe('numbers to call stand on one line', () => {
  test.each([
    '9-1-1',
    '2-1-1',
    '555-0142',
    '902-555-0142',
    '1-800-555-0199',
    '1 800 555-0199',
    '(902) 555-0142',
    '+1 902-555-0142',
  ])('%s', (number) => {
    expect(inBody(`<p>Call ${number}.</p>`)).toBe(`<p>Call <span class="number">${number}</span>.</p>`);
  });

  test.each(['2026-04-14', '10-12 hours', '1-2-3-4', '902-555-01425', 'A-1-1B 7-11'])(
    '%s is none',
    (words) => {
      expect(inBody(`<p>On ${words} it rained.</p>`)).toBe(`<p>On ${words} it rained.</p>`);
    },
  );

  test('not in an address, nor in an option, which holds text alone, nor in the head', () => {
    const link = '<a href="tel:902-555-0142" title="9-1-1">us</a>';
    expect(inBody(link)).toBe(link);
    const option = '<option value="x">Line 9-1-1</option>';
    expect(inBody(option)).toBe(option);
    const head = '<title>Call 9-1-1</title>';
    expect(setApart(`<head>${head}</head><body><p>9-1-1</p>`)).toBe(
      `<head>${head}</head><body><p><span class="number">9-1-1</span></p>`,
    );
  });
});

test('a name between isolates (UAX #9) is one in markup, wherever it stands', () => {
  expect(inBody('<h1>By \u2068شركة الاتصالات\u2069, 2026</h1>')).toBe(
    '<h1>By <bdi>شركة الاتصالات</bdi>, 2026</h1>',
  );
});

test('a document that has neither comes back as it is', () => {
  const document = '<!DOCTYPE html><body><p>Nothing to call.</p>';
  expect(setApart(document)).toBe(document);
});
