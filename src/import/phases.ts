import type { IncidentPhase } from '../model/incident.ts';
import type { MaintenancePhase } from '../model/maintenance.ts';

/** What other programs call a phase, in letters alone and without accents. */
const named: Readonly<Record<string, IncidentPhase>> = Object.fromEntries(
  (
    [
      [
        'investigating',
        'investigating investigation reopened reopen open detected reported enquete investigationencours enquiring ' +
          'rouvert reouvert untersuchung investigando investigacion indagine onderzoek',
      ],
      [
        'identified',
        'identified identifie identifiee causeidentified cause identifiziert identificado identificata geidentificeerd ' +
          'fixing implementingfix fixinprogress inprogress encours',
      ],
      [
        'monitoring',
        'monitoring monitored watching surveillance souslasurveillance ensurveillance uberwachung beobachtung ' +
          'monitoreando supervisando monitoraggio fiximplemented mitigated attenue',
      ],
      [
        'resolved',
        'resolved resolution solved fixed closed completed complete restored recovered postmortem resolu resolue corrige ' +
          'corrigee retabli retablie termine terminee clos behoben gelost resuelto solucionado risolto opgelost ' +
          'theissuehasbeenresolved issueresolved fullservicerestored maintenancecomplete servicerestored finalmessage ' +
          'serviceretabli incidentresolu incidentclos',
      ],
    ] as const
  ).flatMap(([phase, words]) => words.split(' ').map((word) => [word, phase] as const)),
);

/** The phase that a word or two at the head of an update mean, in several languages; nothing where they mean none. */
export function phaseNamed(words: string): IncidentPhase | undefined {
  const letters = words
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return Object.hasOwn(named, letters) ? named[letters] : undefined;
}

/** The phase that the emphasised words at the head of an update mean: `**Resolved:** …`, `*Identifié* - …`. */
export function phaseAtHead(body: string): IncidentPhase | undefined {
  const [, , words = ''] =
    /^\s*(?:>\s*)?([*_]{1,3}|<(?:b|strong|em|i)>|\[)([^*_<\]\n]{2,60})(?:[*_]{1,3}|<\/|\])/i.exec(body) ?? [];
  return phaseNamed(words);
}

const maintenanceNamed: ReadonlyMap<string, MaintenancePhase> = new Map([
  ['scheduled', 'scheduled'],
  ['in_progress', 'in_progress'],
  ['verifying', 'verifying'],
  ['monitoring', 'verifying'],
  ['completed', 'completed'],
  ['resolved', 'completed'],
  ['postmortem', 'completed'],
]);

export const maintenancePhaseNamed = (word: string): MaintenancePhase | undefined =>
  maintenanceNamed.get(word);
