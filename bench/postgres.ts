import { startPostgres as start } from "../test/postgres/start.ts";
import { started } from "./started.ts";

/** A real PostgreSQL with the durability settings of a production server; it stops with the benchmark. */
export async function startPostgres() {
  const server = await start([]);
  return started(server, () => server.stop());
}
