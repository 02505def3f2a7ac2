import { expect, test } from "vitest";
import { shop, sre, type World } from "./world.ts";

/** What GitHub refuses is reported once on the parent, with the remedy, and the rest goes ahead. */

const WITH_STORE = { withStore: true };
const SUB_ISSUES = { method: "POST", path: "/repos/*/*/issues/*/sub_issues" };

/** Reconciles as the engine does, until nothing is left to do; returns the number of writes in the last reconciliation. */
async function untilQuiet(world: World): Promise<number> {
  for (let round = 1; round <= 6; round += 1) await world.reconcile(1, WITH_STORE).catch(() => {});
  return (await world.reconcile(1, WITH_STORE)).requests.writes;
}

const problems = (world: World) =>
  world
    .parent(1)
    .body.split("\n")
    .filter((line) => line.startsWith("- "));

// trstringer/manual-approval#71, #93: the list still has suspended people, and creating an issue for them is a 422.
test("a task for a suspended person is created without them, and the parent names them", async () => {
  const tasks = [
    { key: "freeze", title: "Freeze", assignees: ["dave", "bob"] },
    { key: "notes", title: "Notes", assignees: { rotate: ["dave", "alice"] } },
  ];
  const world = shop(sre(tasks), { world: { users: [{ login: "dave", suspended: true }] } });
  world.milestone("v1", "2026-12-01");
  expect(await untilQuiet(world)).toBe(0);
  expect(world.task(1, "freeze").assignees).toEqual(["bob"]);
  expect(world.task(1, "notes").assignees).toEqual(["alice"]);
  expect(problems(world)).toEqual([
    "- `dave` cannot be assigned here, so `freeze` lacks them. Give them access to the repository, or name somebody else in sre.yml.",
    "- `dave` cannot be assigned here, so the rotation of `notes` passes them over. Give them access to the repository, or change the list in sre.yml.",
  ]);
  const refused = world.requests().filter((one) => one.status === 422);
  world.act("alice", "edit-milestone", { number: 1, title: "v2" });
  expect(await untilQuiet(world)).toBe(0);
  expect(world.requests().filter((one) => one.status === 422)).toHaveLength(refused.length);
});

test("a label that is too long is left out and named", async () => {
  const long = "x".repeat(60);
  const template = `---\nlabels: ["${long}", "release"]\n---\nFreeze.\n`;
  const files = { ".github/ISSUE_TEMPLATE/freeze.md": template };
  const world = shop(sre([{ key: "freeze", title: "Freeze", template: "freeze.md" }]), { repo: { files } });
  world.milestone("v1", "2026-12-01");
  expect(await untilQuiet(world)).toBe(0);
  expect(world.task(1, "freeze").labels.map(({ name }) => name)).toEqual(["release"]);
  expect(world.requests().filter((one) => one.status === 422)).toEqual([]);
  expect(problems(world)).toEqual([
    `- GitHub refuses the label \`${long}\`, so tasks lack it. Change it in the issue template or in sre.yml.`,
  ]);
});

// "Priority has already been taken": GitHub's own race where links are added quickly.
test("a sub-issue that is refused for the moment is added by the next reconciliation", async () => {
  const world = shop(sre([{ key: "freeze", title: "Freeze" }]));
  world.milestone("v1", "2026-12-01");
  await world.fails({ match: SUB_ISSUES, status: 422, body: { message: "Priority has already been taken" } });
  const { applied } = await world.reconcile(1, WITH_STORE);
  expect(applied?.again).toBeGreaterThan(0);
  expect(world.parent(1).sub_issues).toEqual([]);
  expect(await untilQuiet(world)).toBe(0);
  expect(world.parent(1).sub_issues).toEqual([world.task(1, "freeze").number]);
  expect(problems(world)).toEqual([]);
});

test("a GitHub with sub-issues over GraphQL alone (GHES 3.17 to 3.19) gets them below the parent too", async () => {
  const world = shop(sre(Array.from({ length: 3 }, (_, at) => ({ key: `t${at}`, title: `T${at}` }))));
  world.milestone("v1", "2026-12-01");
  await world.fails({ match: SUB_ISSUES, status: 404, times: 1000 });
  expect(await untilQuiet(world)).toBe(0);
  expect(world.parent(1).sub_issues).toHaveLength(3);
  expect(problems(world)).toEqual([]);
});

test("a GitHub without sub-issues (GHES before 3.17): the table alone, and the parent says so", async () => {
  const world = shop(sre(Array.from({ length: 6 }, (_, at) => ({ key: `t${at}`, title: `T${at}` }))));
  world.milestone("v1", "2026-12-01");
  await world.fails(
    { match: SUB_ISSUES, status: 404, times: 1000 },
    { match: { operation: "addSubIssue" }, status: 404, times: 1000 },
  );
  expect(await untilQuiet(world)).toBe(0);
  expect(world.tasks(1).size).toBe(6);
  expect(world.parent(1).body).toContain("0 of 6 tasks done.");
  expect(problems(world)).toEqual([
    "- This GitHub does not let Detoil add sub-issues; the tasks are in the table only.",
  ]);
  expect(world.requests().filter((one) => one.path.endsWith("/sub_issues")).length).toBeLessThan(12);
});

test("dependencies that form a cycle with people's own are named, and requested once", async () => {
  const tasks = [
    { key: "freeze", title: "Freeze" },
    { key: "notes", title: "Notes" },
  ];
  const world = shop(sre(tasks));
  world.milestone("v1", "2026-12-01");
  await world.converge(1, WITH_STORE);
  const [freeze, notes] = [world.task(1, "freeze").number, world.task(1, "notes").number];
  world.act("bob", "add-blocked-by", { number: freeze, other: notes });
  world.configure(sre([tasks[0] ?? {}, { ...tasks[1], after: ["freeze"] }]));
  expect(await untilQuiet(world)).toBe(0);
  expect(world.task(1, "notes").blocked_by).toEqual([]);
  expect(problems(world)).toEqual([
    expect.stringContaining(
      `- GitHub refuses to mark [#${notes}](https://github.com/acme/shop/issues/${notes}) as blocked by [#${freeze}](https://github.com/acme/shop/issues/${freeze}): `,
    ),
  ]);
  expect(world.requests().filter((one) => one.status === 422)).toHaveLength(1);
  // sre.yml drops it: nothing is reported any more.
  world.configure(sre(tasks));
  await world.reconcile(1, WITH_STORE);
  expect(problems(world)).toEqual([]);
});

test("a task that GitHub refuses to create does not stop the others", async () => {
  const world = shop(
    sre([
      { key: "freeze", title: "Freeze" },
      { key: "notes", title: "Notes", after: ["freeze"] },
    ]),
  );
  world.milestone("v1", "2026-12-01");
  const body = { message: "Validation Failed", errors: [{ resource: "Issue", field: "title", code: "invalid" }] };
  await world.fails({ match: { method: "POST", path: "/repos/*/*/issues" }, status: 422, body });
  expect(await untilQuiet(world)).toBe(0);
  expect([...world.tasks(1).keys()]).toEqual(["notes"]);
  expect(problems(world)).toEqual([expect.stringContaining("- GitHub refuses to create `freeze`: ")]);
  expect(world.parent(1).sub_issues).toEqual([world.task(1, "notes").number]);
});

test("a label that GitHub refuses to create, but accepts on an issue, is requested once", async () => {
  const world = shop(sre([{ key: "freeze", title: "Freeze", labels: ["release"] }]));
  world.milestone("v1", "2026-12-01");
  const errors = [{ resource: "Label", field: "description", code: "invalid" }];
  await world.fails({
    match: { method: "POST", path: "/repos/*/*/labels" },
    status: 422,
    body: { message: "Validation Failed", errors },
    times: 1000,
  });
  expect(await untilQuiet(world)).toBe(0);
  expect(world.task(1, "freeze").labels.map(({ name }) => name)).toEqual(["release"]);
  expect(problems(world)).toEqual([]);
  expect(world.requests().filter(({ status }) => status === 422)).toHaveLength(1);
});

test("a next milestone that GitHub refuses to create is named on the parent; the tasks move once somebody creates one", async () => {
  const world = shop(sre([{ key: "freeze", title: "Freeze" }], { "on-close": "rollover" }));
  world.milestone("v1.2", "2026-12-01");
  await world.converge(1, WITH_STORE);
  const body = { message: "Validation Failed", errors: [{ resource: "Milestone", field: "title", code: "invalid" }] };
  await world.fails({ match: { method: "POST", path: "/repos/*/*/milestones" }, status: 422, body, times: 1000 });
  world.act("alice", "close-milestone", { number: 1 });
  expect(await untilQuiet(world)).toBe(0);
  expect(world.parent(1).body).toContain(
    "GitHub refuses to create `v1.3`: `Validation Failed: title invalid`. Create the next milestone yourself, and the tasks move to it.",
  );
  expect(world.requests().filter(({ status }) => status === 422)).toHaveLength(1);
  expect(world.issue(world.task(1, "freeze").number).milestone).toBe(1);
  world.milestone("v2", "2026-12-20");
  expect(await untilQuiet(world)).toBe(0);
  expect(world.issue(world.task(1, "freeze").number).milestone).toBe(2);
  expect(world.parent(1).body).not.toContain("refuses");
});
