import assert from "node:assert/strict";
import { at, type Fact, type Stage } from "../fact.ts";
import { repositoryOf } from "../read.ts";

const LIMITS = "docs.github.com: Rate limits for the REST API";

/** A run that reached one would block whoever started it. */
const REACHED = "a limit that is reached";

const read = (stage: Stage) => stage.rest("GET /repos/{owner}/{repo}", {}, "@alice");

export const limits: readonly Fact[] = [
  {
    id: "limits/hour",
    says: "An installation has at least 5,000 requests an hour over REST, and 5,000 points over GraphQL.",
    source: LIMITS,
  },
  {
    id: "limits/none-left",
    says: "When nothing is left of the hour REST answers 403 'API rate limit exceeded', until `x-ratelimit-reset`.",
    source: LIMITS,
    takes: REACHED,
    seen: async (stage) => {
      const first = await read(stage);
      assert.deepEqual([first.headers["x-ratelimit-remaining"], first.headers["x-ratelimit-used"]], ["4999", "1"]);
      const { data } = await stage.rest("GET /rate_limit", {}, "@alice"); // costs nothing
      assert.deepEqual([at(data, "resources", "core", "used"), at(data, "resources", "core", "remaining")], [1, 4999]);
      await stage.control("POST limits", { core: 1 });
      const refused = await read(stage);
      assert.equal(refused.status, 403);
      assert.match(String(at(refused.data, "message")), /^API rate limit exceeded/);
      assert.equal(refused.headers["x-ratelimit-remaining"], "0");
      const wait = Number(refused.headers["x-ratelimit-reset"]) - Date.parse(refused.headers.date ?? "") / 1000;
      await stage.control("POST clock", { advance: wait });
      assert.equal((await read(stage)).status, 200);
      return `403, for ${wait} seconds`;
    },
  },
  {
    id: "limits/points-gone",
    says: "When no points are left GraphQL answers 200 with RATE_LIMITED, until the hour is over.",
    source: "docs.github.com: Rate limits and query limits for the GraphQL API",
    takes: REACHED,
    seen: async (stage) => {
      const ask = async () => (await repositoryOf(stage, "id")).errors[0]?.type;
      await stage.control("POST limits", { graphql: 1 });
      assert.equal(await ask(), undefined);
      const { status, errors } = await repositoryOf(stage, "id");
      assert.deepEqual([status, errors[0]?.type], [200, "RATE_LIMITED"]);
      await stage.control("POST clock", { advance: 3601 });
      assert.equal(await ask(), undefined);
      return "200 RATE_LIMITED";
    },
  },
  {
    id: "limits/unchanged-is-free",
    says: "A 304 does not count against the hourly limit.",
    source: "docs.github.com: Best practices for using the REST API",
    seen: async (scratch) => {
      const { headers } = await scratch.rest("GET /repos/{owner}/{repo}");
      const again = { headers: { "if-none-match": headers.etag ?? "" } };
      const unchanged = await scratch.rest("GET /repos/{owner}/{repo}", again);
      assert.equal(unchanged.status, 304);
      assert.equal(unchanged.headers["x-ratelimit-remaining"], headers["x-ratelimit-remaining"]);
      return `${headers["x-ratelimit-remaining"]} left before and after`;
    },
  },
  { id: "limits/minute", says: "900 points a minute over REST (a write is 5), 2,000 over GraphQL.", source: LIMITS },
  {
    id: "limits/content",
    says: "80 creations of content a minute, 500 an hour; links of sub-issues and dependencies may count.",
    source: LIMITS,
  },
  {
    id: "limits/writes",
    says: "GitHub asks for at least a second between two writes; whoever continues in spite of limits may be banned.",
    source: "docs.github.com: Best practices for using the REST API",
  },
  {
    id: "limits/retry-after",
    says: "403 and 429 come with `Retry-After`, with `x-ratelimit-reset`, with neither, or (proxies, GHES) with absurd values.",
    source: `${LIMITS}; proxies and GHES unsourced`,
  },
  {
    id: "limits/assignees",
    says: "An issue has at most 10 assignees, 100 sub-issues, and 50 dependencies of each kind.",
    source: "docs.github.com: Assigning issues, Adding sub-issues, Creating issue dependencies",
    takes:
      "more people and issues than a scratch repository has: refusals/eleven-assignees, refusals/too-many-relations",
  },
  {
    id: "limits/concurrent",
    says: "An App has at most 100 requests at the same time, REST and GraphQL together.",
    source: "docs.github.com: Rate limits for the REST API, secondary rate limits",
  },
  {
    id: "limits/ten-seconds",
    says: "A request that takes GitHub more than ten seconds is ended, with 502 or 504 over GraphQL.",
    source: "docs.github.com: Rate limits and query limits for the GraphQL API, Troubleshooting the REST API",
  },
];
