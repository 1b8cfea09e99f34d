import { readFolder } from '../content/files.ts';
import { type ReadNotice, readNotice, schemasOf } from '../content/notice/read.ts';
import { timelineOf } from '../content/notice/sayable.ts';
import { instantAt } from '../language/format/zones.ts';
import { say } from '../language/translate.ts';
import { type TimelineState, timelineStatesOf } from '../model/incident.ts';
import type { IncidentState } from '../model/status.ts';
import { compareMoments, type LocalText, type Moment } from '../model/values.ts';
import type { CommandContext } from './command.ts';
import { clockOf } from './context.ts';
import type { Found, Workspace } from './workspace.ts';

/** What an entry changes for each service, in lines; `undefined` where the facts are not sound, or say it otherwise. */
export function changesOf(
  context: CommandContext,
  { settings }: Workspace,
  { folder, kind }: Found,
  at: Moment,
): readonly string[] | undefined {
  const schemas = schemasOf({
    zone: settings.zone,
    now: instantAt(clockOf(context)(settings.zone), settings.zone),
  });
  const notice = readNotice(readFolder(folder.path), kind, schemas).value;
  const [before, step] = stepsAt(notice, at);
  if (step === undefined) return undefined;
  const { locale, t } = context;
  const name = (of: readonly { readonly id: string; readonly name: LocalText }[], id: string) =>
    of.find((one) => one.id === id)?.name[locale] ?? id;
  const word = (state: IncidentState) => say(locale, `state.${state}`);
  const services = [...step.states].map(([id, state]) => {
    const former = before?.states.get(id);
    const values = { service: name(settings.services, id), state: word(state) };
    return former === undefined || former === state
      ? t('command.update.service', values)
      : t('command.update.service_from', { ...values, former: word(former) });
  });
  const regions = step.regions.map((id) => name(settings.regions, id)).join(', ');
  return [
    t(step.reopens ? 'command.update.reopened' : 'command.update.states'),
    ...services.map((line) => `  ${line}`),
    ...(regions === '' || step.entry.phase === 'resolved' ? [] : [t('command.update.regions', { regions })]),
  ];
}

/** The entry that was put last at that time, and the one before. */
function stepsAt(
  { sound }: ReadNotice,
  at: Moment,
): readonly [before: TimelineState | undefined, step: TimelineState | undefined] {
  if (sound?.kind !== 'incident') return [undefined, undefined];
  const steps = timelineStatesOf(timelineOf(sound.data));
  const index = steps.findLastIndex(
    ({ entry }) => entry.at.kind === at.kind && compareMoments(entry.at, at) === 0,
  );
  return [steps[index - 1], steps[index]];
}
