import fc from "fast-check";
import { expect, test } from "vitest";
import { answered, backOff, failed, limited, MOST_TRIES } from "../../src/engine/ending.ts";
import type { Claim } from "../../src/store/looks.ts";

const claim: Claim = {
  id: 1,
  jobId: "job",
  installationId: 1,
  repositoryId: 10,
  automation: "release-pr",
  target: "lanes",
  attempts: 0,
  nightly: false,
  generation: 1,
  waited: 0,
};
const NOW = new Date("2026-11-20T01:00:00Z");

test("the back-off doubles from two seconds up to a quarter of an hour", () => {
  expect([1, 2, 3, 4, 9, 10, 50].map((tries) => backOff(tries, 0.5))).toEqual([2, 4, 8, 16, 512, 900, 900]);
});

test("chance moves the back-off by a quarter at the most", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
      const ratio = backOff(tries, random) / backOff(tries, 0.5);
      expect(ratio).toBeGreaterThanOrEqual(0.75);
      expect(ratio).toBeLessThanOrEqual(1.25);
    }),
  );
});

test("the last try parks the look, and the next ask starts over", () => {
  const last = { ...claim, attempts: MOST_TRIES - 1 };
  expect(failed({ ...claim, attempts: MOST_TRIES - 2 }, new Error("x"), 0.5)).toMatchObject({ parked: false });
  expect(failed(last, new Error("x"), 0.5)).toMatchObject({
    answered: true,
    parked: true,
    attempts: 0,
    error: "Error: x",
  });
});

test.each([
  [60_000, 61],
  [0, 1],
  [-5_000, 1],
])("a limit that ends in %i ms by GitHub's clock costs no try and waits %i s", (milliseconds, seconds) => {
  const ending = limited({ ...claim, attempts: 3 }, new Date(NOW.getTime() + milliseconds), NOW);
  expect(ending).toMatchObject({ answered: false, attempts: 3, seconds, parked: false });
});

test("a look that went well leaves nothing behind", () => {
  expect(answered({ ...claim, attempts: 3 })).toMatchObject({ answered: true, attempts: 0, error: null });
});
