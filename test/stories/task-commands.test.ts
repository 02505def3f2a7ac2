import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const SRE = `version: 1
timezone: Asia/Tokyo
calendar: {holidays: JP}
milestones:
  tasks:
    - {key: freeze, title: Code freeze, assignees: [alice], due: -3 business days}
    - {key: notes, title: Release notes, due: -1 business day}
`;

/** dan may read, and may therefore be assigned; eve has no access. */
const PEOPLE = { permission: { alice: "write", bo: "admin", carol: "write", dan: "read" } };

furtherStory("people decide about a task", { sre: SRE, repo: PEOPLE }, async (story) => {
  const { team, milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await settled();
  const [freeze, notes, parent] = [milestones.task("freeze"), milestones.task("notes"), milestones.parent()];
  for (const number of [freeze, notes, parent]) reads.issue(number);

  await team.comments(freeze, "/sre take", "carol");
  await settled();
  expect(reads.issue(freeze).assignees).toEqual(["carol"]);
  expect(reads.comments(freeze)).toEqual(["Now assigned to carol."]);
  expect(reads.reactions(freeze)).toEqual([["/sre take", "eyes"]]);
  expect(reads.issue(parent).text).toContain(`| #${freeze} Code freeze | carol | Tue 15 Dec | ⏳ open |`);

  await team.comments(freeze, "Too early for me.\n/sre snooze 2 business days\n\n/sre assign @dan, @alice", "carol");
  await settled();
  expect(reads.comments(freeze).slice(1)).toEqual([
    [
      "`/sre snooze 2 business days`: Now due on **Thu 17 Dec**.",
      "`/sre assign @dan, @alice`: Now assigned to dan and alice.",
    ].join("\n\n"),
  ]);
  expect(reads.reactions(freeze)).toHaveLength(2);
  expect(reads.issue(freeze)).toMatchObject({ assignees: ["alice", "dan"] });
  expect(reads.issue(freeze).text).toMatch(/^Due \*\*2026-12-17\*\* \(Thu\) for/);
  expect(reads.issue(parent).text).toContain("| alice, dan | Thu 17 Dec | ⏳ open |");

  // A date set by a command stays when the milestone moves, as people's edits do.
  await milestones.dates(1, "2026-12-25");
  await settled();
  expect(reads.issue(freeze).text).toMatch(/^Due \*\*2026-12-17\*\* \(Thu\) for/);
  expect(reads.issue(notes).text).toMatch(/^Due \*\*2026-12-24\*\* \(Thu\) for/);
  expect(reads.issue(parent).text).toContain("| alice, dan | Thu 17 Dec | ⏳ open |");

  await team.comments(freeze, "/sre done", "dan"); // may not write, but it is his
  await settled();
  expect(reads.issue(freeze).state).toBe("closed");
  expect(reads.comments(freeze).at(-1)).toBe("Closed as completed.");
  expect(reads.reactions(freeze).at(-1)).toEqual(["/sre done", "eyes"]);
  expect(reads.issue(parent).text).toContain("1 of 2 tasks done.");

  await team.comments(freeze, "/sre done", "carol");
  await team.comments(notes, "/sre tkae", "carol");
  await team.comments(parent, "/sre done", "carol");
  await settled();
  expect(reads.comments(freeze).at(-1)).toBe("It is already closed.");
  expect(reads.comments(notes)).toEqual(["`/sre tkae` is not a command here. Did you mean `/sre take`?"]);
  expect(reads.comments(parent)).toEqual([`\`/sre done\` belongs on the task's own issue: #${notes}.`]);
  for (const number of [freeze, notes, parent]) expect(reads.reactions(number).at(-1)?.[1]).toBe("eyes");

  await team.comments(notes, "/sre help", "alice");
  await settled();
  expect(reads.comments(notes).at(-1)).toBe(
    [
      "What you can ask for here, each at the start of a line of a new comment:",
      "",
      "- `/sre snooze 2 business days` gives the task a later date (days, weeks, months, business days).",
      "- `/sre done` closes the task as completed.",
      "- `/sre take` makes you the only assignee.",
      "- `/sre assign @who` assigns these people in place of the present ones.",
      "- `/sre help` shows this list.",
      "",
      "Detoil listens to people with write access and to the issue's assignees.",
    ].join("\n"),
  );
  reads.reactions(notes);
});

furtherStory(
  "people who may not give commands, and text that is not one",
  { sre: SRE, repo: PEOPLE },
  async (story) => {
    const { team, milestones, reads, settled } = story;
    await milestones.creates("v1.2", { due: "2026-12-18" });
    await settled();
    const [freeze, notes, parent] = [milestones.task("freeze"), milestones.task("notes"), milestones.parent()];
    for (const number of [freeze, notes, parent]) reads.issue(number);

    await team.comments(freeze, "/sre done", "eve");
    await team.comments(freeze, "/sre take\n/sre nonsense", "dan");
    await team.comments(parent, "/sre help", "dan");
    await settled();
    expect(reads.reactions(freeze)).toEqual([
      ["/sre done", "confused"],
      ["/sre take\n/sre nonsense", "confused"],
    ]);
    expect(reads.reactions(parent)).toEqual([["/sre help", "confused"]]);

    const plain = await team.comments(freeze, "Is this done?", "alice");
    await team.comments(freeze, "/sre done", "renovate[bot]");
    await team.comments(freeze, "> /sre done\n\n```\n/sre done\n```\n\nSay `/sre done`, or /sre take.", "alice");
    await team.acts("alice", "edit-comment", { id: plain, body: "/sre done" });
    await milestones.dates(1, "2026-12-25"); // ensures a reconciliation
    await settled();
    expect(reads.issue(freeze)).toMatchObject({ state: "open", assignees: ["alice"] });
    for (const number of [notes, parent]) reads.issue(number);
    expect(reads.comments(freeze)).toEqual([]);
    expect(reads.reactions(freeze)).toHaveLength(2);

    // An issue that people created by copying a task's text is not a task.
    const { body } = team.issue(freeze);
    const { number: copy } = await team.acts("eve", "open-issue", { title: "Code freeze", body, milestone: 1 });
    await team.comments(Number(copy), "/sre done", "eve");
    await team.comments(Number(copy), "/sre done", "carol");
    await settled();
    expect(reads.reactions(Number(copy))).toEqual([
      ["/sre done", "confused"],
      ["/sre done", "eyes"],
    ]);
    expect(reads.comments(Number(copy))).toEqual([
      "`/sre done` is for the issue of a milestone task; this is not one.",
    ]);
    expect(reads.issue(Number(copy)).state).toBe("open");
    expect(reads.issue(parent).text).toContain("0 of 2 tasks done.");
  },
);

furtherStory("a command is carried out once, whatever fails", { sre: SRE, repo: PEOPLE }, async (story) => {
  const { github, team, milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await settled();
  const [freeze, notes, parent] = [milestones.task("freeze"), milestones.task("notes"), milestones.parent()];
  for (const number of [freeze, notes, parent]) reads.issue(number);

  await github.fails(
    { match: { method: "PATCH", path: `/repos/acme/shop/issues/${freeze}` }, status: 502, when: "after" },
    { match: { method: "POST", path: `/repos/acme/shop/issues/${notes}/comments` }, status: 502, when: "after" },
  );
  await team.comments(freeze, "/sre snooze 1 day", "alice");
  await team.comments(notes, "/sre assign @dan", "bo");
  await settled();
  expect(reads.issue(freeze).text).toMatch(/^Due \*\*2026-12-16\*\*/);
  expect(reads.comments(freeze)).toHaveLength(1);
  expect(reads.comments(freeze)[0]).toMatch(/^Now due on \*\*Wed 16 Dec\*\*\./);
  expect(reads.issue(notes).assignees).toEqual(["dan"]);
  expect(reads.comments(notes)).toEqual(["Now assigned to dan."]);
  for (const number of [freeze, notes]) expect(reads.reactions(number)).toHaveLength(1);
  reads.issue(parent);
});

furtherStory("where there are no tasks, /sre help says so", { sre: SRE }, async ({ team, reads, settled }) => {
  const issue = await team.reports("The till is stuck");
  const pull = await team.opens("Fix the till");
  await team.comments(issue, "/sre help", "alice");
  await team.comments(pull, "/sre snooze 2 days", "alice");
  await team.comments(pull, "/sre deploy", "carol");
  await team.comments(pull, "/sre help", "eve");
  await settled();
  expect(reads.comments(issue)).toEqual([
    expect.stringMatching(
      /^- `\/sre setup` answers [\s\S]*\n\nIn the issue of a milestone task, `\/sre help` lists more\.$/m,
    ),
  ]);
  expect(reads.comments(pull)).toEqual([
    "`/sre snooze` is for the issue of a milestone task; this is not one.",
    "`/sre deploy` is not a command here. There is `/sre setup`. `/sre help` says what is possible.",
  ]);
  expect(reads.reactions(issue).map(([, reaction]) => reaction)).toEqual(["eyes"]);
  expect(reads.reactions(pull).map(([, reaction]) => reaction)).toEqual(["eyes", "eyes", "confused"]);
});

furtherStory(
  "a former task says that the section is gone",
  { sre: SRE },
  async ({ team, milestones, reads, settled }) => {
    await milestones.creates("v1.2", { due: "2026-12-18" });
    await settled();
    const freeze = milestones.task("freeze");
    for (const number of [freeze, milestones.task("notes"), milestones.parent()]) reads.issue(number);
    await team.pushes("develop", "No more tasks", { files: { ".github/sre.yml": "version: 1\n" } });
    await settled();
    await team.comments(freeze, "/sre done", "alice");
    await settled();
    expect(reads.comments(freeze)).toEqual([
      "Nothing was changed. Milestone tasks are off here: add a `milestones` section to [sre.yml](…) to switch them on.",
    ]);
    expect(reads.reactions(freeze)).toEqual([["/sre done", "eyes"]]);
    expect(reads.issue(freeze).state).toBe("open");
  },
);
