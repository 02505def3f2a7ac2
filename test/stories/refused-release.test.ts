import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const OPENING = { method: "POST", path: "/repos/*/*/pulls" };

const invalid = (message: string) => ({
  message: "Validation Failed",
  errors: [{ resource: "PullRequest", code: "custom", message }],
});

furtherStory("a release pull request that GitHub refuses is reported once, until it opens", {}, async (story) => {
  const { github, team, reads, settled } = story;
  await github.fails({
    match: OPENING,
    times: 2,
    status: 422,
    body: invalid("Head sha is under review by @acme/legal"),
  });
  await team.merges(await team.opens("Sell apples"));
  await settled();
  const [number = 0, ...more] = reads.openIssues();
  expect(more).toEqual([]);
  const said = {
    title: "No release pull request can be opened from develop to main",
    state: "open",
    text: [
      "**1 release pull request cannot be opened:**",
      "",
      "- `develop` → `main`: GitHub refuses to open it: `Validation Failed: Head sha is under review by @acme/legal`. Fix what GitHub names, or change `release.lanes` in [sre.yml](…). Detoil tries again with the next merge, and about once a day.",
      "",
      "Detoil checks again on its own and closes this issue when nothing is left to do.\n\n<sub>[Detoil](…) · what you write above or below this part stays · [sre.yml](…)</sub>",
    ].join("\n"),
  };
  expect(reads.issue(number)).toMatchObject(said);

  // A change is a reason to try again; refused again, there is nothing new to report.
  const before = github.simulator.requests.length;
  await team.merges(await team.opens("Sell pears"));
  await settled();
  expect(reads.openIssues()).toEqual([number]);
  const wrote = github.simulator.requests.slice(before).filter(({ path }) => /\/issues(\/\d+)?$/.test(path));
  expect(wrote.filter(({ write }) => write)).toEqual([]);

  await team.merges(await team.opens("Sell plums"));
  await settled();
  const release = team.standing();
  expect(reads.pull(release).text).toContain("**3 pull requests**");
  expect(reads.openIssues()).toEqual([]);
  expect(reads.issue(number)).toMatchObject({
    state: "closed",
    text: `**#${release} is open.** Nothing is left to do here.\n\n<sub>[Detoil](…) · what you write above or below this part stays · [sre.yml](…)</sub>`,
  });
  reads.checks();
});

furtherStory("where there are no issues, the check reports it", { repo: { has_issues: false } }, async (story) => {
  const { github, team, reads, settled } = story;
  const body = { message: "Resource not accessible by integration" };
  await github.fails({ match: OPENING, status: 403, body });
  await team.merges(await team.opens("Sell apples"));
  await settled();
  expect(reads.openIssues()).toEqual([]);
  const [run] = [...team.repo.check_runs.values()].filter(({ sha }) => sha === team.repo.branches.get("develop"));
  expect(run).toMatchObject({
    conclusion: "failure",
    output: {
      title: "GitHub refuses to open the release pull request",
      summary:
        "GitHub does not let Detoil open it: `Resource not accessible by integration`. Check in the installation's settings that Detoil has **Pull requests: Read and write**, and that no rule of the organization keeps it out. Detoil tries again with the next merge, and about once a day.",
    },
  });

  reads.checks();

  await team.merges(await team.opens("Sell pears"));
  await settled();
  expect(reads.pull(team.standing()).text).toContain("**2 pull requests**");
  expect(reads.checks()).toEqual([
    ["Detoil / release", `#${team.standing()}`, "success", "2 pull requests, none on hold"],
  ]);
});
