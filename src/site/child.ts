import { type ChildProcess, fork } from 'node:child_process';

/** What became of one piece of work: the message that it sent, or all that it wrote before it died. */
export type Done<T> = { readonly message: T } | { readonly crash: string };

/**
 * Runs a module in a process of its own, so that every run reads the program anew and none can take the caller down.
 * `isMessage` recognizes what the module sends. `started` is given the process, to stop it.
 */
export function runChild<T>(
  module: string,
  args: readonly string[],
  isMessage: (message: unknown) => message is T,
  started: (child: ChildProcess) => void,
): Promise<Done<T>> {
  return new Promise((resolve) => {
    const child = fork(module, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let result: T | undefined;
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('message', (message) => {
      if (isMessage(message)) result = message;
    });
    child.on('error', (error) => resolve({ crash: error.message }));
    child.on('close', () => resolve(result === undefined ? { crash: errors } : { message: result }));
    started(child);
  });
}
