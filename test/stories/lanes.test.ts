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
  expect(reads.pull(2).text).toMatch(/^\*\*Released\*\* on /);
  expect(reads.pull(3).text).toContain("- [ ] #1 @alice");
  expect(reads.pull(3).text).toContain("**1 pull request** is waiting for `main`");
  expect(reads.checks()).toEqual([["Detoil / release", "#3", "success", "1 pull request, not on hold"]]);

  await team.opens("Sell pears");
  await team.merges(4);
  await settled();
  expect(team.pull(team.standing("develop", "staging")).number).toBe(5);
  expect(reads.pull(5).text).not.toContain("#1 ");
  expect(reads.checks()).toEqual([["Detoil / release", "#5", "success", "1 pull request, not on hold"]]);
});

furtherStory(
  "a missing branch is reported once, and fixed",
  { repo: { branches: { develop: "first" } } },
  async (story) => {
    const { team, reads, settled } = story;
    await team.merges(await team.opens("Sell apples"));
    await settled();
    const [issue, ...more] = reads.openIssues();
    expect(more).toEqual([]);
    expect(reads.issue(issue ?? 0)).toMatchObject({
      title: "No release pull request can be opened from develop to main",
      state: "open",
      text: [
        "**1 release pull request cannot be opened:**",
        "",
        "- `develop` → `main`: There is no branch `main`. Create the branch, or change `release.lanes` in [sre.yml](…).",
        "",
        "Detoil checks again on its own and closes this issue when nothing is left to do.\n\n<sub>[Detoil](…) · what you write above or below this part stays · [sre.yml](…)</sub>",
      ].join("\n"),
    });

    await team.acts("bo", "create-branch", { branch: "main", from: "first" });
    await settled();
    expect(reads.openIssues()).toEqual([]);
    expect(reads.issue(issue ?? 0)).toMatchObject({
      state: "closed",
      text: "**Release pull requests can be opened again.** Nothing is left to do here.\n\n<sub>[Detoil](…) · what you write above or below this part stays · [sre.yml](…)</sub>",
    });
    expect(reads.pull(team.standing()).text).toMatch(/^- \[ \] #\d @alice$/m);
    reads.checks();
  },
);
