import { expect } from "vitest";
import { story } from "../harness/story.ts";

const PLAIN = `version: 1
milestones:
  tasks:
    - {key: freeze, title: Code freeze}
`;

story("the section appears in sre.yml", { sre: "version: 1\n" }, async ({ team, milestones, reads, settled }) => {
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
});

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

story(
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
      /^\*\*\[v1\.2\]\(…\) の期日は12月18日\(金\)です。\*\* タスク1件中0件が完了。\n/,
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
