import { startPostgres as start } from "../test/postgres/start.ts";
import { started } from "./started.ts";

/** A real PostgreSQL, as careful with its data as an operator's, which ends with the benchmark. */
export async function startPostgres() {
  const server = await start([]);
  return started(server, () => server.stop());
}
