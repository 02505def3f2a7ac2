import { setTimeout } from "node:timers/promises";
import type { Automation } from "../automations/automation.ts";
import { automations as every } from "../automations/index.ts";
import { formatDay } from "../calendar/format.ts";
import { BackfillProblem } from "../engine/backfill-problem.ts";
import { StartProblem } from "../engine/start-problem.ts";
import { serveKnownTokens, serveTokens, type TokenAnswer, type TokenRequest } from "../engine/tokens.ts";
import { type Environment, EnvironmentProblem } from "../environment.ts";
import { openStore } from "../store/open.ts";
import { StoreProblem } from "../store/problem.ts";
import { tokenAnswerShape } from "../web/local/tokens.ts";
import { SetupProblem } from "../web/setup/problem.ts";
import { CommandError } from "./command-error.ts";
import { environmentWithSaved } from "./environment.ts";
import { askServer } from "./local/ask-server.ts";
import { inPlace } from "./local/place-here.ts";
import { POLL_MS, serverOrHere } from "./local/server-or-here.ts";
import { tokenText } from "./text.ts";
import { readTokenOptions } from "./token/options.ts";

export interface TokenTerminal {
  readonly env: NodeJS.ProcessEnv;
  /** stdout. */
  readonly print: (line: string) => void;
  /** stderr. */
  readonly tell: (line: string) => void;
  readonly automations: readonly Automation[];
}

const PROBLEMS = [EnvironmentProblem, StoreProblem, StartProblem, SetupProblem, BackfillProblem];

/** `detoil token`: keys with which pipelines record for one repository. Exit codes: 0 done, 1 not. */
export async function token(
  argv: string[],
  terminal: TokenTerminal = { env: process.env, print: console.log, tell: console.error, automations: every },
): Promise<number> {
  const request = readTokenOptions(argv);
  try {
    const environment = await environmentWithSaved(terminal.env);
    return told(request, await answered(environment, request, terminal.automations), terminal);
  } catch (error) {
    if (PROBLEMS.some((kind) => error instanceof kind)) throw new CommandError((error as Error).message);
    throw error;
  }
}

/** A server has the embedded database to itself. */
async function answered(
  environment: Environment,
  request: TokenRequest,
  automations: readonly Automation[],
): Promise<TokenAnswer> {
  let answer: TokenAnswer | null = null;
  const here = async () => {
    answer = await serveHere(environment, request, automations);
  };
  const byServer = async () => {
    answer = await byTheServer(environment.data, request);
    return answer !== null;
  };
  await (environment.databaseUrl === null ? serverOrHere({ byServer, here, wait: () => setTimeout(POLL_MS) }) : here());
  if (answer === null) throw new Error("one of the two answered");
  return answer;
}

async function serveHere(
  environment: Environment,
  request: TokenRequest,
  automations: readonly Automation[],
): Promise<TokenAnswer> {
  const store = await openStore({ databaseUrl: environment.databaseUrl, folder: environment.data });
  try {
    if (request.do !== "add") return await serveKnownTokens(store, request);
    const beside = { store, automations, signal: new AbortController().signal };
    return await inPlace(environment, beside, (place) => serveTokens(place, request));
  } finally {
    await store.close();
  }
}

async function byTheServer(folder: string, request: TokenRequest): Promise<TokenAnswer | null> {
  const answer = await askServer(folder, "/tokens", request);
  if (answer === null) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const told = tokenAnswerShape.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  if (told.did === "problem") throw new CommandError(told.message);
  return told;
}

function told(request: TokenRequest, answer: TokenAnswer, { print, tell }: TokenTerminal): number {
  const { owner, name } = request.repository;
  const repository = `${owner}/${name}`;
  switch (answer.did) {
    case "add":
      // Alone on stdout, for scripts.
      print(answer.token);
      tell(tokenText.added(repository));
      return 0;
    case "list":
      for (const { start, name: label, createdAt, usedAt } of answer.tokens)
        print(tokenText.row(start, label, dayOf(createdAt), usedAt === null ? null : dayOf(usedAt)));
      if (answer.tokens.length === 0) tell(tokenText.none(repository));
      return 0;
    case "revoke":
      if (answer.revoked === 0) throw new CommandError(tokenText.noSuch(repository));
      tell(tokenText.revoked(repository));
      return 0;
  }
}

function dayOf(time: Date): string {
  return formatDay(time, "UTC", "en", new Date());
}
