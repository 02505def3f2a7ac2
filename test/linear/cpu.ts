import { LONG } from "../harness/long.ts";

/** Below this a text costs next to nothing: quadratic work on it takes 5 to 20 times as long. */
const NOTHING_MS = 8;
/** Four times the text: linear work takes four times as long, quadratic work sixteen times. */
const MOST_GROWTH = 8;
/** Enough to even out a clock that ticks every ten milliseconds. */
const MEASURED_MS = 40;
const QUICK_TRIES = 8;
const TRIES = 3;

/** Long enough to see quadratic work, short enough to try some thousands of texts. */
const LONGEST = LONG ? 16_384 : 8_192;

function isQuick(work: () => void, nothing: number): boolean {
  for (let tries = 0; tries < QUICK_TRIES; tries += 1) {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    const took = (user + system) / 1000;
    if (took < nothing) return true;
    if (took > 20 * nothing) return false;
  }
  return false;
}

/** Processor time of this thread for one run, in milliseconds: other work on the machine does not count. */
function spent(work: () => void): number {
  let runs = 0;
  const before = process.threadCpuUsage();
  for (;;) {
    work();
    runs += 1;
    const { user, system } = process.threadCpuUsage(before);
    if (user + system > MEASURED_MS * 1000) return (user + system) / 1000 / runs;
  }
}

/**
 * How much longer `read` takes for a whole text than for a quarter of it: the best of several runs, since the compiler
 * and the garbage collector only ever add time. Null where it takes next to no time (`nothing`, in milliseconds), or
 * grows as linear work does.
 */
export function growth(
  read: (text: string) => unknown,
  shape: (length: number) => string,
  { longest = LONGEST, nothing = NOTHING_MS } = {},
): number | null {
  const [whole, half, quarter] = [shape(longest), shape(longest / 2), shape(longest / 4)];
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least >= MOST_GROWTH; tries += 1) {
    if (isQuick(() => read(whole), nothing)) return null;
    const short = spent(() => read(quarter));
    // Half first: there is no need to wait for anything worse than quadratic.
    const grown = (2 * spent(() => read(half))) / short;
    least = Math.min(least, grown >= 2 * MOST_GROWTH ? grown : Math.max(grown, spent(() => read(whole)) / short));
  }
  return least < MOST_GROWTH ? null : Math.round(least);
}
