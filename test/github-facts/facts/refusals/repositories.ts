import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";

export const repositories: readonly Fact[] = [
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
    says: "A renamed repository redirects to its number: 301 for reads, with their parameters, and 307 for writes; GraphQL follows on its own.",
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
];
