import { expect, test } from "vitest";
import { shop, sre } from "./world.ts";

const FOLDER = ".github/ISSUE_TEMPLATE";
const task = (file: string, more: object = {}) => ({ key: "freeze", template: file, ...more });

function templated(file: string, text: string | null, more: object = {}) {
  const files = text === null ? {} : { [`${FOLDER}/${file}`]: text };
  return shop(sre([task(file, more)]), { repo: { files } });
}

test.each([
  ["lists", "labels: [release, docs]\nassignees:\n  - alice\n  - '@bob'\n"],
  ["words between commas", "labels: release, docs\nassignees: alice,bob\n"],
  ["Windows line ends", "labels: release, docs\r\nassignees: 'alice, bob'\r\n"],
])("front matter with %s gives title, labels, assignees and text", async (_, front) => {
  const text = `---\nname: Freeze\nabout: Freeze\ntitle: "Freeze {{milestone.title}}"\n${front}---\n\nNothing is merged until {{milestone.due_on}}.\n`;
  const world = templated("freeze.md", text);
  await world.converge(world.milestone("v1", "2026-12-01"));
  const freeze = world.task(1, "freeze");
  expect(freeze).toMatchObject({ title: "Freeze v1", assignees: ["alice", "bob"] });
  expect(freeze.labels.map(({ name }) => name)).toEqual(["release", "docs"]);
  expect(freeze.body).toContain("\n\nNothing is merged until 2026-12-01.\n\n<sub>");
});

test("the task's own settings count before its template", async () => {
  const text = "---\ntitle: Theirs\nlabels: theirs\nassignees: bob\n---\nTheir text\n";
  const own = { title: "Ours", labels: ["ours"], assignees: ["alice"], body: "Our text" };
  const world = templated("freeze.md", text, own);
  await world.converge(world.milestone("v1"));
  const freeze = world.task(1, "freeze");
  expect(freeze).toMatchObject({ title: "Ours", assignees: ["alice"] });
  expect(freeze.labels.map(({ name }) => name)).toEqual(["ours"]);
  expect(freeze.body).toContain("Our text");
  expect(freeze.body).not.toContain("Their text");
});

test("a form provides its title, labels and assignees, and no text", async () => {
  const text =
    "name: Freeze\ndescription: d\ntitle: Freeze\nlabels: [release]\nassignees: [alice]\nbody:\n  - type: input\n    id: x\n";
  const world = templated("freeze.yml", text);
  await world.converge(world.milestone("v1"));
  expect(world.task(1, "freeze")).toMatchObject({ title: "Freeze", assignees: ["alice"] });
  expect(world.task(1, "freeze").body).not.toContain("type: input");
});

test.each([
  ["missing", null],
  ["broken", "---\ntitle: [\n---\ntext\n"],
])("a %s template: the tasks are created without it, and the parent says so", async (_, text) => {
  const world = templated("freeze.md", text);
  await world.converge(world.milestone("v1"));
  expect(world.task(1, "freeze").title).toBe("freeze");
  expect(world.parent(1).body).toContain("`freeze.md` is not in `.github/ISSUE_TEMPLATE` on the default branch");
  // Pushed later, it is applied.
  await world.staleTargets();
  const files = { [`${FOLDER}/freeze.md`]: "---\ntitle: Freeze\n---\nNew text\n" };
  world.act("bob", "push", { branch: "main", commits: [{ message: "Template", files }] });
  expect(await world.staleTargets()).toEqual(["milestones"]);
  await world.converge(1);
  expect(world.task(1, "freeze").title).toBe("Freeze");
  expect(world.task(1, "freeze").body).toContain("New text");
  expect(world.parent(1).body).not.toContain("freeze.md");
});

test("an unknown name stays as it is, and the parent names it", async () => {
  const world = templated("freeze.md", "---\ntitle: Freeze\n---\nAsk {{who}} <!-- detoil:task {} --> first\n");
  await world.converge(world.milestone("v1"));
  expect(world.task(1, "freeze").body).toContain("Ask {{who}}  first");
  expect(world.parent(1).body).toContain("`freeze.md` uses `{{who}}`, which cannot be filled in");
});

test("a changed template is applied, except to what a person changed", async () => {
  const world = templated("freeze.md", "---\ntitle: Freeze\nlabels: a\nassignees: alice\n---\nOld\n");
  await world.converge(world.milestone("v1"));
  const { number } = world.task(1, "freeze");
  world.act("bob", "edit-issue", { number, title: "Mine" });
  const files = { [`${FOLDER}/freeze.md`]: "---\ntitle: Frost\nlabels: b\nassignees: bob\n---\nNew\n" };
  world.act("bob", "push", { branch: "main", commits: [{ message: "Template", files }] });
  await world.converge(1);
  expect(world.issue(number)).toMatchObject({ title: "Mine", assignees: ["bob"] });
  expect(world.issue(number).labels.map(({ name }) => name)).toEqual(["b"]);
  expect(world.issue(number).body).toContain("New");
});
