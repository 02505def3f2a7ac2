import {
  type Credentials,
  credentialsIn,
  type Environment,
  EnvironmentProblem,
  readEnvironment,
} from "../../environment.ts";
import { credentialsFile } from "../../web/setup/credentials.ts";
import { SetupProblem } from "../../web/setup/problem.ts";
import { savedCredentials } from "../environment.ts";
import { appText } from "./app-text.ts";
import type { Finding } from "./finding.ts";

interface ExaminedEnvironment {
  readonly environment: Environment;
  /** What is wrong with the credentials that an earlier setup stored; null: nothing, or they are not needed. */
  readonly damage: Finding | null;
}

/** The environment with what an earlier setup stored, or what to fix in it. */
export async function examineEnvironment(env: NodeJS.ProcessEnv): Promise<ExaminedEnvironment | readonly Finding[]> {
  let saved: Credentials | null = null;
  let damage: Finding | null = null;
  try {
    saved = await savedCredentials(env);
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    damage = appText.problem(error.message);
  }
  try {
    return { environment: readEnvironment(env, saved), damage };
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    return [...(damage === null ? [] : [damage]), ...error.problems.map(appText.problem)];
  }
}

/** The credentials that the server would take, and where from. */
export function examineCredentials(
  { environment: { credentials, data }, damage }: ExaminedEnvironment,
  env: NodeJS.ProcessEnv,
): { readonly credentials: Credentials | null; readonly finding: Finding } {
  const file = credentialsFile(data);
  if (credentials === null) return { credentials, finding: damage ?? appText.noCredentials(file) };
  const { appId } = credentials;
  const { given, missing } = credentialsIn(env);
  if (missing.length === 0) return { credentials, finding: appText.inEnvironment(appId) };
  return {
    credentials,
    finding: given.length === 0 ? appText.inFile(appId, file) : appText.inBoth(appId, given, file),
  };
}
