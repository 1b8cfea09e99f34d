import { incidentPhases } from './incident.ts';
import { maintenancePhases } from './maintenance.ts';

/**
 * The kinds of notice: the file of facts that makes a folder one, the folder in which `new` puts it, the list of the
 * site that holds it, the phases of its entries. `Record<NoticeKind, …>` elsewhere has its schema and its scaffold.
 */
export const noticeKinds = {
  incident: { facts: 'incident.yml', folder: 'incidents', list: 'incidents', phases: incidentPhases },
  maintenance: {
    facts: 'maintenance.yml',
    folder: 'maintenance',
    list: 'maintenance',
    phases: maintenancePhases,
  },
} as const;
export type NoticeKind = keyof typeof noticeKinds;

const isKind = (name: string): name is NoticeKind => Object.hasOwn(noticeKinds, name);

/** In the order in which they are looked for: a folder with two files of facts is of the first kind. */
export const noticeKindNames: readonly NoticeKind[] = Object.keys(noticeKinds).filter(isKind);
