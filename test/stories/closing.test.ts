import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const REVERT = { head: "revert-1", body: "Reverts acme/shop#1" };

furtherStory("Detoil closes its own pull request when nothing waits any more", {}, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await team.merges(1);
  await settled();
  reads.pull(2);
  reads.checks();

  await team.opens('Revert "Sell apples"', REVERT);
  await team.merges(3);
  await settled();
  const { state, text } = reads.pull(2);
  expect(state).toBe("closed");
  expect(text).toMatch(/^\*\*Nothing is waiting\*\* for `main`\. Detoil closes this/);
  reads.checks();
});

furtherStory("one that somebody wrote in stays open", {}, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await team.merges(1);
  await settled();
  reads.pull(2);
  reads.checks();

  await team.comments(2, "Wait for me");
  await team.opens('Revert "Sell apples"', REVERT);
  await team.merges(3);
  await settled();
  expect(reads.pull(2)).toMatchObject({
    state: "open",
    text: expect.stringContaining("**Nothing is waiting** for `main`. Close this, or"),
  });
  expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "Nothing is waiting"]]);
});

furtherStory(
  "closed by a person, it stays closed until something new is merged",
  {},
  async ({ team, reads, settled }) => {
    await team.opens("Sell apples");
    await team.opens("Sell pears");
    await team.merges(1);
    await settled();
    reads.pull(3);
    reads.checks();

    await team.closes(3);
    await team.pushes("develop", "Fix a typo");
    await team.labels(1, "fruit");
    await settled();
    expect(reads.pull(3).state).toBe("closed");
    expect(team.repo.pulls.size).toBe(3);

    await team.merges(2);
    await settled();
    expect(reads.pull(4)).toMatchObject({ state: "open" });
    expect(reads.pull(4).text).toContain("**2 pull requests** are waiting for `main`");
    reads.checks();
  },
);
