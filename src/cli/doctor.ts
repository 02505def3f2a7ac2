import { pino } from "pino";
import type { Credentials, Environment } from "../environment.ts";
import { type App, connectApp } from "../github/app.ts";
import { meaningOf } from "../github/error-meaning.ts";
import { GitHubError } from "../github/errors.ts";
import { webUrlOf } from "../github/web-url.ts";
import { examineApp, readApp } from "./doctor/app.ts";
import { examineCredentials, examineEnvironment } from "./doctor/credentials.ts";
import { examineDatabase } from "./doctor/database.ts";
import { type Finding, fix, ok } from "./doctor/finding.ts";
import { examineInstallations } from "./doctor/installations.ts";
import { examineRepositories } from "./doctor/repositories.ts";
import { examineDeliveries, examineHook } from "./doctor/webhook.ts";
import { usage } from "./help.ts";
import { parseCommand } from "./usage.ts";

export interface DoctorEnvironment {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
}

/** `detoil doctor`: one line per check. Exit codes: 0 everything is in order, 1 something to fix. */
export async function doctor(
  argv: string[],
  { env, print }: DoctorEnvironment = { env: process.env, print: console.log },
): Promise<number> {
  parseCommand({ args: argv, options: {} }, usage.doctor);
  let code = 0;
  for await (const { state, text } of examine(env)) {
    print(`${state.padEnd(4)}  ${text}`);
    if (state === "fix") code = 1;
  }
  return code;
}

async function* examine(env: NodeJS.ProcessEnv): AsyncGenerator<Finding> {
  const environment = examineEnvironment(env);
  if ("length" in environment) {
    yield* environment;
    return;
  }
  const { credentials, finding } = await examineCredentials(environment);
  yield finding;
  if (credentials !== null) yield* examineGitHub(environment, credentials);
  yield* await examineDatabase(environment);
}

async function* examineGitHub(environment: Environment, credentials: Credentials): AsyncGenerator<Finding> {
  const { apiUrl, allowedOwners, githubTimeoutSeconds: timeoutSeconds } = environment;
  const { appId, privateKey } = credentials;
  let app: App;
  try {
    app = await connectApp({ appId, privateKey, baseUrl: apiUrl, timeoutSeconds, log: pino({ level: "silent" }) });
  } catch (error) {
    yield fix(unconnected(error, appId, apiUrl));
    return;
  }
  try {
    const github = app.asApp();
    const registered = await readApp(github, webUrlOf(apiUrl));
    yield ok(`PRIVATE_KEY belongs to App ${appId}, ${registered.slug}, at ${apiUrl}.`);
    yield* examineApp(registered);
    const { findings, served } = await examineInstallations(github, registered, allowedOwners);
    yield* findings;
    yield* examineRepositories({ app, registered, apiUrl }, served);
    yield* await examineHook(github, registered);
    yield await examineDeliveries(github);
  } catch (error) {
    yield fix(unconnected(error, appId, apiUrl));
  }
}

function unconnected(error: unknown, appId: number, apiUrl: string): string {
  if (!(error instanceof GitHubError)) throw error;
  const meaning = meaningOf(error);
  switch (meaning.is) {
    case "limited":
      return `GitHub accepts no more requests before ${meaning.until.toISOString()}.`;
    case "gone":
      return `There is no App ${appId} at ${apiUrl}: check APP_ID and GITHUB_API_URL.`;
    case "not authenticated":
      return `PRIVATE_KEY does not belong to APP_ID ${appId}: take a key from the App's settings, under "Private keys".`;
  }
  return `GitHub at ${apiUrl} does not answer as expected (${error.message}): check GITHUB_API_URL, the network and githubstatus.com.`;
}
