import type { TestWorld } from "../world.ts";
import { worldOf } from "../world.ts";

const NOW = "2026-11-20T01:00:00Z";

/** A repository in which develop was merged into main twice. */
const SHOP = {
  name: "acme/shop",
  default_branch: "develop",
  permission: { alice: "write", eve: "read" },
  commits: [{ sha: "c1" }, { sha: "m1", parents: ["c1"] }],
  branches: { main: "m1", develop: "c1" },
  pulls: [1, 2].map((number) => ({
    ...{ number, title: "Release", user: "alice", base: "main", head: "develop", head_sha: "c1", state: "merged" },
    ...{ merge_commit_sha: "m1", commits: ["c1"], merged_at: `2026-11-1${number}T00:00:00Z` },
  })),
};

interface Given {
  readonly repo?: object;
  readonly repos?: readonly object[];
  /** Names of the selected repositories; "all"; default: acme/shop. */
  readonly selected?: readonly string[] | "all";
  readonly name?: string;
}

/** acme/shop, in which Detoil is installed and has no sre.yml. */
export function onboardingWorld({
  repo = {},
  repos = [],
  selected = ["acme/shop"],
  name = "acme/shop",
}: Given = {}): TestWorld {
  const installation = { id: 1, account: "acme", repositories: selected === "all" ? null : selected };
  const world = {
    ...{ now: NOW, users: [{ login: "alice" }, { login: "eve" }], installations: [installation] },
    repos: [{ ...SHOP, ...repo }, ...repos],
  };
  return worldOf(world, { name });
}
