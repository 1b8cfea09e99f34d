import { expect, test } from 'vitest';
import { enMd, frMd, loaded } from './folder.ts';

const en = (short: string): string => `${enMd}\n${short}\n`;
const fr = (short: string): string => `${frMd}\n${short}\n`;
const texts = (english: string, french: string) =>
  loaded({ 'incidents/mail/en.md': en(english), 'incidents/mail/fr.md': fr(french) });

test('a text for messages below an entry is kept apart from its words, and is shown on no page', () => {
  const { site, told } = texts(
    '#### Text message {#sms}\n\nEmail is down in Nova Scotia.\n\n#### Voice {#voice}\n\nEmail is down.',
    '#### Texto {#sms}\n\nCourriel en panne.\n\n#### Message vocal {#voice}\n\nLe courriel est en panne.',
  );
  expect(told.filter((one) => !one.includes('promise'))).toEqual([]);
  const part = [...(site?.incidents[0]?.words.fr?.sections.timeline?.parts.values() ?? [])][0];
  expect(part?.shorts).toEqual({ sms: 'Courriel en panne.', voice: 'Le courriel est en panne.' });
  expect(part?.body.text.trim()).toBe('Nous cherchons la cause.');
  expect(part?.body.html).not.toContain('panne');
});

test('what one language has for messages, the other has too', () => {
  const { told } = texts('#### SMS {#sms}\n\nEmail is down.', '');
  expect(told).toContain('incidents/mail/fr.md:8:1 error parity/id short');
});

test('words for messages are checked as all words are', () => {
  const { told } = texts(
    '#### SMS {#sms}\n\nBack at 3 p.m. We apologize for any inconvenience.',
    '#### SMS {#sms}\n\nDe retour à 16 h. Votre email suivra.',
  );
  expect(told.map((one) => one.replace(/^\S+ \S+ (\S+).*/, '$1'))).toEqual(
    expect.arrayContaining(['parity/number', 'wording/term']),
  );
  expect(told.some((one) => one.includes('en.md:14:') && one.includes('wording/'))).toBe(true);
});

test('two of a kind below one entry are one too many; below two entries they are not', () => {
  const twice = '#### SMS {#sms}\n\nA.\n\n#### SMS {#sms}\n\nB.';
  expect(texts(twice, twice).told).toContain('incidents/mail/en.md:16:1 error id/duplicate heading');
  const second = '#### SMS {#sms}\n\nA.\n\n### 2024-03-02 07:40\n\nC.\n\n#### SMS {#sms}\n\nB.';
  const { told } = loaded({
    'incidents/mail/incident.yml':
      'services: [email]\nimpact: critical\ntimeline:\n  - { at: 2024-03-02 06:40, phase: investigating }\n  - { at: 2024-03-02 07:40, phase: identified }\n',
    'incidents/mail/en.md': en(second),
    'incidents/mail/fr.md': fr(second),
  });
  expect(told.filter((one) => one.includes(' error '))).toEqual([]);
});

test('letters that double a text message are named, and a voice that speaks too long', () => {
  const sms = `#### SMS {#sms}\n\n${'Le service est interrompu. '.repeat(5)}Même problème.`;
  const voice = `#### Voice {#voice}\n\n${'We are working on it now. '.repeat(13)}`;
  const { problems } = texts(
    `#### SMS {#sms}\n\nDown.\n\n${voice}`,
    `${sms}\n\n#### Voix {#voice}\n\nEn panne.`,
  );
  const found = problems.map(({ rule, severity, values }) => ({ rule, severity, values }));
  expect(found).toContainEqual({
    rule: 'sms/segments',
    severity: 'warning',
    values: { letters: 'ê', count: 3, without: 1, length: 149 },
  });
  expect(found).toContainEqual({
    rule: 'voice/length',
    severity: 'warning',
    values: { seconds: 32, most: 30 },
  });
});
