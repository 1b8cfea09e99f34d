import type { Scorecard } from '../checks/texts/apology.ts';
import type { Translate } from '../language/translate.ts';

/** The six parts of each apology, present or absent, with the line: what can be seen, never whether it is sincere. */
export function scorecardsText(scorecards: readonly Scorecard[], t: Translate): string {
  if (scorecards.length === 0) return '';
  const tables = scorecards.map(({ file, reported, parts }) => {
    const rows = parts.map(({ component, present, line }) => {
      const mark = present ? '+' : '-';
      const state = t(present ? 'scorecard.present' : 'scorecard.absent');
      const where = present && line !== undefined ? `  ${file}:${line}` : '';
      return `  ${mark} ${t('scorecard.row', { part: t(`scorecard.part.${component}`), state })}${where}`;
    });
    return [t(reported ? 'scorecard.title_reported' : 'scorecard.title', { file }), ...rows].join('\n');
  });
  return `${tables.join('\n')}\n${t('scorecard.note')}\n`;
}
