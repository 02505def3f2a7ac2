import fc from "fast-check";
import type { Trouble } from "./disorder.ts";
import type { FaultPlan } from "./github.ts";

/** What Detoil asks of GitHub in `teamwork`; each may fail, before it happens or after. */
const OPERATIONS: readonly FaultPlan["match"][] = [
  { path: "/graphql" },
  { method: "POST", path: "/repos/*/*/pulls" },
  { method: "GET", path: "/repos/*/*/pulls/*" },
  { method: "PATCH", path: "/repos/*/*/pulls/*" },
  { method: "POST", path: "/repos/*/*/check-runs" },
  { method: "PATCH", path: "/repos/*/*/check-runs/*" },
  { method: "POST", path: "/repos/*/*/issues" },
  { method: "PATCH", path: "/repos/*/*/issues/*" },
  { method: "POST", path: "/repos/*/*/issues/*/labels" },
  { method: "POST", path: "/repos/*/*/issues/*/assignees" },
  { method: "POST", path: "/repos/*/*/pulls/*/requested_reviewers" },
];

const fault: fc.Arbitrary<FaultPlan> = fc.record({
  match: fc.constantFrom(...OPERATIONS),
  when: fc.constantFrom("before" as const, "after" as const),
  status: fc.constantFrom(500, 502, 504),
  drop: fc.boolean(),
});

const trouble = (mostFaults: number): fc.Arbitrary<Trouble> =>
  fc.record({
    deliver: fc.constantFrom("live" as const, "hold" as const, "drop" as const),
    duplicate: fc.nat({ max: 2 }),
    shuffle: fc.option(fc.nat()),
    faults: fc.array(fault, { maxLength: mostFaults }),
    restartBefore: fc.nat({ max: 30 }),
  });

/** Trouble for each part of `teamwork`. A look that failed waits for seconds, so faults are what takes time. */
export const troubles = (parts: number, mostFaults: number): fc.Arbitrary<Trouble[]> =>
  fc.array(trouble(mostFaults), { minLength: parts, maxLength: parts });
