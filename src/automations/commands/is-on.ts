import { sectionOf } from "../../config/section-of.ts";
import type { ReconcileContext } from "../automation.ts";

/** Whether sre.yml has milestone tasks. */
export function isOn({ config }: Pick<ReconcileContext, "config">): boolean {
  return sectionOf(config, "milestones") !== null;
}
