import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const call = promisify(execFile);

/** No program reads what this machine is set to, and none leaves it. */
const environment = (home: string): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin',
  HOME: home,
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  no_proxy: '*',
});

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of Debian in a folder. Throws where it is not installed, with what to do. */
export async function debian(
  [name, from]: readonly [name: string, from: string],
  args: readonly string[],
  folder: string,
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await call(`/usr/bin/${name}`, [...args], {
      cwd: folder,
      env: environment(folder),
      maxBuffer: 1 << 26,
    });
    return { status: 0, out: stdout, err: stderr };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT')
      throw new Error(`This test needs ${name}. On Debian: sudo apt-get install ${from}`);
    const said = (key: 'stdout' | 'stderr') => (key in error ? String(Reflect.get(error, key)) : '');
    return { status: Number(error.code), out: said('stdout'), err: said('stderr') };
  }
}

/** What a Python program prints, with Debian's own modules. Throws where one is missing, with what to do. */
export async function python(
  from: string,
  program: string,
  args: readonly string[],
  folder: string,
): Promise<string> {
  const { status, out, err } = await debian(['python3', 'python3'], ['-c', program, ...args], folder);
  if (err.includes('ModuleNotFoundError'))
    throw new Error(`This test needs a module. On Debian: sudo apt-get install ${from}`);
  if (status !== 0) throw new Error(err);
  return out;
}
