import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch } from "../fact.ts";
import { madeIssue, madePull } from "../made.ts";

const TOO_LONG = "a".repeat(65_537);

async function issueBody(scratch: Scratch, body: object, status: number): Promise<unknown> {
  const answer = await scratch.rest("POST /repos/{owner}/{repo}/issues", { ...body });
  assert.equal(answer.status, status, JSON.stringify(answer.data));
  return at(answer.data, "errors", 0);
}

async function isMissing(scratch: Scratch, title: string): Promise<void> {
  const { data } = await scratch.rest("GET /repos/{owner}/{repo}/issues", { state: "all", per_page: 100 });
  assert.equal(
    listAt(data).some((one) => at(one, "title") === title),
    false,
    "the issue was still made",
  );
}

/** What GitHub does not do, in which words. */
export const refusals: readonly Fact[] = [
  {
    id: "refusals/assignee-new",
    says: "Creating an issue with a login that cannot be assigned is refused with 422 at `assignees`, and nothing is made.",
    source: "trstringer/manual-approval#71 #93 #141, vscode-pull-request-github#1868, harvester/harvester#10448",
    seen: async (scratch) => {
      const title = scratch.name("assignee");
      const error = await issueBody(scratch, { title, assignees: [scratch.bot] }, 422);
      assert.deepEqual(
        [at(error, "resource"), at(error, "field"), at(error, "code")],
        ["Issue", "assignees", "invalid"],
      );
      assert.ok(JSON.stringify(at(error, "value")).includes(scratch.bot), JSON.stringify(error));
      await isMissing(scratch, title);
      return `422 ${JSON.stringify(error)}`;
    },
  },
  {
    id: "refusals/assignee-suspended",
    says: "A suspended or deactivated person cannot be assigned, though the list of collaborators still counts them.",
    source: "trstringer/manual-approval#93 #141, Reviewable#957",
    takes: "a suspended account with access",
    world: { users: [{ login: "gone", suspended: true }] },
    scratch: { permission: { alice: "write", gone: "write" } },
    seen: async (scratch) => {
      const { data } = await scratch.rest("GET /repos/{owner}/{repo}/collaborators");
      assert.ok(listAt(data).some((one) => at(one, "login") === "gone"));
      const error = await issueBody(scratch, { title: "x", assignees: ["alice", "gone"] }, 422);
      assert.equal(at(error, "field"), "assignees");
      return "422, and still a collaborator";
    },
  },
  {
    id: "refusals/assignee-changed",
    says: "Changing an issue's `assignees` to a login that cannot be assigned is refused like creating it.",
    source: "unsourced",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
      const { status, data } = await scratch.rest(route, { issue_number: number, assignees: [scratch.bot] });
      assert.deepEqual([status, at(data, "errors", 0, "field")], [422, "assignees"]);
      return "422";
    },
  },
  {
    id: "refusals/assignee-added",
    says: "Adding a login that cannot be assigned (`POST …/assignees`) drops it silently.",
    source: "REST: Add assignees to an issue",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees";
      const { status, data } = await scratch.rest(route, { issue_number: number, assignees: [scratch.bot] });
      assert.deepEqual([status, listAt(data, "assignees").length], [201, 0]);
      return "201, nobody assigned";
    },
  },
  {
    id: "refusals/assignee-ghes",
    says: "A GHES names the first such login alone, without a sentence.",
    source: "trstringer/manual-approval#93, JasonEtco/create-an-issue#41",
    takes: "a GHES",
    world: { ghes: "3.16" },
    seen: async (scratch) => {
      const error = await issueBody(scratch, { title: "x", assignees: ["nobody-here", "nor-here"] }, 422);
      assert.deepEqual(error, { value: "nobody-here", resource: "Issue", field: "assignees", code: "invalid" });
      return "422";
    },
  },
  {
    id: "refusals/title-long",
    says: "An issue's title longer than 256 characters is refused with 422.",
    source: "many reports of 'title is too long (maximum is 256 characters)'",
    seen: async (scratch) => {
      const error = await issueBody(scratch, { title: "a".repeat(257) }, 422);
      assert.deepEqual([at(error, "field"), at(error, "code")], ["title", "custom"]);
      assert.match(String(at(error, "message")), /title is too long \(maximum is 256 characters\)/);
      return `422 ${at(error, "message")}`;
    },
  },
  {
    id: "refusals/body-long",
    says: "A body longer than 65,536 characters is refused with 422.",
    source: "many reports of 'body is too long (maximum is 65536 characters)'",
    seen: async (scratch) => {
      const error = await issueBody(scratch, { title: scratch.name("long"), body: TOO_LONG }, 422);
      assert.match(String(at(error, "message")), /body is too long \(maximum is 65536 characters\)/);
      return `422 ${at(error, "message")}`;
    },
  },
  {
    id: "refusals/comment-long",
    says: "So is a comment's.",
    source: "as refusals/body-long",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { status, data } = await scratch.rest(route, { issue_number: number, body: TOO_LONG });
      assert.equal(status, 422);
      assert.match(JSON.stringify(data), /too long \(maximum is 65536 characters\)/i);
      return "422";
    },
  },
  {
    id: "refusals/label-long",
    says: "A label's name longer than 50 characters is refused with 422, also where putting it on an issue would make it.",
    source: "many reports of 'name is too long (maximum is 50 characters)'",
    seen: async (scratch) => {
      const name = "l".repeat(51);
      const made = await scratch.rest("POST /repos/{owner}/{repo}/labels", { name });
      assert.equal(made.status, 422);
      assert.match(JSON.stringify(made.data), /name is too long \(maximum is 50 characters\)/);
      const title = scratch.name("label");
      await issueBody(scratch, { title, labels: [name] }, 422);
      await isMissing(scratch, title);
      return "422 both";
    },
  },
  {
    id: "refusals/label-twice",
    says: "A label that exists, in whatever case, is refused with 422 `already_exists`.",
    source: "REST: Create a label; cli/cli's own tests",
    seen: async (scratch) => {
      const name = scratch.name("label");
      scratch.afterwards(() => scratch.rest("DELETE /repos/{owner}/{repo}/labels/{name}", { name }));
      assert.equal((await scratch.rest("POST /repos/{owner}/{repo}/labels", { name })).status, 201);
      const again = await scratch.rest("POST /repos/{owner}/{repo}/labels", { name: name.toUpperCase() });
      assert.deepEqual([again.status, at(again.data, "errors", 0, "code")], [422, "already_exists"]);
      return "422 already_exists";
    },
  },
  {
    id: "refusals/milestone-twice",
    says: "A second milestone of the same title is refused with 422 `already_exists`.",
    source: "REST: Create a milestone",
    seen: async (scratch) => {
      const title = scratch.name("milestone");
      const first = await scratch.rest("POST /repos/{owner}/{repo}/milestones", { title });
      const milestone_number = at(first.data, "number");
      const route = "DELETE /repos/{owner}/{repo}/milestones/{milestone_number}";
      scratch.afterwards(() => scratch.rest(route, { milestone_number }));
      const again = await scratch.rest("POST /repos/{owner}/{repo}/milestones", { title });
      assert.deepEqual([first.status, again.status, at(again.data, "errors", 0, "code")], [201, 422, "already_exists"]);
      return "422 already_exists";
    },
  },
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
    id: "refusals/issues-off",
    says: "Without the repository's issues an issue is refused with 410, and GraphQL says that they are off.",
    source: "ossf/allstar#64, dust-tt/dust#10314",
    takes: "a repository without issues",
    scratch: { has_issues: false },
    seen: async (scratch) => {
      const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/issues", { title: "x" });
      assert.deepEqual([status, at(data, "message")], [410, "Issues are disabled for this repo"]);
      const asked = await scratch.graphql(
        "query($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { hasIssuesEnabled } }",
      );
      assert.equal(at(asked.data, "repository", "hasIssuesEnabled"), false);
      return `410 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/sub-issue-twice",
    says: "A sub-issue that is one already is refused with 422 and one sentence, without a list of errors.",
    source: "captured in many reports; e.g. tests of octo-org clients",
    seen: async (scratch) => {
      const [parent, child] = [await madeIssue(scratch), await madeIssue(scratch)];
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues";
      const link = { issue_number: parent.number, sub_issue_id: child.id };
      assert.equal((await scratch.rest(route, link)).status, 201);
      const { status, data } = await scratch.rest(route, link);
      assert.equal(status, 422);
      assert.match(String(at(data, "message")), /^An error occurred while adding the sub-issue to the parent issue\./);
      return `422 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/sub-issue-circle",
    says: "An issue cannot be under one that is under it (422).",
    source: "docs.github.com: Adding sub-issues",
    seen: async (scratch) => {
      const [parent, child] = [await madeIssue(scratch), await madeIssue(scratch)];
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues";
      await scratch.rest(route, { issue_number: parent.number, sub_issue_id: child.id });
      const { status, data } = await scratch.rest(route, { issue_number: child.number, sub_issue_id: parent.id });
      assert.equal(status, 422);
      return `422 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/dependency-circle",
    says: "Dependencies in a circle are refused with 422, also over several issues.",
    source: "unsourced",
    seen: async (scratch) => {
      const [a, b, c] = [await madeIssue(scratch), await madeIssue(scratch), await madeIssue(scratch)];
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by";
      assert.equal((await scratch.rest(route, { issue_number: a.number, issue_id: b.id })).status, 201);
      assert.equal((await scratch.rest(route, { issue_number: b.number, issue_id: c.id })).status, 201);
      const { status, data } = await scratch.rest(route, { issue_number: c.number, issue_id: a.id });
      assert.equal(status, 422);
      return `422 ${JSON.stringify(at(data, "errors") ?? at(data, "message"))}`;
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
    id: "refusals/bot-permission",
    says: "The permission of a bot is answered with 404 (`… is not a user`) or `none`.",
    source: "anthropics/claude-code-action#1018, chdsbd/kodiak#231",
    seen: async (scratch) => {
      const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
      const { status, data } = await scratch.rest(route, { username: scratch.bot });
      assert.ok(status === 404 || at(data, "permission") === "none", `${status} ${JSON.stringify(data)}`);
      return `${status} ${at(data, "message") ?? at(data, "permission")}`;
    },
  },
  {
    id: "refusals/api-version",
    says: "A REST request that names an unknown version is answered with 400.",
    source: "docs.github.com: API versions",
    seen: async (scratch) => {
      const ask = (version: string) =>
        scratch.rest("GET /repos/{owner}/{repo}", { headers: { "x-github-api-version": version } });
      assert.equal((await ask("2022-11-28")).status, 200);
      const unknown = await ask("2019-01-01");
      assert.equal(unknown.status, 400);
      assert.match(String(at(unknown.data, "message")), /is not supported/);
      return `400 ${at(unknown.data, "message")}`;
    },
  },
  {
    id: "refusals/permission",
    says: "What an App was not granted is refused with 403 'Resource not accessible by integration'.",
    source: "docs.github.com: Troubleshooting the REST API",
    seen: async (scratch) => {
      const installation = await scratch.rest("GET /repos/{owner}/{repo}/installation", {}, "jwt");
      const narrowed = { installation_id: at(installation.data, "id"), permissions: { metadata: "read" } };
      const route = "POST /app/installations/{installation_id}/access_tokens";
      const token = at((await scratch.rest(route, narrowed, "jwt")).data, "token");
      const headers = { authorization: `token ${token}` };
      const issue = { title: "x", headers };
      const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/issues", issue, "nobody");
      assert.deepEqual([status, at(data, "message")], [403, "Resource not accessible by integration"]);
      return "403";
    },
  },
  {
    id: "refusals/reviewer",
    says: "A reviewer who is not a collaborator, such as a bot, is refused with 422, and nobody is asked.",
    source: "many reports of 'Reviews may only be requested from collaborators'",
    seen: async (scratch) => {
      const { number } = await madePull(scratch);
      const asked = { pull_number: number, reviewers: ["github-actions[bot]"] };
      const route = "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";
      const { status, data } = await scratch.rest(route, asked);
      assert.equal(status, 422);
      assert.match(String(at(data, "message")), /Reviews may only be requested from collaborators/);
      return "422";
    },
  },
  {
    id: "refusals/label-absent",
    says: "Taking a label off that is not on is 404.",
    source: "REST: Remove a label from an issue; 'Label does not exist'",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}";
      const { status, data } = await scratch.rest(route, { issue_number: number, name: "no-such-label" });
      assert.equal(status, 404);
      return `404 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/empty-comment",
    says: "A comment without text is refused with 422.",
    source: "many reports of 'Body cannot be blank'",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { status } = await scratch.rest(route, { issue_number: number, body: "" });
      assert.equal(status, 422);
      return "422";
    },
  },
  {
    id: "refusals/reopen-without-branch",
    says: "A closed pull request whose branch is gone cannot be opened again (422).",
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
    id: "refusals/milestone-unknown",
    says: "An issue for a milestone that is not there is refused with 422.",
    source: "REST: Create an issue",
    seen: async (scratch) => {
      const error = await issueBody(scratch, { title: scratch.name("milestone"), milestone: 999_999 }, 422);
      assert.deepEqual([at(error, "field"), at(error, "code")], ["milestone", "invalid"]);
      return "422 milestone invalid";
    },
  },
  {
    id: "refusals/archived",
    says: "An archived repository refuses writes with 403.",
    source: "many reports of 'Repository was archived so is read-only'",
    takes: "an archived repository",
    scratch: { archived: true },
    seen: async (scratch) => {
      const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/issues", { title: "x" });
      assert.deepEqual([status, at(data, "message")], [403, "Repository was archived so is read-only."]);
      assert.equal((await scratch.rest("GET /repos/{owner}/{repo}")).status, 200);
      return `403 ${at(data, "message")}`;
    },
  },
  {
    id: "refusals/renamed",
    says: "A renamed repository redirects to its number: 301 for reads, with their parameters, and 307 for writes; GraphQL follows by itself.",
    source: "docs.github.com: Using the REST API, redirects",
    takes: "a renamed repository",
    scratch: { former_names: ["acme/before"], issues: [{ number: 1, title: "First", state: "closed" }] },
    seen: async (stage) => {
      const ask = (route: string, redirect: "manual" | "follow", fields: object = {}) =>
        stage.rest(route, { repo: "before", request: { redirect }, ...fields });
      const { data } = await ask("GET /repos/{owner}/{repo}", "follow");
      assert.equal(at(data, "full_name"), `${stage.owner}/${stage.repo}`);
      const moved = await ask("GET /repos/{owner}/{repo}/issues", "manual", { state: "all" });
      assert.equal(moved.status, 301);
      assert.ok((moved.headers.location ?? "").endsWith(`/repositories/${at(data, "id")}/issues?state=all`));
      assert.equal(listAt((await stage.rest(`GET ${moved.headers.location}`)).data).length, 1);
      assert.equal((await ask("POST /repos/{owner}/{repo}/issues", "manual", { title: "x" })).status, 307);
      const query = 'query Former($owner: String!) { repository(owner: $owner, name: "before") { name } }';
      assert.equal(at((await stage.graphql(query)).data, "repository", "name"), stage.repo);
      return "301, 307";
    },
  },
  {
    id: "refusals/broken-json",
    says: "A body that is no JSON is answered with 400 'Problems parsing JSON'.",
    source: "docs.github.com: Troubleshooting the REST API",
    seen: async (scratch) => {
      const headers = { "content-type": "application/json" };
      const broken = { data: "{", headers };
      const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/issues", broken);
      assert.deepEqual([status, at(data, "message")], [400, "Problems parsing JSON"]);
      return "400";
    },
  },
  {
    id: "refusals/no-number",
    says: "What is no number in a number's place is 404.",
    source: "REST: Get a pull request; unsourced",
    seen: async (scratch) => {
      const { status } = await scratch.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: "abc" });
      assert.equal(status, 404);
      return "404";
    },
  },
];
