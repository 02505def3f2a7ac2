import { createHmac } from "node:crypto";
import { type ClientRequest, request, type Server } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import type { Delivery } from "../../src/engine/delivery.ts";
import type { Reception } from "../../src/engine/receive.ts";
import { createIntake } from "../../src/web/intake.ts";
import { createWebServer, listen } from "../../src/web/server.ts";

const PATH = "/api/github/webhooks";
const BODY = JSON.stringify({ ref: "refs/heads/main", installation: { id: 1 }, note: "日本語 ✓" });
let server: Server | null = null;
/** Requests that never end. */
const unfinished: ClientRequest[] = [];

interface Place {
  readonly url: string;
  readonly received: Delivery[];
  readonly outcomes: string[];
}

async function open(receive: (delivery: Delivery) => Promise<Reception> = async () => "recorded", waiting = 0) {
  const received: Delivery[] = [];
  const outcomes: string[] = [];
  const intake = createIntake({
    secrets: ["old", "new"],
    receive: (delivery) => {
      received.push(delivery);
      return receive(delivery);
    },
    waiting: () => waiting,
    onReceived: (event, outcome) => outcomes.push(`${event} ${outcome}`),
    onFailure: (_error, delivery) => outcomes.push(`failed ${delivery.guid}`),
  });
  server = createWebServer({ [`POST ${PATH}`]: intake }, (error) => outcomes.push(String(error)));
  const port = await listen(server, 0, "127.0.0.1");
  return { url: `http://127.0.0.1:${port}${PATH}`, received, outcomes } satisfies Place;
}

afterEach(() => {
  for (const one of unfinished.splice(0)) one.destroy();
  server?.close();
  server?.closeAllConnections();
});

const sign = (body: string | Uint8Array, secret = "new") =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

function post(place: Place, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(place.url, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-github-event": "push",
      "x-github-delivery": "5f1c9a00-0000-11ef-8000-000000000001",
      "x-hub-signature-256": sign(body),
      ...headers,
    },
  });
}

test("a signed delivery is accepted once it is stored", async () => {
  const stored = Promise.withResolvers<Reception>();
  const place = await open(() => stored.promise);
  let answered = false;
  const answer = post(place, BODY).then((response) => {
    answered = true;
    return response;
  });
  while (place.received.length === 0) await new Promise((done) => setImmediate(done));
  expect(answered).toBe(false);
  stored.resolve("recorded");
  expect((await answer).status).toBe(202);
  expect(place.received).toMatchObject([{ event: "push", installationId: 1, repository: null }]);
  expect(place.outcomes).toEqual(["push recorded"]);
});

test.each(["old", "new"])("while rotating, the %s secret is good", async (secret) => {
  expect((await post(await open(), BODY, { "x-hub-signature-256": sign(BODY, secret) })).status).toBe(202);
});

test("a repeated delivery is accepted too", async () => {
  expect((await post(await open(async () => "repeated"), BODY)).status).toBe(202);
});

test.each([
  ["another secret", { "x-hub-signature-256": sign(BODY, "guess") }],
  ["no signature", { "x-hub-signature-256": "" }],
  ["a signature of another kind", { "x-hub-signature-256": "sha1=abc" }],
  ["a signature of another body", { "x-hub-signature-256": sign("{}") }],
])("%s is refused with 401 and reaches nobody", async (_name, headers) => {
  const place = await open();
  expect((await post(place, BODY, headers)).status).toBe(401);
  expect(place.received).toEqual([]);
});

/** A request of which only the headers and a part of the body arrive; returns the server's response. */
function halfSent(place: Place, headers: Record<string, string>, part = ""): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const asked = request(place.url, { method: "POST", headers: { "content-length": "22000000", ...headers } });
    unfinished.push(asked);
    asked.once("response", (response) => done(response.resume().statusCode));
    asked.once("error", fail);
    asked.flushHeaders();
    asked.write(part);
  });
}

const GITHUB = { "x-github-event": "push", "x-github-delivery": "5f1c9a00-0000-11ef-8000-000000000001" };

test.each([
  ["without a signature", GITHUB, 401],
  ["with an odd signature", { ...GITHUB, "x-hub-signature-256": "sha256=abc" }, 401],
  ["with an odd event", { ...GITHUB, "x-github-event": "a b", "x-hub-signature-256": sign("") }, 400],
  ["with an odd GUID", { ...GITHUB, "x-github-delivery": "/", "x-hub-signature-256": sign("") }, 400],
])("a request %s is refused before its body is read", async (_what, headers, status) => {
  expect(await halfSent(await open(), headers)).toBe(status);
});

test("a body is neither decoded nor parsed before its signature is verified", async () => {
  const place = await open();
  const parsed = vi.spyOn(JSON, "parse");
  const decoded = vi.spyOn(Buffer.prototype, "toString");
  const of = (spy: { mock: { contexts: unknown[]; calls: unknown[][] } }) =>
    [...spy.mock.contexts, ...spy.mock.calls.flat()].filter((one) => String(one).includes("UNSIGNED")).length;
  try {
    expect((await post(place, '{"a": "UNSIGNED"}', { "x-hub-signature-256": sign("{}") })).status).toBe(401);
    expect([of(parsed), of(decoded)]).toEqual([0, 0]);
  } finally {
    vi.restoreAllMocks();
  }
});

test("signatures are of bytes, not of what they decode to", async () => {
  const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
  const place = await open();
  const sent = (signature: string) =>
    fetch(place.url, { method: "POST", body: bytes, headers: { ...GITHUB, "x-hub-signature-256": signature } });
  expect((await sent(sign(bytes.toString("utf8")))).status).toBe(401);
  expect((await sent(sign(bytes))).status).toBe(202);
});

test("at most 64 MiB of unverified bodies are held; room is released again", async () => {
  const place = await open();
  const started = [1, 2, 3].map(() =>
    halfSent(place, { ...GITHUB, "x-hub-signature-256": sign("x") }, "x".repeat(21_000_000)).catch(() => "hung up"),
  );
  const body = JSON.stringify({ note: "x".repeat(5_000_000) });
  let status: number;
  // until the three have arrived; each of these posts keeps this process from reading them for a while
  while (unfinished.some((one) => one.writableLength > 0)) await new Promise((done) => setImmediate(done));
  do status = (await post(place, body)).status;
  while (status === 202);
  expect(status).toBe(503);
  expect(place.outcomes.at(-1)).toBe("push not stored");
  for (const one of unfinished.splice(0)) one.destroy();
  expect(await Promise.all(started)).toEqual(["hung up", "hung up", "hung up"]);
  do status = (await post(place, body)).status;
  while (status === 503);
  expect(status).toBe(202);
}, 60_000);

test.each([
  ["nothing", "", {}],
  ["no JSON", "{", {}],
  ["a scalar", "7", {}],
  ["a list", "[]", {}],
  ["null", "null", {}],
  ["no event", BODY, { "x-github-event": "" }],
  ["a strange event", BODY, { "x-github-event": "../push" }],
  ["no GUID", BODY, { "x-github-delivery": "" }],
])("%s is malformed: 400", async (_name, body, headers) => {
  const place = await open();
  expect((await post(place, body, headers)).status).toBe(400);
  expect(place.received).toEqual([]);
});

test("an App that sends forms is understood", async () => {
  const body = `payload=${encodeURIComponent(BODY)}`;
  const place = await open();
  expect((await post(place, body, { "content-type": "application/x-www-form-urlencoded" })).status).toBe(202);
  expect(place.received).toMatchObject([{ installationId: 1 }]);
});

test("more than 25 MiB is refused, announced or not", async () => {
  const place = await open();
  const big = "x".repeat(26 * 1024 * 1024);
  expect((await post(place, big)).status).toBe(413);
  const chunks = new ReadableStream({
    start(controller) {
      for (let count = 0; count < 26; count++) controller.enqueue(new Uint8Array(1024 * 1024));
      controller.close();
    },
  });
  const headers = { ...GITHUB, "x-hub-signature-256": sign("") };
  const unannounced = await fetch(place.url, { method: "POST", body: chunks, headers, duplex: "half" } as RequestInit);
  expect(unannounced.status).toBe(413);
  expect(place.received).toEqual([]);
});

test("a delivery that cannot be stored is answered 503 without internal details", async () => {
  const place = await open(async () => {
    throw new Error('relation "deliveries" does not exist, password hunter2');
  });
  const response = await post(place, BODY);
  expect(response.status).toBe(503);
  expect(await response.text()).toBe("The delivery could not be stored.\n");
  expect(place.outcomes).toEqual(["failed 5f1c9a00-0000-11ef-8000-000000000001", "push not stored"]);
});

test("when too many wait, GitHub keeps the rest", async () => {
  expect((await post(await open(undefined, 1_000_000), BODY)).status).toBe(503);
});

test("other methods and paths", async () => {
  const place = await open();
  const got = await fetch(place.url);
  expect([got.status, got.headers.get("allow")]).toEqual([405, "POST"]);
  expect((await fetch(place.url.replace(PATH, "/nothing"))).status).toBe(404);
});
