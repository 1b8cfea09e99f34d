import { notify } from '../../src/cli/notify.ts';
import { translator } from '../../src/language/translate.ts';
import { worldFor } from './world.ts';

/** A run of `notify` at doubles on this machine, which says when it begins to send. */
export function run(content: string, secrets: string, begins: () => void): Promise<number> {
  const world = worldFor(JSON.parse(secrets), { patience: 5000 });
  const system = {
    environment: {},
    home: '/nowhere',
    clock: world.io.now,
    elapsed: () => 0,
    terminal: false,
    out: () => {},
    err: () => {},
  };
  const given = { content, 'at-most': '9' };
  const look: typeof world.look = async (url) => {
    begins();
    return world.look(url);
  };
  return notify({ system, given, operands: [], locale: 'en', t: translator('en') }, { ...world, look });
}
