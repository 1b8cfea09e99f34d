import type { BrowserContext, Page as Tab } from 'playwright-core';

/** A page in the browser, with what it asked for and complained of. */
export interface Visit {
  readonly tab: Tab;
  readonly complaints: readonly string[];
}

/** Opens an address and waits until nothing more is loaded; `clock` in epoch milliseconds, where it matters. */
export async function visit(context: BrowserContext, address: string, clock?: number): Promise<Visit> {
  const tab = await context.newPage();
  const complaints: string[] = [];
  const { origin } = new URL(address);
  tab.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(?:data|blob):/.test(url)) complaints.push(`asks ${url}`);
  });
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`says ${message.text()}`);
  });
  tab.on('pageerror', (error) => complaints.push(`throws ${error.message}`));
  tab.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`gets ${response.status()} for ${response.url()}`);
  });
  // Playwright's own clock belongs to a context, which the tabs of other tests share.
  if (clock !== undefined) await tab.addInitScript(`Date.now = () => ${clock}`);
  await tab.goto(address);
  return { tab, complaints };
}

/** Asks `probe.js`: `ask(tab, 'headings()')`. */
export const ask = <T = readonly string[]>(tab: Tab, question: string): Promise<T> =>
  tab.evaluate<T>(`probe.${question}`);
