import { apiUrlIn, EnvironmentProblem } from "../../environment.ts";
import { webUrlOf } from "../../github/web-url.ts";
import { CommandError } from "../command-error.ts";

/** The GitHub that GITHUB_API_URL names, for links. Throws `CommandError`. */
export function webUrl(): string {
  try {
    return webUrlOf(apiUrlIn(process.env));
  } catch (error) {
    if (error instanceof EnvironmentProblem) throw new CommandError(error.message);
    throw error;
  }
}
