import { apiUrlIn, EnvironmentProblem, readGitHubTimeout } from "../../environment.ts";
import { connectToken } from "../../github/token.ts";
import { webUrlOf } from "../../github/web-url.ts";
import { CommandError } from "../command-error.ts";
import type { OpenedGitHub } from "./opened.ts";
import { openedText } from "./text.ts";

/** The real GitHub, as the token in GITHUB_TOKEN sees it. `slug`: whose texts are Detoil's own. Throws `CommandError`. */
export function openByToken(slug: string): OpenedGitHub {
  const token = process.env.GITHUB_TOKEN ?? "";
  if (token === "") throw new CommandError(openedText.noToken);
  const { baseUrl, timeoutSeconds } = settingsIn(process.env);
  const options = { baseUrl, token, slug, timeoutSeconds };
  return {
    connect: () => connectToken(options),
    now: new Date(),
    granted: null,
    webUrl: webUrlOf(baseUrl),
    isInstalled: false,
  };
}

function settingsIn(env: NodeJS.ProcessEnv): { readonly baseUrl: string; readonly timeoutSeconds: number } {
  try {
    return { baseUrl: apiUrlIn(env), timeoutSeconds: readGitHubTimeout(env) };
  } catch (error) {
    throw error instanceof EnvironmentProblem ? new CommandError(error.message) : error;
  }
}
