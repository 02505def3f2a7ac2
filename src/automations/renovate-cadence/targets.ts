import { groupBranch } from "../merge-group.ts";
import { natural, targetCodec } from "../target-codec.ts";

/**
 * `cadence`: the issue, nudges, and the check on open release pull requests. The check on everything else: `pulls`, all other pull
 * requests into a base that a lane releases to; `pull/N`, one; `merge-groups`, all that merge queues try; `merge-group/…`, one.
 */
export const targets = targetCodec({
  cadence: null,
  pulls: null,
  pull: natural,
  "merge-groups": null,
  "merge-group": groupBranch,
});
