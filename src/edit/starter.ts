import type { CivilDate, Locale, LocalText } from '../model/values.ts';

/** What the starter is told of the site to be. */
export interface StarterAnswers {
  readonly primary: Locale;
  readonly zone: string;
  readonly name: LocalText;
  readonly organization: LocalText;
  /** At least one, by id. */
  readonly services: readonly (readonly [id: string, name: LocalText])[];
  /** The day on the clock of the zone: the dates of the example are counted from it. */
  readonly today: CivilDate;
  /** The name of the package of the site: `my-status`. */
  readonly packageName: string;
  /** Where npm finds the program: `0.1.0`, or `file:/tmp/meaculpa-0.1.0.tgz`. */
  readonly dependency: string;
  /** The version of Node that comes along. */
  readonly node: string;
}

/**
 * A file of `src/starter/` as it is in the site: each `%name%` is what was answered, `%day-9%` a date nine days ago. Of
 * what is there in both languages the primary one comes first. Throws for a name that is none.
 */
export function starterText(template: string, answers: StarterAnswers): string {
  const values = valuesOf(answers);
  return ordered(template, answers.primary)
    .replace(/%day([+-]\d+)%/g, (_whole, days: string) => daysFrom(answers.today, Number(days)))
    .replace(/%([a-z_]+)%/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the starter has no ${whole}`);
      return value;
    });
}

/** Where a file of `src/starter/` goes: npm leaves names with a dot out of a package, so they have `_` there. */
export const starterPath = (name: string): string => name.replace(/(^|\/)_/g, '$1.');

function valuesOf(answers: StarterAnswers): Readonly<Record<string, string>> {
  const { primary, zone, name, organization, services, packageName, dependency, node } = answers;
  return {
    primary,
    zone,
    node,
    dependency,
    package: packageName,
    title: name[primary],
    name_en: scalar(name.en),
    name_fr: scalar(name.fr),
    organization_en: scalar(organization.en),
    organization_fr: scalar(organization.fr),
    organization_plain_en: organization.en,
    organization_plain_fr: organization.fr,
    service: services[0]?.[0] ?? '',
    services: services
      .map(([id, { en, fr }]) => `  ${id}:\n    name: { en: ${scalar(en)}, fr: ${scalar(fr)} }`)
      .join('\n'),
  };
}

/** A text as a YAML value inside `{ }`: plain where nothing in it could mean more. */
const scalar = (text: string): string =>
  /^\p{L}[\p{L}\d’' -]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);

/** Comments come in pairs, `# EN …` and `# FR …`; longer parts stand between `%en%`, `%fr%` and `%end%`. */
function ordered(template: string, primary: Locale): string {
  const pair = /((?:^# EN .*\n)(?:^# {4}.*\n)*)((?:^# FR .*\n)(?:^# {4}.*\n)*)/gm;
  const part = /^%en%\n([\s\S]*?)^%fr%\n([\s\S]*?)^%end%\n/gm;
  const first = primary === 'en';
  return template
    .replace(pair, first ? '$1$2' : '$2$1')
    .replace(part, (_whole, en: string, fr: string) => (first ? `${en}\n${fr}` : `${fr}\n${en}`));
}

function daysFrom(day: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
