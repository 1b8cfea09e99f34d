import type { Call } from './call.ts';

export async function serve(_call: Call): Promise<number> {
  return 70;
}
