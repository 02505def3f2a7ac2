import type { SimState } from "../state.ts";
import type { Manifests } from "./app/manifests.ts";
import type { AppKey } from "./app-key.ts";
import type { Clock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { RateLimits } from "./rate-limit.ts";
import type { RequestRecord } from "./request-log.ts";
import type { Tokens } from "./tokens.ts";
import type { Webhooks } from "./webhooks/webhooks.ts";

/** Everything of GitHub around the state that does not belong to a repository. */
export interface Platform {
  state: SimState;
  /** `https://github.com`, or what stands for it; without a slash at the end. */
  baseUrl: string;
  readonly key: AppKey;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly limits: RateLimits;
  readonly faults: Faults;
  readonly manifests: Manifests;
  readonly webhooks: Webhooks;
  readonly requests: RequestRecord[];
  readonly unexpected: string[];
}
