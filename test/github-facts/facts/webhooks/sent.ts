import assert from "node:assert/strict";
import { verify } from "@octokit/webhooks-methods";
import { at, type Fact } from "../../fact.ts";
import { eventNames, PAYLOADS, SERVER } from "./server.ts";

export const sent: readonly Fact[] = [
  {
    id: "webhooks/signed",
    says: "A webhook is signed with the App's secret, has a GUID of its own, and names installation, repository and sender.",
    source: "docs.github.com: Validating webhook deliveries; Webhook events and payloads",
    takes: SERVER,
    seen: async (stage) => {
      await stage.act("push", { branch: "feat/y", commits: [{ message: "y", files: ["y.ts"] }] });
      const opened = await stage.act("open-pull", { title: "Y", base: "main", head: "feat/y" });
      const deliveries = await stage.deliveries();
      const names = deliveries.map(({ name }) => name);
      assert.deepEqual(names, ["create", "push", "check_suite.requested", "pull_request.opened"]);
      const { data } = await stage.rest("GET /repos/{owner}/{repo}/installation", {}, "jwt");
      for (const { text, signature, body } of deliveries) {
        assert.equal(await verify(stage.secret, text, signature), true);
        assert.equal(at(body, "installation", "id"), at(data, "id"));
        assert.equal(at(body, "sender", "login"), stage.person);
        assert.equal(at(body, "repository", "full_name"), `${stage.owner}/${stage.repo}`);
      }
      const last = deliveries.at(-1)?.body;
      assert.deepEqual([at(last, "number"), at(last, "pull_request", "head", "ref")], [at(opened, "number"), "feat/y"]);
      assert.equal(new Set(deliveries.map(({ guid }) => guid)).size, deliveries.length);
      for (const { guid } of deliveries)
        assert.match(guid, /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
      return names.join(", ");
    },
  },
  {
    id: "webhooks/subscribed",
    says: "Only events that the App subscribes to and may read are sent; those of its installation always are.",
    source: "docs.github.com: Using webhooks with GitHub Apps",
    takes: SERVER,
    world: {
      app: { permissions: { metadata: "read", contents: "read", issues: "write" }, events: ["issues", "push"] },
    },
    scratch: { issues: [{ number: 7, title: "First" }] },
    seen: async (stage) => {
      await stage.act("create-milestone", { title: "v9" }); // not subscribed to
      await stage.act("set-permissions", { permissions: { contents: "read" } }, "bo");
      await stage.act("close-issue", { number: 7 }); // no longer readable
      assert.deepEqual(await eventNames(stage), ["installation.new_permissions_accepted"]);
      return "installation.new_permissions_accepted alone";
    },
  },
  {
    id: "webhooks/installation",
    says: "Suspending, unsuspending and uninstalling the App are reported; uninstalling is not delayed.",
    source: `${PAYLOADS}: installation`,
    takes: SERVER,
    seen: async (stage) => {
      for (const action of ["suspend", "unsuspend", "uninstall"]) await stage.act(action, {}, "bo");
      const deliveries = await stage.deliveries();
      const names = deliveries.map(({ name }) => name);
      assert.deepEqual(names, ["installation.suspend", "installation.unsuspend", "installation.deleted"]);
      for (const { body } of deliveries) assert.equal(at(body, "installation", "account", "login"), stage.owner);
      return names.join(", ");
    },
  },
  {
    id: "webhooks/account-renamed",
    says: "An account's new name is reported as `installation_target` and, of an organization, as `organization`, both `renamed`, to Apps that subscribe; the old name is in `changes.login.from`. No repository is named, and none reports it for itself.",
    source: `${PAYLOADS}: installation_target, organization`,
    takes: "an owner who renames the organization",
    world: {
      app: {
        permissions: { metadata: "read", contents: "read", members: "read" },
        events: ["installation_target", "organization", "repository"],
      },
    },
    seen: async (stage) => {
      await stage.act("rename-account", { login: "zenith" }, "bo");
      const deliveries = await stage.deliveries();
      const names = deliveries.map(({ name }) => name);
      assert.deepEqual(names, ["installation_target.renamed", "organization.renamed"]);
      for (const { body } of deliveries) {
        assert.equal(at(body, "changes", "login", "from"), stage.owner);
        assert.equal(at(body, "repository"), undefined);
      }
      const logins = [at(deliveries[0]?.body, "account", "login"), at(deliveries[1]?.body, "organization", "login")];
      assert.deepEqual(logins, ["zenith", "zenith"]);
      return names.join(", ");
    },
  },
  {
    id: "webhooks/project-items",
    says: "`projects_v2_item` names project and issue by their global ids alone, and no repository.",
    source: `${PAYLOADS}: projects_v2_item; examples in octokit/webhooks`,
    takes: SERVER,
    world: {
      app: {
        permissions: { metadata: "read", issues: "write", organization_projects: "write" },
        events: ["projects_v2_item"],
      },
      projects: [{ owner: "acme", number: 3, title: "SRE", fields: [{ name: "Points", type: "number" }] }],
    },
    scratch: { issues: [{ number: 7, title: "First" }] },
    seen: async (stage) => {
      await stage.act("move-project-item", { number: 7, project: 3, field: "Points", value: 5 });
      const deliveries = await stage.deliveries();
      const names = deliveries.map(({ name }) => name);
      assert.deepEqual(names, ["projects_v2_item.created", "projects_v2_item.edited"]);
      for (const { body } of deliveries) {
        assert.equal(at(body, "projects_v2_item", "content_type"), "Issue");
        assert.equal(at(body, "organization", "login"), stage.owner);
        assert.equal(at(body, "repository"), undefined);
      }
      return names.join(", ");
    },
  },
  {
    id: "webhooks/repositories-chosen",
    says: "Repositories that are added to an installation or removed from it are reported as `installation_repositories`, whatever the App subscribes to; nothing else about the others is.",
    source: `${PAYLOADS}: installation_repositories`,
    takes: "an owner who chooses repositories",
    world: {
      app: { permissions: { metadata: "read", issues: "write" }, events: ["milestone"] },
      installations: [{ id: 5, account: "acme", repositories: [] }],
    },
    seen: async (stage) => {
      const fullName = `${stage.owner}/${stage.repo}`;
      await stage.act("create-milestone", { title: "v8" }); // not chosen yet
      await stage.act("add-repository", {}, "bo");
      await stage.act("create-milestone", { title: "v9" });
      await stage.act("remove-repository", {}, "bo");
      const deliveries = await stage.deliveries();
      const names = deliveries.map(({ name }) => name);
      const expected = ["installation_repositories.added", "milestone.created", "installation_repositories.removed"];
      assert.deepEqual(names, expected);
      const [added, , removed] = deliveries.map(({ body }) => body);
      assert.equal(at(added, "repository_selection"), "selected");
      assert.equal(at(added, "repositories_added", 0, "full_name"), fullName);
      assert.equal(at(removed, "repositories_removed", 0, "full_name"), fullName);
      return names.join(", ");
    },
  },
  {
    id: "webhooks/push-commits",
    says: "A push lists its commits with the files that each added, removed and modified; GitHub lists at most 2,048.",
    source: `${PAYLOADS}: push`,
    takes: SERVER,
    seen: async (stage) => {
      await stage.act("push", { branch: "feat/y", commits: [{ message: "y", files: { "y.ts": "1" } }] });
      await stage.deliveries();
      const files = { "y.ts": null, "README.md": "2", "z.ts": "3" };
      await stage.act("push", { branch: "feat/y", commits: [{ message: "z", files }] });
      const [push] = await stage.deliveries();
      const commit = at(push?.body, "commits", 0);
      assert.deepEqual(
        [at(commit, "added"), at(commit, "removed"), at(commit, "modified")],
        [["z.ts"], ["y.ts"], ["README.md"]],
      );
      assert.deepEqual([at(push?.body, "ref"), at(push?.body, "forced")], ["refs/heads/feat/y", false]);
      return "added, removed, modified";
    },
  },
];
