import { describe, expect, test } from 'vitest';
import { bring, entriesOf, incidentIn, maintenanceIn, siteIn, textOf } from './bring.ts';

const config = `title: "État du réseau"
languageCode: fr-CA
baseURL: https://etat.example.ca/
params:
  categories: [{ name: Réseau }, { name: Uncategorized }]
  systems:
    - name: Courriel
      category: Réseau
      description: La messagerie
    - name: Sites Web
      category: Uncategorized
`;
const post = (front: string, body: string) => `---\n${front.trim()}\n---\n${body}`;
const one = (front: string, body: string, name = 'content/issues/panne.md', settings = config) =>
  bring('cstate', { 'config.yml': settings, [name]: post(front, body) });

describe('the flavours of cState', () => {
  test('oldest first, the opening before a line, leading words in French', async () => {
    const { content, err } = await one(
      'title: Panne\ndate: 2024-02-01 09:10:00\nresolved: true\nresolvedWhen: 2024-02-01 11:07:00\nseverity: down\naffected: [Courriel, Fax]\nsection: issue',
      `
Le courriel ne répond pas.   

---

***Identifié*** - Un disque est plein. {{< track "2024-02-01 09:22:00" >}}

***Surveillance*** - Nous suivons de près. {{< track "2024-02-01 10:42:00" >}}

***Résolu*** - Tout est rétabli. {{< track "2024-02-01 11:07:00" >}}
`,
    );
    const incident = incidentIn(content, 'panne');
    expect(err).toBe('');
    expect(entriesOf(incident)).toEqual([
      '2024-02-01T09:10:00.000Z investigating',
      '2024-02-01T09:22:00.000Z identified',
      '2024-02-01T10:42:00.000Z monitoring',
      '2024-02-01T11:07:00.000Z resolved',
    ]);
    expect(incident).toMatchObject({
      impact: 'critical',
      services: ['courriel', 'fax'],
      imported: { from: 'cstate', id: 'panne' },
    });
    expect(incident.words.fr).toMatchObject({
      title: 'Panne',
      summary: 'Le courriel ne répond pas.',
      aliases: ['/issues/panne/'],
    });
    expect(textOf(content, 'incidents/panne/fr.md')).toContain('***Identifié*** - Un disque est plein.');
    const { services, name, primary, zone } = siteIn(content);
    expect(services.map(({ id, group, retired }) => [id, group, retired])).toEqual([
      ['courriel', 'reseau', undefined],
      ['sites-web', undefined, undefined],
      ['fax', undefined, '2024-02-01'],
    ]);
    expect({ name: name.fr, primary, zone }).toEqual({ name: 'État du réseau', primary: 'fr', zone: 'UTC' });
  });

  test('newest first, and the end before the last words', async () => {
    const { content } = await one(
      'title: Mail\ndate: "2024-02-01T9:10:00-04:00"\nresolved: yes\nresolvedWhen: 2024-02-01T14:30:00Z\nseverity: disrupted\naffected:\n  - Courriel',
      `**Resolved**:
It works.
{{< track "2024-02-02 15:00:00" >}}

**A fix is in place**:
We watch it.
{{< track "2024-02-01 14:00:00" >}}

No mail can be read.
`,
    );
    const incident = incidentIn(content, 'panne');
    expect(entriesOf(incident)).toEqual([
      '2024-02-01T13:10:00.000Z investigating',
      '2024-02-01T14:00:00.000Z investigating',
      '2024-02-02T15:00:00.000Z resolved',
    ]);
    // It ended when they say, and that was said a day later.
    expect(incident.timeline.at(-1)?.ended).toMatchObject({ epoch: Date.parse('2024-02-01T14:30:00Z') });
    expect(incident.impact).toBe('major');
  });

  test('an update that says earlier that it is over stands for the end, and the other end is told', async () => {
    const { content, report } = await one(
      'title: Mail\ndate: "2024-02-01 09:10"\nresolved: yes\nresolvedWhen: 2024-02-03T14:20:00Z\nseverity: disrupted\naffected:\n  - Courriel',
      `**Resolved**:
It works.
{{< track "2024-02-01 15:34:00" >}}

**Investigating**:
No mail.
{{< track "2024-02-01 09:10:00" >}}
`,
    );
    expect(entriesOf(incidentIn(content, 'panne'))).toEqual([
      '2024-02-01T09:10:00.000Z investigating',
      '2024-02-01T15:34:00.000Z resolved',
    ]);
    expect(report).toContain('`2024-02-03T14:20:00.000Z` → an update said before this that it was over');
  });

  test('the definition of a link goes with the update that uses it', async () => {
    const { content } = await one(
      'title: Mail\ndate: "2024-02-01 09:10"\nresolved: no\nseverity: disrupted\naffected:\n  - Courriel',
      `**Identified**:
A disk is full.
{{< track "2024-02-01 10:00:00" >}}

**Investigating**:
No mail, as [we wrote][List].
{{< track "2024-02-01 09:10:00" >}}

[list]: https://lists.example.ca/%3Ca%40b%3E
`,
    );
    const text = textOf(content, 'incidents/panne/fr.md');
    expect(text).toContain('[we wrote](https://lists.example.ca/%3Ca%40b%3E)');
    expect(text).not.toContain('[list]:');
    expect(entriesOf(incidentIn(content, 'panne'))).toHaveLength(2);
  });

  test('front matter whose first line was forgotten is read all the same', async () => {
    const { content } = await bring('cstate', {
      'config.yml': config,
      'content/issues/panne.md':
        'title: "Mail"\ndate: "2024-02-01T14:00:00+01:00"\naffected:\n  - Courriel\nresolved: true\nresolvedWhen: "2024-02-01T15:15:00+01:00"\nseverity: disrupted\n---\n\nNo mail can be read.\n',
    });
    expect(entriesOf(incidentIn(content, 'panne'))).toEqual([
      '2024-02-01T13:00:00.000Z investigating',
      '2024-02-01T14:15:00.000Z resolved',
    ]);
    expect(textOf(content, 'incidents/panne/fr.md')).toContain('No mail can be read.');
  });

  test.each([
    [
      'without an end, it is closed',
      'resolved: true\nresolvedWhen:',
      ['2024-02-01T09:00:00.000Z investigating'],
      true,
    ],
    [
      'an end before the start is none',
      'resolved: true\nresolvedWhen: 2024-01-01 09:00:00',
      ['2024-02-01T09:00:00.000Z investigating'],
      true,
    ],
    [
      'an end has its time',
      'resolved: true\nresolvedWhen: 2024-02-01 10:00',
      ['2024-02-01T09:00:00.000Z investigating', '2024-02-01T10:00:00.000Z resolved'],
      false,
    ],
  ])('plain prose: %s', async (_, end, entries, closed) => {
    const { content } = await one(
      `title: Mail\ndate: 2024-02-01 09:00:00\n${end}\nseverity: notice\naffected: null`,
      'No mail can be read.\n\nWe look for the cause.',
    );
    const incident = incidentIn(content, 'panne');
    expect(entriesOf(incident)).toEqual(entries);
    expect(incident.closed !== undefined).toBe(closed);
    expect(incident).toMatchObject({ impact: 'none', services: ['unspecified'] });
  });

  test('a last part that says how it ended has the time of the end', async () => {
    const { content } = await one(
      'title: Mail\ndate: 2024-02-01\nresolved: true\nresolvedWhen: 2024-02-01\nseverity: down\naffected: Courriel',
      'No mail can be read.\n\n**Resolved:** It works.',
    );
    expect(entriesOf(incidentIn(content, 'panne'))).toEqual([
      '2024-02-01 investigating',
      '2024-02-01 resolved',
    ]);
    expect(textOf(content, 'incidents/panne/fr.md')).toContain(
      '### 2024-02-01 (2)\n\n**Resolved:** It works.',
    );
  });

  test.each([
    [
      'newest first',
      [
        '[Final Message]\nIt works.',
        '[Update - 2024-02-01 09h30 UTC]\nA disk is full.',
        '[Initial message]\nNo mail.',
      ],
    ],
    [
      'oldest first',
      [
        '**Initial message**\n\nNo mail.',
        '**Update - 2024-02-01 09:30**\nA disk is full.',
        '---',
        '**Closing**\nIt works.',
      ],
    ],
  ])(
    'parts under a label of their own, %s: the first words have the start, the last ones the end',
    async (_, parts) => {
      const { content, err } = await one(
        'title: Mail\ndate: 2024-02-01T09:00:00-00:00\nresolved: true\nresolvedWhen: 2024-02-01T10:00:00-00:00\nseverity: down\naffected: [Courriel]',
        parts.join('\n\n'),
      );
      const incident = incidentIn(content, 'panne');
      expect(err).toBe('');
      expect(entriesOf(incident)).toEqual([
        '2024-02-01T09:00:00.000Z investigating',
        '2024-02-01T09:30:00.000Z investigating',
        '2024-02-01T10:00:00.000Z resolved',
      ]);
      expect(incident.words.fr?.summary).toBe('No mail.');
      const text = textOf(content, 'incidents/panne/fr.md');
      expect(text).toMatch(/### 2024-02-01 09:00\n\n\*\*Initial message\*\*\n\nNo mail\./);
      expect(text).toMatch(/### 2024-02-01 10:00\n\n\*\*(?:Final Message|Closing)\*\*\n\nIt works\./);
    },
  );

  test('a labelled part without a time stands with what came before it, and is told', async () => {
    const { content, report } = await one(
      'title: Mail\ndate: 2024-02-01 09:00:00\nresolved: true\nresolvedWhen: 2024-02-01 10:00:00\nseverity: down\naffected: [Courriel]',
      '[Closing]\nIt works.\n\n[Update - 2024-02-03 09:00]\nLater than the end.\n\n[Update]\nA disk is full.\n\n[Opening incident]\nNo mail.',
    );
    expect(entriesOf(incidentIn(content, 'panne'))).toEqual([
      '2024-02-01T09:00:00.000Z investigating',
      '2024-02-01T10:00:00.000Z resolved',
    ]);
    expect(textOf(content, 'incidents/panne/fr.md')).toContain(
      '**Opening incident**\n\nNo mail.\n\n**Update**\n\nA disk is full.\n\n**Update - 2024-02-03 09:00**\n\nLater than the end.',
    );
    expect(report).toContain('A disk is full.');
  });

  test('labels of which none says that it is the first stay in one text, in their order', async () => {
    const { content } = await one(
      'title: Mail\ndate: 2024-02-01 09:00:00\nresolved: false\nseverity: down\naffected: [Courriel]',
      'No mail.\n\n[Edit]\nA disk is full.\n\n[Edit]\nIt works.',
    );
    expect(entriesOf(incidentIn(content, 'panne'))).toHaveLength(1);
    expect(textOf(content, 'incidents/panne/fr.md')).toMatch(
      /No mail\.[\s\S]*A disk is full\.[\s\S]*It works\./,
    );
  });

  test('affected as one text with commas, drafts, pins and comments', async () => {
    const { content, report } = await one(
      'title: "Mail: \\"down\\""\ndate: 2024-02-01 09:00:00\nresolved: false\ninformational: true\nseverity: down\naffected: "Courriel, Sites Web"\npin: true\ndraft: true',
      'No mail. <!-- for us alone -->\n\n{{< youtube abc >}}\n\n![A map](/map.png) and [the last one](../autre/) and [before](/issues/avant/)',
    );
    const facts = textOf(content, 'incidents/panne/incident.yml');
    expect(facts).toContain('services: [courriel, sites-web]');
    expect(facts).toContain('impact: none');
    expect(facts).toContain('draft: true');
    expect(siteIn(content).incidents).toEqual([]);
    for (const told of [
      '`for us alone` → a comment',
      '{{< youtube abc >}}',
      '`/map.png`',
      '`../autre/` → leads to no page',
    ])
      expect(report).toContain(told);
    expect(textOf(content, 'incidents/panne/fr.md')).toContain('A map and the last one and before');
  });

  test('a link to another notice of the history leads there', async () => {
    const front =
      'title: Mail\ndate: 2024-02-01 09:00:00\nresolved: true\nresolvedWhen: 2024-02-01 10:00\nseverity: down\naffected: [Courriel]';
    const { content } = await bring('cstate', {
      'config.yml': config,
      'content/issues/2019/Un Avis.md': post(front, 'First.'),
      'content/issues/deux.md': post(
        front,
        'Like [the first](https://etat.example.ca/issues/2019/un-avis/).',
      ),
    });
    expect(textOf(content, 'incidents/deux/fr.md')).toContain('[the first](../2019-un-avis/)');
    expect(
      siteIn(content)
        .incidents.map(({ id }) => id)
        .sort(),
    ).toEqual(['2019-un-avis', 'deux']);
  });

  test('two posts of one name are two notices, and a second import knows both', async () => {
    const front =
      'title: Mail\ndate: 2024-02-01 09:00:00\nresolved: false\nseverity: down\naffected: [Courriel]';
    const files = {
      'config.yml': config,
      'content/en/issues/panne.md': post(front, 'No mail.'),
      'content/fr/issues/panne.html': post(front, 'Pas de courriel.'),
      'content/fr/issues/panne.md': post(front, 'Ni courriel ni Web.'),
    };
    const { content, folder, out } = await bring('cstate', files);
    expect(out).toContain('3 notices read. 3 written.');
    expect(
      siteIn(content)
        .incidents.map(({ imported }) => imported?.id)
        .sort(),
    ).toEqual(['content/fr/issues/panne.html', 'content/fr/issues/panne.md', 'panne']);
    const again = await bring('cstate', files, { into: folder });
    expect(again.out).toContain('0 written. 3 were there already');
  });

  test('settings that cannot be read are told', async () => {
    const { report } = await one(
      'title: Mail\ndate: 2024-02-01 09:00:00\nresolved: false\nseverity: down\naffected: [Courriel]',
      'No mail.',
      'content/issues/panne.md',
      'title: "Example\nparams: [',
    );
    expect(report).toMatch(/## `config\.yml`\n\n- settings → has errors; what could be read of it was taken/);
  });

  test('a former address that a page of the site has is none', async () => {
    const { content, report } = await one(
      'title: Mail\ndate: 2024-02-01 09:00:00\nresolved: false\nseverity: down\naffected: [Courriel]\naliases: [/en/, /fr/incidents/panne/, /fr/services/courriel/, /en/issues/mail/]',
      'No mail.',
    );
    expect(incidentIn(content, 'panne').words.fr?.aliases).toEqual(['/issues/panne/', '/en/issues/mail/']);
    for (const path of ['/en/', '/fr/incidents/panne/', '/fr/services/courriel/'])
      expect(report).toContain(`address · \`${path}\` →`);
  });

  test.each([
    'https://etat.example.ca/issues/gone/',
    '<https://etat.example.ca/issues/gone/>',
    '[https://etat.example.ca/issues/gone/](https://etat.example.ca/issues/gone/)',
    '<a href="https://etat.example.ca/issues/gone/">see https://etat.example.ca/issues/gone/</a>',
    '[www.etat.example.ca](../gone/)',
  ])('an address of the site where nothing is stays as words, and breaks no build: %s', async (link) => {
    const { content, report } = await one(
      'title: Mail\ndate: 2024-02-01 09:00:00\nresolved: false\nseverity: down\naffected: [Courriel]',
      `As before: ${link}`,
    );
    // The site is read without an error.
    expect(incidentIn(content, 'panne').words.fr?.summary).toMatch(/etat\.example\.ca/);
    expect(report).toContain('leads to no page');
  });

  test('what is planned for later is planned work', async () => {
    const { content } = await one(
      'title: Works\ndate: 2034-02-01 09:00:00\nresolvedWhen: 2034-02-01 10:00:00\nseverity: notice\naffected: [Courriel]',
      'New disks.',
    );
    expect(maintenanceIn(content, 'panne')).toMatchObject({
      from: { epoch: Date.parse('2034-02-01T09:00Z') },
      until: { epoch: Date.parse('2034-02-01T10:00Z') },
      timeline: [],
    });
  });

  test('statuskit: TOML, its severities, its addresses; and updates in MDX', async () => {
    const toml =
      'baseurl = "https://status.example.ca"\ntitle = "Example"\nlanguageCode = "en-us"\n[permalinks]\n  incidents = "/incidents/:year/:month/:day/:slug/"\n[params]\nsystems = ["Email"]\n';
    const { content } = await bring('cstate', {
      'site/config.toml': toml,
      'site/content/incidents/mail.md':
        '+++\ntitle = "Mail"\ndate = 2024-02-01T09:00:00.000Z\nseverity = "partial-outage"\naffectedsystems = [\n  "Email"\n]\nresolved = true\n+++\nNo mail.\n\n**Resolved**: It works. {{< track "2024-02-01T10:00:00.000Z" >}}',
      'site/content/incidents/web.mdx': post(
        "title: Web\ndate: '2024-02-02T09:00:00.000Z'\nseverity: major-outage\naffectedSystems:\n  - Web\nresolved: true",
        'import Update from \'@x/Update.astro\';\n\nNo pages.\n\n## Later\n\n<Update date="2024-02-02T10:00:00.000Z">\n  It works.\n</Update>\n',
      ),
    });
    expect(entriesOf(incidentIn(content, 'mail'))).toEqual([
      '2024-02-01T09:00:00.000Z investigating',
      '2024-02-01T10:00:00.000Z resolved',
    ]);
    expect(incidentIn(content, 'mail').words.en?.aliases).toEqual(['/incidents/2024/02/01/mail/']);
    expect(entriesOf(incidentIn(content, 'web'))).toEqual([
      '2024-02-02T09:00:00.000Z investigating',
      '2024-02-02T10:00:00.000Z resolved',
    ]);
    expect(textOf(content, 'incidents/web/en.md')).toContain('**Later**\n\nIt works.');
  });
});
