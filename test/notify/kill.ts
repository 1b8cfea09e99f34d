import { killedAt } from './killing.ts';

/** `node test/notify/kill.ts 200 [SEED]`: kills as many runs of `notify`, each at another instant of its sending. */
const [times = '200', seed = '1'] = process.argv.slice(2);
let state = Number(seed);
/** Park and Miller: the same instants for the same seed. */
const random = (): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};
const totals = { runs: 0, killed: 0, doubts: 0, twice: 0, lost: 0 };
for (; totals.runs < Number(times); totals.runs += 1) {
  // Every second one is killed between a message and its answer or its outcome.
  const arrivals = totals.runs % 2 === 0 ? 0 : 1 + Math.floor(random() * 12);
  const milliseconds = Math.floor(random() * (arrivals === 0 ? 1200 : 30));
  const found = await killedAt({ arrivals, milliseconds }, () => Math.floor(random() * 20));
  totals.killed += found.killed ? 1 : 0;
  totals.doubts += found.doubts;
  totals.twice += found.twice.length;
  totals.lost += found.lost.length;
  if (found.twice.length + found.lost.length > 0) console.log(JSON.stringify(found));
  if (totals.runs % 20 === 19) console.log(JSON.stringify(totals));
}
console.log(JSON.stringify(totals));
process.exitCode = totals.twice + totals.lost > 0 ? 1 : 0;
