import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { probes } from "../../src/web/probes.ts";
import { createReadiness } from "../../src/web/readiness.ts";
import { createWebServer, listen } from "../../src/web/server.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("frequent probes cost the database nothing", async () => {
  const queries = { written: 0, counted: 0 };
  const readiness = createReadiness(async () => {
    queries.written += 1;
  });
  const metrics = {
    ...{ delivery() {}, reconciled() {}, redelivered() {} },
    async text() {
      queries.counted += 1;
      return `detoil_work_items ${queries.counted}\n`;
    },
    contentType: "text/plain",
  };
  const server = createWebServer(probes({ metrics, unready: () => readiness.unready() }), () => {});
  const url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  const get = async (path: string) => {
    const response = await fetch(url + path);
    return `${response.status} ${(await response.text()).trim()}`;
  };
  try {
    const asked = Array.from({ length: 50 }, () => [get("/readyz"), get("/metrics")]).flat();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(["200 ok", "200 detoil_work_items 1"]));
    for (let count = 0; count < 10; count++) {
      expect(await get("/readyz")).toBe("200 ok");
      expect(await get("/metrics")).toBe("200 detoil_work_items 1");
    }
    expect(queries).toEqual({ written: 1, counted: 1 });
    vi.advanceTimersByTime(1_000);
    expect(await get("/metrics")).toBe("200 detoil_work_items 2");
    expect(await get("/readyz")).toBe("200 ok");
    expect(queries).toEqual({ written: 2, counted: 2 });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
