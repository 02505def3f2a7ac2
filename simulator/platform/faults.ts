import { z } from "zod";

/** What fails, as `POST /_sim/faults` takes it. Without status and drop the request is only delayed, or answered in part. */
export const faultShape = z.strictObject({
  match: z
    .strictObject({
      method: z.string().optional(),
      /** Glob over the path without `/api/v3`: `*` stops at a slash, `**` does not. */
      path: z.string().optional(),
      /** Glob over the route's template or the GraphQL operation's name. */
      operation: z.string().optional(),
    })
    .default({}),
  times: z.number().int().positive().default(1),
  status: z.number().int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  /** The answer's body; default GitHub's shape of an error. */
  body: z.unknown().optional(),
  /** after: the request is processed, and the response is lost. */
  when: z.enum(["before", "after"]).default("before"),
  /** Milliseconds of the wall clock. */
  delay: z.number().nonnegative().default(0),
  /** The connection breaks instead of a response. */
  drop: z.boolean().default(false),
  /** GraphQL: fields that are FORBIDDEN in this answer, as `ReviewRequest.requestedReviewer`; with `.*` each item of a list. */
  hide: z.array(z.string().regex(/^\w+\.\w+(\.\*)?$/)).default([]),
  /** GraphQL: nodes that this query may be answered with (RESOURCE_LIMITS_EXCEEDED). */
  query_nodes: z.number().int().nonnegative().optional(),
});

export type Fault = z.output<typeof faultShape>;

export interface FaultTarget {
  readonly method: string;
  readonly path: string;
  readonly operation: string | null;
}

/** The faults that are still to come. */
export class Faults {
  #pending: Fault[] = [];

  get pending(): readonly Fault[] {
    return this.#pending;
  }

  set(faults: readonly Fault[]): void {
    this.#pending = faults.map((fault) => ({ ...fault }));
  }

  /** The first fault that matches this request; its count is reduced by one. */
  take(target: FaultTarget): Fault | null {
    const found = this.#pending.find(({ match }) => meets(match, target));
    if (found === undefined) return null;
    found.times -= 1;
    this.#pending = this.#pending.filter(({ times }) => times > 0);
    return found;
  }
}

function meets(match: Fault["match"], { method, path, operation }: FaultTarget): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
  if (match.path !== undefined && !globbed(match.path.replace(/^\/api(\/v3)?(?=\/)/, ""), path)) return false;
  return match.operation === undefined || (operation !== null && globbed(match.operation, operation));
}

function globbed(glob: string, text: string): boolean {
  const pattern = glob
    .split(/(\*\*|\*)/)
    .map((part) => (part === "**" ? ".*" : part === "*" ? "[^/]*" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  return new RegExp(`^${pattern.join("")}$`).test(text);
}

/** The connection broke: `fetch` rejects with it, the HTTP server destroys the socket. */
export class ConnectionDropped extends TypeError {
  constructor() {
    super("fetch failed", { cause: new Error("the simulated GitHub dropped the connection") });
    this.name = "ConnectionDropped";
  }
}
