import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { madePull, somebody } from "../../made.ts";

export const pulls: readonly Fact[] = [
  {
    id: "refusals/draft",
    says: "A draft pull request in a private repository of a free plan is refused with 422.",
    source: "REST: Create a pull request; renovatebot/renovate and getsentry/seer#1493 catch this text",
    takes: "a private repository of a free plan",
    world: { users: [{ login: "acme", type: "Organization", plan: "free" }] },
    scratch: { private: true, branches: { main: "c2", old: "c1" } },
    seen: async (scratch) => {
      const pull = { title: "x", head: "main", base: "old" };
      const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/pulls", { ...pull, draft: true });
      assert.equal(status, 422);
      assert.equal(at(data, "message"), "Draft pull requests are not supported in this repository.");
      assert.equal((await scratch.rest("POST /repos/{owner}/{repo}/pulls", pull)).status, 201);
      return `422 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/pull-twice",
    says: "A second open pull request between the same branches is refused with 422, whoever opened the first.",
    source: "many reports of 'A pull request already exists for …'",
    seen: async (scratch) => {
      const { head, base } = await madePull(scratch);
      const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/pulls", { title: "x", head, base });
      assert.equal(status, 422);
      assert.match(JSON.stringify(data), /A pull request already exists for/);
      return "422";
    },
  },
  {
    id: "refusals/reviewer",
    says: "A reviewer who is not a collaborator, for example a bot, or who opened it, is refused with 422, and nobody is requested.",
    source: "many reports of 'Reviews may only be requested from collaborators'",
    seen: async (scratch) => {
      const { number } = await madePull(scratch);
      const route = "/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";
      const ask = (login: string) =>
        scratch.rest(`POST ${route}`, { pull_number: number, reviewers: [somebody(scratch), login] });
      const refused = await ask("github-actions[bot]");
      assert.equal(refused.status, 422);
      assert.match(String(at(refused.data, "message")), /Reviews may only be requested from collaborators/);
      assert.equal((await ask("no-such-login-0-here")).status, 422);
      assert.equal((await ask(scratch.bot)).status, 422);
      const { data } = await scratch.rest(`GET ${route}`, { pull_number: number });
      assert.deepEqual(listAt(data, "users"), []);
      return `422 ${at(refused.data, "message")}`;
    },
  },
  {
    id: "refusals/reopen-without-branch",
    says: "A closed pull request whose branch is gone cannot be reopened (422).",
    source: "many reports of 'state cannot be changed'",
    seen: async (scratch) => {
      const { number, head } = await madePull(scratch);
      const route = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";
      await scratch.rest(route, { pull_number: number, state: "closed" });
      await scratch.rest("DELETE /repos/{owner}/{repo}/git/refs/{ref}", { ref: `heads/${head}` }, "person");
      const { status } = await scratch.rest(route, { pull_number: number, state: "open" });
      assert.equal(status, 422);
      return "422";
    },
  },
  {
    id: "refusals/unrelated",
    says: "Comparing unrelated histories answers 404 with a sentence of its own, not an empty list.",
    source: "clients that catch 'No common ancestor between'",
    takes: "a branch with a history of its own",
    scratch: {
      commits: [{ sha: "c1" }, { sha: "c2", parents: ["c1"] }, { sha: "o1" }],
      branches: { main: "c2", orphan: "o1" },
    },
    seen: async (scratch) => {
      const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
      const { status, data } = await scratch.rest(route, { basehead: "main...orphan" });
      assert.deepEqual([status, at(data, "message")], [404, "No common ancestor between main and orphan."]);
      return `404 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/pull-unrelated",
    says: "A pull request between branches without a commit in common is refused with 422.",
    source: "mislav/hub#2322, ship-studio/ship-studio#838",
    takes: "a branch with a history of its own",
    scratch: {
      commits: [{ sha: "c1" }, { sha: "c2", parents: ["c1"] }, { sha: "o1" }],
      branches: { main: "c2", orphan: "o1" },
    },
    seen: async (scratch) => {
      const pull = { title: "x", head: "orphan", base: "main" };
      const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/pulls", pull);
      assert.deepEqual(
        [status, at(data, "errors", 0, "message")],
        [422, "The orphan branch has no history in common with main"],
      );
      return `422 ${at(data, "errors", 0, "message")}`;
    },
  },
  {
    id: "refusals/sixteen-reviewers",
    says: "A request for review that names more than 15 people is refused with 422, all of them.",
    source: "docs.github.com: Requesting a pull request review; all: unsourced",
    takes: "sixteen people",
  },
];
