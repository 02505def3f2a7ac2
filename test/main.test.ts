import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:net";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../src/main.ts";
import { eachDatabase, type TestDatabase } from "./each-database.ts";
import { SimulatedGitHub } from "./harness/github.ts";
import { environmentFor } from "./harness/server-process.ts";

const world = { app: { slug: "detoil", id: 1 }, repos: [{ name: "acme/shop" }] };
const otherKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
  type: "pkcs8",
  format: "pem",
});

eachDatabase((create) => {
  let github: SimulatedGitHub;
  let database: TestDatabase;
  const running: RunningServer[] = [];
  const logged: string[] = [];
  const log = pino(
    { level: "trace" },
    new Writable({ write: (chunk, _encoding, done) => done(void logged.push(String(chunk))) }),
  );

  beforeAll(async () => {
    github = await SimulatedGitHub.open(world);
    database = await create();
  });
  afterAll(async () => {
    await github.close();
    await database.drop();
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
  });

  async function start(changes: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
    const server = await startServer({ ...environmentFor(github, database.environment, 0), ...changes }, log);
    running.push(server);
    return server;
  }

  test("it lives, is ready, and tells how it does; stopping twice is stopping once", async () => {
    const server = await start();
    expect(server.database).toContain(database.name === "PGlite" ? "embedded" : "PostgreSQL at 127.0.0.1");
    for (const path of ["/healthz", "/readyz"]) {
      expect((await fetch(`${server.url}${path}`)).status).toBe(200);
    }
    await server.idle();
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^detoil_looks\{state="parked"\} 0$/m);
    expect(metrics).toMatch(/^detoil_looks_total\{automation="config",outcome="unchanged"\} [1-9]/m);
    expect(metrics).not.toContain("acme");
    await Promise.all([server.stop(), server.stop()]);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  test("a key of another App is told as that, and the database is free again", async () => {
    await expect(start({ PRIVATE_KEY: String(otherKey) })).rejects.toThrow(/^PRIVATE_KEY does not belong to APP_ID 1/);
    await start();
  });

  test("an occupied port is told as that, and the database is free again", async () => {
    const other = createServer();
    const port = await new Promise<number>((done) =>
      other.listen(0, "127.0.0.1", () => done((other.address() as { port: number }).port)),
    );
    await expect(start({ PORT: String(port) })).rejects.toThrow(`Port ${port} is in use`);
    other.close();
    await start();
  });

  test("no credential is ever logged", async () => {
    await (await start()).idle();
    expect(logged.length).toBeGreaterThan(0);
    const text = logged.join("");
    for (const secret of ["PRIVATE KEY", "a secret of the stories", "Bearer", "ghs_"]) {
      expect(text).not.toContain(secret);
    }
  });
});
