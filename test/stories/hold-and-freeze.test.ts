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
  expect(red.output.title).toBe("1 pull request is held");
  expect(red.output.summary).toBe(
    "#1 has the label `do-not-release`.\nTake the label off, or revert the pull request; this turns green by itself.",
  );

  await team.unlabels(1, "do-not-release");
  await settled();
  expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "1 pull request, nothing holds it"]]);
});

furtherStory("a freeze opens nothing, and turns what stands red until it is over", { sre: FREEZE }, async (told) => {
  const { github, team, reads, settled } = told;
  await team.opens("Sell apples");
  await team.opens("Sell pears");
  await team.merges(1);
  await settled();
  reads.pull(3);
  reads.checks();

  await github.moveClock("2026-11-20T15:30:00Z"); // half past midnight in Tokyo
  await settled();
  expect(reads.checks()).toEqual([["Detoil / release", "#3", "failure", "Frozen through Mon 23 Nov"]]);
  await team.merges(2);
  await settled();
  const { text } = reads.pull(3);
  expect(text).toContain("**Frozen through Mon 23 Nov.**");
  expect(text).toContain("#2 Sell pears"); // the list goes on being kept
  expect(reads.checks()).toEqual([["Detoil / release", "#3", "failure", "Frozen through Mon 23 Nov"]]);

  await github.moveClock("2026-11-23T15:30:00Z");
  await told.until("the freeze to be over", () => !reads.pull(3).text.includes("Frozen"));
  await settled();
  expect(reads.checks()).toEqual([["Detoil / release", "#3", "success", "2 pull requests, nothing holds them"]]);
  reads.pull(3);
});
