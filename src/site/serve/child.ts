import { fork } from 'node:child_process';

/** What became of one piece of work: the message that it sent, or all that it wrote before it died. */
export type Done<T> = { readonly message: T } | { readonly crash: string };

export interface Child<T> {
  readonly done: Promise<Done<T>>;
  readonly stop: () => void;
}

/**
 * Runs a module in a process of its own, so that every run reads the program anew and none can take the caller down.
 * `isMessage` recognizes what the module sends.
 */
export function startChild<T>(
  module: string,
  args: readonly string[],
  isMessage: (message: unknown) => message is T,
): Child<T> {
  const child = fork(module, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let message: T | undefined;
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.on('message', (sent) => {
    if (isMessage(sent)) message = sent;
  });
  return {
    done: new Promise((resolve) => {
      child.on('error', (error) => resolve({ crash: error.message }));
      child.on('close', () => resolve(message === undefined ? { crash: errors } : { message }));
    }),
    stop: () => child.kill(),
  };
}
