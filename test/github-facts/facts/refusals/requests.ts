import assert from "node:assert/strict";
import { at, type Fact } from "../../fact.ts";

export const requests: readonly Fact[] = [
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
    says: "A request without the permission is refused with 403 'Resource not accessible by integration'.",
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
    id: "refusals/broken-json",
    says: "A body that is not JSON is answered with 400 'Problems parsing JSON'.",
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
    says: "Anything but a number in a number's place is 404.",
    source: "REST: Get a pull request; unsourced",
    seen: async (scratch) => {
      const { status } = await scratch.rest("GET /repos/{owner}/{repo}/pulls/{pull_number}", { pull_number: "abc" });
      assert.equal(status, 404);
      return "404";
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
];
