import { setTimeout } from "node:timers/promises";
import { type App, type AppOptions, connectApp } from "../github/app.ts";
import { meaningOf } from "../github/error-meaning.ts";
import { StartProblem } from "./start-problem.ts";
import { startText } from "./start-text.ts";

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
        throw new StartProblem(startText.otherKey(options.appId, options.baseUrl));
      }
      const wait = is === "limited" ? undefined : WAITS_MS[attempt];
      if (wait === undefined) {
        throw new StartProblem(
          startText.noGitHub(options.baseUrl, error instanceof Error ? error.message : String(error)),
        );
      }
      await setTimeout(wait, undefined, { signal });
    }
  }
}
