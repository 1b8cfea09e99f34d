import { readFileSync } from 'node:fs';
import { asker } from '../../src/cli/network.ts';
import type { World } from '../../src/cli/world.ts';

/** The clock of these tests: noon in Halifax on March 5, 2024. */
const now = Date.parse('2024-03-05T12:00-04:00');

/** What the live site has. */
const places = [
  { en: 'incidents/mail/', fr: 'incidents/mail/' },
  { en: 'incidents/mail/apology/', fr: 'incidents/mail/excuses/' },
  { en: 'maintenance/upgrade/', fr: 'entretien/upgrade/' },
];
const anchors = [
  't-20240305T0900-0400',
  't-20240305T1000-0400',
  't-20240305T1100-0400',
  'c-20240305T1130-0400',
  'bill',
];

export interface Told {
  readonly waited: number[];
  readonly shown: string[];
  readonly pushed: number[];
}

/** A world in which this machine may be spoken to, nothing waits, and the site shows all that the content has. */
export function worldFor(
  secrets: Readonly<Record<string, string>> = {},
  { clock = now, published = true, pushes = true, patience = 300 } = {},
): World & Told {
  const told: Told = { waited: [], shown: [], pushed: [] };
  return {
    ...told,
    io: {
      ask: asker({ loopback: true, wait: patience }),
      secret: (name) => secrets[name],
      now: () => clock,
      wait: async (milliseconds) => {
        told.waited.push(milliseconds);
      },
      show: (text) => told.shown.push(text),
    },
    async look(url) {
      if (!published) return undefined;
      if (!url.endsWith('/meaculpa.json'))
        return { status: 200, body: anchors.map((id) => `<p id="${id}">`).join('') };
      const addresses = places.flatMap((place) => [`/en/${place.en}`, `/fr/${place.fr}`]);
      return { status: 200, body: JSON.stringify({ meaculpa: 1, addresses }) };
    },
    async push(path) {
      told.pushed.push(readFileSync(path, 'utf8').trim().split('\n').length);
      if (!pushes) throw new Error('rejected');
    },
  };
}
