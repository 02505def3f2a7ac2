import type { Check } from "./checks.ts";
import type { CiFacts } from "./facts.ts";

/** Runs start late: a workflow that another one triggers, an App that takes its time. */
const QUIET_MS = 60_000;
/** An App may give any time; one further ahead than clocks differ is not when something ended. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/** Everything has ended. */
export interface Ended {
  readonly kind: "green" | "red";
  readonly failed: readonly Check[];
  readonly passed: number;
  readonly skipped: number;
  /** When the last of it happened. */
  readonly at: Date;
}

type Outcome =
  | Ended
  /** `at`: when something happened last, as far as it shows. */
  | { readonly kind: "nothing is checked" | "something runs"; readonly at: Date }
  /** All has ended, a moment ago. */
  | { readonly kind: "settling"; readonly until: Date };

export function isEnded(outcome: Outcome): outcome is Ended {
  return outcome.kind === "green" || outcome.kind === "red";
}

type Judged = Pick<CiFacts, "checks" | "createdAt" | "committedAt">;

/** How the checks of a head stand. `movedAt`: when Detoil saw that it had moved; null: it has not, or that is not known. */
export function outcomeOf({ checks, createdAt, committedAt }: Judged, movedAt: Date | null, now: Date): Outcome {
  const ends = checks.flatMap(({ endedAt }) => (endedAt === null ? [] : [Date.parse(endedAt)]));
  const times = [...ends, Date.parse(createdAt), Date.parse(committedAt), movedAt?.getTime() ?? 0];
  const known = times.filter((time) => time <= now.getTime() + CLOCKS_DIFFER_MS);
  const at = new Date(Math.max(0, ...known));
  if (checks.length === 0) return { kind: "nothing is checked", at };
  if (checks.some(({ state }) => state === "running")) return { kind: "something runs", at };
  const until = new Date(at.getTime() + QUIET_MS);
  if (until > now) return { kind: "settling", until };
  const failed = checks.filter(({ state }) => state === "failed");
  const skipped = checks.filter(({ state }) => state === "skipped").length;
  const passed = checks.length - failed.length - skipped;
  return { kind: failed.length === 0 ? "green" : "red", failed, passed, skipped, at };
}

/** By then a workflow has begun, or none will. */
const BEGINS_MS = 15 * 60_000;
/** What runs for longer ends without being waited for so closely. */
const RUNS_MS = 3 * 3_600_000;
const MOST_MS = 5 * 60_000;

/**
 * When to look again: a minute's quiet is reported by nothing; and what has ended by its webhook may not show yet, because
 * GitHub's reads lag behind (octokit.js#900), or its webhook was lost. The longer nothing happens, the later.
 */
export function lookAgain(outcome: Outcome, now: Date): Date | null {
  if (isEnded(outcome)) return null;
  if (outcome.kind === "settling") return outcome.until;
  const elapsed = now.getTime() - outcome.at.getTime();
  if (elapsed > (outcome.kind === "something runs" ? RUNS_MS : BEGINS_MS)) return null;
  return new Date(now.getTime() + Math.min(MOST_MS, Math.max(QUIET_MS, elapsed)));
}
