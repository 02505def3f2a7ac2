import { type Credentials, type Environment, EnvironmentProblem, readEnvironment } from "../../environment.ts";
import { credentialsFile, readCredentials } from "../../web/setup/credentials.ts";
import { SetupProblem } from "../../web/setup/problem.ts";
import { type Finding, fix, ok } from "./finding.ts";

/** The environment, or what to fix in it. */
export function examineEnvironment(env: NodeJS.ProcessEnv): Environment | readonly Finding[] {
  try {
    return readEnvironment(env);
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.problems.map(fix);
    throw error;
  }
}

/** The credentials that the server would take, and where from. */
export async function examineCredentials({
  credentials,
  data,
}: Environment): Promise<{ readonly credentials: Credentials | null; readonly finding: Finding }> {
  if (credentials !== null) {
    return { credentials, finding: ok(`App ${credentials.appId}, with the credentials in the environment.`) };
  }
  const file = credentialsFile(data);
  try {
    const kept = await readCredentials(data);
    if (kept !== null) {
      return {
        credentials: kept,
        finding: ok(`App ${kept.appId}, with the credentials that the setup stored in ${file}.`),
      };
    }
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    return { credentials: null, finding: fix(error.message) };
  }
  const sentence = `There are no credentials, neither in the environment nor in ${file}: \`npm start\` serves a page that creates them, or set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET.`;
  return { credentials: null, finding: fix(sentence) };
}
