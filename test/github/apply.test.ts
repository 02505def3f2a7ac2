import nock from "nock";
import { expect, test } from "vitest";
import type { CreateCommit, Plan } from "../../src/github/actions.ts";
import { type ApplyOptions, apply as carryOut, startApplying } from "../../src/github/apply/index.ts";
import { LostTarget, StaleFacts } from "../../src/github/errors.ts";
import { API, nockedClient, onlyNock, repository } from "./nocked.ts";

onlyNock();

const because = "a test";
const repo = () => nock(`${API}/repos/acme/shop`);
const apply = (plan: Plan, options: ApplyOptions = {}) =>
  carryOut(startApplying(nockedClient(), repository, plan), options);
const failure = (plan: Plan) => apply(plan).catch((error: unknown) => error);

test("a creation gives its number to what comes after it", async () => {
  repo()
    .post("/pulls", { title: "Release", body: "list", head: "develop", base: "main", draft: false })
    .reply(201, { number: 12 });
  repo()
    .post("/issues/12/labels", { labels: ["release"] })
    .reply(200, []);
  repo().post("/issues/12/comments", { body: "see #12" }).reply(201, { id: 1 });
  await apply([
    {
      action: "create-pull-request",
      ref: "r",
      identity: "r",
      title: "Release",
      body: "list",
      head: "develop",
      base: "main",
      draft: false,
      because,
    },
    { action: "add-labels", number: { ref: "r" }, labels: ["release"], because },
    { action: "create-comment", number: { ref: "r" }, identity: "c", body: "see #{{ref:r}}", because },
  ]);
});

test("a pull request that already exists means: reconcile again", async () => {
  repo()
    .post("/pulls")
    .reply(422, {
      message: "Validation Failed",
      errors: [{ message: "A pull request already exists for acme:develop." }],
    });
  const plan: Plan = [
    {
      action: "create-pull-request",
      ref: "r",
      identity: "r",
      title: "t",
      body: "b",
      head: "develop",
      base: "main",
      draft: false,
      because,
    },
  ];
  expect(await failure(plan)).toBeInstanceOf(StaleFacts);
});

test("any other refusal is reported, and only stops what needs the pull request", async () => {
  repo().post("/issues/3/comments").reply(201, { id: 5 });
  repo().post("/pulls").reply(422, { message: "No commits between main and develop" });
  const plan: Plan = [
    {
      action: "create-pull-request",
      ref: "r",
      identity: "r",
      title: "t",
      body: "b",
      head: "develop",
      base: "main",
      draft: false,
      because,
    },
  ];
  const after: Plan = [
    { action: "add-labels", number: { ref: "r" }, labels: ["release"], because },
    { action: "create-comment", number: 3, identity: "c", body: "see #{{ref:r}}", because },
  ];
  expect(await apply([...plan, ...after])).toMatchObject({
    written: 1,
    refused: [{ action: "create-pull-request", identity: "r", status: 422, value: null }],
    again: null,
  });
});

test("a body that a person changed meanwhile is not overwritten", async () => {
  repo().get("/pulls/4").reply(200, { body: "- [x] #1" });
  const plan: Plan = [
    { action: "update-pull-request", number: 4, body: "new", expects: { body: "- [ ] #1" }, because },
  ];
  expect(await failure(plan)).toBeInstanceOf(StaleFacts);
});

test.each<[string, Plan[number]]>([
  ["/issues/7", { action: "update-issue", number: 7, body: "new", expects: { body: "old" }, because }],
  ["/pulls/7", { action: "update-pull-request", number: 7, body: "new", expects: { body: "old" }, because }],
])("a 404 at the read before a write is not taken for a refusal: %s", async (path, action) => {
  repo().get(path).reply(404, { message: "Not Found" });
  expect(await failure([action])).toBeInstanceOf(StaleFacts);
});

test("line ends alone are not a change, and base is never sent", async () => {
  repo().get("/pulls/4").reply(200, { body: "a\r\nb" });
  repo().patch("/pulls/4", { body: "new" }).reply(200, {});
  await apply([{ action: "update-pull-request", number: 4, body: "new", expects: { body: "a\nb" }, because }]);
});

test("one reviewer who cannot be requested does not keep the others from it", async () => {
  const ask = (reviewers: string[]) => repo().post("/pulls/4/requested_reviewers", { reviewers });
  ask(["a", "gone", "b"]).reply(422, { message: "Reviews may only be requested from collaborators." });
  ask(["a"]).reply(201, {});
  ask(["gone"]).reply(422, { message: "Reviews may only be requested from collaborators." });
  ask(["b"]).reply(201, {});
  const { refused } = await apply([{ action: "request-reviewers", number: 4, reviewers: ["a", "gone", "b"], because }]);
  expect(refused).toMatchObject([{ action: "request-reviewers", number: 4, value: "gone", status: 422 }]);
});

test("120 annotations travel in three requests", async () => {
  const annotations = Array.from({ length: 120 }, (_, line) => ({
    path: "f",
    start_line: line + 1,
    end_line: line + 1,
    annotation_level: "failure" as const,
    message: "m",
  }));
  const sizes: number[] = [];
  const count = (body: { output: { annotations: unknown[] } }) => sizes.push(body.output.annotations.length) > 0;
  repo().post("/check-runs", count).reply(201, { id: 9 });
  repo().patch("/check-runs/9", count).twice().reply(200, {});
  const output = { title: "t", summary: "s", annotations };
  await apply([{ action: "set-check-run", name: "n", head_sha: "c1", conclusion: "failure", output, because }]);
  expect(sizes.sort((a, b) => b - a)).toEqual([50, 50, 20]);
});

test("a worker that lost its target writes nothing more", async () => {
  const plan: Plan = [{ action: "create-comment", number: 1, identity: "c", body: "b", because }];
  const lost = apply(plan, { checkLease: async () => "lost" });
  await expect(lost).rejects.toBeInstanceOf(LostTarget);
});

test("a comment that is already gone counts as deleted", async () => {
  repo().delete("/issues/comments/5").reply(404, { message: "Not Found" });
  await apply([{ action: "delete-comment", comment_id: 5, because }]);
});

test.each([
  ["label", { action: "create-label", name: "release", color: "ededed", because }],
  ["milestone", { action: "create-milestone", ref: "m", identity: "milestone/v2", title: "v2", because }],
] as const)("a %s that is there already is no refusal; every other 422 is one", async (kind, action) => {
  const refusal = (code: string) => ({
    message: "Validation Failed",
    errors: [{ resource: kind, field: "name", code }],
  });
  repo().post(`/${kind}s`).reply(422, refusal("already_exists"));
  const again = apply([action]);
  if (kind === "label") expect(await again).toMatchObject({ written: 1, refused: [] });
  else await expect(again).rejects.toBeInstanceOf(StaleFacts);
  repo().post(`/${kind}s`).reply(422, refusal("invalid"));
  expect(await apply([action])).toMatchObject({
    written: 0,
    refused: [{ action: action.action, status: 422 }],
  });
});

const BRANCH = { action: "create-branch", ref: "b", branch: "detoil/x", sha: "c1", because } as const;
const COMMIT: CreateCommit = {
  action: "create-commit",
  ref: "c",
  branch: "detoil/x",
  message: "Change",
  path: "a.yml",
  content: "é: 1\n",
  sha: "b1",
  needs: [{ ref: "b" }],
  because,
};

test("a branch is created, or moved with whatever is on it, and a file is committed to it", async () => {
  repo().post("/git/refs", { ref: "refs/heads/detoil/x", sha: "c1" }).reply(201, {});
  repo()
    .put("/contents/a.yml", { branch: "detoil/x", message: "Change", content: "w6k6IDEK", sha: "b1" })
    .twice()
    .reply(200, {});
  repo().patch("/git/refs/heads%2Fdetoil%2Fx", { sha: "c1", force: true }).reply(200, {});
  expect(await apply([{ ...BRANCH, moves: false }, COMMIT])).toMatchObject({ written: 2 });
  expect(await apply([{ ...BRANCH, moves: true }, COMMIT])).toMatchObject({ written: 2 });
});

test("a branch that is there by now, or a file that is another one, means: reconcile again", async () => {
  repo().post("/git/refs").reply(422, { message: "Reference already exists" });
  expect(await failure([{ ...BRANCH, moves: false }])).toBeInstanceOf(StaleFacts);
  repo().put("/contents/a.yml").reply(409, { message: "a.yml does not match b1" });
  expect(await failure([{ ...COMMIT, needs: [] }])).toBeInstanceOf(StaleFacts);
});

test("without its branch nothing is committed", async () => {
  repo().post("/git/refs").reply(422, { message: "Repository rule violations found" });
  const { written, refused } = await apply([{ ...BRANCH, moves: false }, COMMIT]);
  expect([written, refused.map(({ action }) => action)]).toEqual([0, ["create-branch"]]);
});
