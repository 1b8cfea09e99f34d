import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before the command: kills it at one of the two renames that put a site in its place, like a power cut.
const [nth, moment] = (process.env.DIE_AT ?? '').split(' ');
const rename = fs.renameSync;
let count = 0;
const die = () => process.kill(process.pid, 'SIGKILL');

fs.renameSync = (from, to) => {
  if ([from, to].some((path) => String(path).endsWith('_site'))) count += 1;
  if (count === Number(nth) && moment === 'before') die();
  rename(from, to);
  if (count === Number(nth) && moment === 'after') die();
};
syncBuiltinESMExports();
