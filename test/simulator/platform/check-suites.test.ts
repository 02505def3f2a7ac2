import { expect, test } from "vitest";
import { worldOf } from "../../../simulator/index.ts";
import { parseWorld } from "../../../simulator/world/parse.ts";
import { queueWorld } from "./queue-world.ts";

const own = (name: string) => ({ sha: "feat/b", name, app: "detoil" });

test("suites and preferences read back as they were", () => {
  const { simulator, act, repo } = queueWorld();
  act("push", { branch: "feat/b", commits: [{ message: "one" }] });
  act("complete-check", own("Detoil / release"));
  act("rerequest-check", own("Detoil / release"));
  repo().auto_trigger_checks.set(7, false);
  const world = worldOf(simulator.state);
  expect(world.repos?.[0]?.check_suites).toMatchObject([{ app: "detoil", rerequested: ["Detoil / release"] }]);
  expect(worldOf(parseWorld(JSON.parse(JSON.stringify(world)), "again"))).toEqual(world);
});
