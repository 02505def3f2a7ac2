import assert from "node:assert/strict";
import { at, type Fact } from "../../fact.ts";
import { found, repositoryOf } from "../../read.ts";

const TROUBLES = "docs.github.com: Troubleshooting the REST API";
const PERMISSION = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";

export const access: readonly Fact[] = [
  {
    id: "app/private-repository",
    says: "A private repository is visible to its people; for everybody else it is 404, and NOT_FOUND over GraphQL.",
    source: TROUBLES,
    takes: "a private repository and a stranger",
    world: { users: [{ login: "stranger" }] },
    scratch: { private: true },
    seen: async (stage) => {
      const status = async (as: "@bo" | "@stranger" | "nobody") =>
        (await stage.rest("GET /repos/{owner}/{repo}", {}, as)).status;
      assert.deepEqual([await status("@bo"), await status("@stranger"), await status("nobody")], [200, 404, 404]);
      const { repository } = await repositoryOf(stage, "nameWithOwner viewerPermission", {}, "@alice");
      assert.deepEqual(repository, { nameWithOwner: `${stage.owner}/${stage.repo}`, viewerPermission: "WRITE" });
      const { errors } = await repositoryOf(stage, "id", {}, "@stranger");
      assert.equal(errors[0]?.type, "NOT_FOUND");
      return "404";
    },
  },
  {
    id: "app/public-repository",
    says: "Everybody may read a public one; writing needs a login (401).",
    source: TROUBLES,
    takes: "a public repository",
    seen: async (stage) => {
      assert.equal((await stage.rest("GET /repos/{owner}/{repo}/pulls", {}, "nobody")).status, 200);
      const { status, data } = await stage.rest("POST /repos/{owner}/{repo}/issues", { title: "x" }, "nobody");
      assert.equal(status, 401);
      return `401 ${at(data, "message")}`;
    },
  },
  {
    id: "app/elsewhere",
    says: "An installation reads others' public repositories, may not write to them (403), and cannot see private ones (404).",
    source: TROUBLES,
    takes: "others' repositories",
    world: { repos: [{ name: "zoo/open", private: false }, { name: "zoo/closed" }] },
    seen: async (stage) => {
      const status = async (route: string, repo: string, fields: object = {}) =>
        (await stage.rest(route, { owner: "zoo", repo, ...fields })).status;
      assert.equal(await status("GET /repos/{owner}/{repo}", "open"), 200);
      assert.equal(await status("POST /repos/{owner}/{repo}/issues", "open", { title: "x" }), 403);
      assert.equal(await status("GET /repos/{owner}/{repo}", "closed"), 404);
      return "200, 403, 404";
    },
  },
  {
    id: "app/people-make-no-checks",
    says: "A person's token cannot create a check run (403).",
    source: "REST: Check runs; many reports of 'You must authenticate via a GitHub App'",
    seen: async (scratch) => {
      const run = { name: "fact", head_sha: scratch.head };
      const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/check-runs", run, "person");
      assert.equal(status, 403);
      return `403 ${at(data, "message")}`;
    },
  },
  {
    id: "app/permission-asking",
    says: "Reading a collaborator's permission needs push access, or `metadata: read` of an App.",
    source: "REST: Get repository permissions for a user",
    seen: async (scratch) => {
      const { status, data } = await scratch.rest(PERMISSION, { username: scratch.person ?? scratch.owner });
      assert.equal(status, 200);
      return `200 ${at(data, "permission")}`;
    },
  },
  {
    id: "app/permission-words",
    says: "`permission` is the older field: it says `write` for maintain, `read` for triage, `none` or `read` for outsiders; `role_name` has the role.",
    source: "REST: Get repository permissions for a user",
    takes: "people of every role",
    world: { users: [{ login: "stranger" }] },
    scratch: { permission: { a: "admin", m: "maintain", w: "write", t: "triage", r: "read" } },
    seen: async (stage) => {
      const words = async (username: string) => {
        const data = await found(stage, PERMISSION, { username });
        return [at(data, "permission"), at(data, "role_name")];
      };
      assert.deepEqual(await words("a"), ["admin", "admin"]);
      assert.deepEqual(await words("m"), ["write", "maintain"]);
      assert.deepEqual(await words("w"), ["write", "write"]);
      assert.deepEqual(await words("t"), ["read", "triage"]);
      assert.deepEqual(await words("r"), ["read", "read"]);
      assert.ok(["none", "read"].includes(String((await words("stranger"))[0])));
      return "admin, write, write, read, read";
    },
  },
  {
    id: "app/viewer",
    says: "Over GraphQL the `viewer` of an installation's token is the App's bot.",
    source: "unsourced",
    seen: async (scratch) => {
      const { data, errors } = await scratch.graphql("query Viewer { viewer { login } }");
      assert.deepEqual([errors, at(data, "viewer", "login")], [[], scratch.bot]);
      return scratch.bot;
    },
  },
];
