import { homedir } from 'node:os';
import { askOn } from './ask.ts';
import type { System } from './command.ts';

/** The machine that this runs on: the only place that reads its clock and its environment. */
export const system: System = {
  environment: process.env,
  home: homedir(),
  zone: zoneOfMachine(),
  clock: Date.now,
  elapsed: () => performance.now(),
  terminal: process.stderr.isTTY === true,
  ask: askOn(process.stdin, process.stderr),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

/** A server's UTC is nobody's wall clock. */
function zoneOfMachine(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat('en-CA').resolvedOptions();
  return /^(?!Etc\/)\w+\//.test(timeZone) ? timeZone : undefined;
}
