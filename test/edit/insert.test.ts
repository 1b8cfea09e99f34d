import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addEntry, type NewEntry } from '../../src/edit/insert-entry.ts';
import { addHeading } from '../../src/edit/insert-heading.ts';
import { growth, linear } from '../growth.ts';

/** Enough for times of one notation: a date alone stands with every hour of its day. */
const compare = (a: string, b: string): number => {
  const size = Math.min(a.length, b.length);
  return a.slice(0, size).localeCompare(b.slice(0, size), 'en');
};
const noon: NewEntry = { at: '2024-03-02 12:00', phase: 'identified' };
const promised: NewEntry = { ...noon, next: '2024-03-02 14:00' };

/** What is added stands on lines marked with `+`, or between `⟨` and `⟩` within a line. */
const written = (marked: string): string => marked.replace(/^\+.*(?:\n|$)/gm, '').replace(/⟨[^⟩]*⟩/g, '');
const edited = (marked: string): string => marked.replace(/^\+/gm, '').replace(/[⟨⟩]/g, '');
const lineOf = (marked: string): number => {
  const at = marked.search(/^\+ *(?:-|\{)|⟨,? ?\{/m);
  return marked.slice(0, at).split('\n').length;
};

const entries: Readonly<Record<string, readonly [NewEntry, string]>> = {
  'block, last': [
    promised,
    `impact: major
timeline:
  - at: 2024-03-02 06:40
    phase: investigating   # at night
+  - at: 2024-03-02 12:00
+    phase: identified
+    next: 2024-03-02 14:00
closed: 2024-03-20
`,
  ],
  'block, first': [
    noon,
    `timeline:   # oldest first
+  - at: 2024-03-02 12:00
+    phase: identified
  # the first that was written down
  - at: 2024-03-02 18:00
    phase: monitoring
`,
  ],
  'block, between': [
    noon,
    `timeline:
- at: "2024-03-02 06:40"
  phase: 'investigating'
+- at: 2024-03-02 12:00
+  phase: identified
# mended by then
- at: 2024-03-02 18:00
  phase: monitoring
services: [email]
`,
  ],
  'block, wide, with comments that belong to the entry above': [
    noon,
    `timeline:
    -   at: 2024-03-02 06:40

        phase: investigating
        # who was on duty
     # and who was not
+    -   at: 2024-03-02 12:00
+        phase: identified
    # the rest came later
`,
  ],
  'block, entries set apart by blank lines': [
    noon,
    `timeline:
  - at: 2024-03-02 06:40
    phase: investigating
+
+  - at: 2024-03-02 12:00
+    phase: identified

  - at: 2024-03-02 18:00
    phase: monitoring
`,
  ],
  'block, first of entries set apart by blank lines': [
    { ...noon, at: '2024-03-01' },
    `timeline:
+  - at: 2024-03-01
+    phase: identified
+
  - at: 2024-03-02 06:40
    phase: investigating

  - at: 2024-03-02 18:00
    phase: monitoring
`,
  ],
  'a date alone comes last of its day': [
    { ...noon, at: '2024-03-02' },
    `timeline:
  - at: 2024-03-02 06:40
    phase: investigating
  - at: 2024-03-02
    phase: identified
+  - at: 2024-03-02
+    phase: identified
  - at: 2024-03-03
    phase: monitoring
`,
  ],
  'an hour comes before a later hour of its day': [
    noon,
    `timeline:
  - at: 2024-03-02
    phase: investigating
+  - at: 2024-03-02 12:00
+    phase: identified
  - at: 2024-03-02 18:00
    phase: identified
  - at: 2024-03-02
    phase: monitoring
`,
  ],
  'nested values, an empty one, and a text over several lines': [
    noon,
    `timeline:
  - at: 2024-03-02 06:40
    phase: investigating
    services:
      email: major_outage
    sources: [ gazette,
      radio ]   # both
    next:
+  - at: 2024-03-02 12:00
+    phase: identified
# a line of its own

sources:
  gazette:
    title: >-
      Mail down: a
      - at: 2024-03-02
`,
  ],
  'entries in braces': [
    promised,
    `timeline:
  - { at: 2024-03-02 06:40, phase: investigating }   # at night
+  - { at: 2024-03-02 12:00, phase: identified, next: 2024-03-02 14:00 }
  - {at: 2024-03-02 18:00, phase: monitoring}
`,
  ],
  'entries in tight braces': [
    noon,
    `timeline:
  - {at: 2024-03-02 06:40, phase: investigating}
+  - {at: 2024-03-02 12:00, phase: identified}
`,
  ],
  'a dash on a line of its own': [
    noon,
    `timeline:
  -
    at: 2024-03-02 06:40
    phase: investigating
+  - at: 2024-03-02 12:00
+    phase: identified
`,
  ],
  'a list in brackets, last': [
    noon,
    `timeline: [{ at: 2024-03-02 06:40, phase: investigating }⟨, { at: 2024-03-02 12:00, phase: identified }⟩]
`,
  ],
  'a list in brackets, first': [
    noon,
    `timeline: [ ⟨{ at: 2024-03-02 12:00, phase: identified }, ⟩{ at: 2024-03-02 18:00, phase: monitoring } ]
`,
  ],
  'a list in brackets, empty': [
    noon,
    'timeline: [⟨{ at: 2024-03-02 12:00, phase: identified }⟩] # none yet\n',
  ],
  'a list in brackets over lines, between': [
    noon,
    `timeline: [
  { at: 2024-03-02 06:40, phase: investigating }, # at night
+  { at: 2024-03-02 12:00, phase: identified },
  { at: 2024-03-02 18:00, phase: monitoring },
]
`,
  ],
  'a list in brackets over lines, last, after a comma': [
    noon,
    `timeline: [
  { at: 2024-03-02 06:40, phase: investigating }, # at night
+  { at: 2024-03-02 12:00, phase: identified },
]
`,
  ],
  'a list in brackets over lines, last, without one': [
    noon,
    `timeline: [
  { at: 2024-03-02 06:40, phase: investigating }⟨,⟩ # at night
+  { at: 2024-03-02 12:00, phase: identified }
]
`,
  ],
  'an empty key': [
    noon,
    `timeline: # to come
+  - at: 2024-03-02 12:00
+    phase: identified
  # here

impact: major
`,
  ],
  'no key': [
    noon,
    `services: [email]
# the end
+timeline:
+  - at: 2024-03-02 12:00
+    phase: identified
`,
  ],
  'no key, everything indented': [
    noon,
    `  services: [email]
  impact: minor
+  timeline:
+    - at: 2024-03-02 12:00
+      phase: identified
`,
  ],
};

describe('an entry of the timeline', () => {
  test.each(Object.entries(entries))('%s', (_name, [entry, marked]) => {
    const edit = addEntry(written(marked), entry, compare);
    expect(edit?.text).toBe(edited(marked));
    expect(edit?.line).toBe(lineOf(marked));
  });

  test.each(Object.entries(entries))('%s, with CRLF and BOM', (_name, [entry, marked]) => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const edit = addEntry(windows(written(marked)), entry, compare);
    expect(edit).toEqual({ text: windows(edited(marked)), line: lineOf(marked) });
  });

  test('at the end of a file without a last line end', () => {
    const facts = 'timeline:\n  - at: 2024-03-02 06:40\n    phase: investigating';
    const added = '\n  - at: 2024-03-02 12:00\n    phase: identified';
    expect(addEntry(facts, noon, compare)).toEqual({ text: facts + added, line: 4 });
    const comment = '# nothing yet';
    expect(addEntry(comment, noon, compare)?.text).toBe(`${comment}\ntimeline:${added}`);
  });

  test('in an empty file', () => {
    for (const empty of ['', '\uFEFF', '\n']) {
      const edit = addEntry(empty, noon, compare);
      expect(edit?.text).toBe(`${empty}timeline:\n  - at: 2024-03-02 12:00\n    phase: identified\n`);
    }
  });

  test.each([
    ['broken', 'timeline: [\n'],
    ['a list', '- at: 2024-03-02 06:40\n'],
    ['a timeline that is a text', 'timeline: tomorrow\n'],
    ['a mapping in braces', '{ services: [email] }\n'],
    ['a second document', 'services: [email]\n...\n'],
    ['a key twice', 'timeline: []\ntimeline: []\n'],
  ])('nothing where the facts are %s', (_name, facts) => {
    expect(addEntry(facts, noon, compare)).toBeUndefined();
  });
});

const headings: Readonly<Record<string, readonly [readonly [string, string, string?], string]>> = {
  'last of a section, before another': [
    ['Timeline', '2024-03-02 12:00'],
    `---
title: Mail
---

## Timeline

### 2024-03-02 06:40

It stopped.

+### 2024-03-02 12:00
+
+Say what changed.
+
## FAQ
`,
  ],
  'before a heading of the section': [
    ['Chronologie', '2024-03-02 12:00', '2024-03-02 18:00'],
    `---
title: Courriel
---
## Chronologie
### 2024-03-02 06:40
Il est arrêté.
+
+### 2024-03-02 12:00
+
+Say what changed.
+
### 2024-03-02 18:00
Il marche.
`,
  ],
  'before the comment that belongs to the next heading': [
    ['Timeline', '2024-03-02 12:00', '2024-03-02 18:00'],
    `---
title: Mail
---

## Timeline

### 2024-03-02 06:40

It stopped.

+### 2024-03-02 12:00
+
+Say what changed.
+
<!-- allow wording/soon: a quotation -->
### 2024-03-02 18:00
`,
  ],
  'a section by another of its names, and headings in code': [
    ['Chronologie', '2024-03-02 12:00', '2024-03-02 18:00'],
    `---
title: Courriel
---

## CHRONOLOGIE :

\`\`\`
### 2024-03-02 18:00
## FAQ
\`\`\`

+### 2024-03-02 12:00
+
+Say what changed.
+
## Foire aux questions

### 2024-03-02 18:00
`,
  ],
  'the last section': [
    ['Timeline', '2024-03-02 12:00'],
    `---
title: Mail
---

## Timeline

It began at night.
+
+### 2024-03-02 12:00
+
+Say what changed.
`,
  ],
  'a section that is absent, in the order of the sections': [
    ['Chronologie', '2024-03-02 12:00'],
    `---
title: Courriel
---

Une phrase.

## Que faire maintenant

Attendez.

+## Chronologie
+
+### 2024-03-02 12:00
+
+Say what changed.
+
## Cause

Une pelle.
`,
  ],
  'a section that is absent, at the end': [
    ['Corrections', '2024-03-02 12:00'],
    `---
title: Mail
---

## Cause

A shovel.
+
+## Corrections
+
+### 2024-03-02 12:00
+
+Say what changed.
`,
  ],
};

const guidance = 'Say what changed.';
const guidanceLine = (marked: string): number =>
  marked.slice(0, marked.indexOf(`+${guidance}`)).split('\n').length;

describe('a heading of a note', () => {
  test.each(Object.entries(headings))('%s', (_name, [[section, heading, next], marked]) => {
    const edit = addHeading(written(marked), section, heading, guidance, next);
    expect(edit).toEqual({ text: edited(marked), line: guidanceLine(marked) });
  });

  test.each(Object.entries(headings))(
    '%s, with CRLF and BOM',
    (_name, [[section, heading, next], marked]) => {
      const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
      const edit = addHeading(windows(written(marked)), section, heading, guidance, next);
      expect(edit).toEqual({ text: windows(edited(marked)), line: guidanceLine(marked) });
    },
  );

  test('at the end of a file without a last line end', () => {
    const note = '---\ntitle: Mail\n---\n## Timeline';
    expect(addHeading(note, 'Timeline', '2024-03-02', guidance)).toEqual({
      text: `${note}\n\n### 2024-03-02\n\n${guidance}`,
      line: 8,
    });
  });

  test('nothing where it would be swallowed, or for a section that no note has', () => {
    expect(
      addHeading('---\n---\n## Timeline\n\n```\ncode\n', 'Timeline', '2024-03-02', guidance),
    ).toBeUndefined();
    expect(
      addHeading('---\n---\n## Timeline\n\n<!-- a\n\n', 'Timeline', '2024-03-02', guidance),
    ).toBeUndefined();
    expect(addHeading('---\n---\n', 'Weather', '2024-03-02', guidance)).toBeUndefined();
  });
});

/** What is left of the longer text once the shorter is taken from its two ends. */
function addedTo(shorter: string, longer: string): string | undefined {
  let start = 0;
  while (start < shorter.length && shorter[start] === longer[start]) start += 1;
  return longer.endsWith(shorter.slice(start))
    ? longer.slice(start, longer.length - (shorter.length - start))
    : undefined;
}

describe('everything outside what is added stays', () => {
  const eol = fc.constantFrom('\n', '\r\n');
  const bom = fc.constantFrom('', '\uFEFF');
  const blank = fc.constantFrom('', '\n', '  # a: comment - here\n', '\n# another\n\n', '      # deep\n');
  const hour = fc.integer({ min: 0, max: 23 }).map((n) => `2024-03-02 ${String(n).padStart(2, '0')}:30`);
  const item = fc.record({
    at: hour,
    quote: fc.constantFrom('', '"', "'"),
    flow: fc.boolean(),
    trail: fc.constantFrom('', ' # why', '   '),
    gap: fc.constantFrom(' ', '   '),
    between: blank,
  });
  const facts = fc
    .record({
      items: fc.array(item, { maxLength: 6 }),
      indent: fc.constantFrom('', '  ', '    '),
      head: fc.constantFrom('', 'impact: major\n', '# facts\n\nservices: [email]\n'),
      tail: fc.constantFrom(
        '',
        '\nclosed: 2024-03-20\n',
        '# the end\n',
        'sources:\n  a:\n    title: |\n      - at: x\n',
      ),
      ended: fc.boolean(),
      eol,
      bom,
    })
    .map(({ items, indent, head, tail, ended, eol: end, bom: mark }) => {
      const sorted = items.toSorted((a, b) => compare(a.at, b.at));
      const list = sorted.map(({ at, quote, flow, trail, gap, between }) => {
        const time = `${quote}${at}${quote}`;
        const inner = ' '.repeat(indent.length + 1 + gap.length);
        const entry = flow ? `{at: ${time}, phase: x}${trail}\n` : `at: ${time}${trail}\n${inner}phase: x\n`;
        return `${between}${indent}-${gap}${entry}`;
      });
      const text = `${mark}${head}timeline:\n${list.join('')}${tail}`.replaceAll('\n', end);
      return ended ? text : text.trimEnd();
    });

  test('of the facts', () => {
    fc.assert(
      fc.property(facts, hour, (text, at) => {
        const edit = addEntry(text, { at, phase: 'identified' }, compare);
        expect(edit, text).toBeDefined();
        const added = addedTo(text, edit?.text ?? '');
        expect(added, text).toBeDefined();
        expect(edit?.text.split('\n')[(edit?.line ?? 0) - 1]).toContain(`at: ${at}`);
        const times = [...(edit?.text ?? '').matchAll(/at: ["']?(2024-\d\d-\d\d \d\d:\d\d)/g)].map(
          ([, time]) => time,
        );
        expect(times).toEqual(times.toSorted());
      }),
      { seed: 20240302, numRuns: 1_000 },
    );
  });

  const block = fc.constantFrom(
    '\n',
    '## Timeline\n',
    '## FAQ\n',
    '### 2024-03-02 18:00\n',
    'Words.\n',
    '- a list\n',
    '> said\n',
    '    code\n',
    '```\n### no\n```\n',
    '<!-- allow a/b: c -->\n',
    'Setext\n---\n',
    '#### deep\n',
    '| a |\n|---|\n',
  );
  test('of a note', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), eol, bom, fc.boolean(), (blocks, end, mark, next) => {
        const text = `${mark}---\ntitle: Mail\n---\n${blocks.join('')}`.replaceAll('\n', end);
        const edit = addHeading(
          text,
          'Timeline',
          '2024-03-02 12:00',
          guidance,
          next ? '2024-03-02 18:00' : undefined,
        );
        expect(edit, text).toBeDefined();
        expect(addedTo(text, edit?.text ?? ''), text).toBeDefined();
        expect(edit?.text.split(end)[(edit?.line ?? 0) - 1]).toBe(guidance);
      }),
      { seed: 20240302, numRuns: 1_000 },
    );
  });

  test('anything at all is either edited so or left alone', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'timeln: -[]{},#\n\r"\'|>&*!`\t') }),
    );
    fc.assert(
      fc.property(text, (any) => {
        const edit = addEntry(`timeline:\n${any}`, noon, compare);
        if (edit !== undefined) expect(addedTo(`timeline:\n${any}`, edit.text)).toBeDefined();
        const heading = addHeading(any, 'Timeline', '2024-03-02', guidance);
        if (heading !== undefined) expect(addedTo(any, heading.text)).toBeDefined();
      }),
      { seed: 20240302, numRuns: 600 },
    );
  });

  test.each(['#', '- ', ' ', '\n', '\r', '## ', '<!--', '`', '\t'])('a long text of %j is linear', (unit) => {
    const heading = (text: string) => addHeading(`---\n---\n${text}`, 'Timeline', '2024-03-02', guidance);
    expect(growth(unit, heading)).toBeLessThan(linear);
    const entry = (text: string) => addEntry(`timeline:\n${text}`, noon, compare);
    if (unit !== '- ') expect(growth(unit, entry)).toBeLessThan(linear);
  });
});
