import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const TWO_LANES = `version: 1
release:
  lanes:
    - {from: develop, to: staging, title: "Stage {{date}}"}
    - {from: staging, to: main}
`;

const branches = { branches: { main: "first", staging: "first", develop: "first" } };

furtherStory("two lanes are independent", { sre: TWO_LANES, repo: branches }, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await team.merges(1);
  await settled();
  expect(reads.pull(2)).toMatchObject({ title: "Stage 2026-11-20", state: "open" });
  reads.checks();

  await team.merges(2);
  await settled();
  expect(reads.pull(3).text).toContain("- [ ] #1 Sell apples @alice");
  expect(reads.pull(3).text).toContain("**1 pull request** waits for `main`");
  expect(reads.checks()).toEqual([["Detoil / release", "#3", "success", "1 pull request, nothing holds it"]]);

  await team.opens("Sell pears");
  await team.merges(4);
  await settled();
  expect(team.pull(team.standing("develop", "staging")).number).toBe(5);
  expect(reads.pull(5).text).not.toContain("#1 ");
  expect(reads.checks()).toEqual([["Detoil / release", "#5", "success", "1 pull request, nothing holds it"]]);
});

furtherStory(
  "a missing branch is told once, and mended",
  { repo: { branches: { develop: "first" } } },
  async (told) => {
    const { team, reads, settled } = told;
    await team.merges(await team.opens("Sell apples"));
    await settled();
    const [issue, ...more] = reads.openIssues();
    expect(more).toEqual([]);
    expect(reads.issue(issue ?? 0)).toMatchObject({
      title: "A release lane names a branch that does not exist",
      state: "open",
      text: [
        "**1 release lane stands still**: no release pull request is opened there.",
        "",
        "- `develop` → `main`: there is no branch `main`.",
        "",
        "Create the branch, or mend `release.lanes` in [sre.yml](…). Detoil looks again by itself and then closes this issue.",
      ].join("\n"),
    });

    await team.acts("bo", "create-branch", { branch: "main", from: "first" });
    await settled();
    expect(reads.openIssues()).toEqual([]);
    expect(reads.issue(issue ?? 0)).toMatchObject({
      state: "closed",
      text: "**Every release lane has its branches again.** Nothing is left to do here.",
    });
    expect(reads.pull(team.standing()).text).toContain("Sell apples");
    reads.checks();
  },
);
