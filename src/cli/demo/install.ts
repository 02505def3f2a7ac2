import type { Stage } from "./stage.ts";
import type { Step } from "./story/step.ts";

/** A chapter's teams choose Detoil when it begins: until then their repositories need no nightly look. */
export function install({ simulator }: Stage, steps: readonly Step[]): void {
  const later = steps.filter(({ installs }) => installs).map(({ repo }) => repo);
  for (const repo of new Set(steps.map((step) => step.repo))) {
    if (!later.includes(repo)) simulator.do({ as: "alice", action: "add-repository", repo });
  }
}
