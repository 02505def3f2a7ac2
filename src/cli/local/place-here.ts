import type { Automation } from "../../automations/automation.ts";
import type { BackfillPlace } from "../../engine/backfill-place.ts";
import { clockOf } from "../../engine/clock.ts";
import { connectPatiently } from "../../engine/connect.ts";
import type { Environment } from "../../environment.ts";
import { webUrlOf } from "../../github/web-url.ts";
import { createLog } from "../../log.ts";
import type { Store } from "../../store/store.ts";
import { CommandError } from "../command-error.ts";
import { backfillText } from "../text.ts";

interface Beside {
  readonly store: Store;
  readonly automations: readonly Automation[];
  readonly signal: AbortSignal;
}

/** Does work as the server would: with its database and as its App. Throws `CommandError` without credentials. */
export async function inPlace<Result>(
  environment: Environment,
  { store, automations, signal }: Beside,
  work: (place: BackfillPlace) => Promise<Result>,
): Promise<Result> {
  const { apiUrl, githubTimeoutSeconds: timeoutSeconds, credentials } = environment;
  if (credentials === null) throw new CommandError(backfillText.noCredentials);
  const { appId, privateKey } = credentials;
  const log = createLog(environment.logLevel);
  const app = await connectPatiently({ appId, privateKey, baseUrl: apiUrl, log, timeoutSeconds }, signal);
  const clock = await clockOf(apiUrl);
  const allowedOwners = environment.allowedOwners === null ? null : new Set(environment.allowedOwners);
  try {
    return await work({ store, app, automations, clock, webUrl: webUrlOf(apiUrl), allowedOwners });
  } finally {
    await clock.stop();
  }
}
