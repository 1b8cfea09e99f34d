import { existsSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { jsonSchemas, schemaFolder } from '../content/schema/json-schema.ts';
import { type StarterAnswers, starterPath, starterText } from '../edit/starter.ts';
import { contentVersionFile } from '../edit/versions.ts';
import { instantAt } from '../language/format/zones.ts';
import { UserError } from '../language/user-error.ts';
import { slugOf } from '../model/urls.ts';
import { readStarter, starterFiles } from '../site/starter.ts';
import type { CommandContext } from './command.ts';
import { clockOf } from './context.ts';
import { siteAnswers } from './init-answers.ts';
import { answer, saveAll, type Written } from './workspace.ts';

/**
 * `init DIR`: a site that has the program as a dependency. Each file of `src/starter/` is one of the site. Writes over
 * nothing: what is there already is named, and nothing is written (2).
 */
export async function init(context: CommandContext): Promise<number> {
  const { given, operands, system, t } = context;
  if (!given.yes && system.ask === undefined) {
    throw new UserError(2, 'command.init.no_terminal', {
      directory: operands[0] ?? t('command.init.example'),
    });
  }
  const asked = operands[0] ?? (await answer(context, t('command.init.ask.directory')));
  if (asked === '') throw new UserError(2, 'command.init.directory_missing');
  const directory = asked.replaceAll(sep, '/').replace(/(?<=[^/])\/+$/, '');
  const dependency = dependencyOf(given.from, directory);
  refuseToOverwrite(directory, starterFiles().map(starterPath));
  const answers = await siteAnswers(context);
  const today = instantAt(clockOf(context)(answers.zone), answers.zone).date;
  const site: StarterAnswers = {
    ...answers,
    today,
    packageName: slugOf(basename(resolve(directory))) || 'status',
    dependency,
    node: packageJson.devDependencies.node,
  };
  saveAll(directory, filesOf(directory, site));
  system.out(`${t('command.init.done', { directory, zone: site.zone })}\n`);
  const into = /^[\w./-]+$/.test(directory) ? directory : `"${directory}"`;
  for (const line of [`cd ${into}`, 'npm install', 'npm start']) system.out(`  ${line}\n`);
  system.out(`${t('command.init.then')}\n`);
  return 0;
}

function filesOf(directory: string, site: StarterAnswers): readonly Written[] {
  const services = site.services.map(([id]) => id);
  return [
    ...starterFiles().map((name) => ({
      file: `${directory}/${starterPath(name)}`,
      text: starterText(readStarter(name), site),
    })),
    ...[...jsonSchemas({ services, regions: [], locale: site.primary })].map(([name, text]) => ({
      file: `${directory}/content/${schemaFolder}/${name}`,
      text,
    })),
    { file: `${directory}/content/${contentVersionFile}`, text: `${packageJson.version}\n` },
  ];
}

function refuseToOverwrite(directory: string, paths: readonly string[]): void {
  const taken = paths.filter((path) => existsSync(join(directory, path)));
  if (taken.length > 0) {
    const shown = taken.length > 5 ? [...taken.slice(0, 5), '…'] : taken;
    throw new UserError(2, 'command.init.exists', { directory, files: shown.join(', ') });
  }
}

/** Where npm is to find the program: this version of it, or a packed file. */
function dependencyOf(from: string | undefined, directory: string): string {
  if (from === undefined) return packageJson.version;
  if (!existsSync(from)) throw new UserError(2, 'command.init.from', { from });
  return `file:${relative(resolve(directory), resolve(from)).replaceAll(sep, '/')}`;
}
