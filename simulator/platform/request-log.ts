/** One API request as the simulated GitHub saw it (contract §6). Calls of the control API are not in the log. */
export interface RequestRecord {
  readonly method: string;
  /** Without `/api/v3` and query: `/repos/acme/shop/pulls`, `/graphql`. */
  readonly path: string;
  /** REST: the route's template. GraphQL: the operation's name, null without one. */
  readonly operation: string | null;
  readonly status: number;
  /** GraphQL points; 0 for REST. */
  readonly points: number;
  /** Whether it wrote, or meant to, on a repository. */
  readonly write: boolean;
  readonly installation: number | null;
  /** Simulated time. */
  readonly at: string;
}
