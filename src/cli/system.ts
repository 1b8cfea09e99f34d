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
  /** A window may change its size. */
  get columns() {
    return process.stderr.columns;
  },
  ask: askOn(process.stdin, process.stderr),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
};

// Who reads may have enough, as `head` has: the rest is dropped, and the work goes to its end. A run that sends messages
// must not stop between a message and the line that says so.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error;
  });

/** A server's UTC is nobody's wall clock. */
function zoneOfMachine(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat('en-CA').resolvedOptions();
  return /^(?!Etc\/)\w+\//.test(timeZone) ? timeZone : undefined;
}
