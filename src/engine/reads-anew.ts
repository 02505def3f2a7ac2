import type { Claim } from "../store/work-items.ts";

/** The safety net, and what failed, read everything from GitHub: nothing that was read before is used. */
export function readsAnew({ priority, attempts }: Pick<Claim, "priority" | "attempts">): boolean {
  return priority === "nightly" || attempts > 0;
}
