import type { Fact } from "../fact.ts";

const LIMITS = "docs.github.com: Rate limits for the REST API";

/** None of these is tried: a run that reached a limit would hold up whoever made it. */
export const limits: readonly Fact[] = [
  {
    id: "limits/hour",
    says: "An installation has at least 5,000 requests an hour over REST, and 5,000 points over GraphQL.",
    source: LIMITS,
  },
  { id: "limits/minute", says: "900 points a minute over REST (a write is 5), 2,000 over GraphQL.", source: LIMITS },
  {
    id: "limits/content",
    says: "80 creations of content a minute, 500 an hour; links of sub-issues and dependencies may count.",
    source: LIMITS,
  },
  {
    id: "limits/writes",
    says: "At least a second between two writes is asked for; whoever continues in spite of limits may be banned.",
    source: "docs.github.com: Best practices for using the REST API",
  },
  {
    id: "limits/retry-after",
    says: "403 and 429 come with `Retry-After`, with `x-ratelimit-reset`, with neither, or (proxies, GHES) with absurd values.",
    source: `${LIMITS}; proxies and GHES unsourced`,
  },
  {
    id: "limits/nodes",
    says: "A GraphQL query asks for at most 500,000 nodes; its cost is its connections' requests divided by 100.",
    source: "docs.github.com: Rate limits and query limits for the GraphQL API",
  },
  {
    id: "limits/assignees",
    says: "An issue has at most 10 assignees, 100 sub-issues, and 50 dependencies of each kind.",
    source: "docs.github.com: Assigning issues, Adding sub-issues, Creating issue dependencies",
  },
];
