import { readOptions } from './options.ts';
import { rebuild } from './rebuild.ts';
import { system } from './system.ts';

// The process that `serve` starts for each build: the folder to fill, then the options of the content.
const [folder = '', ...args] = process.argv.slice(2);
process.send?.(await rebuild({ given: readOptions(args, ['content', 'now']).given, system }, folder));
process.disconnect();
