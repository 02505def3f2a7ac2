import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { StoreProblem } from "./problem.ts";
import { resultTypes } from "./result-types.ts";
import { createSignal } from "./signal.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import { storeText } from "./text.ts";

/** Older ones get no fixes any more. */
const OLDEST_VERSION = 130_000;
const CONNECTIONS = 10;

/** Opens the PostgreSQL server at `url`. Throws StoreProblem where it cannot be reached or refuses. */
export async function openServer(url: string): Promise<Store> {
  const where = describe(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    application_name: "detoil",
    types: resultTypes,
  });
  // A connection that breaks is replaced by the pool. Without listeners it would end the process: the pool tells of idle
  // ones, and of one that is checked out only the connection itself does (between two statements of a transaction).
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  try {
    const { rows } = await pool.query("select current_setting('server_version_num')::int as version");
    if (rows[0].version < OLDEST_VERSION) {
      throw new StoreProblem(storeText.tooOld(where));
    }
  } catch (error) {
    await pool.end();
    throw error instanceof StoreProblem ? error : new StoreProblem(unreachable(where, error as NodeJS.ErrnoException));
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const signal = createSignal(pool);
  return {
    kind: "PostgreSQL",
    where,
    db,
    signal,
    async close() {
      await signal.close();
      await db.destroy();
    },
  };
}

/** `host:port/database`, without user and password. */
function describe(url: string): string {
  try {
    const { hostname, port, pathname, protocol } = new URL(url);
    if (protocol !== "postgres:" && protocol !== "postgresql:") {
      throw new TypeError();
    }
    return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
  } catch {
    throw new StoreProblem(storeText.noAddress);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  "28P01": storeText.reasons.password,
  "28000": storeText.reasons.user,
  "3D000": storeText.reasons.noDatabase,
  "53300": storeText.reasons.full,
};

function unreachable(where: string, error: NodeJS.ErrnoException): string {
  const reason = REASONS[error.code ?? ""];
  return reason === undefined
    ? storeText.unreachable(where, error.code ?? error.message)
    : storeText.unusable(where, reason);
}
