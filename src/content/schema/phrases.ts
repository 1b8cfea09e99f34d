import { z } from 'zod';
import { causeParties, dataLosses, incidentPhases } from '../../model/incident.ts';
import { maintenancePhases } from '../../model/maintenance.ts';
import { incidentStates } from '../../model/status.ts';
import { isId, listOf, refuse, refused, text } from './scalars.ts';

const name = text.transform((found, context) =>
  isId(found) ? found : refuse(context, refused('id/format', 'id', found)),
);
const oneOrMore = (found: unknown) => (typeof found === 'string' ? [found] : found);
const phases = [...incidentPhases, ...maintenancePhases];

/** A team's approved pairs of sentences (`phrases.yml`), beside those that the program brings. */
export const phrasesSchema = z.strictObject({
  phrases: z
    .record(
      name,
      z.strictObject({
        phase: z.preprocess(oneOrMore, listOf(z.enum(phases)).min(1)).optional(),
        says: z
          .strictObject({
            state: z.enum(incidentStates).optional(),
            data_loss: z.enum(dataLosses).optional(),
            cause: z.enum(causeParties).optional(),
          })
          .optional(),
        en: text,
        fr: text,
      }),
    )
    .optional(),
  off: z.preprocess(oneOrMore, listOf(text)).optional(),
});
