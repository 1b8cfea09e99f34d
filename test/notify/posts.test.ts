import fc from 'fast-check';
import { expect, test } from 'vitest';
import { socialLimits, socialMeter } from '../../src/language/meters/social.ts';
import { postOf } from '../../src/notify/channels/posts.ts';
import { teams } from '../../src/notify/channels/teams.ts';
import type { Message, Said } from '../../src/notify/message.ts';
import { double } from './doubles.ts';
import { worldFor } from './world.ts';

const said = (locale: 'en' | 'fr', words: string): Said => ({
  locale,
  subject: words,
  words: [words],
  facts: [],
  link: `https://status.example.ca/${locale}/incidents/mail/`,
  more: 'More',
  shorts: { sms: words, social: words, voice: words },
});
const message = (en: string, fr: string): Message => ({
  key: 'mail/t-1',
  kind: 'phase',
  at: 0,
  severity: 'major',
  said: [said('fr', fr), said('en', en)],
  subject: '',
  text: '',
  html: '',
  sender: { name: '', lines: { en: '', fr: '' } },
});

test('a post that is short enough is left as it is', () => {
  expect(postOf(message('Email is down.', 'Courriel en panne.'), 'x')).toBe(
    'Courriel en panne.\nhttps://status.example.ca/fr/incidents/mail/\n\nEmail is down.\nhttps://status.example.ca/en/incidents/mail/',
  );
});

test('one that is too long gives up words and keeps both links, whatever it says', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  const network = fc.constantFrom('bluesky' as const, 'mastodon' as const, 'x' as const);
  fc.assert(
    fc.property(text, text, network, (en, fr, where) => {
      const post = postOf(message(en, fr), where);
      expect(socialMeter(post, where).length).toBeLessThanOrEqual(socialLimits[where]);
      for (const locale of ['en', 'fr'])
        expect(post).toContain(`https://status.example.ca/${locale}/incidents/mail/`);
    }),
    { numRuns: 60 },
  );
});

test('words are cut between words', () => {
  const [first = ''] = postOf(message('word '.repeat(80), 'mot '.repeat(80)), 'bluesky').split('\n');
  expect(first).toMatch(/^(?:mot )+mot…$/);
});

test('a card of Teams stays below 28 kB, whatever the entry', async () => {
  const { url, asked } = await double({ status: 202 });
  const long = 'Nous y travaillons. '.repeat(4000);
  const outcome = await teams.send(
    message(long, long),
    { kind: 'teams', url_env: 'URL' },
    worldFor({ URL: url }).io,
  );
  expect(outcome.fate).toBe('sent');
  expect(Buffer.byteLength(asked[0]?.body ?? '')).toBeLessThan(28_000);
});
