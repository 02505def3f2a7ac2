import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

furtherStory("after a release the next one starts from scratch", {}, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await team.opens("Sell pears");
  await team.merges(1);
  await settled();
  reads.pull(3);
  reads.checks();
  await team.merges(3);
  await settled();
  expect(reads.checks()).toEqual([]);

  await team.merges(2);
  await settled();
  const { text } = reads.pull(4);
  expect(text).toContain("**1 pull request** merged since the last release (Fri 20 Nov) is waiting for `main`");
  expect(text).toContain("- [ ] #2 @alice");
  expect(text).not.toContain("#1 ");
  reads.checks();
});

furtherStory("a squashed release is warned about once, and not listed again", {}, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await team.opens("Sell pears");
  await team.merges(1);
  await settled();
  reads.pull(3);
  reads.checks();

  await team.merges(3, "squash");
  await settled();
  const [warning, ...more] = reads.comments(3);
  expect(warning).toMatch(
    /^\*\*This release was squashed or rebased, so Git cannot tell that `main` has what `develop` has\.\*\*/,
  );
  expect(more).toEqual([]);
  expect(reads.checks()).toEqual([]);

  await team.merges(2);
  await settled();
  const { text } = reads.pull(4);
  expect(text).toContain("- [ ] #2 @alice");
  expect(text).not.toContain("#1 ");
  reads.checks();
});

furtherStory("a hotfix straight into main is not an item of the next release", {}, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await team.merges(1);
  await settled();
  reads.pull(2);
  reads.checks();

  await team.opens("Hotfix the till", { base: "main", head: "hotfix/till" });
  await settled();
  expect(reads.checks()).toEqual([
    ["Detoil / release", "#3", "success", "Nothing to check: this pull request is not a release"],
  ]);
  await team.merges(3);
  await team.acts("bo", "open-pull", { title: "Back-merge main", head: "main", base: "develop" });
  await team.merges(4);
  await settled();
  const { text } = reads.pull(2);
  expect(text).toContain("- [ ] #1 @alice");
  expect(text).not.toMatch(/#[34] /);
  reads.checks();
});
