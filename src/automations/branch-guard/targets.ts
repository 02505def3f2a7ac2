import { groupBranch } from "../merge-group.ts";
import { type Field, natural, targetCodec } from "../target-codec.ts";

const branchName: Field<string> = { parse: (text) => (text === "" ? null : text), format: (name) => name };
const oid: Field<string> = { parse: (text) => (/^[0-9a-f]{40,64}$/.test(text) ? text : null), format: (text) => text };

/**
 * `pulls`, all open pull requests; `pull/N`, one; `head/OID`, those with this head; `moved/BRANCH`, those that a push to their base
 * may have freed; `rewritten/BRANCH`, those that a force push, a new or a deleted branch may concern; `merge-group/…`, what a
 * merge queue tries.
 */
export const targets = targetCodec({
  pulls: null,
  pull: natural,
  head: oid,
  moved: branchName,
  rewritten: branchName,
  "merge-group": groupBranch,
});
