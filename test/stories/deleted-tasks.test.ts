import { expect } from "vitest";
import { furtherStory, type Story } from "../harness/story.ts";
import { SHOP } from "../harness/world.ts";

const sreOf = (parent: boolean) => `version: 1
timezone: Asia/Tokyo
milestones:
  parent: ${parent}
  tasks:
    - {key: freeze, title: Code freeze, due: -3 business days}
    - {key: notes, title: Release notes, due: -1 business day, after: [freeze]}
    - {key: party, title: Thanks, due: 1 business day}
`;
const SRE = sreOf(true);

function readTasks({ milestones, reads }: Story, milestone = 1): void {
  for (const key of milestones.keys(milestone)) reads.issue(milestones.task(key, milestone));
}

for (const parent of [true, false]) {
  const which = parent ? "with a parent" : "without a parent";
  furtherStory(`a task that people deleted is not created again, ${which}`, { sre: sreOf(parent) }, async (story) => {
    const { github, team, milestones, reads, settled } = story;
    await milestones.creates("v1.2", { due: "2026-12-18" });
    await settled();
    readTasks(story);
    if (parent) reads.issue(milestones.parent());
    const [freeze, notes] = [milestones.task("freeze"), milestones.task("notes")];
    const issues = team.repo.issues.size;

    await team.acts("bo", "delete-issue", { number: freeze });
    await settled();
    expect(milestones.keys()).toEqual(["notes", "party"]);
    expect(reads.issue(notes).text).not.toContain("Waits for");
    if (parent)
      expect(reads.issue(milestones.parent()).text).toContain(
        "| Code freeze |  |  | deleted or transferred, not created again |",
      );

    // Whatever is delivered again, or newly happens.
    await milestones.dates(1, "2026-12-25");
    await github.redeliversAll();
    await settled();
    await github.moveClock("2026-11-21T01:00:00Z");
    await settled();
    expect(milestones.keys()).toEqual(["notes", "party"]);
    expect(team.repo.issues.size).toBe(issues);
    readTasks(story);
    if (parent) reads.issue(milestones.parent());
  });
}

furtherStory("webhooks that come again change nothing", { sre: SRE }, async (story) => {
  const { github, team, milestones, reads, settled } = story;
  github.simulator.webhooks.duplicate = 2;
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await settled();
  readTasks(story);
  reads.issue(milestones.parent());
  await team.comments(milestones.task("party"), "/sre take", "alice");
  await settled();
  expect(reads.comments(milestones.task("party"))).toEqual(["Now assigned to alice."]);
  reads.reactions(milestones.task("party"));
  reads.issue(milestones.task("party"));
  reads.issue(milestones.parent());
  const writes = () => github.simulator.requests.filter((one) => one.write && one.path.startsWith(`/repos/${SHOP}/`));
  const before = writes().length;
  await github.redeliversAll();
  await settled();
  expect(writes()).toHaveLength(before);
});

furtherStory("a parent that people deleted stays away, and its tasks stay up to date", { sre: SRE }, async (story) => {
  const { team, milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await settled();
  readTasks(story);
  reads.issue(milestones.parent());
  await team.acts("bo", "delete-issue", { number: milestones.parent() });
  await settled();
  await milestones.dates(1, "2026-12-25");
  await settled();
  expect(reads.issue(milestones.task("freeze")).text).toContain("**2026-12-22**");
  expect(() => milestones.parent()).toThrow("there is no parent");
  expect(team.repo.issues.size).toBe(4);
  readTasks(story);
});

furtherStory(
  "a task that moved to another repository belongs to its people",
  { sre: SRE, repos: [{ name: "acme/docs", default_branch: "main" }] },
  async (story) => {
    const { github, team, milestones, reads, settled } = story;
    await milestones.creates("v1.2", { due: "2026-12-18" });
    await settled();
    readTasks(story);
    reads.issue(milestones.parent());
    await team.acts("bo", "transfer-issue", { number: milestones.task("notes"), to: "acme/docs" });
    await settled();
    await milestones.dates(1, "2026-12-25");
    await settled();
    expect(milestones.keys()).toEqual(["freeze", "party"]);
    expect(reads.issue(milestones.parent()).text).toContain(
      "| Release notes |  |  | deleted or transferred, not created again |",
    );
    readTasks(story);
    expect([...github.repo("acme/docs").issues.values()].map(({ title }) => title)).toEqual(["Release notes"]);
  },
);

furtherStory("a milestone that people deleted leaves its issues alone", { sre: SRE }, async (story) => {
  const { team, milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await settled();
  readTasks(story);
  reads.issue(milestones.parent());
  await milestones.deletes(1);
  await settled();
  await team.retitles(milestones.task("freeze"), "Freeze all the same");
  await team.closes(milestones.task("notes"));
  await settled();
  expect(team.repo.issues.size).toBe(4);

  // A new milestone of that title is another one.
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await settled();
  expect(milestones.keys(2)).toEqual(["freeze", "notes", "party"]);
  readTasks(story, 2);
  reads.issue(milestones.parent(2));
  // An issue of another milestone is moved into it.
  await milestones.moves(milestones.task("freeze"), 2);
  await settled();
  expect(reads.issue(milestones.task("freeze"))).toMatchObject({ milestone: 2, title: "Freeze all the same" });
  expect(milestones.keys(2)).toEqual(["freeze", "notes", "party"]);
  expect(reads.issue(milestones.parent(2)).text).toContain(`| #${milestones.task("freeze")} Freeze all the same`);
});

furtherStory("a task that people moved to another milestone", { sre: SRE }, async (story) => {
  const { milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await milestones.creates("v1.3", { due: "2027-01-29" });
  await settled();
  for (const milestone of [1, 2]) {
    readTasks(story, milestone);
    reads.issue(milestones.parent(milestone));
  }
  const party = milestones.task("party");
  await milestones.moves(party, 2);
  await settled();
  expect(milestones.keys(1)).toEqual(["freeze", "notes", "party"]);
  expect(milestones.keys(2)).toEqual(["freeze", "notes", "party"]);
  expect(reads.issue(party).text).toMatch(/^Due \*\*2027-02-01\*\* \(Mon\) for \[v1\.3\]/);
  expect(reads.issue(milestones.parent(1)).text).toContain(`| #${party} Thanks |  |  | moved to [v1.3](…) |`);
  expect(reads.issue(milestones.parent(2)).text).toContain(
    `| #${party} Thanks (from v1.2) | nobody | Mon 1 Feb 2027 | ⏳ open |`,
  );

  // In no milestone it belongs again to the one that it was created for, and stays where people put it.
  await milestones.moves(party, null);
  await settled();
  expect(reads.issue(party).milestone).toBe(null);
  expect(reads.issue(party).text).toMatch(/^Due \*\*2026-12-21\*\* \(Mon\) for \[v1\.2\]/);
  expect(reads.issue(milestones.parent(1)).text).toContain(`| #${party} Thanks | nobody | Mon 21 Dec | ⏳ open |`);
  expect(reads.issue(milestones.parent(2)).text).not.toContain(`#${party}`);
});
