import { progressBar, type Terminal } from "./progress-bar.ts";

const QUIET_MS = 2_000;
const EVERY_MS = 500;

/** Says on a terminal what is going on once it takes longer than two seconds; `clear` before anything else is said. */
export function sayWhileSlow(
  what: () => string,
  terminal: Terminal = process.stderr,
): { clear(): void; [Symbol.dispose](): void } {
  const bar = progressBar(terminal);
  let ticking: NodeJS.Timeout | null = null;
  const waiting = setTimeout(() => {
    ticking = setInterval(() => bar.show(what(), 0, null), EVERY_MS).unref();
    bar.show(what(), 0, null);
  }, QUIET_MS).unref();
  return {
    clear: () => bar.clear(),
    [Symbol.dispose]() {
      clearTimeout(waiting);
      if (ticking !== null) clearInterval(ticking);
      bar.clear();
    },
  };
}
