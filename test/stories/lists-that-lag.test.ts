import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const SRE = `version: 1
release:
  lanes:
    - {from: develop, to: main}
`;

// GitHub's lists are seconds behind its writes, unevenly: thevibeworks/claude-reads-hn#1522, octokit.js#900.
furtherStory("lists are seconds behind, and everything exists once", { sre: SRE, timeout: 120_000 }, async (story) => {
  const { github, team, reads, settled } = story;
  github.simulator.lag({ seconds: [1, 4], seed: 7 });

  await team.opens("Sell apples");
  await team.opens("Sell pears");
  await team.merges(1);
  await team.merges(2);
  await settled();
  const open = [...team.repo.pulls.values()].filter(({ state, user }) => state === "open" && user === "detoil[bot]");
  expect(open.map(({ number }) => number)).toEqual([3]);
  expect(reads.pull(3).text).toContain("- [ ] #1 @alice\n- [ ] #2 @alice");
  reads.checks();

  // A person's command on an issue that is not a task: read by its number, and answered once.
  const issue = await team.reports("It is slow");
  await team.comments(issue, "/sre help");
  await team.comments(issue, "/sre take");
  await settled();
  expect(reads.comments(issue)).toHaveLength(2);
  expect(reads.reactions(issue)).toEqual([
    ["/sre help", "eyes"],
    ["/sre take", "eyes"],
  ]);

  // Everything is delivered again while the lists still lag.
  await github.redeliversAll();
  await settled();
  expect(team.issue(issue).comments).toHaveLength(4);
  expect(team.repo.pulls.size).toBe(3);
});
