import { natural, targetCodec } from "../target-codec.ts";

/** `requests`, all that have the label; `request/N`, one issue or pull request. */
export const targets = targetCodec({ requests: null, request: natural });

export function targetOf(number: number): string {
  return targets.format({ kind: "request", value: number });
}
