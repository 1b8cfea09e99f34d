import { homedir } from 'node:os';
import { askOn } from './ask.ts';
import type { System } from './command.ts';

/** The machine that this runs on: the only place that reads its clock and its environment. */
export const system: System = {
  environment: process.env,
  home: homedir(),
  clock: Date.now,
  elapsed: () => performance.now(),
  terminal: process.stderr.isTTY === true,
  ask: askOn(process.stdin, process.stderr),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};
