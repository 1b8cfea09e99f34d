import type { Page as Tab } from 'playwright-core';
import { ask, type Visit } from './visit.ts';

/** What a reader is owed on every page. Each tells what it found amiss, a sentence for each. */
export type Check = (visit: Visit) => Promise<readonly string[]>;

const schemes = ['light', 'dark'] as const;
const widths = [360, 1280] as const;

interface AxeNode {
  readonly target: readonly string[];
  readonly any: readonly { readonly message: string }[];
}
interface AxeAnswer {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly AxeNode[] }[];
  readonly incomplete: readonly { readonly id: string; readonly nodes: readonly AxeNode[] }[];
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const everything = { runOnly: tags, rules: { 'target-size': { enabled: true } } };
/** Of the rest axe need not tell every element. */
const resultTypes = ['violations', 'incomplete'];
/** The rules whose answer the colours can change. */
const colours = { runOnly: ['color-contrast', 'link-in-text-block'] };

async function axe(tab: Tab, options: object): Promise<readonly string[]> {
  const answer = await tab.evaluate<AxeAnswer>(
    `axe.run(document, ${JSON.stringify({ ...options, resultTypes })})`,
  );
  // A contrast that axe cannot measure is one that nobody has measured.
  const unsure = answer.incomplete.filter(({ id }) => id === 'color-contrast');
  return [...answer.violations, ...unsure].flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, any }) => `${id} at ${target.join(' ')} (${any[0]?.message ?? ''})`),
  );
}

/**
 * WCAG 2.2 AA and best practices, on a phone and on a desktop, in both schemes: a scheme changes colours and nothing
 * else, so the dark one is asked about colours.
 */
export const accessible: Check = async ({ tab }) => {
  const found: string[] = [];
  for (const width of widths) {
    await tab.setViewportSize({ width, height: 800 });
    for (const scheme of schemes) {
      await tab.emulateMedia({ colorScheme: scheme });
      const said = await axe(tab, scheme === 'light' ? everything : colours);
      found.push(...said.map((one) => `${scheme}, ${width} px: ${one}`));
    }
  }
  await tab.emulateMedia({ colorScheme: null });
  return found;
};

export const headings: Check = ({ tab }) => ask(tab, 'headings()');

/** A link is known by its line as well as by its colour, all along its words. */
export const underlined: Check = async ({ tab }) => [
  ...(await ask(tab, 'interrupted()')),
  ...(await ask(tab, 'bare()')),
];

/** Sentences run on, and short things stay together, on a phone and on a desktop. */
export const composed: Check = async ({ tab }) => {
  const found: string[] = [];
  for (const width of widths) {
    await tab.setViewportSize({ width, height: 800 });
    const said = [...(await ask(tab, 'torn()')), ...(await ask(tab, 'parted()'))];
    found.push(...said.map((one) => `${width} px: ${one}`));
  }
  return found;
};

/** WCAG 1.4.10 and 1.4.4: no sideways scroll at 320 px, nor with letters twice as large. */
export const narrow: Check = async ({ tab }) => {
  const found: string[] = [];
  for (const [width, percent] of [
    [320, 100],
    [320, 200],
    [1280, 200],
  ] as const) {
    await tab.setViewportSize({ width, height: 800 });
    await ask(tab, `textSize(${percent})`);
    const said = await ask(tab, 'sideways()');
    found.push(...said.map((one) => `${width} px, text at ${percent} %: ${one}`));
  }
  await ask(tab, 'textSize(100)');
  return found;
};

/** Forced colours and reduced motion change the look, and hide nothing. */
export const adapted: Check = async ({ tab }) => {
  await tab.setViewportSize({ width: 360, height: 800 });
  const before = await ask<string>(tab, 'text()');
  await tab.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const found = [
    ...((await ask<string>(tab, 'text()')) === before ? [] : ['another text in forced colours']),
    ...(await ask(tab, 'unseen()')).map((one) => `unseen in forced colours: ${one}`),
    ...(await ask(tab, 'tinted()')).map((one) => `keeps its colour in forced colours: ${one}`),
    ...(await axe(tab, colours)).map((one) => `forced colours: ${one}`),
  ];
  await tab.emulateMedia({ forcedColors: null, reducedMotion: null });
  return found;
};

interface Stop {
  readonly name: string;
  /** Of its outline, in pixels. */
  readonly outline: number;
  readonly inside: boolean;
}

/** With the Tab key alone: every link is reached, in sight and with an outline that shows where one is. */
export const byKeyboard: Check = async ({ tab }) => {
  await tab.setViewportSize({ width: 1280, height: 800 });
  const count = await ask<number>(tab, 'tabStops()');
  await ask(tab, 'watchFocus()');
  for (let index = 0; index < count; index += 1) await tab.keyboard.press('Tab');
  const stops = await ask<readonly Stop[]>(tab, 'visits()');
  return [
    ...(stops.length >= count ? [] : [`Tab reaches ${stops.length} of ${count} stops`]),
    ...stops.filter(({ outline }) => outline < 2).map(({ name }) => `no outline on ${name}`),
    ...stops.filter(({ inside }) => !inside).map(({ name }) => `out of sight when focused: ${name}`),
  ];
};

/** Skip link, site, toggle, then the main navigation; and the skip link moves the focus into the page. */
export const order: Check = async ({ tab }) => {
  const seen: string[] = [];
  const where = 'document.activeElement.closest(".skip, .site, .language, .menu, main")?.classList[0] ?? ""';
  for (let index = 0; index < 4; index += 1) {
    await tab.keyboard.press('Tab');
    seen.push(await tab.evaluate<string>(where));
  }
  const expected = ['skip', 'site', 'language', 'menu'];
  const found = expected.flatMap((one, index) =>
    seen[index] === one ? [] : [`stop ${index + 1} is “${seen[index]}”, not “${one}”`],
  );
  await tab.locator('body > .skip').focus();
  await tab.keyboard.press('Enter');
  const focused = await tab.evaluate<string>('document.activeElement.id');
  return focused === 'Main' ? found : [...found, `the skip link leads to “${focused}”`];
};

/** In a frame: the toggle comes first, and every link leads out of the frame. */
export const framed: Check = async ({ tab }) => {
  await tab.keyboard.press('Tab');
  const first = await tab.evaluate<string>('document.activeElement.closest("nav")?.className ?? ""');
  const kept = await tab.evaluate<readonly string[]>(
    '[...document.querySelectorAll("main a:not([target=_top])")].map((one) => one.outerHTML)',
  );
  return [
    ...(first === 'language' ? [] : [`the first stop is in “${first}”`]),
    ...kept.map((one) => `keeps a reader in the frame: ${one}`),
  ];
};

export const onPaper: Check = async ({ tab }) => {
  await tab.emulateMedia({ media: 'print' });
  const found = await ask(tab, 'navigation()');
  await tab.emulateMedia({ media: null });
  return found.map((one) => `printed: ${one}`);
};
