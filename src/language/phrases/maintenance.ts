import type { Phrase } from './phrase.ts';

/** The first set for maintenance. */
export const maintenancePhrases: readonly Phrase[] = [
  {
    name: 'maintenance-planned',
    phase: ['scheduled'],
    says: {},
    en: 'Planned maintenance ({service}): {window}. Service may be interrupted during that time.',
    fr: 'Entretien planifié ({service}) : {window}. Le service pourrait être interrompu pendant ce temps.',
  },
  {
    name: 'maintenance-begun',
    phase: ['in_progress'],
    says: {},
    en: 'The maintenance has begun ({service}). It is planned to end {until}.',
    fr: 'L’entretien est commencé ({service}). Il doit prendre fin {until}.',
  },
  {
    name: 'maintenance-longer',
    phase: ['in_progress', 'verifying'],
    says: {},
    en: 'The maintenance is taking longer than planned ({service}). We are sorry. We will say here when it is done.',
    fr: 'L’entretien dure plus longtemps que prévu ({service}). Nous nous en excusons. Nous dirons ici quand il sera terminé.',
  },
  {
    name: 'maintenance-holding',
    phase: ['in_progress', 'verifying'],
    says: {},
    en: 'The maintenance goes on as planned ({service}).',
    fr: 'L’entretien se déroule comme prévu ({service}).',
  },
  {
    name: 'maintenance-verifying',
    phase: ['verifying'],
    says: {},
    en: 'The work is done. We are checking that everything runs as it should ({service}).',
    fr: 'Les travaux sont terminés. Nous vérifions que tout fonctionne comme il se doit ({service}).',
  },
  {
    name: 'maintenance-done',
    phase: ['completed'],
    says: {},
    en: 'The maintenance is over, and the service runs as before ({service}).',
    fr: 'L’entretien est terminé, et le service fonctionne comme avant ({service}).',
  },
];
