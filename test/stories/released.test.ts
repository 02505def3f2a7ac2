import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

furtherStory("after a release its text says so, and the next one starts from scratch", {}, async (story) => {
  const { team, reads, settled } = story;
  await team.opens("Sell apples");
  await team.opens("Sell pears");
  await team.merges(1);
  await settled();
  reads.pull(3);
  reads.checks();
  await team.writes(3, (body) => body.replace("- [ ] #1 @alice", "- [x] #1 @alice looked at"));
  await team.merges(3);
  await settled();
  expect(reads.checks()).toEqual([]);
  const { text, state } = reads.pull(3);
  expect(state).toBe("merged");
  expect(text).toMatch(/^\*\*Released\*\* on Fri 20 Nov 01:\d\d UTC\n\n- \[x\] #1 @alice looked at\n\n<sub>/);
  await team.writes(3, (body) => body.replace("**Released**", "**Shipped**"));

  await team.merges(2);
  await settled();
  const next = reads.pull(4);
  expect(next.text).toContain("**1 pull request** merged since the last release (Fri 20 Nov) is waiting for `main`");
  expect(next.text).toContain("- [ ] #2 @alice");
  expect(next.text).not.toContain("#1 ");
  reads.checks();
  expect(team.pull(3).body).toContain("**Shipped** on Fri 20 Nov");
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
  expect(reads.pull(3).text).toMatch(/^\*\*Released\*\* on /);
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
