import { groupBranch } from "../merge-group.ts";
import { type Field, natural, targetCodec } from "../target-codec.ts";

/** Any: it is only compared with those of sre.yml. */
const branchName: Field<string> = { parse: (text) => (text === "" ? null : text), format: (branch) => branch };

/**
 * `lanes`, all of them; `pulls`, every other pull request into their bases; `pull/N`, one of those; `merge-groups`, all
 * groups of merge queues, or one `merge-group/…`; `lane-of/N`, the lane whose pull request N is or shares a head with (for a
 * preview only: `lanes` writes the same); `ci-on/BRANCH`, the notice about the checks of the release pull requests from that
 * branch, and `ci`, which finds those branches; `tick/N`, the check on a release pull request in which somebody ticked a box.
 */
export const targets = targetCodec({
  lanes: null,
  pulls: null,
  pull: natural,
  "lane-of": natural,
  ci: null,
  "ci-on": branchName,
  tick: natural,
  "merge-groups": null,
  "merge-group": groupBranch,
});
