import { setTimeout } from "node:timers/promises";
import { type App, type AppOptions, connectApp } from "../github/app.ts";
import { meaningOf } from "../github/error-meaning.ts";
import { StartProblem } from "./start-problem.ts";

const WAITS_MS = [500, 1_500, 4_000];

/**
 * Asks GitHub who we are, a few times where it does not answer. Throws StartProblem where the credentials do not fit or
 * GitHub stays away: then whoever runs this process starts it again. `signal` ends the patience.
 */
export async function connectPatiently(options: AppOptions, signal: AbortSignal): Promise<App> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await connectApp(options);
    } catch (error) {
      const { is } = meaningOf(error);
      if (is === "not authenticated" || is === "not permitted" || is === "gone") {
        throw new StartProblem(
          `PRIVATE_KEY does not belong to APP_ID ${options.appId} at ${options.baseUrl}: GitHub refuses them. Take both from the settings page of the same App, and check GITHUB_API_URL.`,
        );
      }
      const wait = is === "limited" ? undefined : WAITS_MS[attempt];
      if (wait === undefined) {
        throw new StartProblem(
          `GitHub at ${options.baseUrl} does not answer (${error instanceof Error ? error.message : "unknown error"}): check GITHUB_API_URL and the network.`,
        );
      }
      await setTimeout(wait, undefined, { signal });
    }
  }
}
