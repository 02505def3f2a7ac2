import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const PLAIN = `version: 1
milestones:
  tasks:
    - {key: freeze, title: Code freeze}
`;

furtherStory(
  "the section appears in sre.yml",
  { sre: "version: 1\n" },
  async ({ team, milestones, reads, settled }) => {
    await milestones.creates("v1.2");
    await milestones.creates("v1.1");
    await milestones.closes(2);
    await settled();
    expect(team.repo.issues.size).toBe(0);
    await team.pushes("develop", "Ask for tasks", { files: { ".github/sre.yml": PLAIN } });
    await settled();
    expect(team.repo.issues.size).toBe(2); // v1.1 is closed
    expect(reads.issue(milestones.task("freeze")).text).toMatch(/^For \[v1\.2\]\(…\)\.\n/);
    reads.issue(milestones.parent());
  },
);

const PROJECT = {
  owner: "acme",
  number: 5,
  title: "Releases",
  fields: [
    { name: "Status", options: ["Todo", "Done"] },
    { name: "Due date", type: "date" },
  ],
  items: [],
};

const TEMPLATE = `---
name: Freeze
title: "Freeze before {{milestone.title}}"
labels: release, freeze
assignees: carol
---

- [ ] Tell the shops
`;

const JAPANESE = `version: 1
timezone: Asia/Tokyo
language: ja
milestones:
  project: {owner: acme, number: 5, status: Todo, due-field: Due date}
  tasks:
    - {key: freeze, template: freeze.md, due: -1 week}
`;

furtherStory(
  "テンプレートとプロジェクトを使い、日本語で話す",
  {
    sre: JAPANESE,
    files: { ".github/ISSUE_TEMPLATE/freeze.md": TEMPLATE },
    world: { projects: [PROJECT] },
  },
  async ({ github, team, milestones, reads, settled }) => {
    const project = () => {
      const [found] = github.simulator.state.projects;
      if (found === undefined) throw new Error("the story's world has no project");
      return found;
    };
    await milestones.creates("v1.2", { due: "2026-12-18" });
    await settled();
    const [freeze, parent] = [milestones.task("freeze"), milestones.parent()];
    expect(reads.issue(freeze)).toMatchObject({
      title: "Freeze before v1.2",
      labels: ["release", "freeze"],
      assignees: ["carol"],
    });
    expect(reads.issue(freeze).text).toMatch(
      /^期日は \*\*2026-12-11\*\* \(金\) です\(\[v1\.2\]\(…\)\)。\n\n- \[ \] Tell the shops\n/,
    );
    expect(reads.issue(parent)).toMatchObject({ title: "v1.2 のタスク" });
    expect(reads.issue(parent).text).toMatch(
      /^\*\*\[v1\.2\]\(…\) の期日は12月18日\(金\)です。\*\* タスク1件のうち完了は0件です。\n/,
    );
    expect(reads.labels()).toEqual(["release", "freeze"]);
    expect(reads.board(project())).toMatchObject({ [`#${freeze}`]: { Status: "Todo", "Due date": "2026-12-11" } });

    await team.acts("bo", "move-project-item", { number: freeze, project: 5, field: "Status", value: "Done" });
    await milestones.dates(1, "2026-12-25");
    await settled();
    expect(reads.board(project())).toMatchObject({ [`#${freeze}`]: { Status: "Done", "Due date": "2026-12-18" } });
    expect(reads.issue(freeze).text).toContain("**2026-12-18**");
    reads.issue(parent);
  },
);

const ON_BOARD = `version: 1
milestones:
  project: {owner: acme, number: 5, due-field: Due date}
  tasks:
    - {key: freeze, title: Code freeze, due: -3 days}
`;

for (const [what, match, times] of [
  ["the issue", { method: "PATCH", path: "/repos/acme/shop/issues/*" }, 1],
  ["the project", { method: "PATCH", path: "/orgs/acme/projectsV2/5/items/*" }, 2],
  ["the reply", { method: "POST", path: "/repos/acme/shop/issues/*/comments" }, 1],
] as const) {
  furtherStory(
    `a snooze counts once on the project, where ${what} cannot be written at first`,
    { sre: ON_BOARD, world: { projects: [PROJECT] } },
    async ({ github, team, milestones, reads, settled }) => {
      const [project] = github.simulator.state.projects;
      if (project === undefined) throw new Error("the story's world has no project");
      await milestones.creates("v1.2", { due: "2026-12-18" });
      await settled();
      const freeze = milestones.task("freeze");
      const shownBy = () => [
        reads.board(project)[`#${freeze}`],
        reads.issue(freeze).text.slice(0, "Due **2026-12-15**".length),
      ];
      expect(shownBy()).toEqual([{ "Due date": "2026-12-15" }, "Due **2026-12-15**"]);
      await github.fails({ match, times, status: 502, when: "before" });
      await team.comments(freeze, "/sre snooze 1 day", "alice");
      await settled();
      expect(shownBy()).toEqual([{ "Due date": "2026-12-16" }, "Due **2026-12-16**"]);
      expect(reads.comments(freeze)).toEqual([expect.stringMatching(/^Now due on \*\*Wed 16 Dec\*\*\./)]);
      reads.reactions(freeze);

      // Somebody changes it back in the project.
      const back = { number: freeze, project: 5, field: "Due date", value: "2026-12-15" };
      await team.acts("bo", "move-project-item", back);
      await team.labels(freeze, "quiet"); // GitHub sends no webhook about projects; another change does
      await settled();
      expect(shownBy()).toEqual([{ "Due date": "2026-12-15" }, "Due **2026-12-15**"]);
      reads.issue(milestones.parent());
    },
  );
}
