import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { shownText } from "../config/text/quote.ts";
import { EnvironmentProblem, publicUrlIn } from "../environment.ts";
import { writtenRecord } from "../records/written.ts";
import { CommandError } from "./command-error.ts";
import { credentialFor, reasonOf } from "./record/credential.ts";
import { type RecordAsked, readRecordOptions } from "./record/options.ts";
import { recordText } from "./text.ts";

const answerShape = z.object({ replaced: z.boolean() });

export interface RecordTerminal {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
  readonly now: () => Date;
  /** Before another try. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

const TIMEOUT_MS = 30_000;
const LONGEST = 300;
/** The same record again changes nothing, so it may be sent again whatever became of it. */
const WAITS_MS = [1_000, 5_000, 15_000];

/** `detoil record`: tells a server of a deployment or an incident. Exit codes: 0 recorded, 1 not. */
export async function record(
  argv: string[],
  { env, print, now, wait }: RecordTerminal = {
    env: process.env,
    print: console.log,
    now: () => new Date(),
    wait: setTimeout,
  },
): Promise<number> {
  const asked = readRecordOptions(argv, env, now());
  const url = serverOf(asked, env);
  const token = await credentialFor(url, env, TIMEOUT_MS);
  for (let tries = 0; ; tries += 1) {
    const answer = await send(url, token, asked);
    const pause = answer.mayPass ? WAITS_MS[tries] : undefined;
    if (pause !== undefined) {
      await wait(pause);
      continue;
    }
    if (answer.how === null) throw new CommandError(answer.sentence);
    const { type, id, repo } = asked.record;
    print(recordText.recorded(type, String(id), repo, answer.how));
    return 0;
  }
}

function serverOf({ url }: RecordAsked, env: NodeJS.ProcessEnv): string {
  try {
    const found = publicUrlIn(url === null ? env : { PUBLIC_URL: url });
    if (found !== null) return found;
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    throw new CommandError(url === null ? error.message : recordText.badUrl(url));
  }
  throw new CommandError(recordText.noUrl);
}

interface Answer {
  /** null: it is not recorded. */
  readonly how: "new" | "same" | "replaced" | null;
  /** Why. */
  readonly sentence: string;
  /** Another try may go better. */
  readonly mayPass: boolean;
}

async function send(url: string, token: string, { record }: RecordAsked): Promise<Answer> {
  try {
    const response = await fetch(`${url}/api/${record.type}s`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(writtenRecord(record)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      // Elsewhere the token is nobody's.
      redirect: "manual",
    });
    const { status } = response;
    const text = await response.text();
    const not = (sentence: string, mayPass = false): Answer => ({ how: null, sentence, mayPass });
    if (status >= 300 && status < 400) return not(recordText.redirected(url, status));
    if (status >= 300)
      return not(recordText.refused(status, shownText(text, LONGEST)), status === 429 || status >= 500);
    const { data } = answerShape.safeParse(parsed(text));
    // A page of a proxy is no answer of Detoil's, whatever its status.
    if (data === undefined) return not(recordText.otherAnswer(url));
    return { how: status === 201 ? "new" : data.replaced ? "replaced" : "same", sentence: "", mayPass: false };
  } catch (error) {
    return { how: null, sentence: recordText.noAnswer(url, reasonOf(error)), mayPass: true };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
