import { smsMeter } from '../language/meters/sms.ts';
import { socialMeter } from '../language/meters/social.ts';
import { longestVoice, voiceMeter } from '../language/meters/voice.ts';
import type { Translate } from '../language/translate.ts';
import type { Measured } from './channel.ts';

/** What a text costs, in a line of words. */
export function meterWords({ by, locale, text }: Measured, t: Translate): string {
  if (by === 'sms') {
    const { segments, encoding, length, costly, segmentsWithout } = smsMeter(text);
    const words = t('meter.sms', { count: segments, encoding, length });
    if (costly.length === 0 || segments === segmentsWithout) return words;
    return `${words} ${t('meter.sms.costly', { letters: costly.join(', '), without: segmentsWithout })}`;
  }
  if (by === 'voice') {
    const { seconds, words } = voiceMeter(text, locale);
    return t(seconds > longestVoice ? 'meter.voice.long' : 'meter.voice', {
      seconds,
      words,
      most: longestVoice,
    });
  }
  const { length, limit } = socialMeter(text, by);
  return t('meter.social', { length, limit });
}
