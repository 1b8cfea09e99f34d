import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readCstate } from '../../src/import/cstate.ts';
import { type History, type Sources, Unreadable } from '../../src/import/history.ts';
import { planImport } from '../../src/import/plan.ts';
import { mergedSiteFile } from '../../src/import/site-file.ts';
import { readStatuspage } from '../../src/import/statuspage.ts';
import { readUpptime } from '../../src/import/upptime.ts';
import { serviceStates } from '../../src/model/site.ts';
import { writeTogether } from '../../src/site/write-together.ts';
import { called, filesOf, workshop } from '../cli/command.ts';
import { siteYml } from '../content/folder.ts';
import { bring, siteIn, textOf } from './bring.ts';

const incident = (id: string, more: object = {}) => ({
  id,
  name: `Email ${id}`,
  status: 'resolved',
  impact: 'major',
  components: [
    { id: 'c1', name: 'Courriel' },
    { id: 'c9', name: 'Pagers' },
  ],
  incident_updates: [
    { status: 'resolved', body: 'Over.', display_at: '2024-02-01T11:00:00Z' },
    { status: 'investigating', body: 'No mail.', display_at: '2024-02-01T10:00:00Z' },
  ],
  ...more,
});
const listed = { components: [{ id: 'c1', name: 'Courriel', position: 1 }] };
const history = (...incidents: object[]) => ({ 'a.json': JSON.stringify({ ...listed, incidents }) });

describe('an import into a site that is there', () => {
  const written = `# Who we are\n${siteYml}typography: oqlf # ours\n`;

  test('keeps site.yml, its comments and its services, and adds what is missing', async () => {
    const { content, out } = await bring('statuspage', history(incident('a1')), {
      content: { 'site.yml': written },
    });
    const site = textOf(content, 'site.yml');
    for (const line of written.split('\n')) expect(site.split('\n')).toContain(line);
    expect(site).toContain(
      '  web: { name: { en: Web sites, fr: Sites Web } }\n  pagers:\n    name:\n      en: Pagers\n      fr: Pagers\n    retired: 2024-02-01\n',
    );
    expect(site).toMatch(/\nmay_be_late: any\n$/);
    expect(siteIn(content).incidents[0]?.services).toEqual(['email', 'pagers']);
    // What is gone has no state.
    expect([...serviceStates(siteIn(content), 0).keys()]).toEqual(['email', 'web']);
    expect(siteIn(content).incidents[0]?.timeline[0].at).toMatchObject({ date: '2024-02-01', time: '06:00' });
    expect(out).toContain('may_be_late: any');
    // A later change of the zone would move them.
    expect(out).toContain('Times are written on the clock of America/Halifax.');
    // No language was named: it is that which the site is written in first.
    expect(Object.keys(siteIn(content).incidents[0]?.words ?? {})).toEqual(['fr']);
  });

  test.each([
    ['in braces', 'services: { email: { name: { en: Email, fr: Courriel } } }\n'],
    [
      'with a comment below',
      'services:\n  email:\n    name: { en: Email, fr: Courriel }\n    # the last\n# the end\n',
    ],
    [
      'in another depth',
      'services:\n    email:\n        name:\n            en: Email\n            fr: Courriel',
    ],
    [
      'with the ends of lines of Windows',
      'services:\r\n  email:\r\n    name: { en: Email, fr: Courriel }\r\nmay_be_late: none # for now\r\n',
    ],
  ])('however services are written: %s', (_, services) => {
    const text = `url: https://status.example.ca # ours\nzone: UTC\n${services}`;
    const merged = mergedSiteFile(text, {
      services: [{ id: 'x', name: { en: 'X', fr: 'X' } }],
      groups: [{ id: 'g', name: { en: 'G', fr: 'G' } }],
      mayBeLate: 'any',
    });
    expect(merged.replace(/\r/g, '')).toContain('# ours');
    expect(merged).toMatch(/x:\s*\n?\s*\{?\s*name/);
    expect(merged).toMatch(/may_be_late: any/);
    expect(merged.match(/may_be_late/g)).toHaveLength(1);
    for (const comment of services.match(/#[^\n\r]*/g) ?? []) expect(merged).toContain(comment);
  });

  test('again changes nothing; an edit stays; only what is new comes', async () => {
    const first = await bring('statuspage', history(incident('a1'), incident('a2')));
    const before = filesOf(first.content);
    const again = await bring('statuspage', history(incident('a1'), incident('a2')), { into: first.folder });
    expect(filesOf(first.content)).toEqual(before);
    expect(again.out).toContain('2 were there already and were left as they are.');
    expect(again.report).toBe(first.report);
    const note = join(first.content, 'incidents/a1/en.md');
    writeFileSync(note, readFileSync(note, 'utf8').replace('No mail.', 'Nobody could read mail.'));
    const third = await bring('statuspage', history(incident('a1'), incident('a2'), incident('a3')), {
      into: first.folder,
    });
    expect(third.out).toContain('1 written.');
    expect(readFileSync(note, 'utf8')).toContain('Nobody could read mail.');
    expect(
      siteIn(first.content)
        .incidents.map(({ id }) => id)
        .sort(),
    ).toEqual(['a1', 'a2', 'a3']);
    expect(siteIn(first.content).services.map(({ id }) => id)).toEqual(['courriel', 'pagers']);
  });

  test('an id or an address that is taken is not taken again', async () => {
    const { content } = await bring('statuspage', history(incident('email-2')), {
      content: {
        'site.yml': siteYml,
        'incidents/email-2/incident.yml':
          'services: [email]\nimpact: minor\ntimeline:\n  - at: 2024-02-01\n    phase: resolved\n',
        'incidents/email-2/fr.md':
          '---\ntitle: A\nsummary: B.\naliases: [/incidents/email-2]\n---\n\n## Chronologie\n\n### 2024-02-01\n\nC.\n',
      },
    });
    expect(
      siteIn(content)
        .incidents.map(({ id }) => id)
        .sort(),
    ).toEqual(['email-2', 'email-2-2']);
  });

  test('site.yml with an error is told, and nothing is written', async () => {
    const { content, status, err } = await bring('statuspage', history(incident('a1')), {
      content: { 'site.yml': 'url: nowhere\n' },
    });
    expect(status).toBe(1);
    expect(err).toContain('site.yml:1');
    expect([...filesOf(content).keys()]).toEqual(['site.yml']);
  });
});

describe('what cannot be read is a sentence, and nothing is written', () => {
  test.each([
    ['statuspage', { 'incidents.json': '{"incidents": [{"id": "a' }, 1, 'is cut off'],
    ['statuspage', { 'incidents.json': '' }, 1, 'is cut off'],
    ['statuspage', { 'readme.txt': 'x' }, 2, 'holds no history of statuspage'],
    ['statuspage', { 'incidents.json': new Uint8Array([0x7b, 0xff, 0xfe]) }, 1, 'not a text in UTF-8'],
    [
      'statuspage',
      { 'incidents.json': JSON.stringify({ incidents: [{ id: 7 }] }) },
      1,
      'None of the notices could be read',
    ],
    ['cstate', { 'config.yml': 'a: b' }, 2, 'holds no history of cstate'],
    [
      'cstate',
      { 'content/issues/a.md': '---\ntitle: "A\ndate: [\n---\n' },
      1,
      'None of the notices could be read',
    ],
    ['upptime', { 'issues.json': '[{' }, 1, 'is cut off'],
    ['upptime', {}, 2, 'holds no history of upptime'],
  ])('%s %o', async (kind, files, expected, sentence) => {
    const { content, status, out, err } = await bring(kind, files);
    expect({ status, out }).toEqual({ status: expected, out: '' });
    expect(err).toContain(sentence);
    expect(existsSync(content)).toBe(false);
  });

  test.each([
    [['import'], 'Which kind of history'],
    [['import', 'statsupage', 'x'], 'no kind of history: statuspage'],
    [['import', 'cstate'], 'Where is the history?'],
    [['import', 'cstate', 'https://status.example.ca'], 'from a folder, not from an address'],
    [['import', 'cstate', '/nowhere/at/all'], 'There is nothing at /nowhere/at/all'],
  ])('%o', async (args, sentence) => {
    const { status, err } = await called(args);
    expect(status).toBe(2);
    expect(err).toContain(sentence);
  });

  test('a page that does not answer is the machine’s refusal', async () => {
    const { status, err } = await called(['import', 'statuspage', 'http://127.0.0.1:9/']);
    expect(status).toBe(3);
    expect(err).toContain('http://127.0.0.1:9/api/v2/summary.json does not answer (');
  });

  test('hostile texts are words: scripts, paths in names, a million updates, YAML in titles', async () => {
    const updates = Array.from({ length: 1_001 }, () => ({ body: 'x', display_at: '2024-02-01T10:00:00Z' }));
    const { content, status, out, report } = await bring('statuspage', {
      'a.json': JSON.stringify({
        incidents: [
          incident('../../etc/passwd', { name: '"---\nkey: &a *b\n# no\u0000thing' }),
          incident('__proto__', {
            name: '<script>alert(1)</script>',
            components: [{ id: '__proto__', name: 'constructor' }],
          }),
          incident('many', { incident_updates: updates }),
          incident('日本', {
            incident_updates: [
              {
                body: '---\n\n## Timeline\n\n### 2024-01-01\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>',
                display_at: '2024-02-01T10:00:00Z',
              },
            ],
          }),
        ],
      }),
    });
    expect(status).toBe(0);
    expect(out).toContain('1 was refused.');
    expect(report).toContain('`many` → has more updates');
    const { incidents } = siteIn(content);
    expect(incidents.map(({ id }) => id).sort()).toEqual(['etc-passwd', 'incident-2024-02-01', 'proto']);
    const notes = [...filesOf(content)]
      .filter(([name]) => name.endsWith('.md'))
      .map(([, text]) => text.split('---\n').slice(2).join(''));
    expect(notes).toHaveLength(3);
    for (const note of notes)
      expect(note).not.toMatch(/<(?:script|img)|javascript:|^## Timeline[\s\S]*^## Timeline/m);
    expect(incidents.find(({ id }) => id === 'etc-passwd')?.words.en?.title).toBe(
      '"--- key: &a *b # no thing',
    );
    expect(incidents.find(({ id }) => id === 'proto')?.words.en?.title).toBe('<script>alert(1)</script>');
  });

  test('--dry-run tells and writes nothing', async () => {
    const { content, status, out, folder } = await bring('statuspage', history(incident('a1')), {
      options: ['--dry-run'],
    });
    expect(status).toBe(0);
    expect(out).toContain('1 notice read. 1 written.');
    expect(out).toContain('Nothing was written (--dry-run).');
    expect([existsSync(content), existsSync(join(folder, 'import-report.md'))]).toEqual([false, false]);
  });

  test('in French', async () => {
    const { out, report } = await bring('statuspage', history(incident('a1', { impact: 'grave' })), {
      options: ['--lang', 'fr'],
    });
    expect(out).toContain('1 avis lu. 1 écrit.');
    expect(report).toContain('cette gravité est inconnue ici');
  });
});

test('a page that is there is read by its public interface, as many pages as it has', async () => {
  const pages: Readonly<Record<string, object>> = {
    '/api/v2/summary.json': { page: { name: 'Example' }, ...listed },
    '/api/v2/components.json': listed,
    '/api/v2/incidents.json': { incidents: [incident('a1')] },
    '/api/v2/incidents.json?page=2': { incidents: [incident('a2')] },
    '/api/v2/incidents.json?page=3': { incidents: [] },
  };
  const server = createServer((request, response) => {
    const found = pages[request.url ?? ''];
    if (request.url === '/api/v2/scheduled-maintenances.json')
      return response.writeHead(302, { location: '/moved.json' }).end();
    if (request.url === '/history.atom')
      return response.end(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:e.example,2005:Incident/7</id><link href="https://e.example/incidents/a2"/></entry></feed>',
      );
    return found === undefined ? response.writeHead(404).end() : response.end(JSON.stringify(found));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const content = join(workshop(), 'content');
  const { status, err, out } = await called([
    'import',
    'statuspage',
    `http://127.0.0.1:${port}/`,
    '--content',
    content,
    '--now',
    '2024-03-05T12:00Z',
  ]);
  expect(err).toBe('');
  expect({ status, out }).toMatchObject({
    status: 0,
    out: expect.stringContaining('2 notices read. 2 written.'),
  });
  expect(readFileSync(join(content, 'incidents/a2/incident.yml'), 'utf8')).toContain(
    'imported:\n  from: statuspage\n  id: a2\n  entry: tag:e.example,2005:Incident/7\n',
  );
});

test('a page whose server fails is told by its status, and nothing is written', async () => {
  const server = createServer((_request, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const place = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const content = join(workshop(), 'content');
  const { status, err } = await called(['import', 'statuspage', place, '--content', content]);
  expect(status).toBe(3);
  expect(err).toMatch(/^\S+ answers 502\.\n {4}That server has a fault of its own: try again/);
  expect(existsSync(content)).toBe(false);
});

test('files are written all together or not at all', () => {
  const folder = join(workshop(), 'content');
  writeTogether(folder, new Map([['site.yml', 'before']]));
  const impossible = new Map([
    ['site.yml', 'after'],
    ['incidents/a/en.md', 'x'],
    ['site.yml/b', 'y'],
  ]);
  expect(() => writeTogether(folder, impossible)).toThrow();
  expect([...filesOf(join(folder, '..'))]).toEqual([['content/site.yml', 'before']]);
});

describe('of any input a history, a sentence, or nothing', () => {
  const any = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  );
  const loose = fc.oneof(
    fc.string(),
    fc.constantFrom(null, 0, -1, true, '', '2024-02-01T10:00:00Z', '2024-02-01', 'resolved', [], {}),
    fc.jsonValue(),
  );
  const record = (...keys: string[]) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, loose])), { requiredKeys: [] });
  const update = record('status', 'body', 'display_at', 'created_at', 'affected_components');
  const foreign = fc
    .tuple(
      record(
        'id',
        'name',
        'status',
        'impact',
        'started_at',
        'resolved_at',
        'scheduled_for',
        'scheduled_until',
        'components',
      ),
      fc.array(update, { maxLength: 4 }),
    )
    .map(([one, incident_updates]) => ({ id: 'x', ...one, incident_updates }));
  const front = record(
    'title',
    'date',
    'resolved',
    'resolvedWhen',
    'severity',
    'affected',
    'slug',
    'url',
    'aliases',
    'draft',
  );
  const body = fc.array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '{{< track "2024-02-01 10:00" >}}',
        '{{< track "',
        '**Resolved**: ',
        '\n\n',
        '---',
        '```\n',
        '<!--',
      ),
    ),
    { maxLength: 8 },
  );
  const issue = fc
    .tuple(record('title', 'body', 'state', 'labels', 'closed_at'), record('comments'))
    .map(([one, other]) => ({
      number: 1,
      title: '🛑 x is down',
      created_at: '2024-02-01T10:00:00Z',
      ...one,
      ...other,
    }));
  const now = Date.parse('2024-03-05T12:00Z');
  const nothing = { ids: new Set<string>(), imported: new Map<string, string>(), paths: new Set<string>() };

  const sound = (read: (sources: Sources) => History, sources: Sources) => {
    try {
      planImport(read(sources), nothing, { locale: 'en', now });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  };

  test('statuspage', () => {
    fc.assert(
      fc.property(any, fc.array(foreign, { maxLength: 3 }), (text, incidents) => {
        sound(readStatuspage, new Map([['x.json', text]]));
        sound(readStatuspage, new Map([['x.json', JSON.stringify({ incidents })]]));
      }),
    );
  });
  test('cstate', () => {
    const read = (sources: Sources) => readCstate(sources, now);
    fc.assert(
      fc.property(any, front, body, (text, facts, parts) => {
        sound(
          read,
          new Map([
            ['content/issues/x.md', text],
            ['config.yml', text],
          ]),
        );
        sound(
          read,
          new Map([
            [
              'content/issues/x.md',
              `---\n${JSON.stringify({ date: '2024-02-01', ...facts })}\n---\n${parts.join('')}`,
            ],
          ]),
        );
      }),
    );
  });
  test('upptime', () => {
    fc.assert(
      fc.property(any, issue, (text, one) => {
        sound(
          readUpptime,
          new Map([
            ['x.json', text],
            ['.upptimerc.yml', text],
          ]),
        );
        sound(readUpptime, new Map([['issues.json', JSON.stringify([one])]]));
      }),
    );
  });
});
