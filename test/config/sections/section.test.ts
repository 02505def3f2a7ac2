import { expect, test } from "vitest";
import { z } from "zod";
import { section } from "../../../src/config/sections/section.ts";

const parts = {
  schema: z.strictObject({ items: z.array(z.strictObject({ name: z.string() })) }),
  scope: "inherited",
  labels: { stale: { en: "stale", ja: "stale" } },
  rules: null,
  templates: { items: ["name"] },
  laterKeys: {},
} as const;
const changes = () => [];

test("a section that lacks a piece, or names a key that it does not have, does not compile", () => {
  expect(section({ ...parts, changes }).schema.safeParse(undefined).success).toBe(true);
  // @ts-expect-error: without its changes the check would say that nothing changes
  expect(section({ ...parts })).not.toHaveProperty("changes");
  const { labels: _, ...unnamed } = parts;
  // @ts-expect-error: sentences have no word for it
  expect(section({ ...unnamed, changes })).not.toHaveProperty("labels");
  // @ts-expect-error: Japanese is missing
  expect(section({ ...parts, changes, labels: { stale: { en: "stale" } } }).labels.stale).not.toHaveProperty("ja");
  // @ts-expect-error: no item has a title
  expect(section({ ...parts, changes, templates: { items: ["title"] } }).templates.items).toEqual(["title"]);
});
