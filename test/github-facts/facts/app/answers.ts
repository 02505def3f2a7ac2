import assert from "node:assert/strict";
import type { Fact } from "../../fact.ts";

const DELIVERIES = "docs.github.com: Handling failed webhook deliveries, Best practices for using webhooks";

/** What accompanies answers, and what only the documentation says. */
export const answers: readonly Fact[] = [
  {
    id: "app/not-installed",
    says: "The installation of a repository where the App is not installed is 404.",
    source: "REST: Get a repository installation for the authenticated app",
    seen: async (scratch) => {
      const repository = { owner: scratch.owner, repo: "no-such-repository-here" };
      const { status } = await scratch.rest("GET /repos/{owner}/{repo}/installation", repository, "jwt");
      assert.equal(status, 404);
      return "404";
    },
  },
  {
    id: "app/limits-told",
    says: "Every answer says how much of the hourly limit is left (`X-RateLimit-Remaining`, `-Reset`).",
    source: "docs.github.com: Rate limits for the REST API",
    seen: async (scratch) => {
      const { headers } = await scratch.rest("GET /repos/{owner}/{repo}");
      assert.match(headers["x-ratelimit-remaining"] ?? "", /^\d+$/);
      assert.ok(Number(headers["x-ratelimit-reset"]) > 1_600_000_000);
      return `${headers["x-ratelimit-remaining"]} of ${headers["x-ratelimit-limit"]} left`;
    },
  },
  {
    id: "app/dated",
    says: "Every answer has GitHub's own time (`Date`) and an id for support requests (`X-GitHub-Request-Id`).",
    source: "docs.github.com: Using the REST API; unsourced",
    seen: async (scratch) => {
      const { headers } = await scratch.rest("GET /repos/{owner}/{repo}");
      assert.ok(Date.parse(headers.date ?? "") > 0, headers.date);
      assert.ok((headers["x-github-request-id"] ?? "") !== "");
      return headers.date ?? "";
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
];
