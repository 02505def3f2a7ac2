import assert from "node:assert/strict";
import { at, type Fact, type Scratch } from "../fact.ts";

const DELIVERIES = "docs.github.com: Handling failed webhook deliveries, Best practices for using webhooks";

async function newToken(scratch: Scratch, permissions?: object) {
  const installation = await scratch.rest("GET /repos/{owner}/{repo}/installation", {}, "jwt");
  const asked = { installation_id: at(installation.data, "id"), ...(permissions === undefined ? {} : { permissions }) };
  return scratch.rest("POST /app/installations/{installation_id}/access_tokens", asked, "jwt");
}

export const app: readonly Fact[] = [
  {
    id: "app/token",
    says: "An installation's token begins with `ghs_` and lasts an hour; its length is nobody's business.",
    source: "docs.github.com: Generating an installation access token; tokens may be `ghs_APPID_JWT` (April 2026)",
    seen: async (scratch) => {
      const { status, data } = await newToken(scratch);
      assert.equal(status, 201);
      assert.match(String(at(data, "token")), /^ghs_/);
      return `ghs_ and ${String(at(data, "token")).length - 4} characters more`;
    },
  },
  {
    id: "app/narrowed-token",
    says: "A token narrowed to a permission that is not granted is refused with 422.",
    source: "REST: Create an installation access token for an app",
    seen: async (scratch) => {
      const { status } = await newToken(scratch, { organization_administration: "write" });
      assert.equal(status, 422);
      return "422";
    },
  },
  {
    id: "app/not-installed",
    says: "The installation of a repository where the App is not installed is 404.",
    source: "REST: Get a repository installation for the authenticated app",
    seen: async (scratch) => {
      const place = { owner: scratch.owner, repo: "no-such-repository-here" };
      const { status } = await scratch.rest("GET /repos/{owner}/{repo}/installation", place, "jwt");
      assert.equal(status, 404);
      return "404";
    },
  },
  {
    id: "app/limits-told",
    says: "Every answer says how much of the hour is left (`X-RateLimit-Remaining`, `-Reset`).",
    source: "docs.github.com: Rate limits for the REST API",
    seen: async (scratch) => {
      const { headers } = await scratch.rest("GET /repos/{owner}/{repo}");
      assert.match(headers["x-ratelimit-remaining"] ?? "", /^\d+$/);
      assert.ok(Number(headers["x-ratelimit-reset"]) > 1_600_000_000);
      return `${headers["x-ratelimit-remaining"]} of ${headers["x-ratelimit-limit"]} left`;
    },
  },
  {
    id: "app/lists-repositories",
    says: "`GET /installation/repositories` may answer 404 without the App being uninstalled.",
    source: "unsourced: lag and proxies",
  },
  {
    id: "app/ten-seconds",
    says: "A webhook that is not answered within 10 s (GHES: 30 s) counts as failed.",
    source: DELIVERIES,
  },
  { id: "app/order", says: "Webhooks come in any order, and may be minutes late.", source: DELIVERIES },
  {
    id: "app/payload",
    says: "A payload has at most 25 MB; larger events are not sent.",
    source: "docs.github.com: Webhook events and payloads",
  },
  {
    id: "app/event-needs-permission",
    says: "An owner can subscribe an App to `merge_group` only once `merge_queues: read` is granted.",
    source: "dcoapp/app#303, dcoapp/app#306",
  },
  {
    id: "app/permission-asking",
    says: "Asking for a collaborator's permission takes push access, or `metadata: read` of an App.",
    source: "REST: Get repository permissions for a user",
    seen: async (scratch) => {
      const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
      const { status, data } = await scratch.rest(route, { username: scratch.person ?? scratch.owner });
      assert.equal(status, 200);
      return `200 ${at(data, "permission")}`;
    },
  },
];
