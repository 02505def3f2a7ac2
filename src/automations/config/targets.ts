import { groupBranch } from "../merge-group.ts";
import { natural, targetCodec } from "../target-codec.ts";

/** `default`, the branch in force; `pulls`, open pull requests that may touch sre.yml; one of them; a merge group; a check suite. */
export const targets = targetCodec({
  default: null,
  pulls: null,
  pull: natural,
  "merge-group": groupBranch,
  suite: natural,
});
