import { expect, test } from "vitest";
import { clockOf, wallClock } from "../../src/engine/clock.ts";

const answering = (body: unknown, status = 200) =>
  (async () => new Response(JSON.stringify(body), { status })) as typeof fetch;

const timeout = new DOMException("The operation was aborted due to timeout", "TimeoutError");
const failed = (code: string) => new TypeError("fetch failed", { cause: Object.assign(new Error("failed"), { code }) });

test("a simulated GitHub's time is followed, and who asked hears that it moved", async () => {
  let now = "2026-11-20T01:00:00Z";
  const clock = await clockOf("http://127.0.0.1:4000/api/v3", async (input) => {
    expect(String(input)).toBe("http://127.0.0.1:4000/_sim/clock");
    return new Response(JSON.stringify({ now }));
  });
  expect(clock.now()).toEqual(new Date(now));
  const moved = new Promise<Date>((done) => clock.onMove(async (time) => done(time)));
  now = "2026-11-21T01:00:00Z";
  expect(await moved).toEqual(new Date(now));
  expect(clock.now()).toEqual(new Date(now));
  clock.stop();
});

test.each([
  ["github.com is never asked", "https://api.github.com", answering({ now: "2020-01-01T00:00:00Z" })],
  ["a GHES on this machine", "http://127.0.0.1:4000/api/v3", answering({ message: "Not Found" }, 404)],
  ["nonsense", "http://localhost:4000/api/v3", answering({ now: "soon" })],
  ["nobody", "http://localhost:4000/api/v3", (async () => Promise.reject(failed("ECONNREFUSED"))) as typeof fetch],
])("else it is the wall clock: %s", async (_name, url, fetch) => {
  expect(await clockOf(url, fetch)).toBe(wallClock);
});

test.each([
  ["too slow", timeout],
  ["a connection that it closed meanwhile", failed("ECONNRESET")],
])("one that does not answer at first is asked again: %s", async (_name, error) => {
  let asked = 0;
  const clock = await clockOf("http://127.0.0.1:4000/api/v3", async () => {
    asked += 1;
    if (asked < 3) throw error;
    return new Response(JSON.stringify({ now: "2026-11-20T01:00:00Z" }));
  });
  expect(clock.now()).toEqual(new Date("2026-11-20T01:00:00Z"));
  await clock.stop();
});

test("one that never answers does not keep the server from starting", async () => {
  expect(await clockOf("http://127.0.0.1:4000/api/v3", async () => Promise.reject(timeout))).toBe(wallClock);
});
