import { type Locale, type LocalText, locales } from '../../src/model/values.ts';
import { clear, type Dice, dateOf, datePair, day, hourPair, same, timeOf, type Wall } from './dice.ts';
import { type Files, fill, front, headings, quote, type Setting, slugPair, type Values } from './setting.ts';
import * as words from './words.ts';

type Phase = 'investigating' | 'identified' | 'monitoring' | 'resolved';

interface Update {
  readonly at: Wall;
  readonly phase: Phase;
  readonly text: LocalText;
  readonly values: Values;
}

/** What the dice say of an incident, once for both languages. */
interface Course {
  readonly setting: Setting;
  readonly updates: readonly Update[];
  readonly end: Wall;
  readonly impact: string;
  readonly amount: number;
  readonly apologizes: boolean;
  readonly answers: boolean;
  readonly drops: boolean;
  readonly advice: LocalText;
  readonly cause: LocalText;
}

/** Three to ten phases that end in `resolved`; now and then it comes too early, and the incident reopens. */
function phasesOf(dice: Dice): readonly Phase[] {
  const count = dice.from(3, 10);
  const reopens = count > 6 && dice.chance(0.15);
  return Array.from({ length: count }, (_, index): Phase => {
    if (index === count - 1 || (reopens && index === 3)) return 'resolved';
    const share = reopens && index > 3 ? (index - 4) / (count - 4) : index / (count - 1);
    if (share < 0.25) return 'investigating';
    return share < 0.7 ? 'identified' : 'monitoring';
  });
}

function updatesOf({ dice, start }: Setting): readonly Update[] {
  let at = start;
  let before: Phase | undefined;
  return phasesOf(dice).map((phase) => {
    at = clear(at + dice.from(15, 110));
    const again = before === 'resolved';
    const text = again ? words.relapse : dice.one(words.updates[phase]);
    before = phase;
    const values: Values = { m: same(dice.from(10, 55)), ...(again ? { at: hourPair(at - 10) } : {}) };
    return { at, phase, text, values };
  });
}

function courseOf(setting: Setting): Course {
  const { dice, start } = setting;
  const updates = updatesOf(setting);
  const impact = dice.one(['minor', 'major', 'critical']);
  return {
    setting,
    updates,
    end: updates.at(-1)?.at ?? start,
    impact,
    amount: dice.one([5, 10, 15, 20, 25]),
    apologizes: impact !== 'minor' && dice.chance(0.3),
    answers: dice.chance(0.35),
    drops: dice.chance(0.2),
    advice: dice.one(words.now),
    cause: dice.one(words.causes),
  };
}

function entryLines(course: Course, { at, phase }: Update, index: number): readonly string[] {
  const following = course.updates[index + 1]?.at;
  const lines = [`  - at: ${timeOf(at)}`, `    phase: ${phase}`];
  if (phase === 'monitoring')
    lines.push(`    services: { ${course.setting.service.id}: degraded_performance }`);
  if (phase !== 'resolved' && following !== undefined)
    lines.push(`    next: ${timeOf(clear(following + 10))}`);
  return lines;
}

/** Every commitment is kept before its day, but for some that are dropped. */
function repairLines({ end, amount, drops }: Course): readonly string[] {
  const dayAfter = (count: number) => dateOf(end + count * day);
  return [
    'apology:',
    `  at: ${timeOf(clear(end + 120))}`,
    '  signer:',
    '    name: Camille Arsenault-Wong',
    '    title: { en: President, fr: Présidente }',
    'credits:',
    '  next-bill:',
    '    for: { en: every customer who lost service, fr: toute personne privée de service }',
    `    amount: ${amount}`,
    '    automatic: true',
    'commitments:',
    ...words.commitments.flatMap(([id], index) => [
      `  ${id}:`,
      '    owner: { en: Operations, fr: Exploitation }',
      `    due: ${dayAfter(60 + index * 30)}`,
      index === 1 && drops ? `    dropped: ${dayAfter(20)}` : `    done: ${dayAfter(30)}`,
    ]),
  ];
}

const factsOf = (course: Course): string =>
  [
    `services: [${course.setting.service.id}]`,
    `regions: [${course.setting.region}]`,
    `impact: ${course.impact}`,
    `started: ${timeOf(course.setting.start)}`,
    'timeline:',
    ...course.updates.flatMap((update, index) => entryLines(course, update, index)),
    `customers: { affected: ${course.setting.customers} }`,
    'data_loss: none',
    'cause: { party: own }',
    ...(course.apologizes ? repairLines(course) : []),
    '',
  ].join('\n');

function noteOf(course: Course, locale: Locale): string {
  const { setting, updates } = course;
  const say = (text: LocalText, more: Values = {}) => fill(text, locale, { ...setting.values, ...more });
  const parts = (
    all: readonly (readonly [id: string, heading: LocalText, text: LocalText])[],
    minutes: number,
  ) =>
    all.flatMap(([id, heading, text]) => [`### ${say(heading)} {#${id}}`, say(text, { m: same(minutes) })]);
  const section = (name: keyof typeof headings) => `## ${headings[name][locale]}`;
  const body = [section('now'), say(course.advice, { m: same(20) }), section('timeline')];
  for (const { at, text, values } of updates) body.push(`### ${timeOf(at)}`, say(text, values));
  body.push(section('cause'), say(course.cause));
  if (course.apologizes) {
    body.push(section('apology'), ...parts(words.apology, 25));
    body.push(section('credits'), ...parts([words.credit], 25));
    body.push(section('commitments'), ...parts(words.commitments, 30));
  }
  if (course.answers) body.push(section('faq'), ...parts(words.questions, 20));
  const title = say(words.title, { down: setting.service.down, date: datePair(setting.start) });
  const slug = slugPair(setting.service.slug, setting)[locale];
  return `${front(title, [`summary: ${quote(say(words.summary))}`, `slug: ${slug}`])}\n${body.join('\n\n')}\n`;
}

/** The files of an incident that is over. */
export function incident(setting: Setting): Files {
  const course = courseOf(setting);
  const notes = locales.map((locale) => [`${locale}.md`, noteOf(course, locale)]);
  return { 'incident.yml': factsOf(course), ...Object.fromEntries(notes) };
}
