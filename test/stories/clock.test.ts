import { expect } from "vitest";
import { furtherStory, story } from "../harness/story.ts";

const MONDAYS = `version: 1
timezone: Asia/Tokyo
release:
  lanes:
    - from: develop
      to: main
      schedule: "0 10 * * mon"
`;

furtherStory("a scheduled lane opens and refreshes at its hour only", { sre: MONDAYS }, async (story) => {
  const { github, team, reads, settled, until } = story;
  await team.opens("Sell apples");
  await team.merges(1);
  await settled();
  expect(team.repo.pulls.size).toBe(1);

  await github.moveClock("2026-11-23T01:00:00Z"); // Monday, 10:00 in Tokyo
  await until("the release pull request", () => team.repo.pulls.size === 2);
  await settled();
  expect(reads.pull(2)).toMatchObject({ title: "Release 2026-11-23" });
  reads.checks();

  await team.opens("Sell pears");
  await team.merges(3);
  await settled();
  expect(reads.pull(2).text).not.toContain("#3"); // the list waits for next Monday
  expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", expect.any(String)]]); // the check follows the head

  await github.moveClock("2026-11-30T01:00:00Z");
  await until("the refreshed list", () => reads.pull(2).text.includes("- [ ] #3 @alice"));
  await settled();
  reads.pull(2);
  reads.checks();
});

story(
  "the nightly reconciliation fixes what no webhook reported",
  {},
  async ({ github, team, reads, settled, until }) => {
    await team.opens("Sell apples");
    await team.merges(1);
    await settled();
    reads.pull(2);
    reads.checks();

    // A merge whose webhooks never came, and that GitHub does not list among its deliveries either.
    const { app } = github.simulator.state;
    const { events } = app;
    app.events = [];
    await team.opens("Sell pears");
    await team.merges(3);
    app.events = events;
    await settled();
    expect(team.pull(2).body).not.toContain("#3");
    await github.moveClock("2026-11-21T08:00:00Z");
    await until("the nightly reconciliation", () => team.pull(2).body.includes("#3"));
    await settled();
    expect(reads.pull(2).text).toContain("- [ ] #3 @alice");
    expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "2 pull requests, none on hold"]]);

    // A check run that GitHub lost.
    team.repo.check_runs.clear();
    await github.moveClock("2026-11-22T08:00:00Z");
    await settled();
    expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "2 pull requests, none on hold"]]);
  },
);

const TASKS = `version: 1
timezone: Asia/Tokyo
milestones:
  tasks:
    - {key: freeze, title: Code freeze, assignees: [alice], due: -3 business days}
`;

furtherStory(
  "a command whose webhook never came is answered by the nightly reconciliation, once",
  { sre: TASKS },
  async ({ github, team, milestones, reads, settled, until }) => {
    await milestones.creates("v1.2", { due: "2026-12-18" });
    await settled();
    const [task, parent] = [milestones.task("freeze"), milestones.parent()];
    const { app } = github.simulator.state;
    const { events } = app;
    app.events = [];
    await team.comments(task, "/sre done", "alice");
    app.events = events;
    await settled();
    expect(team.issue(task).state).toBe("open");
    reads.issue(task);
    await github.moveClock("2026-11-21T08:00:00Z");
    await until("the milestone's table", () => team.issue(parent).body.includes("1 of 1 task done."));
    await settled();
    expect(reads.issue(task).state).toBe("closed");
    expect(reads.comments(task)).toEqual(["Closed as completed."]);
    expect(reads.reactions(task)).toEqual([["/sre done", "eyes"]]);
    reads.issue(parent);
  },
);
