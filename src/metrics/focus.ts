import { type Band, bandOf } from "./bands.ts";
import type { FourKeysReport } from "./report.ts";
import type { FourKeysSettings } from "./settings.ts";
import { costliestOf } from "./slowest.ts";
import type { Stage } from "./stages.ts";

/** What a team looks at first. */
export type Focus =
  | { readonly kind: "failures"; readonly failed: number; readonly deployments: number }
  | { readonly kind: "recovery"; readonly seconds: number; readonly incidents: number }
  | { readonly kind: "frequency" }
  | { readonly kind: "stage"; readonly stage: Stage; readonly seconds: number }
  /** Nothing is known. */
  | { readonly kind: "none" };

/** From the worst; better ones are no reason to look elsewhere than at the stage that takes longest. */
const POOR: readonly (Band | null)[] = ["low", "medium"];

/**
 * The number in the worst band: what hurts people before what takes long. Else the stage that costs most. Without bands of
 * its own a team is measured by those of 2023 here, and sees no band.
 */
export function focusOf(report: FourKeysReport, { bands }: Pick<FourKeysSettings, "bands">): Focus {
  const year = bands === "none" ? 2023 : bands;
  const { deploymentFrequency, changeFailRate, recoveryTime, leadTime } = report;
  const { deployments, perDay } = deploymentFrequency;
  const costliest = costliestOf((stage) => leadTime.stages[stage]);
  const stage: Focus =
    costliest === null ? { kind: "none" } : { kind: "stage", stage: costliest.stage, seconds: costliest.time };
  const { failed } = changeFailRate;
  const candidates: readonly (readonly [Band | null, Focus])[] = [
    [bandOf("failRate", changeFailRate.rate, year), { kind: "failures", failed, deployments }],
    [
      bandOf("recovery", recoveryTime.seconds, year),
      { kind: "recovery", seconds: recoveryTime.seconds ?? 0, incidents: recoveryTime.incidents },
    ],
    [bandOf("leadTime", leadTime.seconds, year), stage],
    [bandOf("frequency", deployments === 0 ? null : perDay, year), { kind: "frequency" }],
  ];
  for (const poor of POOR) {
    const found = candidates.find(([band]) => band === poor);
    if (found !== undefined) return found[1];
  }
  return stage;
}
