import { readFileSync } from 'node:fs';

/** The stages of a build, by the functions that they begin with: the innermost counts. */
const stages: readonly (readonly [stage: string, functions: RegExp, file: RegExp])[] = [
  ['reading', /^readContent$/, /content\/content\.ts$/],
  ['checking', /^(?:checkNotice|checkRest|suppress)$/, /checks\//],
  ['rendering words', /^(?:buildNotice|buildSite)$/, /content\/build\/site\.ts$/],
  ['view models', /^view$/, /pages\//],
  ['templates', /^render$/, /environment\.js$/],
  ['verifying', /^(?:inspectHtml|add|violations)$/, /site\/verify\//],
  ['weighing', /^weigh$/, /site\/build\/weight\.ts$/],
  ['cards', /^drawn$/, /site\/build\/cards\.ts$/],
  ['search', /^(?:soughtIn|add|files)$/, /site\/build\/(?:search|sought)\.ts$/],
  ['machines’ files', /^outputs$/, /outputs\//],
  ['cache', /./, /site\/cache\/(?:store|program|cache|pages)\.ts$/],
  ['Eleventy', /./, /@11ty\/eleventy\//],
  ['loading the program', /./, /internal\/modules\//],
];

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** The share of each stage in a CPU profile of Node, from 0 to 1; what waits is not counted. */
export function sharesOf(file: string): ReadonlyMap<string, number> {
  const { nodes, samples, timeDeltas }: Profile = JSON.parse(readFileSync(file, 'utf8'));
  const stageOf = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  // Parents come first, so that a stage is handed down.
  for (const { id, callFrame, children = [] } of nodes) {
    const { functionName, url } = callFrame;
    const own =
      functionName === '(garbage collector)'
        ? 'collecting garbage'
        : stages.find(([, functions, path]) => path.test(url) && functions.test(functionName))?.[0];
    const stage = own ?? stageOf.get(id) ?? 'the rest';
    stageOf.set(id, stage);
    for (const child of children) stageOf.set(child, stage);
  }
  const shares = new Map<string, number>();
  let total = 0;
  samples.forEach((id, index) => {
    if (byId.get(id)?.callFrame.functionName === '(idle)') return;
    const time = timeDeltas[index] ?? 0;
    const stage = stageOf.get(id) ?? 'the rest';
    shares.set(stage, (shares.get(stage) ?? 0) + time);
    total += time;
  });
  return new Map([...shares].sort((a, b) => b[1] - a[1]).map(([stage, time]) => [stage, time / total]));
}
