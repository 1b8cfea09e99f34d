import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { newNotice } from '../../src/cli/new.ts';
import { schema } from '../../src/cli/schema.ts';
import { update } from '../../src/cli/update.ts';
import { isGuidance } from '../../src/content/document/guidance.ts';
import { locales } from '../../src/model/values.ts';
import { load } from '../../src/site/load.ts';
import { contentFolder, now } from '../content/folder.ts';
import { calling } from './calling.ts';

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const write = (folder: string, file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const refusal = (key: string) => expect.objectContaining({ status: 2, key });

describe('new', () => {
  test('writes the facts and both texts, and says which lines to fill in', async () => {
    const folder = contentFolder();
    const titles = { 'title-en': 'Web sites down', 'title-fr': 'Sites Web en panne' };
    const { call, out } = calling(folder, ['incident', 'web-down'], titles);
    expect(await newNotice(call)).toBe(0);
    expect(readdirSync(join(folder, 'incidents/web-down')).toSorted()).toEqual([
      'en.md',
      'fr.md',
      'incident.yml',
    ]);
    expect(read(folder, 'incidents/web-down/incident.yml')).toContain('  - at: 2024-03-05 12:00\n');
    expect(read(folder, 'incidents/web-down/fr.md')).toContain('slug: sites-web-en-panne\n');
    const lines = read(folder, 'incidents/web-down/en.md').split('\n');
    const told = /en\.md: ([\d, ]+)/.exec(out())?.[1]?.split(', ').map(Number) ?? [];
    expect(told).toHaveLength(5);
    for (const line of told)
      expect(lines[line - 1]).toSatisfy((text: string) => text === 'summary:' || isGuidance(text));
    expect(out()).toContain(relative(process.cwd(), folder).split('\\').join('/'));
  });

  test('on a terminal, each line can be clicked and says what goes there', async () => {
    const folder = contentFolder();
    const { call, out } = calling(folder, ['incident', 'web-down'], { lang: 'fr' });
    await newNotice({ ...call, system: { ...call.system, terminal: true } });
    const told = [...out().matchAll(/^ {2}(\S+):(\d+) {2}(.+)$/gm)];
    expect(told.map(([, file = '', , part]) => `${file.split('/').at(-1)} ${part}`)).toEqual(
      expect.arrayContaining([
        'incident.yml services',
        'incident.yml impact',
        'fr.md summary',
        'fr.md Chronologie',
      ]),
    );
    for (const [, file = '', line] of told)
      expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).not.toBe('');
  });

  test('its first line leads to a schema that is there', async () => {
    const folder = contentFolder();
    for (const [kind, place] of [
      ['incident', 'incidents'],
      ['maintenance', 'maintenance'],
    ] as const) {
      await newNotice(calling(folder, [kind, `a-${kind}`]).call);
      const file = join(folder, place, `a-${kind}`, `${kind}.yml`);
      const schemaPath =
        /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
      expect(schemaPath).not.toMatch(/^[a-z]+:/);
      expect(existsSync(join(dirname(file), schemaPath))).toBe(true);
    }
  });

  test('asks on a terminal for what is missing', async () => {
    const folder = contentFolder();
    const { call } = calling(folder, [], { lang: 'fr' }, [
      'incident',
      'Mail slow',
      'Courriel lent à Cap-Breton',
      '',
    ]);
    expect(await newNotice(call)).toBe(0);
    expect(read(folder, 'incidents/courriel-lent-a-cap-breton/en.md')).toContain('title: Mail slow\n');
    expect(read(folder, 'incidents/courriel-lent-a-cap-breton/incident.yml')).toContain('# Les faits');
  });

  test('never writes over anything', async () => {
    const folder = contentFolder({ 'incidents/2019/old/incident.yml': 'services: [email]\n' });
    const before = read(folder, 'incidents/mail/en.md');
    await expect(newNotice(calling(folder, ['incident', 'mail']).call)).rejects.toEqual(
      refusal('command.new.exists'),
    );
    await expect(newNotice(calling(folder, ['maintenance', 'mail']).call)).rejects.toEqual(
      refusal('command.new.exists'),
    );
    await expect(newNotice(calling(folder, ['incident', 'old']).call)).rejects.toEqual(
      refusal('command.new.exists'),
    );
    expect(read(folder, 'incidents/mail/en.md')).toBe(before);
  });

  test.each([
    [[], 'command.new.kind_missing'],
    [['incident'], 'command.new.id_missing'],
    [['incidnet', 'x'], 'command.new.kind_nearest'],
    [['weather', 'x'], 'command.new.kind'],
    [['incident', 'Été 2024'], 'command.new.id_nearest'],
    [['incident', '../up'], 'command.new.id_nearest'],
    [['incident', '…'], 'command.new.id'],
  ])('%j without a terminal is refused: %s', async (operands, key) => {
    await expect(newNotice(calling(contentFolder(), operands).call)).rejects.toEqual(refusal(key));
  });

  test('tells what is wrong with site.yml first', async () => {
    const { call, err } = calling(contentFolder({ 'site.yml': 'url: x\n' }), ['incident', 'a']);
    expect(await newNotice(call)).toBe(1);
    expect(err()).toContain('site.yml:1:1');
  });
});

describe('update', () => {
  const facts = 'incidents/mail/incident.yml';

  test('adds an entry to the facts and to both texts, which load once they are filled in', async () => {
    const folder = contentFolder();
    const before = read(folder, facts);
    const given = { phase: 'identified', at: '2024-03-02 09:00', next: '2024-03-02 11:00' };
    const { call, out } = calling(folder, ['mail'], given);
    expect(await update(call)).toBe(0);
    const entry = '  - at: 2024-03-02 09:00\n    phase: identified\n    next: 2024-03-02 11:00\n';
    expect(read(folder, facts)).toBe(before + entry);
    const lines = [...out().matchAll(/^ {2}(\S+):(\d+)$/gm)].map(([, file = '', line]) => {
      expect(existsSync(file)).toBe(true);
      return readFileSync(file, 'utf8').split('\n')[Number(line) - 1];
    });
    expect(lines[0]).toBe('  - at: 2024-03-02 09:00');
    expect(lines.slice(1).map((line) => isGuidance(line ?? ''))).toEqual([true, true]);
    for (const locale of locales) {
      const note = read(folder, `incidents/mail/${locale}.md`);
      expect(note).toContain('\n### 2024-03-02 09:00\n');
      write(folder, `incidents/mail/${locale}.md`, note.replace(/^(?:Say|Dites) .*$/m, 'Words.'));
    }
    const { problems, site } = load(folder, () => now);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(site?.incidents[0]?.timeline.map(({ phase }) => phase)).toEqual(['investigating', 'identified']);
  });

  test('an earlier entry comes before, a day alone is counted', async () => {
    const folder = contentFolder();
    for (const at of ['2024-03-01', '2024-03-01', '2024-03-02 01:00']) {
      expect(await update(calling(folder, ['mail'], { phase: 'investigating', at }).call)).toBe(0);
    }
    const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('### '));
    const expected = ['### 2024-03-01', '### 2024-03-01 (2)', '### 2024-03-02 01:00', '### 2024-03-02 06:40'];
    expect(headings(read(folder, 'incidents/mail/en.md'))).toEqual(expected);
    expect(headings(read(folder, 'incidents/mail/fr.md'))).toEqual(expected);
    const { timeline } = parse(read(folder, facts));
    expect(timeline.map(({ at }: { at: string }) => `### ${at}`)).toEqual(
      expected.map((one) => one.replace(' (2)', '')),
    );
  });

  test('asks on a terminal; now is the hour unless another is given', async () => {
    const folder = contentFolder();
    expect(await update(calling(folder, [], {}, ['mail', 'monitoring', '', '']).call)).toBe(0);
    expect(read(folder, facts)).toMatch(/ {2}- at: 2024-03-05 12:00\n {4}phase: monitoring\n$/);
  });

  test('in an hour that comes twice, the entry has its offset', async () => {
    const folder = contentFolder();
    const again = Date.parse('2023-11-05T01:30-04:00');
    const { call } = calling(folder, ['mail'], { phase: 'investigating' });
    expect(await update({ ...call, system: { ...call.system, clock: () => again } })).toBe(0);
    expect(read(folder, facts)).toContain('  - at: 2023-11-05 01:30-04:00\n');
  });

  test('keeps BOM and CRLF', async () => {
    const dos = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const folder = contentFolder();
    const files = [facts, 'incidents/mail/en.md', 'incidents/mail/fr.md'];
    const before = files.map((file) => dos(read(folder, file)));
    files.forEach((file, index) => {
      write(folder, file, before[index] ?? '');
    });
    expect(await update(calling(folder, ['mail'], { phase: 'resolved' }).call)).toBe(0);
    files.forEach((file, index) => {
      const text = read(folder, file);
      expect(text.startsWith(before[index] ?? '')).toBe(true);
      expect(text).not.toMatch(/[^\r]\n/);
    });
  });

  test('says what it changes for each service, and where it still holds', async () => {
    const folder = contentFolder({
      [facts]:
        'services: [email, web]\nregions: [ns]\nimpact: critical\ntimeline:\n  - { at: 2024-03-02 06:40, phase: investigating }\n',
    });
    const given = {
      phase: 'monitoring',
      services: 'web=operational',
      regions: 'Nova Scotia',
      next: '2024-03-05 15:00',
    } as const;
    const { call, out } = calling(folder, ['mail'], given);
    expect(await update(call)).toBe(0);
    expect(parse(read(folder, facts)).timeline.at(-1)).toEqual({
      at: '2024-03-05 12:00',
      phase: 'monitoring',
      services: { web: 'operational' },
      regions: ['ns'],
      next: '2024-03-05 15:00',
    });
    expect(out()).toContain('  Email: Major outage\n  Web sites: Operational (before: Major outage)\n');
    expect(out()).toContain('It holds in: Nova Scotia.');
    expect(out()).toContain('Reread title and summary');
  });

  test.each([
    [
      'en',
      undefined,
      [
        'open again',
        '  Email: Major outage (before: Operational)',
        '  Web sites: Major outage (before: Operational)',
      ],
    ],
    [
      'fr',
      'web=operational',
      [
        'rouvert',
        '  Courriel\u00a0: Panne majeure (auparavant\u00a0: En service)',
        '  Sites Web\u00a0: En service',
      ],
    ],
  ] as const)(
    'after the end, it says that the incident is open again, in %s',
    async (lang, services, told) => {
      const entries =
        '  - { at: 2024-03-02 06:40, phase: investigating }\n  - { at: 2024-03-03 09:00, phase: monitoring, services: { web: operational } }\n  - { at: 2024-03-04 09:00, phase: resolved }\n';
      const folder = contentFolder({
        [facts]: `services: [email, web]\nimpact: critical\ntimeline:\n${entries}`,
      });
      const { call, out } = calling(folder, ['mail'], {
        phase: 'investigating',
        lang,
        ...(services && { services }),
      });
      expect(await update(call)).toBe(0);
      for (const line of told) expect(out()).toContain(line);
    },
  );

  test.each([
    [{ regions: 'nova-scotia' }, 'command.update.region_unknown'],
    [{ regions: 'n' }, 'command.update.region_nearest'],
  ])('a region that there is not is refused: %o', async (given, key) => {
    const { call } = calling(contentFolder(), ['mail'], { phase: 'monitoring', ...given });
    await expect(update(call)).rejects.toEqual(refusal(key));
  });

  test('maintenance has its own phases and no promise', async () => {
    const yml = 'services: [email]\nimpact: minor\nfrom: 2024-03-05 10:00\nuntil: 2024-03-05 14:00\n';
    const folder = contentFolder({ 'maintenance/move/maintenance.yml': yml });
    const { call, out } = calling(folder, ['move'], { phase: 'in_progress', lang: 'fr' });
    expect(await update(call)).toBe(0);
    expect(read(folder, 'maintenance/move/maintenance.yml')).toBe(
      `${yml}timeline:\n  - at: 2024-03-05 12:00\n    phase: in_progress\n`,
    );
    expect(out()).toContain('fr.md reste à écrire');
    const promised = calling(folder, ['move'], {
      phase: 'completed',
      next: '2024-03-06',
      at: '2024-03-05 13:00',
    });
    await expect(update(promised.call)).rejects.toEqual(refusal('command.update.no_next'));
  });

  test.each([
    [[], {}, 'command.notice.missing'],
    [['mial'], {}, 'command.notice.nearest'],
    [['weather'], {}, 'command.notice.unknown'],
    [['mail'], {}, 'command.update.phase_missing'],
    [['mail'], { phase: 'investgating' }, 'command.update.phase_nearest'],
    [['mail'], { phase: 'completed' }, 'command.update.phase'],
    [['mail'], { phase: 'identified', at: 'tomorrow' }, 'command.update.time'],
    [['mail'], { phase: 'identified', at: '2024-03-10 02:30' }, 'command.update.time'],
    [['mail'], { phase: 'identified', at: '2024-03-02 06:40' }, 'command.update.same_time'],
    [['mail'], { phase: 'identified', at: '2024-03-02 02:40-08:00' }, 'command.update.same_time'],
    [['mail'], { phase: 'identified', next: '2024-03-01' }, 'command.update.next_before'],
  ])('%j %j without a terminal is refused: %s', async (operands, given, key) => {
    const folder = contentFolder();
    const before = read(folder, facts);
    await expect(update(calling(folder, operands, given).call)).rejects.toEqual(refusal(key));
    expect(read(folder, facts)).toBe(before);
  });

  test('where a file cannot be read or edited, nothing is written', async () => {
    for (const [file, text, told] of [
      [facts, 'services: [email\n', 'yaml/syntax'],
      [facts, '{ services: [email] }\n', 'by hand'],
      ['incidents/mail/fr.md', '---\ntitle: x\n---\n\n## Chronologie\n\n```\n', 'by hand'],
    ] as const) {
      const folder = contentFolder({ [file]: text });
      const english = read(folder, 'incidents/mail/en.md');
      const { call, err } = calling(folder, ['mail'], { phase: 'identified' });
      expect(await update(call)).toBe(1);
      expect(err()).toContain(told);
      expect(read(folder, file)).toBe(text);
      expect(read(folder, 'incidents/mail/en.md')).toBe(english);
    }
  });
});

describe('schema', () => {
  /** The image beside site.yml is not copied. */
  const withoutLogo = (text: string): string => text.replace(/,? *logo: [^ }\n]+/, '');
  /** YAML as an editor reads it. */
  const asEditor = (text: string): unknown => parse(text, { schema: 'core' });
  const schemaIn = (folder: string, name: string) =>
    z.fromJSONSchema(JSON.parse(read(folder, `.schema/${name}.json`)));
  const every = (folder: string, name: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(`${name}.yml`))
      .map((file) => join(folder, file));

  test.each(readdirSync('test/worlds').map((world) => `test/worlds/${world}/content`))(
    'takes what %s holds',
    async (content) => {
      const folder = contentFolder({ 'site.yml': withoutLogo(readFileSync(`${content}/site.yml`, 'utf8')) });
      const { call, out, err } = calling(folder, [], { lang: 'fr' });
      expect(await schema(call), err()).toBe(0);
      expect(out()).toContain('.schema/incident.json\n');
      for (const name of ['site', 'incident', 'maintenance', 'glossary']) {
        for (const file of every(content, `${name}`)) {
          const result = schemaIn(folder, name).safeParse(asEditor(readFileSync(file, 'utf8')));
          expect(result.error?.issues ?? [], file).toEqual([]);
        }
      }
    },
  );

  test.each([
    ['impcat: major', 'an unknown key'],
    ['impact: huge', 'a value that is none of them'],
    ['services: [emial]', 'a service that site.yml does not have'],
    ['regions: [bc]', 'a region that it does not have'],
    ['timeline: [{ at: 2024-3-2 6:40, phase: resolved }]', 'what is no time'],
    ['timeline: [{ at: 2024-03-02, phase: resolved, services: { web: down } }]', 'a state that is none'],
    ['customers: { affected: many }', 'what is no number'],
    ['draft: perhaps', 'what is neither true nor false'],
  ])('refuses %s: %s', async (line) => {
    const folder = contentFolder();
    await schema(calling(folder, []).call);
    const sound = {
      services: ['email'],
      impact: 'minor',
      timeline: [{ at: '2024-03-02 06:40', phase: 'resolved' }],
    };
    const incident = schemaIn(folder, 'incident');
    expect(incident.safeParse(sound).success).toBe(true);
    expect(incident.safeParse({ ...sound, ...parse(line) }).success).toBe(false);
  });

  test('an empty value is an absent key, but for those that are required', async () => {
    const folder = contentFolder();
    await schema(calling(folder, []).call);
    const incident = schemaIn(folder, 'incident');
    const sound =
      'services: [email]\nimpact: minor\ntimeline: [{ at: 2024-03-02, phase: resolved, next: }]\n';
    expect(incident.safeParse(asEditor(`${sound}closed:\ncommitments: { a: }\ncredits:\n`)).success).toBe(
      true,
    );
    expect(incident.safeParse(asEditor(sound.replace('minor', ''))).success).toBe(false);
  });
});
