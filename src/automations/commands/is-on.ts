import type { ReconcileContext } from "../automation.ts";

/** Whether sre.yml has milestone tasks. */
export function isOn({ config }: Pick<ReconcileContext, "config">): boolean {
  return (config.milestones ?? null) !== null;
}
