import { expect, test } from "vitest";
import { createSimulator, parseWorld, type Simulator } from "../../../simulator/index.ts";
import { withPages } from "../../../src/cli/github/site.ts";

const NEW = "/organizations/acme/settings/apps/new?state=abc";
const MANIFEST = { name: "Toil", url: "https://x.example", redirect_url: "http://127.0.0.1:9/setup/done" };

function github(world: object = {}): Simulator {
  const repos = [{ name: "acme/shop", permission: { alice: "admin" } }, { name: "bo/notes" }];
  const state = parseWorld({ users: [{ login: "alice" }], repos, ...world }, "w");
  const simulator = createSimulator(state, { transport: async () => new Response() });
  simulator.webhooks.url = "http://127.0.0.1:9/api/github/webhooks";
  return withPages(simulator, { zone: "UTC" });
}

/** As a browser does; `from`: the site of the page that it comes from. */
async function visit(simulator: Simulator, path: string, form?: Readonly<Record<string, string>>, from?: string) {
  const answer = await simulator.fetch(`${simulator.baseUrl}${path}`, {
    headers: { accept: "text/html,*/*", ...(from === undefined ? {} : { origin: from }) },
    ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
  });
  const { status, headers } = answer;
  const location = headers.get("location");
  return { status, location, text: await answer.text(), policy: headers.get("content-security-policy") };
}

test("a manifest is registered once somebody has given the App a name", async () => {
  const simulator = github();
  const manifest = JSON.stringify({ ...MANIFEST, default_permissions: { issues: "write", statuses: "read" } });
  const asked = await visit(simulator, NEW, { manifest }, "http://127.0.0.1:9");
  expect(asked.status).toBe(200);
  expect(asked.text).toContain("Create a GitHub App for acme");
  expect(asked.text).toContain("<li>Issues: Read and write</li><li>Commit statuses: Read-only</li>");
  expect(asked.policy).toContain("form-action 'self' http://127.0.0.1:9;");
  expect(simulator.state.app.slug).toBe("detoil");

  const { status, location } = await visit(simulator, NEW, { manifest, name: "Other Name" });
  expect([status, location]).toEqual([302, expect.stringMatching(/^http:.*9.setup.done.code=\w+&state=abc$/)]);
  const code = new URL(location ?? "").searchParams.get("code");
  const converted = await simulator.fetch(`${simulator.apiUrl}/app-manifests/${code}/conversions`, { method: "POST" });
  expect(await converted.json()).toMatchObject({ name: "Other Name", slug: "other-name" });
  expect((await visit(simulator, "/apps/other-name")).text).toContain("GitHub App 1");
});

test.each([
  ["what is not JSON", "{"],
  ["one that does not say where to go on", JSON.stringify({ name: "Toil", url: "https://x.example" })],
])("a manifest is refused in words: %s", async (_what, manifest) => {
  const { status, text } = await visit(github(), NEW, { manifest });
  expect(status).toBe(422);
  expect(text).toContain("The manifest is not valid");
});

test("an owner installs it, accepts what it asks for later, suspends and uninstalls it", async () => {
  const simulator = github({ installations: [], app: { permissions: { issues: "write" } } });
  const offered = await visit(simulator, "/apps/detoil/installations/new");
  expect(offered.text).toMatch(/acme[\s\S]*as alice[\s\S]*bo[\s\S]*as bo/);
  const { status, location } = await visit(simulator, "/apps/detoil/installations/new", { account: "acme" });
  expect(status).toBe(303);
  const path = location ?? "";
  expect((await visit(simulator, path)).text).toContain("detoil is installed on acme");
  expect((await visit(simulator, "/apps/detoil/installations/new")).text).toContain(`<a href="${path}">Configure</a>`);

  simulator.state.app.permissions = { issues: "write", checks: "write" };
  expect((await visit(simulator, path)).text).toContain("Accept new permissions");
  await visit(simulator, path, { action: "set-permissions" });
  expect((await visit(simulator, path)).text).not.toContain("Accept new permissions");
  await visit(simulator, path, { action: "suspend" });
  expect((await visit(simulator, path)).text).toContain("suspended");
  await visit(simulator, path, { action: "uninstall" });
  expect((await visit(simulator, path)).status).toBe(404);
  await simulator.idle();
  expect(simulator.deliveries.map(({ webhook }) => `${webhook.event}.${webhook.action}`).toReversed()).toEqual([
    ...["created", "new_permissions_accepted", "suspend", "deleted"].map((action) => `installation.${action}`),
  ]);
});

test("an owner selects repositories, and adds and removes them later", async () => {
  const simulator = github({ installations: [], repos: [{ name: "acme/shop" }, { name: "acme/app" }] });
  const install = { account: "acme", selection: "selected", repository: "acme/app" };
  const path = (await visit(simulator, "/apps/detoil/installations/new", install)).location ?? "";
  const [installation] = simulator.state.installations.values();
  const idOf = (name: string) => simulator.state.repos.get(name)?.id;
  expect(installation?.selected).toEqual([idOf("acme/app")]);
  expect((await visit(simulator, path)).text).toMatch(
    /Selected repositories[\s\S]*acme\/app[\s\S]*Remove[\s\S]*acme\/shop[\s\S]*Add/,
  );
  await visit(simulator, path, { action: "add-repository", repo: "acme/shop" });
  await visit(simulator, path, { action: "remove-repository", repo: "acme/app" });
  expect(installation?.selected).toEqual([idOf("acme/shop")]);
  const stranger = { account: "acme", selection: "selected", repository: "bo/notes" };
  await visit(simulator, path, { action: "uninstall" });
  const refused = await visit(simulator, "/apps/detoil/installations/new", stranger);
  expect(refused).toMatchObject({ status: 422, text: expect.stringContaining("acme has no bo/notes") });
});

test("what GitHub would refuse is said in words, and another site's form does nothing", async () => {
  const simulator = github();
  const twice = await visit(simulator, "/apps/detoil/installations/new", { account: "acme" });
  expect([twice.status, twice.text]).toEqual([422, expect.stringContaining("already installed on acme")]);
  const [installation] = simulator.state.installations.values();
  const path = `/settings/installations/${installation?.id}`;
  expect((await visit(simulator, path, { action: "uninstall" }, "https://evil.example")).status).toBe(405);
  expect(simulator.state.installations.get(installation?.id ?? 0)).toBe(installation);
});

test("a program that posts a manifest goes on at once, as before", async () => {
  const simulator = github();
  const body = new URLSearchParams({ manifest: JSON.stringify(MANIFEST) });
  const answer = await simulator.fetch(`${simulator.baseUrl}${NEW}`, { method: "POST", body });
  expect(answer.status).toBe(302);
});
