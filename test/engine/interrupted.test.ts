import { afterEach, expect, test, vi } from "vitest";
import { createInterrupted } from "../../src/engine/interrupted.ts";
import type { GitHub } from "../../src/github/client.ts";
import type { Claim } from "../../src/store/work-items.ts";

const claim = (repositoryId: number, generation = 1): Claim => ({
  ...{ installationId: 1, repositoryId, automation: "release-pr", target: "lanes" },
  ...{ token: 1, attempts: 0, priority: "webhook", generation, waited: 0 },
});
const rest = { github: {} as GitHub, resume: () => Promise.reject(new Error("not asked for")) };

afterEach(() => {
  vi.useRealTimers();
});

test("what is left of a plan is given out once, and only while nobody asked for the target again", () => {
  const interrupted = createInterrupted();
  interrupted.keep(claim(1), rest);
  interrupted.keep(claim(2), rest);
  expect(interrupted.take(claim(1))).toMatchObject(rest);
  expect(interrupted.take(claim(1))).toBe(null);
  expect(interrupted.take(claim(2, 2))).toBe(null);
});

// A target whose repository was archived or removed meanwhile is never taken again.
test("plans that nobody came back for leave room after a minute", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const interrupted = createInterrupted();
  for (let id = 0; id < 200; id += 1) interrupted.keep(claim(id), rest);
  interrupted.keep(claim(900), rest);
  expect(interrupted.take(claim(900)), "there is room for 200").toBe(null);
  vi.advanceTimersByTime(60_001);
  interrupted.keep(claim(901), rest);
  expect(interrupted.take(claim(901))).toMatchObject(rest);
});
