import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { verify } from "@octokit/webhooks-methods";
import { at, type Fact, listAt, type Scratch } from "../../fact.ts";
import { found } from "../../read.ts";
import { appToken } from "../../requests.ts";

async function installationOf(scratch: Scratch): Promise<unknown> {
  const { status, data } = await scratch.rest("GET /repos/{owner}/{repo}/installation", {}, "jwt");
  assert.equal(status, 200);
  return data;
}

function anyKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs1", format: "pem" }).toString();
}

/** A request with a given token. */
const withToken = (scratch: Scratch, token: string, route: string) =>
  scratch.rest(route, { headers: { authorization: `bearer ${token}` } }, "nobody");

export const identity: readonly Fact[] = [
  {
    id: "app/known",
    says: "The App can read itself (`GET /app`), and where it is installed with which permissions, by id, account or repository.",
    source: "REST: Apps",
    seen: async (scratch) => {
      const app = (await scratch.rest("GET /app", {}, "jwt")).data;
      assert.equal(`${at(app, "slug")}[bot]`, scratch.bot);
      const installation = await installationOf(scratch);
      const id = Number(at(installation, "id"));
      const ofAccount =
        at(installation, "account", "type") === "Organization"
          ? await scratch.rest("GET /orgs/{org}/installation", { org: scratch.owner }, "jwt")
          : await scratch.rest("GET /users/{username}/installation", { username: scratch.owner }, "jwt");
      const byId = await scratch.rest("GET /app/installations/{installation_id}", { installation_id: id }, "jwt");
      const listed = listAt((await scratch.rest("GET /app/installations", { per_page: 100 }, "jwt")).data);
      const inList = listed.find((one) => at(one, "id") === id);
      for (const one of [ofAccount.data, byId.data, inList]) {
        assert.deepEqual([at(one, "id"), at(one, "account", "login")], [id, scratch.owner]);
        assert.deepEqual(at(one, "permissions"), at(installation, "permissions"));
      }
      assert.equal(at(installation, "permissions", "checks"), "write");
      return `${scratch.bot}, installed once on ${scratch.owner}`;
    },
  },
  {
    id: "app/wrong-key",
    says: "A JWT that another key signed is answered with 401 'A JSON web token could not be decoded'.",
    source: "docs.github.com: Generating a JSON Web Token; many reports of this text",
    seen: async (scratch) => {
      const id = String(at((await scratch.rest("GET /app", {}, "jwt")).data, "id"));
      const { status, data } = await withToken(scratch, appToken(id, anyKey()), "GET /app");
      assert.deepEqual([status, at(data, "message")], [401, "A JSON web token could not be decoded"]);
      return `401 ${at(data, "message")}`;
    },
  },
  {
    id: "app/wrong-id",
    says: "A JWT for a nonexistent App is answered with 404 'Integration not found'.",
    source: "many reports of 'Integration not found'",
    takes: "another App's key",
    seen: async (stage) => {
      const key = String(at(await stage.control("GET app"), "private_key"));
      const { status, data } = await withToken(stage, appToken("77", key), "GET /app");
      assert.deepEqual([status, at(data, "message")], [404, "Integration not found"]);
      return "404 Integration not found";
    },
  },
  {
    id: "app/jwt-ten-minutes",
    says: "A JWT is valid for ten minutes at most: one with a longer lifetime, or an expired one, is answered with 401.",
    source: "docs.github.com: Generating a JSON Web Token",
    takes: "the App's key",
    seen: async (stage) => {
      const key = String(at(await stage.control("GET app"), "private_key"));
      const id = String(at((await stage.rest("GET /app", {}, "jwt")).data, "id"));
      const { now } = (await stage.control("GET clock")) as { readonly now: string };
      const status = async (token: string) => (await withToken(stage, token, "GET /app")).status;
      assert.equal(await status(appToken(id, key, Date.parse(now))), 200);
      assert.equal(await status(appToken(id, key, Date.parse(now), 20)), 401);
      assert.equal(await status(appToken(id, key, Date.parse("2020-01-01T00:00:00Z"))), 401);
      return "401";
    },
  },
  {
    id: "app/wrong-token",
    says: "An invalid token is answered with 401 'Bad credentials', over GraphQL too; a person's or an installation's is not a JWT (401).",
    source: "docs.github.com: Troubleshooting the REST API",
    seen: async (scratch) => {
      const bad = await withToken(scratch, "ghs_nobody", "GET /repos/{owner}/{repo}");
      assert.deepEqual([bad.status, at(bad.data, "message")], [401, "Bad credentials"]);
      assert.equal((await scratch.rest("GET /app", {}, "app")).status, 401);
      assert.equal((await scratch.rest("GET /app", {}, "person")).status, 401);
      assert.equal((await scratch.graphql("{ viewer { login } }", {}, "nobody")).status, 401);
      return "401";
    },
  },
  {
    id: "app/jwt-reads-nothing",
    says: "With its JWT the App reads no repository; that needs an installation's token.",
    source: "docs.github.com: Authenticating as a GitHub App; the status unsourced",
    seen: async (scratch) => {
      const { status, data } = await scratch.rest("GET /repos/{owner}/{repo}", {}, "jwt");
      assert.ok(status === 401 || status === 403, `${status}`);
      return `${status} ${at(data, "message")}`;
    },
  },
  {
    id: "app/suspended",
    says: "While it is suspended an installation is answered with 403, and gets no token; afterwards the old token works again.",
    source: "docs.github.com: Suspending a GitHub App installation",
    takes: "an owner who suspends the App",
    seen: async (stage) => {
      const installation_id = at(await installationOf(stage), "id");
      const tokens = "POST /app/installations/{installation_id}/access_tokens";
      const token = String(at((await stage.rest(tokens, { installation_id }, "jwt")).data, "token"));
      await stage.act("suspend", {}, "bo");
      const during = await withToken(stage, token, "GET /repos/{owner}/{repo}");
      assert.deepEqual([during.status, at(during.data, "message")], [403, "This installation has been suspended"]);
      assert.equal((await stage.rest(tokens, { installation_id }, "jwt")).status, 403);
      assert.notEqual(at(await installationOf(stage), "suspended_at"), null);
      await stage.act("unsuspend", {}, "bo");
      assert.equal((await withToken(stage, token, "GET /repos/{owner}/{repo}")).status, 200);
      return `403 ${at(during.data, "message")}`;
    },
  },
  {
    id: "app/uninstalled",
    says: "After it was uninstalled the App's tokens are 401 at once, and its installation is 404.",
    source: "docs.github.com: Uninstalling a GitHub App; REST: Get an installation",
    takes: "an owner who uninstalls the App",
    seen: async (stage) => {
      const installation_id = at(await installationOf(stage), "id");
      const tokens = "POST /app/installations/{installation_id}/access_tokens";
      const token = String(at((await stage.rest(tokens, { installation_id }, "jwt")).data, "token"));
      await stage.act("uninstall", {}, "bo");
      assert.equal((await withToken(stage, token, "GET /repos/{owner}/{repo}")).status, 401);
      const gone = await stage.rest("GET /app/installations/{installation_id}", { installation_id }, "jwt");
      assert.equal(gone.status, 404);
      return "401 and 404";
    },
  },
  {
    id: "app/permission-taken",
    says: "A permission that was removed is missing at once, for older tokens too: 403.",
    source: "docs.github.com: Troubleshooting the REST API; at once: unsourced",
    takes: "an owner who takes a permission away",
    seen: async (stage) => {
      const open = () => stage.rest("POST /repos/{owner}/{repo}/issues", { title: "x" });
      assert.equal((await open()).status, 201);
      await stage.act("set-permissions", { permissions: { issues: "read" } }, "bo");
      const { status, data } = await open();
      assert.deepEqual([status, at(data, "message")], [403, "Resource not accessible by integration"]);
      return `403 ${at(data, "message")}`;
    },
  },
  {
    id: "app/manifest",
    says: "The manifest flow sends the browser back with `state` and a code, which gives the App's credentials once.",
    source: "docs.github.com: Registering a GitHub App from a manifest",
    takes: "a person at a browser",
    seen: async (stage) => {
      const manifest = {
        name: "Detoil for acme",
        url: "https://example.org",
        redirect_url: "http://127.0.0.1:3000/setup",
        hook_attributes: { url: "http://127.0.0.1:3000/api/github/webhooks" },
        default_permissions: { contents: "read" },
        default_events: ["push"],
      };
      const { html_url } = (await found(stage, "GET /repos/{owner}/{repo}")) as { readonly html_url: string };
      const sent = await fetch(`${new URL(html_url).origin}/settings/apps/new?state=s1`, {
        method: "POST",
        body: new URLSearchParams({ manifest: JSON.stringify(manifest) }),
        redirect: "manual",
      });
      const back = new URL(sent.headers.get("location") ?? "");
      assert.equal(back.origin + back.pathname, manifest.redirect_url);
      assert.equal(back.searchParams.get("state"), "s1");
      const code = back.searchParams.get("code");
      const redeem = () => stage.rest("POST /app-manifests/{code}/conversions", { code }, "nobody");
      const { data } = await redeem();
      assert.equal(at(data, "slug"), "detoil-for-acme");
      const jwt = appToken(String(at(data, "id")), String(at(data, "pem")));
      assert.equal((await withToken(stage, jwt, "GET /app")).status, 200);
      await stage.act("push", { branch: "feat/y", commits: [{ message: "y" }] });
      const [push] = await stage.deliveries();
      assert.equal(await verify(String(at(data, "webhook_secret")), push?.text ?? "", push?.signature ?? ""), true);
      assert.equal((await redeem()).status, 404);
      const hook = await stage.rest("GET /app/hook/config", {}, "jwt");
      assert.deepEqual([at(hook.data, "url"), at(hook.data, "secret")], [manifest.hook_attributes.url, "********"]);
      return "credentials, then 404";
    },
  },
];
