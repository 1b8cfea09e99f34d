import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readContent } from '../../../src/content/content.ts';
import { imagesOf } from '../../../src/content/links/images.ts';
import { type Claims, claim, claimsOn, isClaimed, waitFor } from '../../../src/site/cache/claims.ts';
import { noticesIn } from '../../../src/site/cache/notices.ts';
import { type callThreads, threadsFor } from '../../../src/site/cache/threads.ts';
import { filled, notice } from '../../cli/command.ts';
import { enMd, frMd } from '../../content/folder.ts';

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'meaculpa-threads-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};
const now = Date.parse('2026-06-15T13:00Z');

/** Notices of two worlds, and some that are wrong: in their facts, in their links, in their words, by their address. */
function content(): string {
  const made = join(folder(), 'content');
  const world = (name: string) => join(import.meta.dirname, '..', '..', 'worlds', name, 'content');
  cpSync(world('complete'), made, { recursive: true });
  cpSync(join(world('demonstration'), 'incidents'), join(made, 'incidents'), { recursive: true });
  const broken = notice('no-facts', 'No facts', 'Sans faits');
  return filled(made, {
    ...notice('first'),
    ...notice('second', 'Another', 'Une autre'),
    ...notice('third', 'A third', 'Une troisième'),
    ...notice('fourth', 'A fourth', 'Une quatrième'),
    ...broken,
    'incidents/fourth/en.md': `${enMd}\n[See](../first/)\n`,
    'incidents/fourth/fr.md': `${frMd}\n[Voir](../first/)\n`,
    'incidents/no-facts/incident.yml': 'impact: dreadful\n',
    'incidents/second/en.md': `${enMd}\n[See](../first/) [and](../nowhere/)\n`,
    'incidents/third/en.md': enMd.replace('title:', 'slug: first\ntitle:').replace('Email', 'The the email'),
    'incidents/third/fr.md': frMd.replace('title:', 'aliases: [/fr/incidents/first/]\ntitle:'),
  });
}

/** All that is found of each notice, by its folder, and how many notices this thread read. */
function found(directory: string, cache: string | undefined, call?: typeof callThreads) {
  const notices = noticesIn(cache === undefined ? undefined : { folder: cache, isKeptUp: true }, call);
  let read = 0;
  const { value, problems } = readContent(
    directory,
    () => now,
    imagesOf(),
    (all, rest) =>
      notices.read(
        all.map((one) => ({
          ...one,
          read() {
            read += 1;
            return one.read();
          },
        })),
        rest,
      ),
  );
  const of = value.notices.map((one) => {
    const { built, problems: own, ...told } = notices.findings(one, value);
    const isSound = own.every(({ severity }) => severity !== 'error');
    return {
      path: one.folder.path,
      ...told,
      built: isSound && !problems.some(({ place }) => place.file.startsWith(one.folder.path)) && built(),
      own,
    };
  });
  notices.save();
  const all = [...problems, ...of.flatMap(({ own }) => own)].map((one) => JSON.stringify(one)).sort();
  return { read, of: of.map(({ own: _own, ...told }) => told), problems: all };
}

/** Waits until another thread has begun at its end. */
const begun = (claims: Claims, length: number) =>
  expect(waitFor(claims, () => isClaimed(claims, length - 1))).toBe(true);

/** So many other threads, of which one is waited for. */
const helpedBy =
  (others: number): typeof callThreads =>
  (errand) => {
    const { length } = errand.notices;
    const claims = claimsOn(length);
    const threads = threadsFor({ ...errand, claims }, others);
    begun(claims, length);
    return threads;
  };

test.each([1, 2])(
  'with %i other threads one finds what it finds alone, and finds again what is kept',
  (others) => {
    const directory = content();
    const [one, several] = [folder(), folder()];
    const alone = found(directory, one, () => undefined);
    const shared = found(directory, several, helpedBy(others));
    expect(alone.problems.length).toBeGreaterThan(4);
    expect(alone.of.filter(({ built }) => built !== false).length).toBeGreaterThan(3);
    expect(shared.of).toEqual(alone.of);
    expect(shared.problems).toEqual(alone.problems);
    expect(found(directory, undefined).of).toEqual(alone.of);
    expect(shared.read).toBeLessThan(alone.read);
    const [again, sharedAgain] = [found(directory, one), found(directory, several)];
    expect(sharedAgain).toEqual(again);
    expect(sharedAgain.of).toEqual(alone.of);
  },
);

const errandIn = (directory: string, key: string) => ({
  directory,
  cache: folder(),
  now,
  notices: [{ path: `${directory}/incidents/first`, key }],
  claims: claimsOn(1),
});

test('where a thread fails, what it has begun is for who waits for it', () => {
  const errand = errandIn(join(folder(), 'nowhere'), 'any');
  claim(errand.claims, 0);
  expect(threadsFor(errand, 1).lookAt(0)).toBe(undefined);
});

test('a notice that does not stand in the other thread as it does here is looked into here', () => {
  const errand = errandIn(content(), 'the key of other files');
  const threads = threadsFor(errand, 1);
  begun(errand.claims, 1);
  expect(threads.lookAt(0)).toBe(undefined);
});
