import { startPostgres as start } from "../test/postgres.ts";
import { started } from "./started.ts";

/** A real PostgreSQL, which ends with the benchmark. */
export async function startPostgres() {
  const server = await start();
  return started(server, () => server.stop());
}
