import { type Logger, pino } from "pino";
import { withoutSecrets } from "./github/without-secrets.ts";

/** Where the lines go. */
interface Output {
  write(line: string): unknown;
}

/** Deep enough for every chain of causes that is worth reading. */
const MOST_CAUSES = 5;

/**
 * A log on stderr. Of an error only what it says is written, since those of Octokit carry the request with its token along,
 * those of PostgreSQL the connection, and Node's own the address that they could not read. What looks like a secret is
 * taken out of every line besides.
 */
export function createLog(level: string, output: Output = pino.destination(2)): Logger {
  const options = { level, base: null, serializers: { err: described, error: described } };
  return pino(options, { write: (line: string) => void output.write(withoutSecrets(line)) });
}

/** Its kind, its words, where it was thrown and what led to it. */
function described(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === "string" ? error : undefined;
  const { name, message, stack, cause } = error;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    type: name,
    message,
    stack,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof status === "number" ? { status } : {}),
    ...(cause === undefined || depth === MOST_CAUSES ? {} : { cause: described(cause, depth + 1) }),
  };
}
