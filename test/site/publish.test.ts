import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { destinationOf } from '../../src/site/publish/destination.ts';
import { holding, publish } from '../../src/site/publish/publish.ts';
import { goBack } from '../../src/site/publish/releases.ts';

function room(): { readonly folder: string; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'meaculpa-publish-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, output: join(folder, '_site') };
}

let minute = 0;
/** Writes a site of one page into a folder, as a build would. */
function site(folder: string, page: string): void {
  mkdirSync(folder, { recursive: true });
  const sha256 = createHash('sha256').update(page).digest('hex');
  const now = `2026-12-01T10:${String(minute++ % 60).padStart(2, '0')}-04:00`;
  const files = [{ path: 'index.html', size: page.length, sha256 }];
  const manifest = { meaculpa: 1, url: 'https://example.ca', now, addresses: ['/'], files };
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'meaculpa.json'), JSON.stringify(manifest));
}

const waiting = (): void => {
  throw new Error('nobody else builds');
};
const build = (output: string, page: string, releases = false) =>
  publish(
    output,
    async (stage) => {
      site(stage, page);
      return 'built';
    },
    { waiting, releases },
  );
const shown = (output: string): string => readFileSync(join(output, 'index.html'), 'utf8');
const refusal = (status: number, key: string) => expect.objectContaining({ status, key });

describe('names that are not ours', () => {
  test.each(['_site.meaculpa-new', '_site.meaculpa-old'])(
    '%s with someone’s files: refused, and left',
    async (name) => {
      const { folder, output } = room();
      mkdirSync(join(folder, name, 'notes'), { recursive: true });
      writeFileSync(join(folder, name, 'notes', 'mine.txt'), 'mine');
      await expect(build(output, 'new')).rejects.toEqual(refusal(2, 'command.output.beside'));
      expect(readdirSync(folder)).toEqual([name]);
      expect(readFileSync(join(folder, name, 'notes', 'mine.txt'), 'utf8')).toBe('mine');
    },
  );

  test.each([
    ['a folder', (lock: string) => mkdirSync(lock)],
    ['someone’s text', (lock: string) => writeFileSync(lock, 'my notes\n')],
    ['a link', (lock: string) => symlinkSync('/etc/hostname', lock)],
  ])('a lock that is %s: refused', async (_what, make) => {
    const { folder, output } = room();
    make(join(folder, '_site.meaculpa-lock'));
    await expect(build(output, 'new')).rejects.toEqual(refusal(2, 'command.output.beside'));
    expect(lstatSync(join(folder, '_site.meaculpa-lock'))).toBeDefined();
  });

  test('releases among which something else stands: refused', async () => {
    const { folder, output } = room();
    mkdirSync(join(folder, '_site.releases', 'photos'), { recursive: true });
    await expect(build(output, 'new', true)).rejects.toEqual(refusal(2, 'command.output.beside'));
    expect(existsSync(join(folder, '_site.releases', 'photos'))).toBe(true);
  });
});

describe('what an interrupted run left', () => {
  const old = 'old';
  test.each([
    [
      'a lock of a process that is gone',
      (folder: string) => writeFileSync(join(folder, '_site.meaculpa-lock'), 'meaculpa 999999999\n'),
    ],
    [
      'a lock of an earlier version',
      (folder: string) => writeFileSync(join(folder, '_site.meaculpa-lock'), '999999999\n'),
    ],
    ['a stage that was just begun', (folder: string) => mkdirSync(join(folder, '_site.meaculpa-new'))],
    [
      'a stage half written',
      (folder: string) => {
        mkdirSync(join(folder, '_site.meaculpa-new', 'en'), { recursive: true });
        writeFileSync(join(folder, '_site.meaculpa-new', '.meaculpa-build'), '');
      },
    ],
    ['a stage that is complete', (folder: string) => site(join(folder, '_site.meaculpa-new'), 'newer')],
    [
      'a former site half removed',
      (folder: string) => {
        site(join(folder, '_site.meaculpa-old'), 'former');
        rmSync(join(folder, '_site.meaculpa-old', 'index.html'));
      },
    ],
    ['a former site all but removed', (folder: string) => mkdirSync(join(folder, '_site.meaculpa-old'))],
  ])('%s: the site stays, and nothing is left beside it', async (_what, leave) => {
    const { folder, output } = room();
    site(output, old);
    leave(folder);
    await holding(output, waiting, async () => undefined);
    expect(shown(output)).toBe(old);
    expect(readdirSync(folder)).toEqual(['_site']);
  });

  test('between the two renames: the former site is put back', async () => {
    const { folder, output } = room();
    site(join(folder, '_site.meaculpa-old'), old);
    site(join(folder, '_site.meaculpa-new'), 'new');
    await holding(output, waiting, async () => undefined);
    expect(shown(output)).toBe(old);
    expect(readdirSync(folder)).toEqual(['_site']);
  });

  test('a link to a release that was not made: the newest release is shown', async () => {
    const { folder, output } = room();
    site(join(folder, '_site.releases', '000001-20261201T140000Z'), 'one');
    site(join(folder, '_site.releases', '000002-20261201T150000Z'), 'two');
    await holding(output, waiting, async () => undefined);
    expect(shown(output)).toBe('two');
  });
});

describe('files of someone in a published site', () => {
  test('are named, and the build is refused before anything is written', () => {
    const { folder, output } = room();
    site(output, 'old');
    writeFileSync(join(output, 'CNAME'), 'status.example.ca\n');
    mkdirSync(join(output, '.well-known'));
    writeFileSync(join(output, '.well-known', 'security.txt'), 'Contact: mailto:a@example.ca\n');
    expect(() => destinationOf(output, join(folder, 'content'), '/nowhere')).toThrow(
      expect.objectContaining({
        status: 2,
        key: 'command.output.stranger',
        values: expect.objectContaining({ files: '.well-known/security.txt, CNAME' }),
      }),
    );
  });

  test('what a system leaves by itself is not named', () => {
    const { folder, output } = room();
    site(output, 'old');
    writeFileSync(join(output, '.DS_Store'), '');
    expect(destinationOf(output, join(folder, 'content'), '/nowhere')).toContain('_site');
  });
});

describe('releases', () => {
  test('the output is a link to the newest, and rollback leads to the one before', async () => {
    const { folder, output } = room();
    await build(output, 'one', true);
    await build(output, 'two', true);
    expect(readlinkSync(output)).toMatch(/^_site\.releases\/000002-20261201T14\d\d00Z$/);
    expect(shown(output)).toBe('two');
    expect(goBack(output)).toEqual({
      from: expect.stringMatching(/^000002-/),
      to: expect.stringMatching(/^000001-/),
    });
    expect(shown(output)).toBe('one');
    expect(() => goBack(output)).toThrow(refusal(2, 'command.rollback.first'));
    // What was gone back from is not gone back to.
    await build(output, 'three', true);
    expect(readdirSync(join(folder, '_site.releases')).map((name) => name.slice(0, 6))).toEqual([
      '000001',
      '000002',
    ]);
    goBack(output);
    expect(shown(output)).toBe('one');
  });

  test('a site that stood there is the first release; later builds go on with releases by themselves', async () => {
    const { output } = room();
    await build(output, 'plain');
    await build(output, 'one', true);
    await build(output, 'two');
    expect(lstatSync(output).isSymbolicLink()).toBe(true);
    goBack(output);
    goBack(output);
    expect(shown(output)).toBe('plain');
  });

  test('the same site is no new release, and five are kept', async () => {
    const { folder, output } = room();
    const names = () => readdirSync(join(folder, '_site.releases'));
    for (let nth = 1; nth <= 7; nth += 1) await build(output, `${nth}`, true);
    expect(names().map((name) => name.slice(0, 6))).toEqual([
      '000003',
      '000004',
      '000005',
      '000006',
      '000007',
    ]);
    minute -= 1;
    await build(output, '7', true);
    expect(names()).toHaveLength(5);
    expect(readdirSync(folder)).toEqual(['_site', '_site.releases']);
  });

  test('nobody is led to a damaged release', async () => {
    const { folder, output } = room();
    await build(output, 'one', true);
    await build(output, 'two', true);
    const [first = ''] = readdirSync(join(folder, '_site.releases'));
    writeFileSync(join(folder, '_site.releases', first, 'index.html'), 'scribbled');
    expect(() => goBack(output)).toThrow(refusal(3, 'command.rollback.damaged'));
    expect(shown(output)).toBe('two');
  });

  test('the folder of releases may be built into again and again', async () => {
    const { folder, output } = room();
    await build(output, 'one', true);
    expect(destinationOf(output, join(folder, 'content'), '/nowhere')).toMatch(/_site$/);
  });
});

test('where no file can be made, the machine refuses', async () => {
  const { folder } = room();
  const nowhere = join(folder, 'gone', '_site');
  await expect(holding(nowhere, waiting, async () => undefined)).rejects.toMatchObject({
    status: 3,
    key: 'command.machine.permission',
  });
});
