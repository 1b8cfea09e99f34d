import type { Folder } from '../files.ts';

/** The file of facts that makes a folder a notice. */
export const factsFiles = { incident: 'incident.yml', maintenance: 'maintenance.yml' } as const;
export type Kind = keyof typeof factsFiles;

/** The kind of notice that a folder holds, if it holds one. */
export const kindOf = (folder: Folder): Kind | undefined =>
  folder.files.has(factsFiles.incident)
    ? 'incident'
    : folder.files.has(factsFiles.maintenance)
      ? 'maintenance'
      : undefined;
