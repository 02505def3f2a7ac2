import { parseArgs } from "node:util";
import { startGitHub } from "./github.ts";
import { sendAtRate } from "./load.ts";
import { firstLooks, metric, untilIdle } from "./metrics.ts";
import { startPostgres } from "./postgres.ts";
import { recordedDeliveries } from "./recorded.ts";
import { countOf, loggedSince, tokensIn } from "./requests.ts";
import { freshFolder, startServer } from "./server.ts";
import { worldWith } from "./world.ts";

/** All pushes are sent within 10 seconds. */
const SECONDS = 9.5;

/** Many pushes to one repository: how many reconciliations do they lead to, and is any delivery lost? */
export async function burst(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: argv,
    options: { pushes: { type: "string", default: "1000" }, embedded: { type: "boolean", default: false } },
  });
  const github = await startGitHub(worldWith(5));
  const postgres = values.embedded ? null : await startPostgres();
  const databaseUrl = postgres === null ? null : `${postgres.url}/postgres`;
  const data = freshFolder();
  const server = await startServer({ ...github, databaseUrl, data });
  // The first look at a repository that is new to this database is not the burst's.
  const reconciliations = () => metric(server.url, "detoil_reconciliations_total", { automation: "release-pr" });
  await firstLooks(server.url);
  const begun = await loggedSince(github.simulator);
  const before = await reconciliations();
  const sent = await sendAtRate(server.url, github.simulator, {
    rate: Number(values.pushes) / SECONDS,
    seconds: SECONDS,
  });
  await untilIdle(server.url);
  const after = await reconciliations();
  const log = await loggedSince(github.simulator);
  const { requests } = countOf(log);
  const peak = server.peak();
  await server.stop();
  const recorded = await recordedDeliveries(databaseUrl, data);
  const lost = sent.sent - sent.accepted.filter((guid) => recorded.has(guid)).length;
  return {
    deliveries: sent.sent,
    looks: after - before,
    requests,
    tokens: { first: tokensIn(begun), during: tokensIn(log) },
    lost,
    peak_memory_mb: peak,
  };
}
