import nock from "nock";
import { expect, test } from "vitest";
import type { Action, Plan } from "../../src/github/actions.ts";
import { contentHash } from "../../src/github/apply/content-hash.ts";
import { type ApplyOptions, apply, startApplying } from "../../src/github/apply/index.ts";
import { NotVisibleYet, Preempted, Throttled, Unavailable } from "../../src/github/errors.ts";
import { textHash } from "../../src/github/hash.ts";
import { API, nockedClient, onlyNock, repository } from "./nocked.ts";
import { registryWith } from "./registry.ts";

onlyNock();

const because = "a test";
const repo = () => nock(`${API}/repos/acme/shop`);
const applyPlan = (plan: Plan, options: ApplyOptions) =>
  apply(startApplying(nockedClient(), repository, plan), options);

const task: Action = { action: "create-issue", ref: "t", identity: "task/1/t", title: "T", body: "b", because };
const reply: Action = { action: "create-comment", number: 1, identity: "reply/5", once: true, body: "Done.", because };
const link: Action = {
  action: "add-sub-issue",
  number: 3,
  sub_issue_id: { ref: "t" },
  sub_issue_number: { ref: "t" },
  because,
};

test("a creation is claimed before, and stored with GitHub's number after", async () => {
  repo().post("/issues").reply(201, { number: 7, id: 70 });
  repo().post("/issues/1/comments").reply(201, { id: 9 });
  repo().post("/issues/3/sub_issues", { sub_issue_id: 70 }).reply(201, {});
  const registry = registryWith();
  expect(await applyPlan([task, reply, link], { registry })).toEqual({ written: 3, refused: [], again: null });
  expect(registry.log).toEqual([
    "claim task/1/t",
    "made task/1/t 7 70",
    "claim reply/5 once",
    "made reply/5 - 9",
    "made sub-issue/3/70 - -",
  ]);
});

// Lists lag behind writes by seconds, unevenly: thevibeworks/claude-reads-hn#1522, octokit.js#900.
test("what was created a moment ago exists, whatever a list shows", async () => {
  repo().post("/issues/3/sub_issues", { sub_issue_id: 70 }).reply(201, {});
  const registry = registryWith({
    known: { "task/1/t": { number: 7, id: 70 } },
    claimed: { "reply/5": { kind: "made", given: { number: null, id: 9 }, lagging: true } },
  });
  const applied = await applyPlan([task, reply, link], { registry });
  // The plan did not see it, so another one is due when lists may show it.
  expect(applied).toEqual({ written: 1, refused: [], again: 5 });
  expect(registry.log).toEqual(["claim reply/5 once", "made sub-issue/3/70 - -"]);
});

test("what was said long ago and is not seen, since it is far back or deleted, is not said again, nor looked for", async () => {
  const registry = registryWith({
    claimed: { "reply/5": { kind: "made", given: { number: null, id: 9 }, lagging: false } },
  });
  expect(await applyPlan([reply], { registry })).toEqual({ written: 0, refused: [], again: null });
});

test("after a lost answer nothing is written until lists would show what was created: later writes may depend on it", async () => {
  const registry = registryWith({ claimed: { "task/1/t": { kind: "unsure", seconds: 12 } } });
  const stopped = applyPlan([task, link, reply], { registry });
  await expect(stopped).rejects.toBeInstanceOf(NotVisibleYet);
  await expect(stopped).rejects.toMatchObject({ seconds: 12 });
  expect(registry.log).toEqual(["claim task/1/t"]);
});

test("a claim stays where the answer was lost, and is dropped where GitHub certainly created nothing", async () => {
  const lost = registryWith();
  repo().post("/issues").reply(502, "Bad Gateway");
  await expect(applyPlan([task], { registry: lost })).rejects.toBeInstanceOf(Unavailable);
  expect(lost.log).toEqual(["claim task/1/t"]);
  const refused = registryWith();
  repo().post("/issues").reply(422, { message: "Validation Failed" });
  await applyPlan([task], { registry: refused });
  expect(refused.log).toEqual(["claim task/1/t", "unclaim task/1/t"]);
});

test("one refused write stops nothing that does not need it, is reported, and not requested again", async () => {
  const other: Action = { ...task, ref: "u", identity: "task/1/u", title: "U" };
  repo()
    .post("/issues", (body) => body.title === "T")
    .reply(422, { message: "Validation Failed" });
  repo()
    .post("/issues", (body) => body.title === "U")
    .reply(201, { number: 8, id: 80 });
  const registry = registryWith();
  const { written, refused } = await applyPlan([task, link, other], { registry });
  expect(written).toBe(1);
  expect(refused).toMatchObject([
    { action: "create-issue", identity: "task/1/t", status: 422, part: null, reason: "Validation Failed" },
  ]);
  expect(registry.reported).toEqual(refused);
  const known = registryWith({ refusals: [contentHash(task)] });
  expect(await applyPlan([task, link], { registry: known })).toEqual({ written: 0, refused: [], again: null });
});

test("other words about the same content are not other content", () => {
  expect(contentHash({ ...task, because: "another reason" })).toBe(contentHash(task));
  expect(contentHash({ ...task, body: "c" })).not.toBe(contentHash(task));
});

// vscode-pull-request-github#1868, trstringer/manual-approval#71: 422, and nothing is created.
test("a login that cannot be assigned and a label that GitHub refuses are left out, and named", async () => {
  const wrong = (field: string, value?: string) => ({
    message: "Validation Failed",
    errors: [{ resource: "Issue", field, code: "invalid", value }],
  });
  const full: Action = { ...task, assignees: ["alice", "gone"], labels: ["ok", "odd"] };
  repo()
    .post("/issues", (body) => body.assignees.length === 2)
    .reply(422, wrong("assignees", "gone"));
  repo()
    .post("/issues", (body) => body.assignees.length === 1 && body.labels.length === 2)
    .reply(422, wrong("labels"));
  repo()
    .post("/issues", { title: "T", body: "b", assignees: ["alice"], labels: [] })
    .reply(201, { number: 7, id: 70 });
  const { written, refused } = await applyPlan([full], { registry: registryWith() });
  expect(written).toBe(1);
  expect(refused.map(({ part, value, number, identity }) => [part, value, number, identity])).toEqual([
    ["assignee", "gone", 7, "task/1/t"],
    ["label", "ok", 7, "task/1/t"],
    ["label", "odd", 7, "task/1/t"],
  ]);
});

test("assignees whom GitHub silently drops are named too", async () => {
  repo()
    .post("/issues/4/assignees")
    .reply(201, { assignees: [{ login: "Alice" }] });
  const plan: Plan = [{ action: "add-assignees", number: 4, assignees: ["alice", "gone"], because }];
  const { refused } = await applyPlan(plan, { registry: registryWith() });
  expect(refused).toMatchObject([{ action: "add-assignees", number: 4, value: "gone" }]);
});

test("assignees are removed, and a pull request is put into a project as one", async () => {
  repo()
    .delete("/issues/4/assignees", { assignees: ["alice"] })
    .reply(200, { assignees: [] });
  nock(API).post("/orgs/acme/projectsV2/3/items", { type: "PullRequest", id: 40 }).reply(201, { id: 7 });
  const item = { ref: "item", org: "acme", project_number: 3, id: 40, type: "PullRequest" } as const;
  const plan: Plan = [
    { action: "remove-assignees", number: 4, assignees: ["alice"], because },
    { action: "add-to-project", ...item, because },
  ];
  expect(await applyPlan(plan, { registry: registryWith() })).toMatchObject({ written: 2, refused: [] });
});

// The REST description of the request; getsentry/seer#1493.
test("where there are no drafts, an ordinary pull request is opened", async () => {
  const pull: Action = {
    action: "create-pull-request",
    ref: "r",
    identity: "r",
    title: "R",
    body: "b",
    head: "develop",
    base: "main",
    draft: true,
    because,
  };
  const message = "Draft pull requests are not supported in this repository.";
  repo()
    .post("/pulls", (body) => body.draft)
    .reply(422, { message });
  repo()
    .post("/pulls", (body) => !body.draft)
    .reply(201, { number: 12, id: 120 });
  const { written, refused } = await applyPlan([pull], { registry: registryWith() });
  expect(written).toBe(1);
  expect(refused).toMatchObject([{ action: "create-pull-request", value: "draft", number: 12 }]);
});

test("a sub-issue that collides for a moment is tried again, and is not a refusal", async () => {
  repo().post("/issues/3/sub_issues").reply(422, { message: "Priority has already been taken" });
  const registry = registryWith();
  const plan: Plan = [{ action: "add-sub-issue", number: 3, sub_issue_id: 70, sub_issue_number: 7, because }];
  expect(await applyPlan(plan, { registry })).toEqual({ written: 0, refused: [], again: 3 });
  expect(registry.reported).toEqual([]);
});

test("403 to everything is not a refusal of one write: a permission is gone", async () => {
  repo().post("/issues/1/comments").times(3).reply(403, { message: "Resource not accessible by integration" });
  const plan: Plan = [1, 2, 3, 4].map((at) => ({ ...reply, identity: `reply/${at}` }));
  await expect(applyPlan(plan, { registry: registryWith() })).rejects.toMatchObject({ status: 403 });
});

test("a text that names what was not created shows a dash", async () => {
  repo().post("/issues").reply(422, { message: "Validation Failed" });
  repo().post("/issues/1/comments", { body: 'see — {"t": "?"}' }).reply(201, { id: 9 });
  const naming: Action = { ...reply, body: 'see #{{ref:t}} {"t": "{{ref:t}}"}' };
  expect(await applyPlan([task, naming], { registry: registryWith() })).toMatchObject({ written: 1 });
});

test("a pull request that was merged since is not a reason against opening the next one", async () => {
  const pull: Action = {
    action: "create-pull-request",
    ref: "r",
    identity: "r",
    title: "R",
    body: "b",
    head: "develop",
    base: "main",
    draft: false,
    because,
  };
  const registry = registryWith({ known: { r: { number: 12, id: 120 } } });
  repo().get("/pulls/12").reply(200, { state: "closed" });
  repo().post("/pulls").reply(201, { number: 13, id: 130 });
  expect(await applyPlan([pull], { registry })).toMatchObject({ written: 1, again: null });
  repo().get("/pulls/12").reply(200, { state: "open" });
  expect(await applyPlan([pull], { registry })).toMatchObject({ written: 0, again: 5 });
});

test("a check run with the same content is not created twice, a rerequested one is", async () => {
  const run: Action = {
    action: "set-check-run",
    name: "n",
    head_sha: "c1",
    conclusion: "success",
    output: { title: "t", summary: "s" },
    because,
  };
  const registry = registryWith({ known: { "check/c1/n": { number: null, id: 9, hash: contentHash(run) } } });
  repo().get("/check-runs/9").reply(200, { id: 9 });
  expect(await applyPlan([run], { registry })).toMatchObject({ written: 0, again: 5 });
  repo().get("/check-runs/9").reply(404, { message: "Not Found" });
  repo().post("/check-runs").times(3).reply(201, { id: 10 });
  expect(await applyPlan([run], { registry })).toMatchObject({ written: 1, again: null });
  expect(await applyPlan([{ ...run, rerequested: true }], { registry })).toMatchObject({ written: 1 });
  expect(await applyPlan([{ ...run, conclusion: "failure" }], { registry })).toMatchObject({ written: 1 });
});

test("throttled in the middle, it continues where it stopped", async () => {
  repo().post("/issues").reply(201, { number: 7, id: 70 });
  repo().post("/issues/3/sub_issues", { sub_issue_id: 70 }).reply(201, {});
  let room = 1;
  const reserve = async () => {
    room -= 1;
    if (room < 0) throw new Throttled({ seconds: 1 });
  };
  const progress = startApplying(nockedClient(), repository, [task, link]);
  await expect(apply(progress, { reserve })).rejects.toBeInstanceOf(Throttled);
  room = 1;
  expect(await apply(progress, { reserve })).toMatchObject({ written: 2 });
});

test("while a person waits, only the answer to a command continues", async () => {
  repo().post("/issues/1/comments").reply(201, { id: 9 });
  const plan: Plan = [
    { ...reply, answers: true },
    { action: "add-labels", number: 4, labels: ["a"], because },
  ];
  await expect(applyPlan(plan, { checkLease: async () => "urgent" })).rejects.toBeInstanceOf(Preempted);
});

// @octokit/openapi 23, github/docs: REST after 3.19 only, GraphQL from 3.17 on.
test("a GHES without sub-issues over REST takes them over GraphQL; an older one refuses, and that is reported", async () => {
  const plan: Plan = [{ action: "add-sub-issue", number: 3, sub_issue_id: 70, sub_issue_number: 7, because }];
  const asked: string[] = [];
  const graphql = (answer: object) =>
    nock(API.replace(/\/v3$/, ""))
      .post("/graphql", ({ query }) => asked.push(String(query).split("(")[0] ?? "") > 0)
      .reply(200, answer);
  const found = { data: { repository: { parent: { id: "P" }, child: { id: "C" } } } };
  repo().post("/issues/3/sub_issues").twice().reply(404, { message: "Not Found" });
  graphql(found);
  graphql({ data: { addSubIssue: { issue: { id: "P" } } } });
  expect(await applyPlan(plan, { registry: registryWith() })).toMatchObject({ written: 1, refused: [] });
  expect(asked).toEqual(["query subIssueIds", "mutation addSubIssue"]);
  graphql(found);
  graphql({ errors: [{ message: "Field 'addSubIssue' doesn't exist on type 'Mutation'" }] });
  expect(await applyPlan(plan, { registry: registryWith() })).toMatchObject({
    written: 0,
    refused: [{ action: "add-sub-issue", status: 404 }],
  });
});

test("what was removed does not count as existing any more, and may be created again", async () => {
  repo().delete("/issues/3/dependencies/blocked_by/70").reply(200, {});
  const registry = registryWith();
  const plan: Plan = [{ action: "remove-blocked-by", number: 3, issue_id: 70, because }];
  expect(await applyPlan(plan, { registry })).toMatchObject({ written: 1 });
  expect(registry.log).toEqual(["unclaim blocked-by/3/70"]);
});

test("of a text that a plan writes several times, the version read before the first write is stored", async () => {
  const expects = { body: "read" };
  repo().get("/issues/1").reply(200, { number: 1, body: "read", labels: [] });
  repo().patch("/issues/1").times(2).reply(200, {});
  repo().post("/issues").reply(201, { number: 7, id: 70 });
  repo().patch("/issues/7").times(2).reply(200, {});
  repo().patch("/issues/8").reply(200, {});
  const registry = registryWith();
  const update = { action: "update-issue", because } as const;
  const plan: Plan = [
    { ...update, number: 1, body: "a", expects },
    { ...update, number: 1, body: "b" },
    task,
    { ...update, number: { ref: "t" }, body: "c #{{ref:t}}" },
    { ...update, number: 7, body: "d" },
    // Nobody knows what it was.
    { ...update, number: 8, body: "e" },
    { ...update, number: 8, title: "E" },
  ];
  repo().patch("/issues/8").reply(200, {});
  await applyPlan(plan, { registry });
  expect(registry.log.filter((line) => line.startsWith("writing"))).toEqual([
    `writing 1 ${textHash("read")} ${textHash("a")}`,
    `writing 1 ${textHash("read")} ${textHash("b")}`,
    `writing 7 ${textHash("b")} ${textHash("c #7")}`,
    `writing 7 ${textHash("b")} ${textHash("d")}`,
  ]);
});
