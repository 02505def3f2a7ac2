import { expect, test, vi } from "vitest";
import { createReadiness } from "../../src/web/readiness.ts";

const diskFull = Object.assign(new Error("could not extend file"), { code: "53100" });
const badText = Object.assign(new Error("unsupported Unicode escape sequence"), { code: "22P05" });

test("it is ready where it has just written, and gives the reason where it is not", async () => {
  let written = 0;
  const good = createReadiness(async () => {
    written += 1;
  });
  expect(await good.unready()).toBeNull();
  expect(written).toBe(1);
  const bad = createReadiness(() => Promise.reject(diskFull));
  expect(await bad.unready()).toBe("the database cannot be written to");
});

test("however often it is probed, it writes once a second; a delivery that was stored counts at once", async () => {
  vi.useFakeTimers();
  try {
    let written = 0;
    let full = false;
    const readiness = createReadiness(async () => {
      written += 1;
      if (full) throw diskFull;
    });
    for (let count = 0; count < 10; count++) expect(await readiness.unready()).toBeNull();
    expect(written).toBe(1);
    full = true;
    await vi.advanceTimersByTimeAsync(1_000);
    for (let count = 0; count < 10; count++) {
      expect(await readiness.unready()).toBe("the database cannot be written to");
    }
    expect(written).toBe(2);
    full = false;
    readiness.stored();
    expect(await readiness.unready()).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test("it does not wait for a database that does not answer", async () => {
  vi.useFakeTimers();
  try {
    let written = 0;
    const readiness = createReadiness(() => {
      written += 1;
      return new Promise(() => {});
    });
    for (let count = 0; count < 3; count++) {
      const asked = readiness.unready();
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await asked).toBe("the database does not answer");
    }
    expect(written, "nobody puts more before it").toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test("a delivery that could not be stored counts for a while, though a small write still fits", async () => {
  vi.useFakeTimers();
  try {
    const readiness = createReadiness(async () => {});
    readiness.failed(badText);
    expect(await readiness.unready(), "that one delivery is to blame").toBeNull();
    readiness.failed(diskFull);
    expect(await readiness.unready()).toBe("deliveries could not be stored just now");
    readiness.stored();
    expect(await readiness.unready()).toBeNull();
    readiness.failed(diskFull);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await readiness.unready()).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});
