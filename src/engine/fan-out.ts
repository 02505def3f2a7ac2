import type { Target, Wake } from "../automations/automation.ts";
import type { Claim, Priority } from "../store/work-items.ts";
import type { Queue } from "./queue.ts";

/** Enqueues the targets that a reconciliation found. Those that the nightly one found are nightly too: what they find is drift. */
export async function enqueueFanOut(queue: Queue, claim: Claim, targets: readonly Target[]): Promise<void> {
  const { installationId, repositoryId, automation } = claim;
  const priority = priorityOf(claim);
  if (targets.length > 0) {
    await queue.enqueue(targets.map((target) => ({ installationId, repositoryId, automation, target, priority })));
  }
}

/** Enqueues targets of other automations, except those that something else is expected to ask for still. */
export async function enqueueWakes(queue: Queue, claim: Claim, wakes: readonly Wake[], now: Date): Promise<void> {
  const { installationId, repositoryId } = claim;
  const priority = priorityOf(claim);
  const due = wakes.filter(({ notBefore }) => notBefore === null || notBefore <= now);
  if (due.length > 0) {
    await queue.enqueue(
      due.map(({ automation, target }) => ({ installationId, repositoryId, automation, target, priority })),
    );
  }
}

/** What people wait for is this target's answer alone. */
function priorityOf({ priority }: Claim): Priority {
  return priority === "command" ? "webhook" : priority;
}
