import { type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import type { BackfillOptions, BackfillRequest } from "../../engine/backfill.ts";
import { type BackfillNews, newsShape } from "../../web/local/news.ts";
import { socketPath } from "../../web/local/socket.ts";
import { CommandError } from "../command-error.ts";
import { backfillText } from "../text.ts";

/** Nobody listens, or there is no such file. */
const NOBODY = new Set(["ENOENT", "ECONNREFUSED", "ENOTSOCK", "EINVAL"]);

/** Lets the server that has the folder's database read history; false: there is none. Throws `CommandError`. */
export async function handOver(
  folder: string,
  asked: BackfillRequest,
  { onProgress, signal }: BackfillOptions,
): Promise<boolean> {
  const answer = await ask(socketPath(folder), asked, signal);
  if (answer === null) return false;
  // Its iterator fails too, but not where the error comes before somebody asks it for a line.
  answer.on("error", () => {});
  let last: BackfillNews | null = null;
  try {
    // An interface that nobody reads from yet loses its lines.
    for await (const line of createInterface({ input: answer })) {
      last = newsShape.parse(JSON.parse(line));
      if (last.is === "progress") onProgress(last.progress);
      if (last.is === "problem") throw new CommandError(last.message);
    }
  } catch (error) {
    if (!isCutOff(error) || signal.aborted) throw error;
  }
  if (last?.is !== "done") throw new CommandError(backfillText.serverStopped);
  return true;
}

/** The server was killed. */
function isCutOff(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ECONNRESET";
}

/** The answer, as it comes; null: no server listens. */
function ask(path: string, asked: BackfillRequest, signal: AbortSignal): Promise<IncomingMessage | null> {
  return new Promise((done, fail) => {
    const sent = request(
      { socketPath: path, path: "/backfill", method: "POST", headers: { "content-type": "application/json" }, signal },
      (response) => {
        if (response.statusCode === 200) done(response);
        else fail(new CommandError(backfillText.serverRefused));
      },
    );
    sent.once("error", (error: NodeJS.ErrnoException) => {
      if (NOBODY.has(String(error.code))) done(null);
      else if (error.code === "EACCES") fail(new CommandError(backfillText.otherUser(path)));
      else fail(error);
    });
    sent.end(JSON.stringify(asked));
  });
}
