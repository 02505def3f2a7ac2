import { type Credentials, type Environment, EnvironmentProblem, readEnvironment } from "../../environment.ts";
import { credentialsFile, readCredentials } from "../../web/setup/credentials.ts";
import { SetupProblem } from "../../web/setup/problem.ts";
import { appText } from "./app-text.ts";
import type { Finding } from "./finding.ts";

/** The environment, or what to fix in it. */
export function examineEnvironment(env: NodeJS.ProcessEnv): Environment | readonly Finding[] {
  try {
    return readEnvironment(env);
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.problems.map(appText.problem);
    throw error;
  }
}

/** The credentials that the server would take, and where from. */
export async function examineCredentials({
  credentials,
  data,
}: Environment): Promise<{ readonly credentials: Credentials | null; readonly finding: Finding }> {
  if (credentials !== null) {
    return { credentials, finding: appText.inEnvironment(credentials.appId) };
  }
  const file = credentialsFile(data);
  try {
    const kept = await readCredentials(data);
    if (kept !== null) return { credentials: kept, finding: appText.inFile(kept.appId, file) };
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    return { credentials: null, finding: appText.problem(error.message) };
  }
  return { credentials: null, finding: appText.noCredentials(file) };
}
