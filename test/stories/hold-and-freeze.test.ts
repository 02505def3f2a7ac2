import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const FREEZE = `version: 1
timezone: Asia/Tokyo
release:
  lanes:
    - from: develop
      to: main
      freeze: ["2026-11-21/2026-11-23"]
`;

furtherStory("a held pull request turns the check red until the label is off", {}, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await team.merges(1);
  await settled();
  reads.pull(2);
  reads.checks();

  await team.labels(1, "do-not-release");
  await settled();
  const red = reads.check("Detoil / release", team.head("develop"));
  expect(red.conclusion).toBe("failure");
  expect(red.output.title).toBe("#1 is on hold");
  expect(red.output.summary).toBe(
    "**On hold: #1** (label `do-not-release`, @alice). Remove the label or revert it; the check then turns green on its own.",
  );

  // The first lines of the body give the reason for the red check, in the same words.
  expect(reads.pull(2).text).toContain(`\n\n${red.output.summary}\n\n- [ ] #1 @alice`);

  await team.unlabels(1, "do-not-release");
  await settled();
  expect(reads.pull(2).text).not.toContain("On hold");
  expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "1 pull request, not on hold"]]);
});

furtherStory("a freeze opens nothing, and turns open ones red until it is over", { sre: FREEZE }, async (story) => {
  const { github, team, reads, settled } = story;
  await team.opens("Sell apples");
  await team.opens("Sell pears");
  await team.merges(1);
  await settled();
  reads.pull(3);
  reads.checks();

  await github.moveClock("2026-11-20T15:30:00Z"); // half past midnight in Tokyo
  await settled();
  expect(reads.checks()).toEqual([["Detoil / release", "#3", "failure", "Frozen until Tue 24 Nov 00:00 JST"]]);
  await team.merges(2);
  await settled();
  const { text } = reads.pull(3);
  expect(text).toContain("**Frozen until Tue 24 Nov 00:00 JST**");
  expect(text).toContain("- [ ] #2 @alice"); // the list stays up to date
  expect(reads.checks()).toEqual([["Detoil / release", "#3", "failure", "Frozen until Tue 24 Nov 00:00 JST"]]);

  await github.moveClock("2026-11-23T15:30:00Z");
  await story.until("the freeze to be over", () => !reads.pull(3).text.includes("Frozen"));
  await settled();
  expect(reads.checks()).toEqual([["Detoil / release", "#3", "success", "2 pull requests, none on hold"]]);
  reads.pull(3);
});
