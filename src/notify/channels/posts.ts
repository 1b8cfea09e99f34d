import { type SocialNetwork, socialLimits, socialMeter } from '../../language/meters/social.ts';
import type { Measured } from '../channel.ts';
import type { Message, Said } from '../message.ts';

/** A post in the languages of a message, each half with its link; what is too long is cut at a word. */
export function postOf({ said }: Message, network: SocialNetwork): string {
  const full = said.map((one) => half(one, one.shorts.social)).join('\n\n');
  if (fits(full, network)) return full;
  // Each half gives up as much: words from its end, and never the link.
  for (let most = Math.max(...said.map(({ shorts }) => shorts.social.length)); most > 20; most -= 5) {
    const text = said.map((one) => half(one, cut(one.shorts.social, most))).join('\n\n');
    if (fits(text, network)) return text;
  }
  return said.map(({ link }) => link).join('\n');
}

const half = ({ link }: Said, words: string): string => `${words}\n${link}`;

const fits = (text: string, network: SocialNetwork): boolean =>
  socialMeter(text, network).length <= socialLimits[network];

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.slice(0, most).search(/\s\S*$/);
  return `${text.slice(0, space > 0 ? space : most).replace(/[\s,;:.]+$/, '')}…`;
}

export const measuredPost = (message: Message, network: SocialNetwork): readonly Measured[] => [
  { by: network, locale: message.said[0]?.locale ?? 'en', text: postOf(message, network) },
];
