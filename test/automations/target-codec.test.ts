import fc from "fast-check";
import { expect, test } from "vitest";
import { automations } from "../../src/automations/index.ts";
import { groupBranch } from "../../src/automations/merge-group.ts";
import { natural, targetCodec } from "../../src/automations/target-codec.ts";
import "../fast-check.ts";

const codec = targetCodec({ lanes: null, pull: natural, "merge-group": groupBranch });

const number = fc.integer({ min: 1, max: 10 ** 15 - 1 });
const hex = (length: number) =>
  fc.array(fc.constantFrom(..."0123456789abcdef"), { minLength: length, maxLength: length }).map((all) => all.join(""));
const branchName = fc
  .array(fc.stringMatching(/^[\w.-]+$/), { minLength: 1, maxLength: 3 })
  .map((parts) => `${parts.join("/")}`);
const target = fc.oneof(
  fc.constant({ kind: "lanes" } as const),
  number.map((value) => ({ kind: "pull", value }) as const),
  fc
    .tuple(hex(40), branchName, number, hex(40))
    .map(
      ([headOid, base, pull, sha]) =>
        ({ kind: "merge-group", value: { headOid, branch: `gh-readonly-queue/${base}/pr-${pull}-${sha}` } }) as const,
    ),
);

test("what is formatted is parsed again", () => {
  fc.assert(
    fc.property(target, (one) => {
      expect(codec.parse(codec.format(one))).toEqual(one);
    }),
  );
});

test("a target has one spelling, by which work is coalesced", () => {
  const near = fc
    .tuple(fc.constantFrom("lanes", "pull", "merge-group", "constructor"), fc.string())
    .map((both) => both.join("/"));
  fc.assert(
    fc.property(fc.oneof(near, fc.string(), target.map(codec.format)), (text) => {
      const parsed = codec.parse(text);
      if (parsed !== null) expect(codec.format(parsed)).toBe(text);
    }),
  );
});

test.each([
  "",
  "lanes/",
  "lanes/1",
  "pull",
  "pull/",
  "pull/0",
  "pull/012",
  "pull/1.5",
  "pull/-1",
  "pull/1e3",
  "pull/12/13",
  "pull/NaN",
  "pull/9999999999999999",
  "lane/1",
  "toString",
  "merge-group/main",
  `merge-group/${"a".repeat(40)}/feature`,
  `merge-group/${"a".repeat(40)}/refs/heads/gh-readonly-queue/main/pr-1-${"b".repeat(40)}`,
])("%j is no target", (text) => {
  expect(codec.parse(text)).toBeNull();
});

test("every automation knows the targets that it names itself", () => {
  for (const { name, targets, allTargets, numbered } of automations) {
    for (const one of [...allTargets, numbered?.target(12) ?? []].flat())
      expect([name, one, targets.parse(one)]).not.toContain(null);
    expect([name, targets.parse("target-of-another-version/1")]).toEqual([name, null]);
  }
});
