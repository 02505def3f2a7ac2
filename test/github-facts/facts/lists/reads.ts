import assert from "node:assert/strict";
import { at, type Fact, type Scratch } from "../../fact.ts";
import { labelName, madeComment, madeIssue, madeMilestone, madePull, somebody } from "../../made.ts";
import { issueOf } from "../../read.ts";

const DESCRIPTION =
  "GitHub's OpenAPI description (@octokit/openapi 23), against which the simulated one checks its answers";

type Read = readonly [route: string, parameters?: Readonly<Record<string, unknown>>, status?: number];

const REPO = "/repos/{owner}/{repo}";

/** Each read is answered as it says, 200 where it says nothing. */
async function reads(scratch: Scratch, all: readonly Read[]): Promise<string> {
  for (const [route, parameters = {}, wanted = 200] of all) {
    const { status, data } = await scratch.rest(`GET ${route}`, parameters);
    assert.equal(status, wanted, `${route} ${JSON.stringify(parameters)}: ${JSON.stringify(data)}`);
  }
  return `${all.length} answered`;
}

export const readable: readonly Fact[] = [
  {
    id: "lists/reads",
    says: "An installation's reads of a repository are answered, with slashes in names escaped or not.",
    source: DESCRIPTION,
    seen: async (scratch) => {
      const [person, { head, branch }] = [somebody(scratch), scratch];
      const slashed = scratch.name("facts/read");
      const made = { ref: `refs/heads/${slashed}`, sha: head };
      assert.equal((await scratch.rest(`POST ${REPO}/git/refs`, made, "person")).status, 201);
      scratch.afterwards(() => scratch.rest(`DELETE ${REPO}/git/refs/{ref}`, { ref: `heads/${slashed}` }, "person"));
      await scratch.until(
        async () => (await scratch.rest(`GET ${REPO}/branches/{branch}`, { branch: slashed })).status === 200,
      );
      const label = labelName(scratch);
      await madeIssue(scratch, { labels: [label] });
      return reads(scratch, [
        [REPO],
        [`${REPO}/assignees`],
        [`${REPO}/assignees/{assignee}`, { assignee: person }, 204],
        [`${REPO}/assignees/{assignee}`, { assignee: "no-such-login-0-here" }, 404],
        [`${REPO}/branches`],
        [`${REPO}/branches/${slashed}`],
        [`${REPO}/collaborators`],
        [`${REPO}/collaborators/{username}`, { username: person }, 204],
        [`${REPO}/collaborators/{username}/permission`, { username: person }],
        [`${REPO}/commits`],
        [`${REPO}/commits`, { sha: branch, per_page: 1 }],
        [`${REPO}/commits/{ref}`, { ref: branch }],
        [`${REPO}/commits/{ref}/check-runs`, { ref: branch }],
        [`${REPO}/commits/{ref}/check-suites`, { ref: branch }],
        [`${REPO}/git/commits/{commit_sha}`, { commit_sha: head }],
        [`${REPO}/compare/{basehead}`, { basehead: `${scratch.before}...${branch}` }],
        [`${REPO}/contents/`],
        [`${REPO}/contents/{path}`, { path: "README.md", ref: slashed }],
        [`${REPO}/git/ref/{ref}`, { ref: `heads/${slashed}` }],
        [`${REPO}/git/matching-refs/{ref}`, { ref: "heads/" }],
        [`${REPO}/git/trees/{tree_sha}`, { tree_sha: branch, recursive: "1" }],
        [`${REPO}/git/trees/{tree_sha}`, { tree_sha: branch }],
        [`${REPO}/issues/comments`],
        [`${REPO}/labels`],
        [`${REPO}/labels/{name}`, { name: label }],
        [`${REPO}/milestones`],
        [`${REPO}/releases`],
        [`${REPO}/rules/branches/{branch}`, { branch }],
        [`${REPO}/tags`],
        ["/users/{username}", { username: person }],
        ["/users/{username}", { username: scratch.bot }],
        ["/installation/repositories"],
        ["/rate_limit"],
        ["/meta"],
      ]);
    },
  },
  {
    id: "lists/reads-of-conversations",
    says: "So are its reads of issues and pull requests; whether one was merged is 204 or 404.",
    source: DESCRIPTION,
    seen: async (scratch) => {
      const milestone = await madeMilestone(scratch);
      const [issue, child, pull] = [
        await madeIssue(scratch, { milestone: milestone.number }),
        await madeIssue(scratch),
        await madePull(scratch),
      ];
      const comment_id = await madeComment(scratch, issue);
      const relations = `${REPO}/issues/{issue_number}`;
      const link = { issue_number: issue.number, sub_issue_id: child.id };
      assert.equal((await scratch.rest(`POST ${relations}/sub_issues`, link)).status, 201);
      const merge = { pull_number: pull.number };
      const merged = await scratch.rest(`PUT ${REPO}/pulls/{pull_number}/merge`, merge, "person");
      assert.equal(merged.status, 200);
      const [issue_number, pull_number] = [issue.number, pull.number];
      assert.equal(at(await issueOf(scratch, pull_number), "number"), pull_number);
      return reads(scratch, [
        [relations, { issue_number: pull_number }],
        [`${relations}/comments`, { issue_number: pull_number }],
        [`${relations}/labels`, { issue_number }],
        [`${relations}/sub_issues`, { issue_number }],
        [`${relations}/parent`, { issue_number: child.number }],
        [`${relations}/dependencies/blocked_by`, { issue_number }],
        [`${relations}/dependencies/blocking`, { issue_number }],
        [`${REPO}/issues/comments/{comment_id}`, { comment_id }],
        [`${REPO}/milestones/{milestone_number}`, { milestone_number: milestone.number }],
        [`${REPO}/pulls`, { state: "all", sort: "updated", direction: "desc" }],
        [`${REPO}/pulls/{pull_number}`, { pull_number }],
        [`${REPO}/pulls/{pull_number}/commits`, { pull_number }],
        [`${REPO}/pulls/{pull_number}/files`, { pull_number }],
        [`${REPO}/pulls/{pull_number}/requested_reviewers`, { pull_number }],
        [`${REPO}/pulls/{pull_number}/reviews`, { pull_number }],
        [`${REPO}/pulls/{pull_number}/merge`, { pull_number }, 204],
        [`${REPO}/commits/{commit_sha}/pulls`, { commit_sha: at(merged.data, "sha") }],
      ]);
    },
  },
  {
    id: "lists/reads-with-more",
    says: "With more permissions statuses and an organization's teams are answered too; releases wherever there are some.",
    source: DESCRIPTION,
    takes: "an App with more permissions, and releases",
    world: {
      app: { permissions: { metadata: "read", contents: "read", statuses: "read", members: "read" } },
      teams: [{ org: "acme", slug: "sre", members: ["alice"] }],
    },
    scratch: {
      tags: [{ name: "v1.0.0", sha: "c1" }],
      releases: [{ tag: "v1.0.0", name: "One", body: "notes" }],
      statuses: [{ sha: "c2", context: "ci/legacy", state: "success" }],
    },
    seen: (stage) =>
      reads(stage, [
        [`${REPO}/commits/{ref}/status`, { ref: "main" }],
        [`${REPO}/commits/{ref}/statuses`, { ref: "main" }],
        [`${REPO}/releases/latest`],
        [`${REPO}/releases/tags/{tag}`, { tag: "v1.0.0" }],
        [`${REPO}/releases/tags/{tag}`, { tag: "v2.0.0" }, 404],
        ["/orgs/{org}/teams/{team_slug}", { org: "acme", team_slug: "sre" }],
        ["/orgs/{org}/teams/{team_slug}/members", { org: "acme", team_slug: "sre" }],
      ]),
  },
];
