import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { openShop } from "../graphql/shop.ts";
import { control, octokitAsApp, octokitWith } from "./octokit.ts";

const shop = { owner: "acme", repo: "shop" };

function installationId(simulator: ReturnType<typeof openShop>["simulator"]): number {
  return [...simulator.state.installations.keys()][0] ?? 0;
}

test("the App knows itself and where it is installed", async () => {
  const { simulator } = openShop();
  const app = octokitAsApp(simulator);
  expect((await app.rest.apps.getAuthenticated()).data).toMatchObject({ id: 1, slug: "detoil" });
  const id = installationId(simulator);
  expect((await app.rest.apps.listInstallations()).data).toMatchObject([{ id, account: { login: "acme" } }]);
  for (const found of [
    await app.rest.apps.getInstallation({ installation_id: id }),
    await app.rest.apps.getRepoInstallation(shop),
    await app.rest.apps.getOrgInstallation({ org: "acme" }),
  ]) {
    expect(found.data.id).toBe(id);
    expect(found.data.permissions).toEqual(simulator.state.app.permissions);
  }
  expect(simulator.unexpected).toEqual([]);
});

test("an installation token acts as the bot for an hour of simulated time", async () => {
  const { simulator } = openShop();
  const app = octokitAsApp(simulator);
  const { data } = await app.rest.apps.createInstallationAccessToken({ installation_id: installationId(simulator) });
  expect(data).toMatchObject({ expires_at: "2026-11-20T02:00:00Z", permissions: { checks: "write" } });
  const octokit = octokitWith(simulator, data.token);
  expect((await octokit.rest.apps.listReposAccessibleToInstallation()).data.repositories).toMatchObject([
    { full_name: "acme/shop" },
  ]);
  const comment = await octokit.rest.issues.createComment({ ...shop, issue_number: 7, body: "hi" });
  expect(comment.data.user?.login).toBe("detoil[bot]");
  await control(simulator, "POST", "clock", { advance: 3600 });
  await expect(octokit.rest.repos.get(shop)).rejects.toMatchObject({ status: 401, message: /Bad credentials/ });
  expect(simulator.requests.map(({ path, write, installation }) => [path, write, installation !== null])).toEqual([
    [`/app/installations/${installationId(simulator)}/access_tokens`, false, false],
    ["/installation/repositories", false, true],
    ["/repos/acme/shop/issues/7/comments", true, true],
    ["/repos/acme/shop", false, false],
  ]);
});

test("a token may be asked for with less than the installation has, never with more", async () => {
  const { simulator } = openShop();
  const app = octokitAsApp(simulator);
  const ask = (permissions: Record<string, "read" | "write">) =>
    app.rest.apps.createInstallationAccessToken({ installation_id: installationId(simulator), permissions });
  const { data } = await ask({ issues: "read" });
  const octokit = octokitWith(simulator, data.token);
  expect((await octokit.rest.issues.get({ ...shop, issue_number: 7 })).status).toBe(200);
  await expect(octokit.rest.pulls.list(shop)).rejects.toMatchObject({ status: 403 });
  await expect(ask({ deployments: "write" })).rejects.toMatchObject({ status: 422 });
});

test("what is wrong with credentials is told as GitHub tells it", async () => {
  const { simulator } = openShop();
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const privateKey = other.export({ type: "pkcs1", format: "pem" }).toString();
  const wrongKey = octokitAsApp(simulator, { privateKey });
  await expect(wrongKey.rest.apps.getAuthenticated()).rejects.toMatchObject({
    status: 401,
    message: /A JSON web token could not be decoded/,
  });
  await expect(octokitAsApp(simulator, { appId: 77 }).rest.apps.getAuthenticated()).rejects.toMatchObject({
    status: 404,
    message: /Integration not found/,
  });
  await expect(octokitWith(simulator, "sim_nobody").rest.repos.get(shop)).rejects.toMatchObject({ status: 401 });
  await expect(octokitWith(simulator).rest.repos.get(shop)).rejects.toMatchObject({ status: 404 });
  await expect(octokitWith(simulator, "sim_alice").rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
});

test("suspended is 403, uninstalled is gone, and both are told to the App", async () => {
  const { simulator } = openShop();
  const token = simulator.installationToken();
  const octokit = octokitWith(simulator, token);
  simulator.webhooks.deliver = "hold";
  simulator.do({ as: "bo", action: "suspend", repo: "acme/shop" });
  await expect(octokit.rest.repos.get(shop)).rejects.toMatchObject({ status: 403, message: /suspended/ });
  const app = octokitAsApp(simulator);
  const again = app.rest.apps.createInstallationAccessToken({ installation_id: installationId(simulator) });
  await expect(again).rejects.toMatchObject({ status: 403 });
  simulator.do({ as: "bo", action: "unsuspend", repo: "acme/shop" });
  expect((await octokit.rest.repos.get(shop)).status).toBe(200);
  simulator.do({ as: "bo", action: "uninstall", account: "acme" });
  await expect(octokit.rest.repos.get(shop)).rejects.toMatchObject({ status: 401 });
  expect(simulator.release()).toBe(3);
});

test("permissions that were taken away are missed by REST", async () => {
  const { simulator } = openShop();
  const octokit = octokitWith(simulator, simulator.installationToken());
  const open = () => octokit.rest.issues.create({ ...shop, title: "x" });
  expect((await open()).status).toBe(201);
  simulator.do({ as: "bo", action: "set-permissions", repo: "acme/shop", permissions: { issues: "read" } });
  await expect(open()).rejects.toMatchObject({ status: 403, message: /Resource not accessible by integration/ });
});

test("the manifest flow hands out credentials once", async () => {
  const { simulator } = openShop();
  const manifest = {
    name: "Detoil for acme",
    url: "https://example.org",
    redirect_url: "http://127.0.0.1:3000/setup",
    hook_attributes: { url: "http://127.0.0.1:3000/api/github/webhooks" },
    default_permissions: { contents: "read" },
    default_events: ["push"],
  };
  const sent = await simulator.fetch(`${simulator.baseUrl}/settings/apps/new?state=s1`, {
    method: "POST",
    body: new URLSearchParams({ manifest: JSON.stringify(manifest) }),
    redirect: "manual",
  });
  const back = new URL(sent.headers.get("location") ?? "");
  expect(back.origin + back.pathname).toBe(manifest.redirect_url);
  expect(back.searchParams.get("state")).toBe("s1");
  const code = back.searchParams.get("code") ?? "";
  const { data } = await octokitWith(simulator).rest.apps.createFromManifest({ code });
  expect(data).toMatchObject({ slug: "detoil-for-acme", pem: simulator.app.privateKey });
  expect(simulator.webhooks).toMatchObject({ url: manifest.hook_attributes.url, secret: data.webhook_secret });
  await expect(octokitWith(simulator).rest.apps.createFromManifest({ code })).rejects.toMatchObject({ status: 404 });
  const hook = await octokitAsApp(simulator).rest.apps.getWebhookConfigForApp();
  expect(hook.data).toMatchObject({ url: manifest.hook_attributes.url, secret: "********" });
});

test("every answer tells how much of the hour is left, and none means 403", async () => {
  const { simulator } = openShop();
  const octokit = octokitWith(simulator, "sim_alice");
  const { headers } = await octokit.rest.repos.get(shop);
  expect(headers).toMatchObject({ "x-ratelimit-remaining": "4999", date: "Fri, 20 Nov 2026 01:00:00 GMT" });
  expect(headers["x-github-request-id"]).toBeDefined();
  expect((await octokit.rest.rateLimit.get()).data.resources.core).toMatchObject({ used: 1, remaining: 4999 });
  await control(simulator, "POST", "limits", { core: 1 });
  await expect(octokit.rest.repos.get(shop)).rejects.toMatchObject({ status: 403, message: /rate limit exceeded/ });
});

test("an ETag saves the answer, and costs nothing of the hour", async () => {
  const { simulator } = openShop();
  const octokit = octokitWith(simulator, "sim_alice");
  const { headers } = await octokit.rest.repos.get(shop);
  const again = octokit.rest.repos.get({ ...shop, headers: { "if-none-match": headers.etag } });
  const remaining = headers["x-ratelimit-remaining"];
  await expect(again).rejects.toMatchObject({
    status: 304,
    response: { headers: { "x-ratelimit-remaining": remaining } },
  });
});

test("a version of the REST API that GitHub does not have is refused (docs.github.com: API versions)", async () => {
  const { simulator } = openShop();
  const octokit = octokitWith(simulator, "sim_alice");
  const asked = (version: string) => octokit.rest.repos.get({ ...shop, headers: { "x-github-api-version": version } });
  expect((await asked("2022-11-28")).status).toBe(200);
  await expect(asked("2021-01-01")).rejects.toMatchObject({ status: 400, message: /is not supported/ });
});
