import type { ReconcileContext } from "../automation.ts";

/** Whether sre.yml asks for milestone tasks. */
export function isOn({ config }: Pick<ReconcileContext, "config">): boolean {
  return (config.milestones ?? null) !== null;
}
