import type { Automation } from "./automation.ts";
import { targetCodec } from "./target-codec.ts";

/** For an automation that reconciles all of a repository at once. */
export function oneTarget(name: string): Pick<Automation, "targets" | "allTargets" | "numbered"> {
  return { targets: targetCodec({ [name]: null }), allTargets: [name], numbered: null };
}
