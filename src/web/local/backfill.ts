import { z } from "zod";
import type { BackfillOptions, BackfillRequest } from "../../engine/backfill.ts";
import { BackfillProblem } from "../../engine/backfill-problem.ts";
import { answer } from "../answer.ts";
import { readBody } from "../read-body.ts";
import type { Handler } from "../server.ts";
import { answerText } from "../text.ts";
import type { BackfillNews } from "./news.ts";
import { parsedBody } from "./parsed-body.ts";

const askedShape = z.object({ owner: z.string().min(1), name: z.string().min(1), since: z.number().nullable() });
const MOST_BYTES = 4_096;

export interface BackfillService {
  read(request: BackfillRequest, options: BackfillOptions): Promise<void>;
  /** Neither GitHub nor whoever asked is the reason. */
  onError(error: unknown): void;
  /** The server stops. */
  readonly stopping: AbortSignal;
}

/** Reads history for a command on this machine, and tells how far it is. It ends with the command. */
export function backfillHandler({ read, onError, stopping }: BackfillService): Handler {
  return async (request, response) => {
    // A server that stops waits for its connections.
    response.setHeader("connection", "close");
    const body = await readBody(request, MOST_BYTES);
    const { data: asked } = askedShape.safeParse(parsedBody(body));
    if (asked === undefined) return answer(response, 400, answerText.failed);
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    const tell = (news: BackfillNews) => void response.write(`${JSON.stringify(news)}\n`);
    try {
      const signal = AbortSignal.any([gone.signal, stopping]);
      await read(asked, { signal, onProgress: (progress) => tell({ is: "progress", progress }) });
      tell({ is: "done" });
    } catch (error) {
      if (error instanceof BackfillProblem) tell({ is: "problem", message: error.message });
      else if (!gone.signal.aborted && !stopping.aborted) {
        onError(error);
        tell({ is: "problem", message: answerText.failed });
      }
    }
    response.end();
  };
}
