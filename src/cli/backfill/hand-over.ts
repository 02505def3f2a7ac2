import { createInterface } from "node:readline";
import type { BackfillOptions, BackfillRequest } from "../../engine/backfill.ts";
import { type BackfillNews, newsShape } from "../../web/local/news.ts";
import { CommandError } from "../command-error.ts";
import { askServer } from "../local/ask-server.ts";
import { backfillText } from "../text.ts";

/** Lets the server that has the folder's database read history; false: there is none. Throws `CommandError`. */
export async function handOver(
  folder: string,
  asked: BackfillRequest,
  { onProgress, signal }: BackfillOptions,
): Promise<boolean> {
  const answer = await askServer(folder, "/backfill", asked, signal);
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
