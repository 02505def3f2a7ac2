import { createHmac, generateKeyPairSync, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { connect, createServer } from "node:net";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../src/main.ts";
import { onServer } from "./database/server.ts";
import { eachDatabase, execute, type TestDatabase } from "./each-database.ts";
import { SimulatedGitHub } from "./harness/github.ts";
import { environmentFor, SECRET } from "./harness/server-process.ts";

const world = { app: { slug: "detoil", id: 1 }, repos: [{ name: "acme/shop" }] };
const otherKey = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({
  type: "pkcs8",
  format: "pem",
});

const signed = (body: string) => ({
  "x-github-event": "ping",
  "x-github-delivery": randomUUID(),
  "x-hub-signature-256": `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`,
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

  test("it lives, is ready, and reports its state; stopping twice is stopping once", async () => {
    const server = await start({ METRICS_TOKEN: "numbers" });
    expect(server.database).toContain(database.name === "PGlite" ? "embedded" : "PostgreSQL at 127.0.0.1");
    for (const path of ["/healthz", "/readyz"]) {
      expect((await fetch(`${server.url}${path}`)).status).toBe(200);
    }
    await server.idle();
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^detoil_work_items\{state="parked"\} 0$/m);
    expect(metrics).toMatch(/^detoil_reconciliations_total\{automation="config",outcome="unchanged"\} [1-9]/m);
    expect(metrics).not.toContain("acme");
    const headers = { authorization: "Bearer numbers" };
    const ofRepositories = `${server.url}/metrics/four-keys`;
    expect((await fetch(ofRepositories)).status).toBe(401);
    const numbers = await fetch(ofRepositories, { headers });
    expect([numbers.status, await numbers.text()]).toEqual([
      200,
      expect.stringContaining("detoil_four_keys_deployments"),
    ]);
    await Promise.all([server.stop(), server.stop()]);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  test("it stops soon, whoever is connected, and accepts no new work", async () => {
    const server = await start();
    const { port } = new URL(server.url);
    const agent = new Agent({ keepAlive: true });
    const healthy = () =>
      new Promise<number>((done) => {
        const asked = request(`${server.url}/healthz`, { agent }, (response) => {
          response.resume().once("end", () => done(response.statusCode ?? 0));
        });
        asked.once("error", () => done(0));
        asked.end();
      });
    expect(await healthy()).toBe(200);
    expect((await fetch(`${server.url}/metrics/four-keys`)).status).toBe(404);
    // One that keeps its connection, one that never finishes its request, and one that says nothing.
    const slow = connect(Number(port), "127.0.0.1");
    slow.write("POST /api/github/webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
    const silent = connect(Number(port), "127.0.0.1");
    const gone = [slow, silent].map(
      (socket) => new Promise((done) => socket.resume().once("error", done).once("close", done)),
    );
    await new Promise((done) => silent.once("connect", done));
    await server.idle();
    const began = performance.now();
    const stopped = server.stop();
    expect(await healthy()).not.toBe(200);
    await stopped;
    expect(performance.now() - began).toBeLessThan(9_000);
    await Promise.all(gone);
    agent.destroy();
  });

  test("a key of another App is reported as such, and the database is free again", async () => {
    await expect(start({ PRIVATE_KEY: String(otherKey) })).rejects.toThrow(/^PRIVATE_KEY does not belong to APP_ID 1/);
    await start();
  });

  test("an occupied port is reported as such, and the database is free again", async () => {
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

test("while nothing can be written no webhook is accepted and it is not ready, until that ends", async () => {
  const github = await SimulatedGitHub.open(world);
  const database = await onServer();
  const store = await database.open();
  const server = await startServer(environmentFor(github, database.environment, 0), pino({ level: "silent" }));
  const body = JSON.stringify({ zen: "Keep it logically awesome." });
  const deliver = async () =>
    (await fetch(`${server.url}/api/github/webhooks`, { method: "POST", body, headers: signed(body) })).status;
  const ready = async () => (await fetch(`${server.url}/readyz`)).status;
  expect([await deliver(), await ready()]).toEqual([202, 200]);
  // PostgreSQL's error (SQLSTATE 53100) where a file cannot be extended.
  await execute(
    store,
    `create function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`,
    "create trigger full_disk before insert on deliveries execute function full_disk()",
  );
  expect([await deliver(), await ready()]).toEqual([503, 503]);
  await execute(store, "drop trigger full_disk on deliveries");
  expect([await deliver(), await ready()]).toEqual([202, 200]);
  await server.stop();
  await github.close();
  await database.drop();
});
