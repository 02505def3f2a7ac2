import { groupBranch } from "../merge-group.ts";
import { natural, targetCodec } from "../target-codec.ts";

/**
 * `lanes`, all of them; `pulls`, every other pull request into their bases; `pull/N`, one of those; `merge-groups`, all
 * groups of merge queues, or one `merge-group/…`; `lane-of/N`, the lane whose pull request N is or shares a head with (for a
 * preview only: `lanes` writes the same).
 */
export const targets = targetCodec({
  lanes: null,
  pulls: null,
  pull: natural,
  "lane-of": natural,
  "merge-groups": null,
  "merge-group": groupBranch,
});
