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

const fault = (asks: Play["asks"]): fc.Arbitrary<FaultPlan> =>
  fc.record({
    match: fc.constantFrom(...asks),
    when: fc.constantFrom("before" as const, "after" as const),
    status: fc.constantFrom(500, 502, 504),
    drop: fc.boolean(),
  });

/** Seconds of the wall clock, drawn for each thing that is made: replicas lag unevenly. */
const lag = (longest: number) =>
  fc.record({
    seconds: fc.double({ min: longest / 10, max: longest, noNaN: true }).map((to): [number, number] => [0, to]),
    seed: fc.nat(),
  });

const trouble = (asks: Play["asks"], { mostFaults, longestLag }: Worst): fc.Arbitrary<Trouble> =>
  fc.record({
    deliver: fc.constantFrom("live" as const, "hold" as const, "drop" as const),
    duplicate: fc.nat({ max: 2 }),
    shuffle: fc.option(fc.nat()),
    faults: fc.array(fault(asks), { maxLength: mostFaults }),
    restartBefore: fc.nat({ max: 30 }),
    lag: longestLag === 0 ? fc.constant(null) : fc.option(lag(longestLag)),
  });

/** Trouble for each part of a play. A look that failed waits for seconds, so faults are what takes time. */
export const troubles = ({ asks, parts }: Play, worst: Worst): fc.Arbitrary<Trouble[]> =>
  fc.array(trouble(asks, worst), { minLength: parts.length, maxLength: parts.length });
