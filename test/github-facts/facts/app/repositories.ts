import assert from "node:assert/strict";
import { at, type Fact, listAt, type Stage } from "../../fact.ts";

const LIST = "GET /installation/repositories";

async function listed(stage: Stage) {
  const { status, data } = await stage.rest(LIST, { per_page: 100 });
  assert.equal(status, 200);
  return { selection: at(data, "repository_selection"), all: listAt(data, "repositories") };
}

/** Which repositories an installation is for, and what their list says of them. */
export const repositories: readonly Fact[] = [
  {
    id: "app/selected",
    says: "An installation is for `all` repositories of its account or for `selected` ones: it says so itself, and so does the list of its repositories, which has those alone.",
    source: "REST: Get an installation for the authenticated app; List repositories accessible to the app installation",
    takes: "an owner who chooses repositories",
    world: {
      repos: [{ name: "acme/docs" }, { name: "acme/site", private: false }],
      installations: [{ id: 5, account: "acme", repositories: ["acme/docs"] }],
    },
    seen: async (stage) => {
      await stage.act("add-repository", {}, "bo");
      const { selection, all } = await listed(stage);
      assert.deepEqual([selection, all.map((one) => at(one, "name"))], ["selected", [stage.repo, "docs"]]);
      const { data } = await stage.rest("GET /repos/{owner}/{repo}/installation", {}, "jwt");
      assert.equal(at(data, "repository_selection"), "selected");
      const elsewhere = await stage.rest("POST /repos/{owner}/{repo}/issues", { repo: "site", title: "x" });
      assert.equal(elsewhere.status, 403);
      return "selected";
    },
  },
  {
    id: "app/selected-for-apps-alone",
    says: "A person's token cannot list an installation's repositories (403).",
    source: "REST: List repositories accessible to the app installation, by its token",
    seen: async (scratch) => {
      const { status } = await scratch.rest(LIST, {}, "person");
      assert.equal(status, 403);
      return "403";
    },
  },
  {
    id: "app/repositories-told",
    says: "That list tells of each whether it is private, a fork, archived and with issues, and when it was pushed to last (`pushed_at`), to whichever branch; over GraphQL it is empty as long as nothing was.",
    source: "REST: the schema of a repository; GitHub's public GraphQL schema",
    takes: "other repositories",
    world: {
      repos: [
        { name: "acme/copy", fork: true, pushed_at: "2026-11-01T00:00:00Z" },
        { name: "acme/new", branches: {}, has_issues: false },
        { name: "acme/old", archived: true, private: false },
      ],
    },
    seen: async (stage) => {
      const told = async () =>
        (await listed(stage)).all.map((one) =>
          ["name", "private", "fork", "archived", "has_issues", "pushed_at"].map((field) => at(one, field)),
        );
      const now = "2026-11-20T01:00:00Z";
      const [first, ...others] = await told();
      assert.equal(first?.[0], stage.repo);
      assert.deepEqual(others, [
        ["copy", true, true, false, true, "2026-11-01T00:00:00Z"],
        ["new", true, false, false, false, now],
        ["old", false, false, true, true, now],
      ]);
      await stage.control("POST clock", { advance: 60 });
      await stage.act("push", { repo: "acme/copy", branch: "feat/x", commits: [{ message: "x" }] });
      assert.deepEqual((await told())[1]?.at(-1), "2026-11-20T01:01:00Z");
      const query = 'query Empty($owner: String!) { repository(owner: $owner, name: "new") { isEmpty isFork } }';
      const { data } = await stage.graphql(query);
      assert.deepEqual(at(data, "repository"), { isEmpty: true, isFork: false });
      return "private, fork, archived, has_issues, pushed_at";
    },
  },
];
