import { parseArgs } from "node:util";
import { startGitHub } from "./github.ts";
import { type Load, sendAtRate } from "./load.ts";
import { firstLooks } from "./metrics.ts";
import { startPostgres } from "./postgres.ts";
import { recordedDeliveries } from "./recorded.ts";
import { freshFolder, startServer } from "./server.ts";
import { worldWith } from "./world.ts";

const WARM_UP_SECONDS = 2;
const WARM_UP_FIRST = 1_000_000;

/** Signed webhooks at a fixed rate: how many were accepted, are any of those not in the database, how long until the 202. */
export async function intake(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: argv,
    options: {
      rate: { type: "string", default: "200" },
      seconds: { type: "string", default: "30" },
      embedded: { type: "boolean", default: false },
    },
  });
  const github = await startGitHub(worldWith(5));
  const postgres = values.embedded ? null : await startPostgres();
  const databaseUrl = postgres === null ? null : `${postgres.url}/postgres`;
  const data = freshFolder();
  const server = await startServer({ ...github, databaseUrl, data });
  const load: Load = { rate: Number(values.rate), seconds: Number(values.seconds) };
  // The first reconciliations and the compilation of hot code, in both processes, do not belong to the measurement.
  await firstLooks(server.url);
  await sendAtRate(server.url, github.simulator, { ...load, seconds: WARM_UP_SECONDS, first: WARM_UP_FIRST });
  const sent = await sendAtRate(server.url, github.simulator, load);
  const peak = server.peak();
  await server.stop();
  const recorded = await recordedDeliveries(databaseUrl, data);
  const accepted = sent.accepted.length;
  const lost = sent.accepted.filter((guid) => !recorded.has(guid)).length;
  return {
    database: values.embedded ? "embedded" : "postgres",
    sent: sent.sent,
    accepted,
    lost,
    p50_ms: sent.p50,
    p99_ms: sent.p99,
    peak_memory_mb: peak,
  };
}
