import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseWorld } from "../../../simulator/index.ts";

test("the world in the simulator's README is one", () => {
  const readme = readFileSync(join(import.meta.dirname, "../../../simulator/README.md"), "utf8");
  const world = /```yaml\n(.*?)```/s.exec(readme)?.[1] ?? "";
  expect(parseWorld(world).repos.get("acme/shop")?.pulls.get(1)?.state).toBe("merged");
});
