import { expect, test } from 'vitest';
import { enMd, type Files, frMd, incidentYml, loaded } from '../content/folder.ts';

const later = (at: string, phase: string, rest = '') => `  - at: ${at}\n    phase: ${phase}\n${rest}`;
const promised = '    next: 2024-03-06 09:00\n';

/** An incident of both services with these entries after the first, and these summaries. */
function stale(entries: readonly string[], en: string, fr: string, files: Files = {}): readonly string[] {
  const times = entries.map((entry) => /at: (.*)/.exec(entry)?.[1] ?? '');
  const heads = (words: string) => times.map((at) => `\n### ${at}\n\n${words}\n`).join('');
  const { told } = loaded({
    'incidents/mail/incident.yml': `${incidentYml.replace('[email]', '[email, web]')}${entries.join('')}`,
    'incidents/mail/en.md': `${enMd.replace(/summary: .*/, `summary: ${en}`)}${heads('We have news.')}`,
    'incidents/mail/fr.md': `${frMd.replace(/summary: .*/, `summary: ${fr}`)}${heads('Il y a du nouveau.')}`,
    ...files,
  });
  return told
    .filter((one) => one.includes('summary/stale'))
    .map((one) => one.replace(/^incidents\/mail\//, ''));
}

const webBack = later('2024-03-02 09:00', 'monitoring', `    services: { web: operational }\n${promised}`);
const over = later('2024-03-03 09:00', 'resolved');
const again = later('2024-03-04 09:00', 'investigating', promised);

test('a service that is back, and that the summary still tells as out', () => {
  expect(
    stale(
      [webBack],
      'There is no email and there are no web sites.',
      'Il n’y a plus de courriel ni de sites Web.',
    ),
  ).toEqual(['en.md:3:10 warning summary/stale recovered', 'fr.md:3:10 warning summary/stale recovered']);
  // Negated words of return are none.
  expect(
    stale([webBack], 'Email and web sites do not work.', 'Le courriel et les sites Web ne fonctionnent pas.'),
  ).toHaveLength(2);
});

test('an incident that is open again, and whose summary is of the end', () => {
  expect(stale([over, again], 'Mail has been restored.', 'Le courriel est rétabli.')).toEqual([
    'en.md:3:10 warning summary/stale reopened',
    'fr.md:3:10 warning summary/stale reopened',
  ]);
});

test.each([
  ['one that names what is out alone', [webBack], 'There is no email.', 'Il n’y a plus de courriel.'],
  [
    'one that says what is back',
    [webBack],
    'Web sites work again. There is still no email.',
    'Les sites Web sont rétablis. Il n’y a toujours pas de courriel.',
  ],
  [
    'one of a service that never recovered',
    [later('2024-03-02 09:00', 'identified', promised)],
    'No email, no web sites.',
    'Plus de courriel ni de sites Web.',
  ],
  [
    'one that tells the end of an incident that is over',
    [webBack, over],
    'Mail has been restored.',
    'Le courriel est rétabli.',
  ],
  [
    'one in the present, of an incident that is over',
    [webBack, over],
    'There is no email and there are no web sites.',
    'Il n’y a plus de courriel ni de sites Web.',
  ],
  [
    'one that tells the relapse',
    [over, again],
    'Mail was restored, and is out again.',
    'Le courriel avait été rétabli; il est de nouveau en panne.',
  ],
])('%s is silent', (_, entries, en, fr) => {
  expect(
    stale(
      entries.filter((one) => one.startsWith('  ')),
      en,
      fr,
      {},
    ),
  ).toEqual([]);
});
