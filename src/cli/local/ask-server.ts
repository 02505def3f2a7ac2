import { type IncomingMessage, request } from "node:http";
import { socketPath } from "../../web/local/socket.ts";
import { CommandError } from "../command-error.ts";
import { backfillText } from "../text.ts";

/** Nobody listens, or there is no such file. */
const NOBODY = new Set(["ENOENT", "ECONNREFUSED", "ENOTSOCK", "EINVAL"]);

/** Asks the server that has the folder's database; its answer, as it comes. null: no server listens. Throws `CommandError`. */
export function askServer(
  folder: string,
  path: string,
  asked: unknown,
  signal?: AbortSignal,
): Promise<IncomingMessage | null> {
  const socket = socketPath(folder);
  const headers = { "content-type": "application/json" };
  return new Promise((done, fail) => {
    const options = { socketPath: socket, path, method: "POST", headers, ...(signal === undefined ? {} : { signal }) };
    const sent = request(options, (response) => {
      if (response.statusCode === 200) done(response);
      else fail(new CommandError(backfillText.serverRefused));
    });
    sent.once("error", (error: NodeJS.ErrnoException) => {
      if (NOBODY.has(String(error.code))) done(null);
      else if (error.code === "EACCES") fail(new CommandError(backfillText.otherUser(socket)));
      else fail(error);
    });
    sent.end(JSON.stringify(asked));
  });
}
