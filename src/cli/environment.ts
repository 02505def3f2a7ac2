import { type Credentials, credentialsIn, dataIn, type Environment, readEnvironment } from "../environment.ts";
import { readCredentials } from "../web/setup/credentials.ts";

/**
 * The environment with the credentials that an earlier setup stored, key by key, the environment first. Throws
 * EnvironmentProblem, and SetupProblem for a file that is needed and broken.
 */
export async function environmentWithSaved(env: NodeJS.ProcessEnv): Promise<Environment> {
  return readEnvironment(env, await savedCredentials(env));
}

/** What an earlier setup stored; null: nothing, or the environment has everything itself. Throws SetupProblem. */
export async function savedCredentials(env: NodeJS.ProcessEnv): Promise<Credentials | null> {
  return credentialsIn(env).missing.length === 0 ? null : readCredentials(dataIn(env));
}
