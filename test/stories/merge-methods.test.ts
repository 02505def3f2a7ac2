import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

/** The lines between the headline and the last paragraph. */
function listOf(text: string): string[] {
  return text.split("\n").filter((line) => /^\s*- /.test(line));
}

furtherStory("merge, squash, rebase and direct pushes are distinguished", {}, async ({ team, reads, settled }) => {
  await team.opens("By merge commit", { commits: 2 });
  await team.opens("By squash", { commits: 3 });
  await team.opens("By rebase", { commits: 3 });
  await team.merges(3, "rebase");
  await team.merges(2, "squash");
  await team.pushes("develop", "Fix a typo");
  await team.merges(1);
  await settled();
  const { text } = reads.pull(4);
  expect(listOf(text)).toEqual(["- [ ] #3 @alice", "- [ ] #2 @alice", "- [ ] #1 @alice"]);
  expect(text).toContain("Also in this release: [1 commit](…) without a pull request");
  reads.checks();
});

furtherStory("direct pushes alone open nothing", {}, async ({ team, reads, settled }) => {
  await team.pushes("develop", "Fix a typo");
  await settled();
  expect(team.repo.pulls.size).toBe(0);
  expect(reads.checks()).toEqual([]);
});

furtherStory("pull requests merged into a listed one are under it", {}, async ({ team, reads, settled }) => {
  await team.opens("New counter", { head: "feat/counter" });
  await team.opens("Counter bell", { as: "carol", base: "feat/counter" });
  await team.merges(2);
  await team.merges(1);
  await settled();
  expect(listOf(reads.pull(3).text)).toEqual(["- [ ] #1 @alice", "  - [ ] #2 @carol"]);
  reads.checks();
});

furtherStory("a change and its revert cancel each other, a reverted revert brings it back", {}, async (story) => {
  const { team, reads, settled } = story;
  await team.opens("Sell apples");
  await team.opens("Sell pears");
  await team.merges(1);
  await team.merges(2);
  await settled();
  reads.pull(3);
  reads.checks();

  await team.opens('Revert "Sell pears"', { head: "revert-2", body: "Reverts acme/shop#2" });
  await team.merges(4);
  await settled();
  expect(listOf(reads.pull(3).text)).toEqual(["- [ ] #1 @alice", "- ~~#2~~ reverted by [#4](…)"]);
  expect(reads.checks()).toEqual([["Detoil / release", "#3", "success", "1 pull request, not on hold"]]);

  await team.opens('Revert "Revert "Sell pears""', { head: "revert-4", body: "Reverts acme/shop#4" });
  await team.merges(5);
  await settled();
  expect(listOf(reads.pull(3).text)).toEqual(expect.arrayContaining(["- [ ] #2 @alice"]));
  expect(reads.pull(3).text).toContain("**2 pull requests** are waiting");
  reads.checks();
});

furtherStory("a revert of something released is an item", {}, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await team.merges(1);
  await settled();
  await team.merges(2);
  await settled();
  await team.opens('Revert "Sell apples"', { head: "revert-1", body: "Reverts acme/shop#1" });
  await team.merges(3);
  await settled();
  expect(listOf(reads.pull(4).text)).toEqual(["- [ ] #3 @alice"]);
  reads.pull(2);
  reads.checks();
});
