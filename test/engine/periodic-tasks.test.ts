import { expect, test } from "vitest";
import type { Clock } from "../../src/engine/clock.ts";
import { createPeriodicTasks } from "../../src/engine/periodic-tasks.ts";

/** GitHub's time, moved by hand. */
function movable(start: string) {
  let now = new Date(start);
  const listeners: ((now: Date) => Promise<void>)[] = [];
  const clock: Clock = { now: () => now, onMove: (listener) => void listeners.push(listener), stop: async () => {} };
  return {
    clock,
    async move(to: string) {
      now = new Date(to);
      await Promise.all(listeners.map((listener) => listener(now)));
    },
  };
}

test("all rounds run at the start, and again when GitHub's clock says so; one that fails is told", async () => {
  const { clock, move } = movable("2026-11-20T00:00:00Z");
  const ran: string[] = [];
  const errors: string[] = [];
  const rounds = createPeriodicTasks(
    [
      { milliseconds: 3_600_000, run: async () => void ran.push("hourly") },
      {
        milliseconds: 60_000,
        async run() {
          ran.push("failing");
          throw new Error("GitHub is away");
        },
      },
    ],
    clock,
    (error) => errors.push(String(error)),
  );
  rounds.start();
  expect(rounds.busy).toBe(true);
  await move("2026-11-20T00:00:30Z");
  expect(ran).toEqual(["hourly", "failing"]);
  await move("2026-11-20T00:01:30Z");
  expect(ran).toEqual(["hourly", "failing", "failing"]);
  await move("2026-11-20T01:01:30Z");
  expect(ran).toEqual(["hourly", "failing", "failing", "hourly", "failing"]);
  expect(errors).toHaveLength(3);
  expect(rounds.busy).toBe(false);
  await rounds.stop();
  await move("2026-11-21T00:00:00Z");
  expect(ran).toHaveLength(5);
});

test("one that fails comes again in five minutes, if its turn is not earlier", async () => {
  const { clock, move } = movable("2026-11-20T00:00:00Z");
  const ran: string[] = [];
  let isAway = true;
  const daily = async () => {
    ran.push("daily");
    if (isAway) throw new Error("GitHub is away");
  };
  const rounds = createPeriodicTasks([{ milliseconds: 86_400_000, run: daily }], clock, () => {});
  rounds.start();
  await move("2026-11-20T00:04:59Z");
  expect(ran).toHaveLength(1);
  isAway = false;
  await move("2026-11-20T00:05:00Z");
  expect(ran).toHaveLength(2);
  await move("2026-11-20T23:00:00Z");
  expect(ran).toHaveLength(2);
  await rounds.stop();
});
