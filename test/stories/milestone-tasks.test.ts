import { expect } from "vitest";
import { furtherStory, story } from "../harness/story.ts";

const SRE = `version: 1
timezone: Asia/Tokyo
calendar: {holidays: JP}
milestones:
  match: "v*"
  tasks:
    - key: freeze
      title: "Code freeze for {{milestone.title}}"
      body: "Nothing is merged from {{task.due}} on."
      assignees: [alice]
      due: -3 business days
    - key: notes
      title: Release notes
      assignees: {rotate: [bo, carol]}
      labels: [docs]
      due: -1 business day
      after: [freeze]
`;

const WATCH = `    - key: watch
      title: Look at the dashboards
      assignees: [dan, carol]
      due: 1 business day
      after: [notes]
`;

const TASK_FOOT =
  "<sub>[Detoil](…) · a title, date, assignee or label that you change stays · `/sre help` · [sre.yml](…)</sub>";
const PARENT_FOOT = "<sub>[Detoil](…) · what you write above or below this part stays · [sre.yml](…)</sub>";

story("a milestone gets its tasks, and they follow it", { sre: SRE }, async (story) => {
  const { team, milestones, reads, settled } = story;
  await milestones.creates("Some day");
  await settled();
  expect(team.repo.issues.size).toBe(0); // sre.yml says v*

  await milestones.creates("v1.2", { due: "2026-11-27" });
  await settled();
  const [freeze, notes, parent] = [milestones.task("freeze", 2), milestones.task("notes", 2), milestones.parent(2)];
  expect(team.repo.issues.size).toBe(3);
  expect(reads.issue(freeze)).toMatchObject({
    title: "Code freeze for v1.2",
    text: `Due **2026-11-24** (Tue) for [v1.2](…).\n\nNothing is merged from 2026-11-24 on.\n\n${TASK_FOOT}`,
    assignees: ["alice"],
    milestone: 2,
  });
  expect(reads.issue(notes)).toMatchObject({
    title: "Release notes",
    text: `Due **2026-11-26** (Thu) for [v1.2](…). Waits for #${freeze}.\n\n${TASK_FOOT}`,
    labels: ["docs"],
    assignees: ["bo"],
    blockedBy: [freeze],
  });
  expect(reads.labels()).toContain("docs");
  expect(reads.issue(parent)).toMatchObject({
    title: "v1.2: tasks",
    text: [
      "**[v1.2](…) is due on Fri 27 Nov.** 0 of 2 tasks done.",
      "",
      "| Task | Owner | Due | Status |",
      "| --- | --- | --- | --- |",
      `| #${freeze} Code freeze for v1.2 | alice | Tue 24 Nov | ⏳ open |`,
      `| #${notes} Release notes | bo | Thu 26 Nov | ⏳ waits for #${freeze} |`,
      "",
      PARENT_FOOT,
    ].join("\n"),
    subIssues: [freeze, notes],
    milestone: 2,
  });

  // The 23rd is a holiday in Japan, so a day earlier for the release is two days earlier for the freeze.
  await milestones.dates(2, "2026-11-26");
  await milestones.renames(2, "v1.2.0");
  await settled();
  expect(reads.issue(freeze)).toMatchObject({ title: "Code freeze for v1.2.0" });
  expect(reads.issue(freeze).text).toContain(
    "Due **2026-11-20** (Fri) for [v1.2.0](…).\n\nNothing is merged from 2026-11-20",
  );
  expect(reads.issue(notes).text).toContain("Due **2026-11-25** (Wed) for [v1.2.0](…).");
  expect(reads.issue(parent)).toMatchObject({ title: "v1.2.0: tasks" });
  expect(reads.issue(parent).text).toContain("**[v1.2.0](…) is due on Thu 26 Nov.** 0 of 2 tasks done.");

  await milestones.dates(2, null);
  await settled();
  expect(reads.issue(freeze).text).toContain("For [v1.2.0](…). No date yet: the milestone has none.");
  expect(reads.issue(notes).text).not.toContain("2026");
  expect(reads.issue(parent).text).toContain("**[v1.2.0](…) has no date yet**; its tasks get theirs from it.");
});

furtherStory("people's changes to a task stay", { sre: SRE }, async ({ team, milestones, reads, settled }) => {
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await settled();
  const [freeze, notes, parent] = [milestones.task("freeze"), milestones.task("notes"), milestones.parent()];
  for (const number of [freeze, notes, parent]) reads.issue(number);
  reads.labels();

  await team.retitles(freeze, "No more merges, please", "bo");
  await team.assigns(notes, "carol", "alice");
  await team.labels(notes, "urgent", "alice");
  await team.unlabels(notes, "docs", "alice");
  await team.writes(notes, (body) => body.replace("**2026-12-17**", "**2026-12-16**"), "carol");
  await team.writes(parent, (body) => `Ask bo first.\n\n${body}`);
  await settled();
  expect(reads.issue(parent).text).toMatch(/^Ask bo first\.\n\n/);
  expect(reads.issue(parent).text).toContain(`| #${freeze} No more merges, please | alice | Tue 15 Dec | ⏳ open |`);
  expect(reads.issue(parent).text).toContain(`| #${notes} Release notes | bo, carol | Wed 16 Dec |`);

  await milestones.renames(1, "v2.0");
  await milestones.dates(1, "2026-12-25");
  await settled();
  expect(reads.issue(freeze)).toMatchObject({ title: "No more merges, please", assignees: ["alice"] });
  expect(reads.issue(freeze).text).toContain("Due **2026-12-22** (Tue) for [v2.0](…).");
  expect(reads.issue(notes)).toMatchObject({ assignees: ["bo", "carol"], labels: ["urgent"] });
  expect(reads.issue(notes).text).toContain("**2026-12-16**");
  expect(reads.issue(parent).text).toMatch(/^Ask bo first\.\n\n\*\*\[v2\.0\]/);

  await team.closes(freeze, "alice");
  await settled();
  expect(reads.issue(parent).text).toContain("1 of 2 tasks done.");
  expect(reads.issue(parent).text).toContain(`| #${freeze} No more merges, please | alice | Tue 22 Dec | ✅ done |`);
  expect(reads.issue(parent).text).toContain("| Wed 16 Dec | ⏳ open |");
  await milestones.dates(1, "2026-12-24");
  await settled();
  expect(reads.issue(parent).text).toContain("| Tue 22 Dec | ✅ done |"); // what is done is done
  await team.reopens(freeze, "alice");
  await settled();
  expect(reads.issue(freeze)).toMatchObject({ state: "open", title: "No more merges, please" });
  expect(reads.issue(freeze).text).toContain("Due **2026-12-21** (Mon)");
  expect(reads.issue(parent).text).toContain("0 of 2 tasks done.");
});

furtherStory("sre.yml gains a task, and loses one", { sre: SRE }, async ({ team, milestones, reads, settled }) => {
  await milestones.creates("v1.2", { due: "2026-12-18" });
  await milestones.creates("v1.3");
  await settled();
  const existing = [1, 2].flatMap((one) => [milestones.task("freeze", one), milestones.task("notes", one)]);
  for (const number of [...existing, milestones.parent(1), milestones.parent(2)]) reads.issue(number);
  reads.labels();
  expect(reads.issue(milestones.task("notes", 1)).assignees).toEqual(["bo"]);
  expect(reads.issue(milestones.task("notes", 2)).assignees).toEqual(["carol"]);

  const pull = await team.opens("Watch what we ship", { files: { ".github/sre.yml": SRE + WATCH } });
  await settled();
  expect(reads.checks()).toEqual([["Detoil / config", `#${pull}`, "success", expect.any(String)]]);
  await team.merges(pull);
  await settled();
  for (const milestone of [1, 2]) {
    const watch = milestones.task("watch", milestone);
    expect(reads.issue(watch)).toMatchObject({
      title: "Look at the dashboards",
      assignees: ["carol"],
      blockedBy: [milestones.task("notes", milestone)],
    });
    const parent = reads.issue(milestones.parent(milestone));
    expect(parent.subIssues).toContain(watch);
    expect(parent.text).toContain(`| #${watch} Look at the dashboards | carol |`);
    expect(parent.text).toContain(
      "- `dan` cannot be assigned here, so `watch` lacks them. Give them access to the repository",
    );
  }
  expect(reads.issue(milestones.task("watch", 1)).text).toContain("Due **2026-12-21** (Mon)");
  expect(team.repo.issues.size).toBe(8);

  const [before, after] = SRE.split("    - key: notes");
  expect(after).toBeDefined();
  await team.pushes("develop", "Write no more notes", { files: { ".github/sre.yml": before ?? "" } });
  await settled();
  for (const milestone of [1, 2]) {
    for (const key of ["notes", "watch"]) {
      const task = milestones.task(key, milestone);
      expect(reads.comments(task)).toEqual([
        "**This task is no longer in sre.yml.** Detoil no longer updates it and reminds nobody. Close it if nobody needs it.\n\n<sub>[Detoil](…) · said once · [sre.yml](…)</sub>",
      ]);
      expect(reads.issue(task).state).toBe("open");
    }
    reads.issue(milestones.parent(milestone));
  }
  expect(reads.issue(milestones.task("freeze", 1)).state).toBe("open");

  await team.pushes("develop", "Write notes again", { files: { ".github/sre.yml": SRE } });
  await settled();
  for (const milestone of [1, 2]) {
    expect(reads.comments(milestones.task("notes", milestone))).toEqual([]);
    expect(reads.issue(milestones.task("notes", milestone)).state).toBe("open");
    reads.issue(milestones.parent(milestone));
  }
  expect(team.repo.issues.size).toBe(8);
});
