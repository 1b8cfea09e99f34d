import { type Locale, type LocalText, locales } from '../../src/model/values.ts';
import { clear, datePair, day, same, timeOf } from './dice.ts';
import { type Files, fill, front, headings, quote, type Setting, slugPair } from './setting.ts';
import { maintenance as words } from './words.ts';

/** The files of a maintenance that is completed. */
export function maintenance(setting: Setting): Files {
  const { dice, service, region, start } = setting;
  const from = clear(Math.floor(start / day) * day + 60);
  const until = clear(from + dice.from(2, 4) * 60);
  const entries = [
    { at: clear(from - 10 * day + 9 * 60), phase: 'scheduled' },
    { at: from + 5, phase: 'in_progress' },
    { at: until - 15, phase: 'completed' },
  ] as const;
  const facts = [
    `services: [${service.id}]`,
    `regions: [${region}]`,
    'impact: minor',
    `from: ${timeOf(from)}`,
    `until: ${timeOf(until)}`,
    'timeline:',
    ...entries.map(({ at, phase }) => `  - { at: ${timeOf(at)}, phase: ${phase} }`),
    '',
  ].join('\n');
  const note = (locale: Locale): string => {
    const values = { ...setting.values, m: same(15), date: datePair(start) };
    const say = (text: LocalText) => fill(text, locale, values);
    const body = [`## ${headings.timeline[locale]}`];
    for (const { at, phase } of entries) body.push(`### ${timeOf(at)}`, say(words.text[phase]));
    const slug = slugPair(words.slug, setting)[locale];
    const lines = [`summary: ${quote(say(words.summary))}`, `slug: ${slug}`];
    return `${front(say(words.title), lines)}\n${body.join('\n\n')}\n`;
  };
  const notes = locales.map((locale) => [`${locale}.md`, note(locale)]);
  return { 'maintenance.yml': facts, ...Object.fromEntries(notes) };
}
