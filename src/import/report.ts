import type { Translate } from '../language/translate.ts';
import type { Remark } from './history.ts';
import type { Plan } from './plan.ts';

/** What became of an import, in sentences: how many notices, and then each thing that was not carried as it was. */
export function reportText(
  { read, written, skipped, refused, remarks, services }: Plan,
  from: string,
  t: Translate,
): string {
  const counts = [
    t('command.import.read', { count: read }),
    t('command.import.written', { count: written }),
    ...(skipped > 0 ? [t('command.import.skipped', { count: skipped })] : []),
    ...(refused > 0 ? [t('command.import.refused', { count: refused })] : []),
  ];
  const byFile = Map.groupBy(remarks, ({ file }) => file);
  const parts = [...byFile].flatMap(([file, all]) => [
    '',
    `## ${file === '' ? from : inCode(file)}`,
    '',
    ...all.map((one) => remarkLine(one, t)),
  ]);
  const added =
    services.length === 0
      ? []
      : [
          '',
          t('command.import.services', { count: services.length, names: services.map(inCode).join(', ') }),
        ];
  return [
    `# ${t('command.import.title', { from: inCode(from) })}`,
    '',
    counts.join(' '),
    ...added,
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
