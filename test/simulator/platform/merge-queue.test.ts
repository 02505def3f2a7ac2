import { expect, test } from "vitest";
import { worldOf } from "../../../simulator/index.ts";
import { parseWorld } from "../../../simulator/world/parse.ts";
import { queueWorld } from "./queue-world.ts";

/** A world's queues; how GitHub's own work are facts. */
const QUEUES = { merge_queues: [{ branch: "main", checks: ["Detoil / release"] }] };
const green = (sha: unknown, conclusion = "success") => ({ sha, name: "Detoil / release", app: "detoil", conclusion });

test("where the world names no checks, an entry waits for the App's own on the pull request", () => {
  const { act, repo } = queueWorld();
  act("complete-check", green("feat/b"));
  act("complete-check", { sha: "feat/b", name: "ci", app: "ci" });
  const { head_sha } = act("enqueue-pull", { number: 1 });
  expect(repo().pulls.get(1)?.state).toBe("open");
  act("complete-check", green(head_sha));
  expect(repo().pulls.get(1)?.state).toBe("merged");
});

test("a queue with its entries reads back as it was", () => {
  const { simulator, act } = queueWorld(QUEUES);
  act("enqueue-pull", { number: 1 });
  const world = worldOf(simulator.state);
  expect(worldOf(parseWorld(JSON.parse(JSON.stringify(world)), "again"))).toEqual(world);
});
