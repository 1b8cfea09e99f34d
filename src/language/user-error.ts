import type { Key, Values } from './translate.ts';

/** The exit statuses that are nobody's fault but the call's (2) or the machine's (3). */
type UserErrorStatus = 2 | 3;

/** What a person can mend, as against a fault of the program. The command says it in their language. */
export class UserError extends Error {
  readonly status: UserErrorStatus;
  readonly key: Key;
  readonly values: Values;

  constructor(status: UserErrorStatus, key: Key, values: Values = {}) {
    super(`${key} ${JSON.stringify(values)}`);
    this.status = status;
    this.key = key;
    this.values = values;
  }
}

/** What the machine refuses, by the system's own code. */
const sentences: Readonly<Record<string, Key>> = {
  ENOSPC: 'command.machine.full',
  EDQUOT: 'command.machine.full',
  EACCES: 'command.machine.permission',
  EPERM: 'command.machine.permission',
  EROFS: 'command.machine.permission',
  EBUSY: 'command.machine.busy',
  EXDEV: 'command.machine.busy',
  EIO: 'command.machine.other',
  EFBIG: 'command.machine.other',
  EMFILE: 'command.machine.other',
  ENFILE: 'command.machine.other',
  ENOMEM: 'command.machine.other',
  ENOTDIR: 'command.machine.other',
  ENAMETOOLONG: 'command.machine.other',
};

/** The system's error as a refusal (3); nothing where the machine is not to blame. */
export function systemError(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  const key = sentences[code];
  if (key !== undefined) {
    return new UserError(3, key, { code, path: 'path' in error ? String(error.path) : '' });
  }
  return systemError(error.cause);
}
