import type { Automation } from "../automation.ts";
import { describe } from "./describe.ts";
import type { GuardFacts } from "./facts.ts";
import { gather } from "./gather.ts";
import { plan } from "./plan.ts";
import { HEADS, observes } from "./recent-heads.ts";
import { targets } from "./targets.ts";
import { targetsFor } from "./targets-for.ts";

/** The check "Detoil / branch" on every pull request: what may be merged into what; see README.md. */
export const branchGuard: Automation<"branches", GuardFacts> = {
  name: "branch-guard",
  part: { en: "The branch guard", ja: "ブランチガード" },
  section: "branches",
  permissions: { metadata: "read", contents: "read", pull_requests: "read", checks: "write" },
  // For the event merge_group, and to know which pull requests wait ahead of others.
  optional: { merge_queues: "read" },
  events: ["push", "pull_request", "check_run", "check_suite", "merge_group"],
  targets,
  targetsFor,
  observes,
  forgets: [HEADS],
  allTargets: ["pulls"],
  numbered: { of: "pull request", target: (value) => targets.format({ kind: "pull", value }) },
  gather,
  fanOut: ({ left, moved }) => [
    ...left.map((value) => targets.format({ kind: "pull", value })),
    ...moved.map((value) => targets.format({ kind: "moved", value })),
  ],
  plan,
  describe,
};
