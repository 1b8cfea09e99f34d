/** Milliseconds of the processor that this thread spends on a run; other programs and threads do not count. */
function spent(run: () => void): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The growth of work that is linear is 4, and of its square 16; this bound is between them, whatever the noise. */
export const linear = 8;

/** Milliseconds that are measured well; what takes less for the longest text is no matter. */
const measurable = 5;
const longest = 100_000;

/**
 * How many times more of the processor four times the text takes: 4 where the work is linear, 16 where it grows with
 * the square of the length. 1 where 100,000 characters take almost nothing. The texts repeat `unit` and end with `end`.
 */
export function growth(unit: string, run: (text: string) => void, end = ''): number {
  const time = (length: number, runs: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length)) + end;
    // The least is the nearest to the work itself: collecting garbage and compiling only add.
    return Math.min(...Array.from({ length: runs }, () => spent(() => run(text))));
  };
  let length = 1_000;
  let once = time(length, 2);
  while (once < measurable) {
    if (length >= longest) return 1;
    length *= 2;
    once = time(length, 2);
  }
  let ratio = time(4 * length, 1) / once;
  // A square stays one however often it is measured; what a busy machine adds does not.
  for (let again = 0; again < 3 && ratio >= linear; again += 1) {
    ratio = Math.min(ratio, time(4 * length, 4) / time(length, 6));
  }
  return ratio;
}
