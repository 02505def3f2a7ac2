import { expect } from "vitest";
import { furtherStory, type Story } from "../harness/story.ts";

const sreOf = (onClose: string, more = "") => `version: 1
timezone: Asia/Tokyo
milestones:
  on-close: ${onClose}
${more}  tasks:
    - {key: freeze, title: "Freeze {{milestone.title}}", assignees: [alice], due: -3 business days}
    - {key: notes, title: "Notes on {{milestone.title}}", due: -1 business day, after: [freeze]}
`;

const FOOT = "<sub>[Detoil](…) · said once per closing, as `on-close` asks · [sre.yml](…)</sub>";

/** Reads all the issues of these milestones, and the labels of none. */
function readAll({ milestones, reads }: Story, ...numbers: readonly number[]): void {
  for (const number of numbers) {
    for (const key of milestones.keys(number)) reads.issue(milestones.task(key, number));
    reads.issue(milestones.parent(number));
  }
}

furtherStory("open tasks roll over to the next milestone", { sre: sreOf("rollover") }, async (story) => {
  const { team, milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-11-27" });
  await milestones.creates("Backlog"); // no date: not next to one that has
  await milestones.creates("v2.0", { due: "2027-02-26" });
  await milestones.creates("v1.3", { due: "2026-12-18" });
  await settled();
  readAll(story, 1, 2, 3, 4);
  const [freeze, notes, parent] = [milestones.task("freeze"), milestones.task("notes"), milestones.parent()];

  await team.closes(freeze, "alice");
  await milestones.closes(1);
  await settled();
  expect(reads.issue(freeze)).toMatchObject({ state: "closed", milestone: 1 });
  expect(reads.issue(notes)).toMatchObject({ state: "open", milestone: 4, title: "Notes on v1.2" });
  expect(reads.issue(notes).text).toMatch(/^Due \*\*2026-12-17\*\* \(Thu\) for \[v1\.3\]/);
  expect(reads.comments(parent)).toEqual([
    [
      "**[v1.2](…) was closed; its open task moves to [v1.3](…).**",
      "",
      `- #${notes} · nobody · due Thu 26 Nov`,
      "",
      "Owners stay as they are, and what is done stays here.",
      "",
      FOOT,
    ].join("\n"),
  ]);
  expect(reads.issue(parent)).toMatchObject({ state: "closed" });
  expect(reads.issue(parent).text).toContain(`| #${notes} Notes on v1.2 |  |  | moved to [v1.3](…) |`);
  // v1.3 has its own task of that key, beside the one that was moved in.
  expect(milestones.keys(4)).toEqual(["freeze", "notes"]);
  expect(reads.issue(milestones.parent(4)).text).toContain(
    `| #${notes} Notes on v1.2 (from v1.2) | nobody | Thu 17 Dec | ⏳ open |`,
  );
  expect(reads.issue(milestones.parent(4)).text).toContain("0 of 3 tasks done.");
  expect(team.repo.milestones.size).toBe(4);

  await team.comments(notes, "/sre done", "carol");
  await settled();
  expect(reads.issue(notes).state).toBe("closed");
  expect(reads.comments(notes)).toEqual(["Closed as completed."]);
  reads.reactions(notes);
  expect(reads.issue(milestones.parent(4)).text).toContain("1 of 3 tasks done.");
  reads.issue(parent);
});

furtherStory(
  "without a next milestone one is created, with tasks of its own",
  { sre: sreOf("rollover") },
  async (story) => {
    const { milestones, reads, settled } = story;
    await milestones.creates("v1.9", { due: "2026-11-27" });
    await settled();
    readAll(story, 1);
    await milestones.closes(1);
    await settled();
    expect(reads.milestones()).toEqual({
      1: { title: "v1.9", state: "closed", due: "2026-11-27" },
      2: { title: "v1.10", state: "open", due: null },
    });
    for (const key of ["freeze", "notes"]) expect(reads.issue(milestones.task(key)).milestone).toBe(2);
    expect(reads.comments(milestones.parent(1))[0]).toMatch(
      /^\*\*\[v1\.9\]\(…\) was closed; its 2 open tasks move to \[v1\.10\]\(…\)\.\*\*\n[\s\S]*\nIt has no date yet; give it one\. /,
    );
    expect(milestones.keys(2)).toEqual(["freeze", "notes"]);
    expect(reads.issue(milestones.parent(2)).text).toContain("**[v1.10](…) has no date yet**");
    readAll(story, 1, 2);

    // Again, with tasks that were moved in before.
    await milestones.closes(2);
    await settled();
    expect(Object.values(reads.milestones()).map(({ title }) => title)).toEqual(["v1.9", "v1.10", "v1.11"]);
    for (const milestone of [1, 2]) {
      for (const key of ["freeze", "notes"]) expect(reads.issue(milestones.task(key, milestone)).milestone).toBe(3);
    }
    expect(milestones.keys(3)).toEqual(["freeze", "notes"]);
    expect(reads.issue(milestones.parent(3)).text).toContain("0 of 6 tasks done.");
    reads.comments(milestones.parent(2));
    readAll(story, 1, 2, 3);
  },
);

furtherStory("an answer that is lost on the way moves nothing twice", { sre: sreOf("rollover") }, async (story) => {
  const { github, milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-11-27" });
  await settled();
  readAll(story, 1);
  await github.fails(
    { match: { method: "POST", path: "/repos/acme/shop/milestones" }, status: 502, when: "after" },
    {
      match: { method: "PATCH", path: `/repos/acme/shop/issues/${milestones.task("notes")}` },
      status: 502,
      when: "before",
    },
  );
  await milestones.closes(1);
  await settled();
  expect(Object.values(reads.milestones()).map(({ title }) => title)).toEqual(["v1.2", "v1.3"]);
  expect(reads.comments(milestones.parent(1))).toHaveLength(1);
  for (const key of ["freeze", "notes"]) expect(reads.issue(milestones.task(key)).milestone).toBe(2);
  expect(milestones.keys(2)).toEqual(["freeze", "notes"]);
  readAll(story, 1, 2);
});

furtherStory(
  "a task that sre.yml no longer has moves along, and says so once",
  { sre: sreOf("rollover") },
  async (story) => {
    const { team, milestones, reads, settled } = story;
    const removed = expect.stringMatching(/^\*\*This task is no longer in sre\.yml\.\*\*/);
    const without = (...keys: readonly string[]) => {
      const lines = sreOf("rollover").split("\n");
      return lines.filter((line) => !keys.some((key) => line.includes(`key: ${key}`))).join("\n");
    };
    await milestones.creates("v1.2", { due: "2026-11-27" });
    await milestones.creates("v1.3", { due: "2026-12-18" });
    await settled();
    const [freeze, notes] = [milestones.task("freeze"), milestones.task("notes")];
    await team.pushes("develop", "No more notes", { files: { ".github/sre.yml": without("notes") } });
    await settled();
    expect(reads.comments(notes)).toEqual([removed]);
    expect(reads.comments(milestones.task("notes", 2))).toEqual([removed]);

    await milestones.closes(1);
    await settled();
    expect(reads.issue(notes).milestone).toBe(2);
    expect(reads.comments(notes)).toEqual([removed]);
    expect(reads.comments(freeze)).toEqual([]);

    const nothing = { ".github/sre.yml": `${without("notes", "freeze").trimEnd()} []\n` };
    await team.pushes("develop", "No more freezes", { files: nothing });
    await settled();
    expect(reads.comments(freeze)).toEqual([removed]);
    expect(reads.comments(milestones.task("freeze", 2))).toEqual([removed]);
    expect(reads.comments(notes)).toEqual([removed]);
    reads.comments(milestones.parent(1));
    readAll(story, 1, 2);
  },
);

furtherStory("block: a milestone with open tasks is reopened, once", { sre: sreOf("block") }, async (story) => {
  const { team, milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-11-27" });
  await settled();
  readAll(story, 1);
  const [freeze, notes, parent] = [milestones.task("freeze"), milestones.task("notes"), milestones.parent()];

  await milestones.closes(1);
  await settled();
  expect(reads.milestones()).toMatchObject({ 1: { state: "open" } });
  expect(reads.comments(parent)).toEqual([
    [
      "**[v1.2](…) was closed with both tasks open, so Detoil reopens it.**",
      "",
      `- #${freeze} · alice · due Tue 24 Nov`,
      `- #${notes} · nobody · due Thu 26 Nov`,
      "",
      "Close what is open or move it to another milestone. If you close the milestone again, it stays closed.",
      "",
      FOOT,
    ].join("\n"),
  ]);
  expect(reads.issue(parent).text).toContain("so Detoil reopened it. If you close it again, it stays closed.");

  await team.closes(freeze, "alice");
  await settled();
  expect(reads.issue(parent).text).toContain("1 of 2 tasks done.");
  await milestones.closes(1);
  await settled();
  expect(reads.milestones()).toMatchObject({ 1: { state: "closed" } });
  expect(reads.comments(parent).slice(1)).toEqual([
    expect.stringMatching(/^\*\*\[v1\.2\]\(…\) stays closed, with 1 of 2 tasks open\.\*\*/),
  ]);
  expect(reads.issue(parent).text).toContain("was closed on");

  await milestones.reopens(1);
  await settled();
  reads.issue(parent);
  await team.closes(notes);
  await milestones.closes(1);
  await settled();
  expect(reads.milestones()).toMatchObject({ 1: { state: "closed" } });
  expect(reads.comments(parent)).toHaveLength(2);
  expect(reads.issue(parent)).toMatchObject({ state: "closed" });
  expect(reads.issue(parent).text).toContain("2 of 2 tasks done.");
});

furtherStory(
  "without a parent, each open task says it",
  { sre: sreOf("comment", "  parent: false\n") },
  async (story) => {
    const { team, milestones, reads, settled } = story;
    await milestones.creates("v1.2", { due: "2026-11-27" });
    await settled();
    const [freeze, notes] = [milestones.task("freeze"), milestones.task("notes")];
    expect(team.repo.issues.size).toBe(2);
    for (const number of [freeze, notes]) reads.issue(number);
    await team.closes(notes);
    await milestones.closes(1);
    await settled();
    expect(reads.comments(notes)).toEqual([]);
    expect(reads.comments(freeze)).toEqual([
      [
        "**[v1.2](…) was closed, and this task is open.** Detoil sends no more reminders.",
        "",
        "Close this task if nobody needs it, or move it to another milestone.",
        "",
        FOOT,
      ].join("\n"),
    ]);
  },
);

furtherStory("leave: nothing is said", { sre: sreOf("leave") }, async (story) => {
  const { milestones, reads, settled } = story;
  await milestones.creates("v1.2", { due: "2026-11-27" });
  await settled();
  readAll(story, 1);
  await milestones.closes(1);
  await settled();
  expect(reads.comments(milestones.parent())).toEqual([]);
  expect(reads.issue(milestones.parent()).text).toMatch(
    /^\*\*\[v1\.2\]\(…\) was closed on .*\*\* 0 of 2 tasks done\.\n\n\|/,
  );
});
