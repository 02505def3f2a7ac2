import assert from "node:assert/strict";
import { at, type Fact, type Player } from "../../fact.ts";
import { onProject, PROJECT, PROJECT_WORLD, projectWith, REST, ROOT } from "./project.ts";

const byNumber = (owner: string, repo: string, number: number) => ({ type: "Issue", owner, repo, number });

export const access: readonly Fact[] = [
  {
    id: "projects/missing",
    says: "A nonexistent object is 404: a project, a person's one under `/orgs`, an item, an issue, a deleted one, a pull request as an issue, an issue that the App cannot see.",
    source: REST,
    takes: PROJECT,
    ...PROJECT_WORLD,
    seen: async (stage) => {
      const status = async (route: string, fields: object = {}) => (await onProject(stage, route, fields)).status;
      assert.equal(await status(`GET ${ROOT}`, { project_number: 6 }), 404);
      assert.equal(await status(`GET ${ROOT}`, { org: "alice", project_number: 1 }), 404);
      assert.equal(await status(`GET ${ROOT}/items/{item_id}`, { item_id: 1 }), 404);
      assert.equal(await status(`PATCH ${ROOT}/items/{item_id}`, { item_id: 1, fields: [] }), 404);
      for (const [owner, repo, number] of [
        ["acme", "scratch", 99],
        ["acme", "scratch", 9],
        ["acme", "scratch", 4],
        ["zoo", "cage", 1],
      ] as const) {
        assert.equal(
          await status(`POST ${ROOT}/items`, byNumber(owner, repo, number)),
          404,
          `${owner}/${repo}#${number}`,
        );
      }
      return "404";
    },
  },
  {
    id: "projects/permissions",
    says: "Reading needs `organization_projects: read`, adding and setting `write`; otherwise 403.",
    source: "Permissions required for GitHub Apps (@octokit/app-permissions)",
    takes: PROJECT,
    ...projectWith({ issues: "write", organization_projects: "read" }),
    seen: async (stage) => {
      const status = async (route: string, fields: object = {}) => (await onProject(stage, route, fields)).status;
      assert.equal(await status(`GET ${ROOT}/fields`), 200);
      assert.equal(await status(`POST ${ROOT}/items`, byNumber("acme", "scratch", 2)), 403);
      assert.equal(await status(`PATCH ${ROOT}/items/{item_id}`, { item_id: 77, fields: [] }), 403);
      await stage.act("set-permissions", { permissions: { metadata: "read", issues: "write" } }, "bo");
      assert.equal(await status(`GET ${ROOT}/fields`), 403);
      return "200, then 403";
    },
  },
  {
    id: "projects/whose",
    says: "An organization's projects are visible to its people and its installation; for everybody else they are 404, over GraphQL NOT_FOUND.",
    source: "docs.github.com: Managing visibility of your projects",
    takes: `${PROJECT}, and strangers`,
    ...PROJECT_WORLD,
    seen: async (stage) => {
      const status = async (as: Player) =>
        (await stage.rest(`GET ${ROOT}`, { org: "acme", project_number: 5 }, as)).status;
      assert.deepEqual([await status("@alice"), await status("app")], [200, 200]);
      assert.deepEqual([await status("@stranger"), await status("nobody")], [404, 404]);
      const zoo = await stage.rest("GET /orgs/{org}/installation", { org: "zoo" }, "jwt");
      const tokens = "POST /app/installations/{installation_id}/access_tokens";
      const { data } = await stage.rest(tokens, { installation_id: at(zoo.data, "id") }, "jwt");
      const headers = { authorization: `token ${at(data, "token")}` };
      const theirs = await stage.rest(`GET ${ROOT}`, { org: "acme", project_number: 5, headers }, "nobody");
      assert.equal(theirs.status, 404);
      const query = '{ organization(login: "acme") { projectV2(number: 5) { title } } }';
      assert.equal((await stage.graphql(query, {}, "@stranger")).errors[0]?.type, "NOT_FOUND");
      const unknown = await stage.graphql(query.replace("5", "6"));
      assert.equal(unknown.errors[0]?.type, "NOT_FOUND");
      return "404, NOT_FOUND";
    },
  },
];
