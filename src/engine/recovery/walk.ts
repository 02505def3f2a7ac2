import type { GitHub } from "../../github/client.ts";
import { PageCursor } from "../../github/page-cursor.ts";
import { A_PAGE } from "../../github-limits.ts";
import type { Attempt } from "./missed.ts";

/** Of one list in one round; the next round continues where this one stopped. */
const MOST_PAGES = 50;

/** One walk through GitHub's list of deliveries, newest first, over as many rounds as it takes. */
export interface Walk {
  /** failure: only attempts that failed. A GHES that does not know the parameter lists all, which is as good. */
  readonly status: "failure" | null;
  /** It ends at attempts older than this; null: where GitHub's list ends. */
  readonly until: Date | null;
  /** By GitHub's clock. */
  readonly startedAt: Date;
  /** Where the next page begins; undefined: at the top. */
  readonly cursor: string | undefined;
  readonly seen: ReadonlySet<string>;
}

export interface Step {
  readonly attempts: readonly Attempt[];
  readonly walk: Walk;
  /** met: it came as far as `until`. ended: GitHub's list ended before that. null: to be continued. */
  readonly done: "met" | "ended" | null;
  /** When the oldest attempt of this step was made. */
  readonly oldest: Date | null;
}

export function startWalk(status: Walk["status"], startedAt: Date, until: Date | null): Walk {
  return { status, until, startedAt, cursor: undefined, seen: new Set() };
}

/** Reads on, `MOST_PAGES` pages at the most. Throws what client.ts throws; then the same walk may be continued. */
export async function continueWalk(github: GitHub, walk: Walk): Promise<Step> {
  const attempts: Attempt[] = [];
  const cursor = new PageCursor(walk.cursor ?? null);
  let done: Step["done"] = null;
  for (let page = 0; page < MOST_PAGES && done === null; page++) {
    const parameters = {
      per_page: A_PAGE,
      ...(cursor.after === null ? {} : { cursor: cursor.after }),
      // In GitHub's description, and not in the types made from it.
      ...(walk.status === null ? {} : { status: walk.status }),
    };
    const { data, headers } = await github.rest("GET /app/hook/deliveries", parameters);
    attempts.push(...data);
    const next = /<([^<>]+)>;\s*rel="next"/.exec(headers.link ?? "")?.[1];
    const endCursor = next === undefined ? null : new URL(next).searchParams.get("cursor");
    cursor.moveBehind({ pageInfo: { hasNextPage: endCursor !== null, endCursor } });
    const last = data.at(-1);
    if (last !== undefined && walk.until !== null && new Date(last.delivered_at) < walk.until) {
      done = "met";
    } else if (!cursor.more) {
      done = "ended";
    }
  }
  const last = attempts.at(-1);
  const seen = new Set([...walk.seen, ...attempts.map(({ guid }) => guid)]);
  return {
    attempts,
    done,
    oldest: last === undefined ? null : new Date(last.delivered_at),
    walk: { ...walk, cursor: cursor.more ? (cursor.after ?? undefined) : undefined, seen },
  };
}
