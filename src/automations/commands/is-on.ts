import type { Look } from "../automation.ts";

/** Whether sre.yml asks for milestone tasks. */
export function isOn({ config }: Pick<Look, "config">): boolean {
  return (config.milestones ?? null) !== null;
}
