import { expect, test } from "vitest";
import { shop } from "./world.ts";

const STAGING = "release: {lanes: [{from: staging, to: main}]}";
const WARNING = "**Merging this deletes `staging`**";

/** A release from staging waits; `repo`: how the repository is set up. */
async function waiting(repo: object) {
  const world = shop(STAGING, repo);
  const start = world.repo.branches.get("main") ?? "";
  world.act("alice", "push", { branch: "staging", sha: start });
  world.act("alice", "push", {
    branch: "feat/a",
    from: "staging",
    commits: [{ message: "A", files: { "a.ts": "a\n" } }],
  });
  const { number } = world.act("alice", "open-pull", { title: "A", base: "staging", head: "feat/a" });
  world.act("alice", "merge-pull", { number });
  await world.converge();
  return world;
}

const body = ({ repo }: Awaited<ReturnType<typeof waiting>>) =>
  [...repo.pulls.values()].find(({ state }) => state === "open")?.body ?? "";

test("where GitHub deletes a lane's head at the merge, the release pull request says so above its list", async () => {
  const world = await waiting({ delete_branch_on_merge: true });
  expect(body(world).indexOf(WARNING)).toBeGreaterThan(0);
  expect(body(world).indexOf(WARNING)).toBeLessThan(body(world).indexOf("- [ ] #1"));
  world.act("bo", "set-branch-rules", { rules: [{ branches: ["staging"], deletions: false }] });
  await world.converge();
  expect(body(world)).not.toContain(WARNING);
});

test.each([
  ["it is off", {}],
  ["staging is the default branch", { delete_branch_on_merge: true, default_branch: "staging" }],
  [
    "the branch is protected",
    { delete_branch_on_merge: true, branch_rules: [{ branches: ["staging"], by: "protection" }] },
  ],
])("and not where %s", async (_, repo) => {
  expect(body(await waiting(repo))).not.toContain("deletes");
});
