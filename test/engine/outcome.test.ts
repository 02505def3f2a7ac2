import fc from "fast-check";
import { expect, test } from "vitest";
import { backOff, failed, later, limited, MOST_TRIES, succeeded } from "../../src/engine/outcome.ts";
import type { Claim } from "../../src/store/work-items.ts";

const claim: Claim = {
  token: 1,
  installationId: 1,
  repositoryId: 10,
  automation: "release-pr",
  target: "lanes",
  attempts: 0,
  priority: "webhook" as const,
  generation: 1,
  waited: 0,
};
const NOW = new Date("2026-11-20T01:00:00Z");

test("the back-off doubles from two seconds up to ten minutes", () => {
  expect([1, 2, 3, 4, 9, 10, 50].map((tries) => backOff(tries, 0.5))).toEqual([2, 4, 8, 16, 512, 600, 600]);
});

test("however often it failed, a look is tried again within 15 minutes, and within two where a person waits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
      const ending = failed({ ...claim, attempts }, new Error("502"), random);
      expect(ending).toMatchObject({ succeeded: false, attempts: attempts + 1 });
      expect(ending.seconds).toBeLessThan(15 * 60);
      expect(failed({ ...claim, attempts, priority: "command" }, new Error("502"), random).seconds).toBeLessThan(120);
    }),
  );
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

test("what fails for long is parked and still tried again", () => {
  const last = { ...claim, attempts: MOST_TRIES - 1 };
  expect(failed({ ...claim, attempts: MOST_TRIES - 2 }, new Error("x"), 0.5)).toMatchObject({ parked: false });
  expect(failed(last, new Error("x"), 0.5)).toMatchObject({
    succeeded: false,
    parked: true,
    attempts: MOST_TRIES,
    seconds: 600,
    error: "Error: x",
  });
});

test.each([
  [60_000, 61],
  [0, 1],
  [-5_000, 1],
  [86_400_000, 3_601],
])("a limit that ends in %i ms by GitHub's clock costs no try and waits %i s", (milliseconds, seconds) => {
  const ending = limited({ ...claim, attempts: 3 }, new Date(NOW.getTime() + milliseconds), NOW);
  expect(ending).toMatchObject({ succeeded: false, attempts: 3, seconds, parked: false });
});

test("a look that goes well after many failures may ask for another one; a chain of those ends", () => {
  expect(later({ ...claim, attempts: 25 }, 2, true)).toMatchObject({ succeeded: false, attempts: 1, seconds: 2 });
  expect(later({ ...claim, attempts: 25 }, 2)).toMatchObject({ succeeded: false, attempts: 25 });
  expect(later({ ...claim, attempts: MOST_TRIES - 1 }, 2, true)).toMatchObject({ succeeded: true });
});

test("a look that went well leaves nothing behind", () => {
  expect(succeeded({ ...claim, attempts: 3 })).toMatchObject({ succeeded: true, attempts: 0, error: null });
});
