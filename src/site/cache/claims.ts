/** Who does which place of a list, and whether there is news: memory that threads share. The first cell counts the news. */
export type Claims = Int32Array<SharedArrayBuffer>;

/** For a list of so many. */
export const claimsOn = (length: number): Claims =>
  new Int32Array(new SharedArrayBuffer((1 + length) * Int32Array.BYTES_PER_ELEMENT));

/** Takes the work at a place of the list, unless another thread has. */
export const claim = (claims: Claims, at: number): boolean =>
  Atomics.compareExchange(claims, 1 + at, 0, 1) === 0;

/** Whether a thread has taken it. */
export const isClaimed = (claims: Claims, at: number): boolean => Atomics.load(claims, 1 + at) === 1;

/** Tells that there is news. */
export function announce(claims: Claims): void {
  Atomics.add(claims, 0, 1);
  Atomics.notify(claims, 0);
}

/** A thread of which nothing is heard for so long, in milliseconds, is lost. */
const patience = 60_000;

/** Waits, and does nothing else, until the news is what is waited for; whether it came. */
export function waitFor(claims: Claims, isThere: () => boolean): boolean {
  for (;;) {
    const heard = Atomics.load(claims, 0);
    if (isThere()) return true;
    if (Atomics.wait(claims, 0, heard, patience) === 'timed-out') return false;
  }
}
