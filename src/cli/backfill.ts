import { setTimeout } from "node:timers/promises";
import type { Automation } from "../automations/automation.ts";
import { automations as every } from "../automations/index.ts";
import { type BackfillOptions, backfill as readHistory } from "../engine/backfill.ts";
import { BackfillProblem } from "../engine/backfill-problem.ts";
import { StartProblem } from "../engine/start-problem.ts";
import { type Environment, EnvironmentProblem } from "../environment.ts";
import { openStore } from "../store/open.ts";
import { StoreProblem } from "../store/problem.ts";
import { SetupProblem } from "../web/setup/problem.ts";
import { handOver } from "./backfill/hand-over.ts";
import { type BackfillAsked, readBackfillOptions } from "./backfill/options.ts";
import { type ProgressLine, progressLine } from "./backfill/progress-line.ts";
import { CommandError } from "./command-error.ts";
import { environmentWithSaved } from "./environment.ts";
import { inPlace } from "./local/place-here.ts";
import { POLL_MS, serverOrHere } from "./local/server-or-here.ts";
import { backfillText } from "./text.ts";

export interface BackfillTerminal {
  readonly env: NodeJS.ProcessEnv;
  /** stdout. */
  readonly print: (line: string) => void;
  readonly progress: ProgressLine;
  readonly automations: readonly Automation[];
}

const PROBLEMS = [EnvironmentProblem, StoreProblem, StartProblem, SetupProblem, BackfillProblem];

/** `detoil backfill`: a repository's history into the store. Exit codes: 0 all is read, 1 not. */
export async function backfill(
  argv: string[],
  { env, print, progress, automations }: BackfillTerminal = {
    env: process.env,
    print: console.log,
    progress: progressLine(process.stderr),
    automations: every,
  },
): Promise<number> {
  const asked = readBackfillOptions(argv);
  const aborted = new AbortController();
  const stop = () => aborted.abort(new CommandError(backfillText.stopped));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  let last = { since: "", read: 0 };
  const onProgress: ProgressLine["show"] = (news) => {
    last = news;
    progress.show(news);
  };
  try {
    const environment = await environmentWithSaved(env);
    const reading = { onProgress, signal: aborted.signal };
    const here = () => readHere(environment, asked, { ...reading, automations });
    const byServer = () => handOver(environment.data, asked, reading);
    const wait = () => setTimeout(POLL_MS, undefined, { signal: aborted.signal });
    // A server has the embedded database to itself.
    await (environment.databaseUrl === null ? serverOrHere({ byServer, here, wait }) : here());
  } catch (error) {
    if (aborted.signal.aborted) throw aborted.signal.reason;
    if (PROBLEMS.some((kind) => error instanceof kind)) throw new CommandError((error as Error).message);
    throw error;
  } finally {
    progress.end();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop);
  }
  print(backfillText.done(`${asked.owner}/${asked.name}`, last.read, last.since.slice(0, "2026-11-20".length)));
  return 0;
}

async function readHere(
  environment: Environment,
  asked: BackfillAsked,
  { automations, ...options }: BackfillOptions & Pick<BackfillTerminal, "automations">,
): Promise<void> {
  const { databaseUrl, data, credentials } = environment;
  if (credentials === null) throw new CommandError(backfillText.noCredentials);
  const store = await openStore({ databaseUrl, folder: data });
  try {
    const beside = { store, automations, signal: options.signal };
    await inPlace(environment, beside, (place) => readHistory(place, asked, options));
  } finally {
    await store.close();
  }
}
