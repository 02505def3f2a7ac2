import fc from "fast-check";
import type { Trouble } from "./disorder.ts";
import type { FaultPlan } from "./github.ts";
import type { Play } from "./play.ts";

/** How bad it may get in one part of a play. */
interface Worst {
  readonly mostFaults: number;
  /** Seconds by which lists lag behind writes. */
  readonly longestLag: number;
}

/** Failures on GitHub's side, before a request took effect or after. */
const failure = ({ asks }: Play): fc.Arbitrary<FaultPlan> =>
  fc.record({
    match: fc.constantFrom(...asks),
    when: fc.constantFrom("before" as const, "after" as const),
    status: fc.constantFrom(500, 502, 504),
    drop: fc.boolean(),
  });

/** Limits whose headers say nothing, or nothing sensible: a minute each (src/github/failure.ts). */
const ODD_LIMITS = [
  {},
  { "retry-after": "soon" },
  { "retry-after": "-5" },
  { "retry-after": "999999" },
  { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" },
  { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999" },
];

const limit = ({ asks }: Play): fc.Arbitrary<FaultPlan> =>
  fc.record({
    match: fc.constantFrom(...asks),
    status: fc.constantFrom(403, 429),
    headers: fc.constantFrom(...ODD_LIMITS),
    body: fc.constant({ message: "You have exceeded a secondary rate limit" }),
  });

const fault = (play: Play): fc.Arbitrary<FaultPlan> =>
  fc.oneof(failure(play), limit(play), fc.constantFrom(...play.partial, ...play.refusals));

/** Seconds of the wall clock, drawn for each new object: replicas lag unevenly. */
const lag = (longest: number) =>
  fc.record({
    seconds: fc.double({ min: longest / 10, max: longest, noNaN: true }).map((to): [number, number] => [0, to]),
    seed: fc.nat(),
  });

const trouble = (play: Play, { mostFaults, longestLag }: Worst): fc.Arbitrary<Trouble> =>
  fc.record({
    deliver: fc.constantFrom("live" as const, "hold" as const, "drop" as const),
    duplicate: fc.nat({ max: 2 }),
    shuffle: fc.option(fc.nat()),
    faults: fc.array(fault(play), { maxLength: mostFaults }),
    restartBefore: fc.nat({ max: 30 }),
    lag: longestLag === 0 ? fc.constant(null) : fc.option(lag(longestLag)),
  });

/** Trouble for each part of a play. A failed reconciliation waits for seconds, so faults are what takes time. */
export const troubles = (play: Play, worst: Worst): fc.Arbitrary<Trouble[]> =>
  fc.array(trouble(play, worst), { minLength: play.parts.length, maxLength: play.parts.length });

/** One draw of it, always the same for the same seed. */
export const troublesFrom = (seed: number, play: Play, worst: Worst): readonly Trouble[] =>
  fc.sample(troubles(play, worst), { seed, numRuns: 1 })[0] ?? [];
