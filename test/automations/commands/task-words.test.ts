import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TASK_WORDS } from "../../../src/automations/commands/plan.ts";

const folder = join(import.meta.dirname, "../../../src/automations/milestone-tasks/commands");

function isVerb(value: unknown): value is { word: string } {
  return typeof value === "object" && value !== null && "word" in value && "execute" in value;
}

test("the words that are referred to a task's issue are known there", async () => {
  const modules: object[] = await Promise.all(readdirSync(folder).map((file) => import(join(folder, file))));
  const known = modules.flatMap((module) => Object.values(module).filter(isVerb)).map(({ word }) => word);
  expect([...TASK_WORDS].sort()).toEqual(known.sort());
});
