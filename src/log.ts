import { type Logger, pino } from "pino";
import { withoutSecrets } from "./github/without-secrets.ts";

/** Where the lines go. */
interface Output {
  write(line: string): unknown;
}

/** Deep enough for every chain of causes that is worth reading. */
const MOST_CAUSES = 5;

/**
 * A log on stderr. Only the message of an error is logged, because Octokit's errors carry the request with its token,
 * PostgreSQL's the connection, and Node's the address that could not be read. In addition, whatever looks like a secret is
 * removed from every line.
 */
export function createLog(level: string, output: Output = pino.destination(2)): Logger {
  const options = { level, base: null, serializers: { err: described, error: described } };
  return pino(options, { write: (line: string) => void output.write(withoutSecrets(line)) });
}

/** Its kind, its message, where it was thrown and what caused it. */
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
