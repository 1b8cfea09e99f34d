import type { Translate } from '../language/translate.ts';
import type { Remark } from './history.ts';
import type { Plan } from './plan.ts';

/** How many notices were read, written, left and refused. */
export const countsText = ({ read, written, skipped, refused }: Plan, t: Translate): string =>
  [
    t('command.import.read', { count: read }),
    t('command.import.written', { count: written }),
    ...(skipped > 0 ? [t('command.import.skipped', { count: skipped })] : []),
    ...(refused > 0 ? [t('command.import.refused', { count: refused })] : []),
  ].join(' ');

/** Which services are added, at most so many by name; empty where none is. */
export function servicesText({ services }: Plan, t: Translate, most = services.length): string {
  const names = services.slice(0, most).map(inCode).join(', ');
  const more = services.length > most ? ', …' : '';
  return services.length === 0
    ? ''
    : t('command.import.services', { count: services.length, names: names + more });
}

/** What became of an import, in sentences: how many notices, and then each thing that was not carried as it was. */
export function reportText(plan: Plan, from: string, t: Translate): string {
  const byFile = Map.groupBy(plan.remarks, ({ file }) => file);
  const parts = [...byFile].flatMap(([file, all]) => [
    '',
    `## ${file === '' ? from : inCode(file)}`,
    '',
    ...all.map((one) => remarkLine(one, t)),
  ]);
  const services = servicesText(plan, t);
  return [
    `# ${t('command.import.title', { from: inCode(from) })}`,
    '',
    countsText(plan, t),
    ...(services === '' ? [] : ['', services]),
    ...parts,
    '',
  ].join('\n');
}

/** `- kz1xjx · impact · "odd": …` */
function remarkLine({ notice, field, value, did }: Remark, t: Translate): string {
  const where = [
    ...(notice === undefined ? [] : [inCode(notice)]),
    field,
    ...(value === '' ? [] : [inCode(short(value))]),
  ];
  return `- ${where.join(' · ')} → ${t(`command.import.did.${did}`)}`;
}

const short = (value: string): string => {
  const line = value.replace(/\s+/g, ' ').trim();
  return [...line].length > 120 ? `${[...line].slice(0, 119).join('')}…` : line;
};

/** As code, so that nothing in it is read as Markdown. */
const inCode = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.includes('`') ? `\`\` ${line.replaceAll('``', '` `')} \`\`` : `\`${line}\``;
};
