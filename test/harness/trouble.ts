import fc from "fast-check";
import type { Trouble } from "./disorder.ts";
import type { FaultPlan } from "./github.ts";
import type { Play } from "./play.ts";

const fault = (asks: Play["asks"]): fc.Arbitrary<FaultPlan> =>
  fc.record({
    match: fc.constantFrom(...asks),
    when: fc.constantFrom("before" as const, "after" as const),
    status: fc.constantFrom(500, 502, 504),
    drop: fc.boolean(),
  });

const trouble = (asks: Play["asks"], mostFaults: number): fc.Arbitrary<Trouble> =>
  fc.record({
    deliver: fc.constantFrom("live" as const, "hold" as const, "drop" as const),
    duplicate: fc.nat({ max: 2 }),
    shuffle: fc.option(fc.nat()),
    faults: fc.array(fault(asks), { maxLength: mostFaults }),
    restartBefore: fc.nat({ max: 30 }),
  });

/** Trouble for each part of a play. A look that failed waits for seconds, so faults are what takes time. */
export const troubles = ({ asks, parts }: Play, mostFaults: number): fc.Arbitrary<Trouble[]> =>
  fc.array(trouble(asks, mostFaults), { minLength: parts.length, maxLength: parts.length });
