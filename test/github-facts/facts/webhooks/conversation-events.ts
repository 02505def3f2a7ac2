import assert from "node:assert/strict";
import { at, type Fact } from "../../fact.ts";
import { madeBranch } from "../../made.ts";
import { eventNames, PAYLOADS, SERVER } from "./server.ts";

const EVENTS = ["pull_request", "label", "issues", "issue_comment", "milestone", "check_run", "check_suite", "push"];
const APP = {
  permissions: { metadata: "read", contents: "read", issues: "write", pull_requests: "write", checks: "write" },
  events: EVENTS,
};

export const conversationEvents: readonly Fact[] = [
  {
    id: "webhooks/own-pull",
    says: "The App also receives its own writes: a pull request from opening to merging.",
    source: `${PAYLOADS}: pull_request, issue_comment, label, push`,
    takes: SERVER,
    world: { app: APP },
    seen: async (stage) => {
      const [base, head] = [await madeBranch(stage, stage.before), await madeBranch(stage, stage.head)];
      await stage.deliveries();
      const write = async (route: string, fields: object) => (await stage.rest(route, { ...fields })).data;
      const pull = await write("POST /repos/{owner}/{repo}/pulls", { title: "Release", head, base });
      const [pull_number, issue_number] = [at(pull, "number"), at(pull, "number")];
      await write("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number, title: "Release 1", body: "- #3" });
      await write("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", { issue_number, labels: ["release"] });
      const assignees = { issue_number, assignees: ["alice"] };
      await write("POST /repos/{owner}/{repo}/issues/{issue_number}/assignees", assignees);
      const reviewers = { pull_number, reviewers: ["alice", "bo"] };
      await write("POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers", reviewers);
      const comments = "/repos/{owner}/{repo}/issues/comments/{comment_id}";
      const made = { issue_number, body: "hello" };
      const comment = await write("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", made);
      const comment_id = at(comment, "id");
      await write(`PATCH ${comments}`, { comment_id, body: "hello again" });
      await write(`POST ${comments}/reactions`, { comment_id, content: "confused" });
      await write(`DELETE ${comments}`, { comment_id });
      await stage.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", { pull_number }, "person");
      const names = await eventNames(stage);
      assert.deepEqual(names, [
        "pull_request.opened",
        "pull_request.edited",
        "label.created",
        "pull_request.labeled",
        "pull_request.assigned",
        "pull_request.review_requested",
        "pull_request.review_requested",
        "issue_comment.created",
        "issue_comment.edited",
        "issue_comment.deleted",
        "push",
        "check_suite.requested",
        "pull_request.closed",
      ]);
      return `${names.length} webhooks, none for a reaction`;
    },
  },
  {
    id: "webhooks/own-issue",
    says: "So it does an issue and a check run.",
    source: `${PAYLOADS}: issues, check_run, check_suite`,
    takes: SERVER,
    world: { app: APP },
    scratch: { labels: [{ name: "help wanted" }], milestones: [{ number: 1, title: "v1" }] },
    seen: async (stage) => {
      const issue = { title: "x", labels: ["help wanted"], assignees: ["bo"] };
      const { data } = await stage.rest("POST /repos/{owner}/{repo}/issues", issue);
      const end = { issue_number: at(data, "number"), state: "closed", state_reason: "completed", milestone: 1 };
      await stage.rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", end);
      const run = { name: "fact", head_sha: stage.head, status: "in_progress" };
      const check_run_id = at((await stage.rest("POST /repos/{owner}/{repo}/check-runs", run)).data, "id");
      const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
      await stage.rest(route, { check_run_id, conclusion: "failure" });
      const names = await eventNames(stage);
      assert.deepEqual(names, [
        "issues.opened",
        "issues.labeled",
        "issues.assigned",
        "issues.closed",
        "issues.milestoned",
        "check_run.created",
        "check_run.completed",
        "check_suite.completed",
      ]);
      return `${names.length} webhooks`;
    },
  },
  {
    id: "webhooks/milestone",
    says: "A milestone sends that it was created, edited, closed, opened and deleted (as it was); a change to the same day sends nothing.",
    source: `${PAYLOADS}: milestone; unsourced for the same day`,
    takes: SERVER,
    scratch: { milestones: [{ number: 1, title: "v1", due_on: "2026-12-01T08:00:00Z" }] },
    seen: async (stage) => {
      const route = "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}";
      const change = (fields: object) => stage.rest(route, { milestone_number: 1, ...fields });
      await stage.rest("POST /repos/{owner}/{repo}/milestones", { title: "v2" });
      await change({ due_on: "2026-12-01T12:00:00Z" }); // the same day
      await change({ title: "v1.0", due_on: "2026-12-02T12:00:00Z" });
      await change({ state: "closed" });
      await change({ state: "open" });
      await stage.rest("DELETE /repos/{owner}/{repo}/milestones/{milestone_number}", { milestone_number: 1 });
      const deliveries = await stage.deliveries();
      assert.deepEqual(
        deliveries.map(({ name }) => name),
        ["created", "edited", "closed", "opened", "deleted"].map((action) => `milestone.${action}`),
      );
      const gone = at(deliveries.at(-1)?.body, "milestone");
      assert.deepEqual(
        ["number", "title", "due_on"].map((key) => at(gone, key)),
        [1, "v1.0", "2026-12-02T08:00:00Z"],
      );
      return "created, edited, closed, opened, deleted";
    },
  },
  {
    id: "webhooks/people",
    says: "People's actions on issues, pull requests, milestones, releases and the repository are sent, each with a payload of its own.",
    source: PAYLOADS,
    takes: SERVER,
    world: {
      app: {
        permissions: { ...APP.permissions, statuses: "read", deployments: "read" },
        events: [
          ...EVENTS,
          "create",
          "delete",
          "pull_request_review",
          "status",
          "release",
          "deployment",
          "deployment_status",
          "repository",
        ],
      },
    },
    scratch: {
      labels: [{ name: "bug" }],
      milestones: [{ number: 1, title: "v1.2" }],
      issues: [
        { number: 7, title: "First" },
        { number: 8, title: "Second" },
      ],
    },
    seen: async (stage) => {
      const bo = (action: string, fields: object = {}) => stage.act(action, { ...fields }, "bo");
      await stage.act("push", { branch: "feat/y", commits: [{ message: "y", files: ["y.ts"] }] });
      const number = at(await stage.act("open-pull", { title: "Y", base: "main", head: "feat/y" }), "number");
      await bo("review", { number, state: "APPROVED" });
      await bo("label", { number, label: "bug" });
      await bo("unlabel", { number, label: "bug" });
      await bo("assign", { number, assignee: "alice" });
      await bo("unassign", { number, assignee: "alice" });
      await bo("request-review", { number, reviewers: ["bo"] });
      await bo("edit-pull", { number, title: "Y2" });
      const id = at(await bo("comment", { number, body: "hm" }), "id");
      await bo("edit-comment", { id, body: "hm!" });
      await bo("delete-comment", { id });
      await bo("complete-check", { sha: "feat/y", name: "test" });
      await bo("set-status", { sha: "feat/y", context: "ci", state: "success" });
      await bo("edit-milestone", { number: 1, title: "v1.3" });
      await bo("close-milestone", { number: 1 });
      await bo("reopen-milestone", { number: 1 });
      await bo("move-issue", { number: 8, milestone: 1 });
      await bo("delete-milestone", { number: 1 });
      await bo("close-issue", { number: 7 });
      await bo("reopen-issue", { number: 7 });
      await bo("delete-issue", { number: 7 });
      await bo("merge-pull", { number, method: "squash" });
      const deployed = await bo("create-deployment", { ref: "main", environment: "production" });
      await bo("deployment-status", { id: at(deployed, "id"), state: "success" });
      await bo("publish-release", { tag: "v2" });
      await bo("push", { branch: "feat/y", delete: true });
      await bo("archive");
      await bo("unarchive");
      await bo("rename-repo", { name: "store" });
      const names = new Set(await eventNames(stage));
      const wanted = [
        "pull_request_review.submitted",
        "pull_request.unassigned",
        "issue_comment.deleted",
        "check_suite.completed",
        "status",
        "milestone.closed",
        "milestone.opened",
        "milestone.deleted",
        "issues.milestoned",
        "issues.reopened",
        "issues.deleted",
        "deployment_status.created",
        "release.published",
        "delete",
        "repository.archived",
        "repository.renamed",
      ];
      assert.deepEqual(
        wanted.filter((name) => !names.has(name)),
        [],
      );
      return `${names.size} kinds`;
    },
  },
];
