import assert from "node:assert/strict";
import { at, type Fact, listAt, type Stage } from "../../fact.ts";
import { found, issueOf, repositoryOf, shown } from "../../read.ts";

const ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}";
const PAYLOADS = "docs.github.com: Webhook events and payloads: issues";
const TRANSFER = "docs.github.com: Transferring an issue to another repository";

/**
 * A parent (1) with tasks; the one that goes (2) has everything: labels, people, milestone, comments, relations, a
 * project.
 */
const SCRATCH = {
  labels: [{ name: "release" }, { name: "own" }],
  milestones: [{ number: 1, title: "v1", due_on: "2026-12-01T08:00:00Z" }],
  issues: [
    { number: 1, title: "Parent", sub_issues: [2, 3], milestone: 1 },
    {
      number: 2,
      title: "Task",
      body: "marked",
      user: "detoil[bot]",
      labels: ["release", "own"],
      assignees: ["bo"],
      milestone: 1,
      blocked_by: [3],
      comments: [{ user: "bo", body: "soon" }],
    },
    { number: 3, title: "Before", milestone: 1 },
  ],
};
const WORLD = {
  app: {
    permissions: { metadata: "read", issues: "write", organization_projects: "write" },
    events: ["issues", "issue_comment", "milestone"],
  },
  repos: [
    {
      name: "acme/docs",
      permission: { bo: "admin" },
      labels: [{ name: "Release" }],
      milestones: [{ number: 4, title: "v1", due_on: "2026-12-01T08:00:00Z" }],
      issues: [{ number: 1, title: "There" }],
    },
    { name: "zoo/cage" },
  ],
  projects: [{ owner: "acme", number: 5, items: [{ repo: "acme/scratch", number: 2 }] }],
};
const STAGE = { world: WORLD, scratch: SCRATCH };
const MOVED = "an administrator who transfers, and a second repository";

async function inProject(stage: Stage): Promise<readonly unknown[]> {
  const repository = { org: "acme", project_number: 5 };
  const items = listAt(await found(stage, "GET /orgs/{org}/projectsV2/{project_number}/items", repository));
  return items.map((item) => [at(item, "content", "number"), at(item, "content", "repository_url")]);
}

const transfer = (stage: Stage, fields: object = {}) =>
  stage.act("transfer-issue", { number: 2, to: "acme/docs", ...fields }, "bo");

export const gone: readonly Fact[] = [
  {
    id: "conversations/deleted",
    says: "A deleted issue answers 410, over GraphQL NOT_FOUND; it is in no list, count or project any more.",
    source: "REST: Get an issue; docs.github.com: Deleting an issue",
    takes: "an administrator who deletes",
    ...STAGE,
    seen: async (stage) => {
      await stage.act("delete-issue", { number: 2 }, "bo");
      const { status } = await stage.rest(`GET ${ISSUE}`, { issue_number: 2 });
      assert.equal(status, 410);
      const { errors } = await repositoryOf(stage, "issue(number: 2) { id }");
      assert.equal(errors[0]?.type, "NOT_FOUND");
      const list = await found(stage, "GET /repos/{owner}/{repo}/issues", { milestone: "1", state: "all" });
      assert.deepEqual(
        listAt(list)
          .map((one) => at(one, "number"))
          .toSorted(),
        [1, 3],
      );
      assert.equal(at(await issueOf(stage, 1), "sub_issues_summary", "total"), 1);
      const milestone = "GET /repos/{owner}/{repo}/milestones/{milestone_number}";
      assert.equal(at(await found(stage, milestone, { milestone_number: 1 }), "open_issues"), 2);
      assert.deepEqual(await inProject(stage), []);
      return "410";
    },
  },
  {
    id: "conversations/deleted-told",
    says: "`issues.deleted` has the issue as it was: texts, labels, milestone and parent.",
    source: PAYLOADS,
    takes: "an administrator who deletes",
    ...STAGE,
    seen: async (stage) => {
      await stage.act("delete-issue", { number: 2 }, "bo");
      const deliveries = (await stage.deliveries()).find(({ name }) => name === "issues.deleted");
      const issue = at(deliveries?.body, "issue");
      assert.deepEqual(
        ["number", "title", "body"].map((key) => at(issue, key)),
        [2, "Task", "marked"],
      );
      assert.deepEqual([at(issue, "user", "login"), at(issue, "milestone", "number")], ["detoil[bot]", 1]);
      assert.deepEqual(
        listAt(issue, "labels").map((label) => at(label, "name")),
        ["release", "own"],
      );
      assert.match(String(at(issue, "parent_issue_url")), /\/issues\/1$/);
      return "as it was";
    },
  },
  {
    id: "conversations/deleted-stays",
    says: "A deleted issue cannot be changed any more: not over the API (410), not in a browser.",
    source: "docs.github.com: Deleting an issue",
    takes: "an administrator who deletes",
    ...STAGE,
    seen: async (stage) => {
      await stage.act("delete-issue", { number: 2 }, "bo");
      assert.equal((await stage.rest(`PATCH ${ISSUE}`, { issue_number: 2, title: "x" })).status, 410);
      assert.equal((await stage.rest(`POST ${ISSUE}/comments`, { issue_number: 2, body: "x" })).status, 410);
      for (const action of ["delete-issue", "close-issue"]) {
        await assert.rejects(stage.act(action, { number: 2 }, "bo"), /was deleted/);
      }
      await assert.rejects(stage.act("comment", { number: 2, body: "x" }, "bo"), /was deleted/);
      return "410";
    },
  },
  {
    id: "conversations/transferred",
    says: "A transferred issue is a new one elsewhere: same author and texts, labels and milestone by name, people, comments and project; no relations.",
    source: `${TRANSFER}; relations: unsourced`,
    takes: MOVED,
    ...STAGE,
    seen: async (stage) => {
      const before = await issueOf(stage, 2);
      assert.deepEqual(await transfer(stage), { repo: "acme/docs", number: 2 });
      const docs = { repo: "docs", issue_number: 2 };
      const moved = await found(stage, `GET ${ISSUE}`, docs);
      assert.deepEqual(
        [at(moved, "title"), at(moved, "body"), at(moved, "user", "login"), at(moved, "milestone", "number")],
        ["Task", "marked", "detoil[bot]", 4],
      );
      assert.deepEqual(
        listAt(moved, "labels").map((label) => at(label, "name")),
        ["Release"],
      );
      assert.deepEqual(
        listAt(moved, "assignees").map((user) => at(user, "login")),
        ["bo"],
      );
      const comments = listAt(await found(stage, `GET ${ISSUE}/comments`, docs));
      assert.deepEqual(
        comments.map((one) => [at(one, "user", "login"), at(one, "body")]),
        [["bo", "soon"]],
      );
      assert.notEqual(at(moved, "id"), at(before, "id"));
      assert.deepEqual(listAt(await found(stage, `GET ${ISSUE}/dependencies/blocked_by`, docs)), []);
      const [[number, repository] = []] = (await inProject(stage)) as readonly (readonly unknown[])[];
      assert.equal(number, 2);
      assert.match(String(repository), /acme\/docs$/);
      return "number 2 in acme/docs";
    },
  },
  {
    id: "conversations/transferred-told",
    says: "Both repositories report a transfer: the old one `transferred` with `new_issue`, the new one `opened` with `old_issue`.",
    source: PAYLOADS,
    takes: MOVED,
    ...STAGE,
    seen: async (stage) => {
      await transfer(stage);
      const deliveries = await stage.deliveries();
      const left = deliveries.find(({ name }) => name === "issues.transferred")?.body;
      assert.deepEqual(
        [at(left, "issue", "number"), at(left, "issue", "milestone", "number"), at(left, "repository", "full_name")],
        [2, 1, "acme/scratch"],
      );
      assert.deepEqual(
        [at(left, "changes", "new_issue", "title"), at(left, "changes", "new_repository", "full_name")],
        ["Task", "acme/docs"],
      );
      const came = deliveries.find(({ name }) => name === "issues.opened")?.body;
      assert.deepEqual(
        [at(came, "issue", "user", "login"), at(came, "repository", "full_name")],
        ["detoil[bot]", "acme/docs"],
      );
      assert.deepEqual(
        [at(came, "changes", "old_issue", "number"), at(came, "changes", "old_repository", "full_name")],
        [2, "acme/scratch"],
      );
      return "transferred, opened";
    },
  },
  {
    id: "conversations/transferred-leads-on",
    says: "The old number is 301 over REST, for reads and writes, to the new repository's number, even after a rename; over GraphQL NOT_FOUND; no list has it.",
    source: "REST: Get an issue, Update an issue",
    takes: MOVED,
    ...STAGE,
    seen: async (stage) => {
      await transfer(stage);
      await stage.act("rename-repo", { repo: "acme/docs", name: "manual" }, "bo");
      const old = { issue_number: 2 };
      const { id } = (await found(stage, "GET /repos/{owner}/{repo}", { repo: "manual" })) as { readonly id: number };
      for (const [method, fields] of [["GET", {}] as const, ["PATCH", { title: "x" }] as const]) {
        const moved = await stage.rest(`${method} ${ISSUE}`, { ...old, ...fields, request: { redirect: "manual" } });
        assert.equal(moved.status, 301);
        assert.ok((moved.headers.location ?? "").endsWith(`/repositories/${id}/issues/2`), moved.headers.location);
      }
      assert.match(String(at(await issueOf(stage, 2), "repository_url")), /acme\/manual$/);
      const { repository, errors } = await repositoryOf(stage, "issue(number: 2) { id }");
      assert.deepEqual([repository, errors[0]?.type], [{ issue: null }, "NOT_FOUND"]);
      const fields =
        "milestone(number: 1) { issues(first: 9) { nodes { number } } } issues(first: 9) { nodes { number } }";
      const nodes = [{ number: 1 }, { number: 3 }];
      assert.deepEqual(await shown(stage, fields), { milestone: { issues: { nodes } }, issues: { nodes } });
      return "301";
    },
  },
  {
    id: "conversations/transferred-written",
    says: "A PATCH follows to the new place; a POST continues as a GET, as after any 301, and writes nothing.",
    source: "REST: Update an issue; fetch.spec.whatwg.org: HTTP-redirect fetch",
    takes: MOVED,
    ...STAGE,
    seen: async (stage) => {
      await transfer(stage);
      await stage.rest(`PATCH ${ISSUE}`, { issue_number: 2, title: "Renamed on the way" });
      const there = await found(stage, `GET ${ISSUE}`, { repo: "docs", issue_number: 2 });
      assert.equal(at(there, "title"), "Renamed on the way");
      const posted = await stage.rest(`POST ${ISSUE}/comments`, { issue_number: 2, body: "x" });
      assert.deepEqual([posted.status, listAt(posted.data).length], [200, 1]);
      const comments = await found(stage, `GET ${ISSUE}/comments`, { repo: "docs", issue_number: 2 });
      assert.equal(listAt(comments).length, 1);
      return "renamed; no comment";
    },
  },
  {
    id: "conversations/not-transferred",
    says: "An issue can move to another repository of the same owner only, and a refused transfer changes nothing.",
    source: TRANSFER,
    takes: MOVED,
    ...STAGE,
    seen: async (stage) => {
      const before = await issueOf(stage, 2);
      await assert.rejects(transfer(stage, { to: "zoo/cage" }), /between an owner's repositories/);
      await assert.rejects(transfer(stage, { to: "acme/scratch" }), /already in this repository/);
      await assert.rejects(transfer(stage, { to: "acme/none" }), /no repository acme\/none/);
      await assert.rejects(transfer(stage, { number: 9 }), /Not Found/);
      assert.deepEqual(await issueOf(stage, 2), before);
      assert.deepEqual(await stage.deliveries(), []);
      return "refused";
    },
  },
  {
    id: "conversations/ghost",
    says: "People who deleted their account are `ghost` over REST and null over GraphQL; a pull request from a lost fork has no `head.repo`.",
    source: "docs.github.com: Deleting your personal account; REST: Get a pull request",
    takes: "a deleted account",
    world: { users: [{ login: "gone", deleted: true }] },
    scratch: {
      pulls: [{ number: 4, title: "Fix", user: "gone", base: "main", head: "fix", head_repo: null, state: "closed" }],
      issues: [{ number: 7, comments: [{ user: "gone", body: "hello" }] }],
    },
    seen: async (stage) => {
      const pull = await found(stage, "GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: 4 });
      assert.deepEqual([at(pull, "user", "login"), at(pull, "head", "repo")], ["ghost", null]);
      const data = await shown(stage, "issue(number: 7) { comments(first: 5) { nodes { body author { login } } } }");
      assert.deepEqual(listAt(data, "issue", "comments", "nodes"), [{ body: "hello", author: null }]);
      return "ghost, null";
    },
  },
];
