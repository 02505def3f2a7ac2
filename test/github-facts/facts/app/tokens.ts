import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch } from "../../fact.ts";
import { madeIssue, madePull } from "../../made.ts";

async function newToken(scratch: Scratch, permissions?: object, repositories?: object) {
  const installation = await scratch.rest("GET /repos/{owner}/{repo}/installation", {}, "jwt");
  const asked = {
    installation_id: at(installation.data, "id"),
    ...(permissions === undefined ? {} : { permissions }),
    ...repositories,
  };
  return scratch.rest("POST /app/installations/{installation_id}/access_tokens", asked, "jwt");
}

/** The status of a request with a given token. */
async function statusWith(scratch: Scratch, token: unknown, route: string, fields: object = {}): Promise<number> {
  const headers = { authorization: `token ${token}` };
  return (await scratch.rest(route, { ...fields, headers }, "nobody")).status;
}

export const tokens: readonly Fact[] = [
  {
    id: "app/token",
    says: "An installation's token begins with `ghs_` and lasts an hour; its length is not specified.",
    source: "docs.github.com: Generating an installation access token; tokens may be `ghs_APPID_JWT` (April 2026)",
    seen: async (scratch) => {
      const { status, data, headers } = await newToken(scratch);
      assert.equal(status, 201);
      assert.match(String(at(data, "token")), /^ghs_/);
      const lasts = (Date.parse(String(at(data, "expires_at"))) - Date.parse(headers.date ?? "")) / 1000;
      assert.ok(Math.abs(lasts - 3600) <= 60, `${lasts} seconds`);
      assert.equal(at(data, "permissions", "checks"), "write");
      return `ghs_ and ${String(at(data, "token")).length - 4} characters more`;
    },
  },
  {
    id: "app/token-acts",
    says: "With it the App reads what its installation covers, and acts as its bot.",
    source: "docs.github.com: Authenticating as a GitHub App installation",
    seen: async (scratch) => {
      const { data } = await newToken(scratch);
      const headers = { authorization: `token ${at(data, "token")}` };
      const covered = await scratch.rest("GET /installation/repositories", { per_page: 100, headers }, "nobody");
      const names = listAt(covered.data, "repositories").map((one) => at(one, "full_name"));
      assert.ok(names.includes(`${scratch.owner}/${scratch.repo}`));
      const { number } = await madeIssue(scratch);
      const comment = { issue_number: number, body: "A fact is being tried", headers };
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const made = await scratch.rest(route, comment, "nobody");
      assert.deepEqual([made.status, at(made.data, "user", "login")], [201, scratch.bot]);
      return `${names.length} repositories, ${scratch.bot}`;
    },
  },
  {
    id: "app/token-ends",
    says: "After its hour a token is answered with 401 'Bad credentials'.",
    source: "docs.github.com: Generating an installation access token",
    takes: "an hour",
    seen: async (stage) => {
      const { data } = await newToken(stage);
      await stage.control("POST clock", { advance: 3590 });
      assert.equal(await statusWith(stage, at(data, "token"), "GET /repos/{owner}/{repo}"), 200);
      await stage.control("POST clock", { advance: 10 });
      const headers = { authorization: `token ${at(data, "token")}` };
      const after = await stage.rest("GET /repos/{owner}/{repo}", { headers }, "nobody");
      assert.deepEqual([after.status, at(after.data, "message")], [401, "Bad credentials"]);
      return "401 Bad credentials";
    },
  },
  {
    id: "app/narrowed-token",
    says: "A token narrowed to a permission that is not granted is refused with 422.",
    source: "REST: Create an installation access token for an app",
    seen: async (scratch) => {
      const { status } = await newToken(scratch, { organization_administration: "write" });
      assert.equal(status, 422);
      assert.equal((await newToken(scratch, { contents: "write" })).status, 422);
      return "422";
    },
  },
  {
    id: "app/narrowed-works",
    says: "One narrowed to less than was granted can do that and nothing else: 403 for the rest, including what it may read elsewhere.",
    source: "REST: Create an installation access token for an app; Permissions required for GitHub Apps",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const { data } = await newToken(scratch, { metadata: "read", issues: "read", pull_requests: "read" });
      const status = (route: string, fields: object = {}) => statusWith(scratch, at(data, "token"), route, fields);
      assert.equal(await status("GET /repos/{owner}/{repo}/issues"), 200);
      assert.equal(await status("GET /repos/{owner}/{repo}/issues/{issue_number}", { issue_number: number }), 200);
      assert.equal(await status("GET /repos/{owner}/{repo}/pulls"), 200);
      assert.equal(await status("POST /repos/{owner}/{repo}/issues", { title: "x" }), 403);
      const label = { issue_number: number, labels: ["x"] };
      assert.equal(await status("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", label), 403);
      const subs = "/repos/{owner}/{repo}/issues/{issue_number}/sub_issues";
      assert.equal(await status(`GET ${subs}`, { issue_number: number }), 200);
      assert.equal(await status(`POST ${subs}`, { issue_number: number, sub_issue_id: 1 }), 403);
      const blocked = "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by";
      assert.equal(await status(blocked, { issue_number: number, issue_id: 1 }), 403);
      const basehead = `${scratch.before}...${scratch.head}`;
      assert.equal(await status("GET /repos/{owner}/{repo}/compare/{basehead}", { basehead }), 403);
      assert.equal(await status("GET /repos/{owner}/{repo}/branches"), 403);
      const run = { name: "fact", head_sha: scratch.head };
      assert.equal(await status("POST /repos/{owner}/{repo}/check-runs", run), 403);
      return "200 for the granted, 403 for the rest";
    },
  },
  {
    id: "app/narrowed-repositories",
    says: "One narrowed to repositories, by name or by id, sees no other private one (404), writes in no other one (403), and lists those alone; one that the installation has not is refused with 422.",
    source:
      "REST: Create an installation access token for an app; the 422 'There is at least one repository that does not exist or is not accessible to the parent installation.' from public reports",
    takes: "a second repository in the installation",
    world: {
      repos: [
        { name: "acme/docs", private: true },
        { name: "acme/site", private: false },
      ],
    },
    seen: async (stage) => {
      const permissions = { metadata: "read", contents: "read", issues: "write" };
      const own = at((await stage.rest("GET /repos/{owner}/{repo}", {})).data, "id");
      for (const chosen of [{ repositories: [stage.repo] }, { repository_ids: [own] }]) {
        const { status, data } = await newToken(stage, permissions, chosen);
        assert.deepEqual([status, at(data, "repository_selection")], [201, "selected"]);
        const by = (route: string, fields: object = {}) => statusWith(stage, at(data, "token"), route, fields);
        assert.equal(await by("GET /repos/{owner}/{repo}/issues"), 200);
        assert.equal(await by("GET /repos/{owner}/{repo}", { repo: "docs" }), 404);
        assert.equal(await by("GET /repos/{owner}/{repo}", { repo: "site" }), 200);
        assert.equal(await by("POST /repos/{owner}/{repo}/issues", { repo: "site", title: "x" }), 403);
        const headers = { authorization: `token ${at(data, "token")}` };
        const listed = await stage.rest("GET /installation/repositories", { headers }, "nobody");
        const names = listAt(listed.data, "repositories").map((one) => at(one, "name"));
        assert.deepEqual(names, [stage.repo]);
      }
      const unknown = await newToken(stage, permissions, { repository_ids: [Number(own) + 1_000_000] });
      assert.equal(unknown.status, 422);
      return "201 selected, 404, 403; 422";
    },
  },
  {
    id: "app/narrowed-organization",
    says: "One narrowed to repositories keeps the permissions for the organization that were asked for: it reads a project's fields.",
    source: "assumed: permissions for an organization are not those of its repositories",
    takes: "an organization with a project",
    world: {
      app: { permissions: { metadata: "read", organization_projects: "write" } },
      projects: [{ owner: "acme", number: 3, title: "SRE", fields: [{ name: "Points", type: "number" }] }],
    },
    seen: async (stage) => {
      const permissions = { metadata: "read", organization_projects: "read" };
      const { data } = await newToken(stage, permissions, { repositories: [stage.repo] });
      const headers = { authorization: `token ${at(data, "token")}` };
      const project = { org: stage.owner, project_number: 3, headers };
      const fields = await stage.rest("GET /orgs/{org}/projectsV2/{project_number}/fields", project, "nobody");
      assert.equal(fields.status, 200);
      return "200";
    },
  },
  {
    id: "app/pull-write-labels",
    says: "`pull_requests: write` is enough to label, assign and comment on a pull request through the issues' routes.",
    source: "Permissions required for GitHub Apps (@octokit/app-permissions)",
    seen: async (scratch) => {
      const { number } = await madePull(scratch);
      const { data } = await newToken(scratch, { metadata: "read", pull_requests: "write" });
      const write = (part: string, fields: object) => {
        const route = `POST /repos/{owner}/{repo}/issues/{issue_number}/${part}`;
        return statusWith(scratch, at(data, "token"), route, { issue_number: number, ...fields });
      };
      const label = scratch.name("label");
      scratch.afterwards(() => scratch.rest("DELETE /repos/{owner}/{repo}/labels/{name}", { name: label }));
      assert.equal(await write("labels", { labels: [label] }), 200);
      assert.equal(await write("comments", { body: "A fact is being tried" }), 201);
      assert.equal(await write("assignees", { assignees: [scratch.owner] }), 201);
      return "200, 201, 201";
    },
  },
];
