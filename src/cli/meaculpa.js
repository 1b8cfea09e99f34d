#!/usr/bin/env node
// Plain JavaScript: a Node that cannot read TypeScript must be able to read this far, and say so.
import { existsSync } from 'node:fs';
import module from 'node:module';
import v8 from 'node:v8';

const version = process.versions.node;
const [major, minor] = version.split('.').map(Number);
const least = 20;

// The package is compiled; its repository is read as it is written.
const program = existsSync(new URL('main.ts', import.meta.url)) ? './main.ts' : '../../dist/cli/main.js';

const say = (status, ...sentences) => {
  process.stderr.write(`${sentences.join('\n')}\n`);
  process.exitCode = status;
};

if (major > 24 || (major === 24 && minor >= least)) {
  // The heap grows by a third before it is looked through again, not to several times what it holds: a long history takes
  // half the memory, in nearly the same time.
  v8.setFlagsFromString('--heap-growing-percent=30');
  // What was compiled once is kept among the temporary files: a command starts in half the time.
  module.enableCompileCache();
  // For the processes that it starts.
  process.env.NODE_COMPILE_CACHE = module.getCompileCacheDir() ?? '';
  import(program).then(
    ({ start }) => start(),
    (error) => {
      if (error.code === 'ERR_MODULE_NOT_FOUND' && /package/.test(error.message)) {
        say(
          3,
          'A library is missing. Type: npm install',
          'Il manque une bibliothèque. Tapez\u00a0: npm install',
          '',
          error.message,
        );
      } else {
        say(
          70,
          'This is a fault of meaculpa, not yours. Please report it with these lines.',
          'C’est une faute de meaculpa et non la vôtre. Veuillez la signaler avec les lignes que voici.',
          '',
          error.stack,
        );
      }
    },
  );
} else {
  say(
    3,
    `This is Node ${version}, and meaculpa needs Node 24.${least} or newer. In a site, type: npm install, then: npx meaculpa. To begin one: npx -p node@24 -p meaculpa meaculpa init DIR`,
    `Node ${version} est trop ancien\u00a0: meaculpa demande Node 24.${least} ou plus récent. Dans un site, tapez\u00a0: npm install, puis\u00a0: npx meaculpa. Pour en commencer un\u00a0: npx -p node@24 -p meaculpa meaculpa init DOSSIER`,
  );
}
