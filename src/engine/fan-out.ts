import type { Target } from "../automations/automation.ts";
import type { Claim } from "../store/work-items.ts";
import type { Queue } from "./queue.ts";

/** Enqueues the targets that a reconciliation found. Those that the nightly one found are nightly too: what they find is drift. */
export async function enqueueFanOut(queue: Queue, claim: Claim, targets: readonly Target[]): Promise<void> {
  const { installationId, repositoryId, automation } = claim;
  // What people wait for is this target's answer alone.
  const priority = claim.priority === "command" ? "webhook" : claim.priority;
  if (targets.length > 0) {
    await queue.enqueue(targets.map((target) => ({ installationId, repositoryId, automation, target, priority })));
  }
}
