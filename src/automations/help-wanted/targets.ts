import { natural, targetCodec } from "../target-codec.ts";

/** `requests`, all that have the label; `request/N`, one issue or pull request; `report`, the issue about all. */
export const targets = targetCodec({ requests: null, request: natural, report: null });

export const REPORT_TARGET = targets.format({ kind: "report" });

export function targetOf(number: number): string {
  return targets.format({ kind: "request", value: number });
}
