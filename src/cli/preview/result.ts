import type { Action } from "../../github/actions.ts";
import type { RequestCount } from "../../github/client.ts";

/** What `preview --json` prints (contract §2). */
export interface Preview {
  readonly automation: string;
  readonly repo: string;
  readonly at: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly plan: readonly Action[];
  readonly requests: RequestCount;
}
