import { pino } from "pino";
import type { Credentials, Environment } from "../environment.ts";
import { type App, connectApp } from "../github/app.ts";
import { meaningOf } from "../github/error-meaning.ts";
import { GitHubError } from "../github/errors.ts";
import { webUrlOf } from "../github/web-url.ts";
import { examineApp, readApp } from "./doctor/app.ts";
import { appText } from "./doctor/app-text.ts";
import { examineCredentials, examineEnvironment } from "./doctor/credentials.ts";
import { examineDatabase } from "./doctor/database.ts";
import { type Finding, printed, utc } from "./doctor/finding.ts";
import { examineInstallations } from "./doctor/installations.ts";
import { examineRepositories } from "./doctor/repositories.ts";
import { examineDeliveries, examineHook } from "./doctor/webhook.ts";
import { usage } from "./help.ts";
import { parseCommand } from "./usage.ts";

export interface DoctorEnvironment {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
  readonly now: Date;
}

/** `detoil doctor`: one line per check. Exit codes: 0 everything is in order, 1 something to fix. */
export async function doctor(
  argv: string[],
  { env, print, now }: DoctorEnvironment = { env: process.env, print: console.log, now: new Date() },
): Promise<number> {
  parseCommand({ args: argv, options: {} }, usage.doctor);
  let code = 0;
  for await (const finding of examine(env, now)) {
    print(printed(finding));
    if (finding.state === "fix") code = 1;
  }
  return code;
}

async function* examine(env: NodeJS.ProcessEnv, now: Date): AsyncGenerator<Finding> {
  const examined = await examineEnvironment(env);
  if ("length" in examined) {
    yield* examined;
    return;
  }
  const { environment } = examined;
  const { credentials, finding } = examineCredentials(examined, env);
  yield finding;
  if (credentials !== null) yield* examineGitHub(environment, credentials, now);
  yield* await examineDatabase(environment, now);
}

async function* examineGitHub(environment: Environment, credentials: Credentials, now: Date): AsyncGenerator<Finding> {
  const { apiUrl, allowedOwners, githubTimeoutSeconds: timeoutSeconds, onboarding, publicUrl } = environment;
  const { appId, privateKey } = credentials;
  let app: App;
  try {
    app = await connectApp({ appId, privateKey, baseUrl: apiUrl, timeoutSeconds, log: pino({ level: "silent" }) });
  } catch (error) {
    yield unconnected(error, { appId, apiUrl, now });
    return;
  }
  try {
    const github = app.asApp();
    const registered = await readApp(github, webUrlOf(apiUrl));
    yield appText.connected(appId, registered.slug, apiUrl);
    yield* examineApp(registered);
    if (!onboarding) yield appText.noOnboarding();
    const { findings, served } = await examineInstallations(github, registered, allowedOwners);
    yield* findings;
    yield* examineRepositories({ app, registered, apiUrl, onboarding, publicUrl }, served, now);
    yield* await examineHook(github, registered);
    yield await examineDeliveries(github, now);
  } catch (error) {
    yield unconnected(error, { appId, apiUrl, now });
  }
}

interface Asked {
  readonly appId: number;
  readonly apiUrl: string;
  readonly now: Date;
}

function unconnected(error: unknown, { appId, apiUrl, now }: Asked): Finding {
  if (!(error instanceof GitHubError)) throw error;
  const meaning = meaningOf(error);
  switch (meaning.is) {
    case "limited":
      return appText.limited(utc(meaning.until, now));
    case "gone":
      return appText.noApp(appId, apiUrl);
    case "not authenticated":
      return appText.otherKey(appId);
  }
  return appText.noGitHub(apiUrl, error.message);
}
