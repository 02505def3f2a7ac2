import { startGitHub } from "./github.ts";
import { startPostgres } from "./postgres.ts";
import { freshFolder, startServer } from "./server.ts";
import { worldWith } from "./world.ts";

const SETTLED_MS = 5000;

/** Seconds to ready, the first time (an empty database) and the second, and memory at rest a few seconds later. */
export async function start(): Promise<Record<string, unknown>> {
  const github = await startGitHub(worldWith(5));
  const postgres = await startPostgres();
  const measure = async (databaseUrl: string | null) => {
    const options = { ...github, databaseUrl, data: freshFolder() };
    const first = await startServer(options);
    await first.stop();
    const second = await startServer(options);
    await new Promise((done) => setTimeout(done, SETTLED_MS));
    const memory = { memory_mb: second.memory(), peak_memory_mb: second.peak() };
    await second.stop();
    return { first_seconds: round(first.seconds), second_seconds: round(second.seconds), ...memory };
  };
  return { postgres: await measure(`${postgres.url}/postgres`), embedded: await measure(null) };
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
