import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../harness/long.ts";
import { startsProcess } from "./keeps.ts";
import { LANE, shop, type World } from "./world.ts";

/** What a team may do between two reconciliations, and its effect on the pull requests that wait. */
type Step =
  | { readonly kind: "land"; readonly method: "merge" | "squash" | "rebase"; readonly commits: number }
  | { readonly kind: "nest"; readonly inner: "merge" | "squash"; readonly outer: "merge" | "squash" }
  | { readonly kind: "push" | "hotfix" | "tick" | "look" | "fork" | "rewrite" }
  | { readonly kind: "revert"; readonly which: number; readonly how: "whole" | "mixed" | "partly" | "comment" }
  | { readonly kind: "release"; readonly method: "merge" | "squash" | "rebase" };

const method = fc.constantFrom("merge" as const, "squash" as const, "rebase" as const);
const twoWays = fc.constantFrom("merge" as const, "squash" as const);
const how = fc.constantFrom("whole" as const, "mixed" as const, "partly" as const, "comment" as const);

/** Texts of a pull request that reverts another one; only the first two count as reverts. */
const revertWords = {
  whole: (number: number) => `Reverts acme/shop#${number}`,
  mixed: (number: number) => `Too slow.\n\nReverts #${number}\n`,
  partly: (number: number) => `Reverts #${number} on phones only.`,
  comment: (number: number) => `Warm it.\n\n<!-- A revert? Then write:\nReverts #${number}\n-->`,
};

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("land" as const), method, commits: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("nest" as const), inner: twoWays, outer: twoWays }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("push" as const, "hotfix" as const, "tick" as const, "look" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("fork" as const, "rewrite" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("revert" as const), which: fc.nat(), how }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("release" as const), method }) },
);

interface Expected {
  /** Waiting, in the order of their merges. */
  waiting: number[];
  ticked: Set<number>;
}

/** A force push: the latest waiting squash commits are made again, with other ids and the same messages. */
function rewrite(world: World, waiting: readonly number[]): void {
  const messages: string[] = [];
  let at = world.repo.branches.get("develop") ?? "";
  for (let commit = world.repo.commits.get(at); commit !== undefined; commit = world.repo.commits.get(at)) {
    const number = Number(/ \(#(\d+)\)$/.exec(commit.message.split("\n", 1)[0] ?? "")?.[1]);
    const [parent, ...more] = commit.parents;
    if (parent === undefined || more.length > 0 || !waiting.includes(number)) break;
    messages.unshift(commit.message);
    at = parent;
  }
  if (messages.length === 0) return;
  const commits = messages.map((message) => ({ message }));
  const { sha } = world.act("bo", "push", { branch: "rewritten", from: at, commits });
  world.act("bo", "push", { branch: "develop", sha, force: true });
  world.act("bo", "push", { branch: "rewritten", delete: true });
}

async function play(world: World, steps: readonly Step[]): Promise<Expected> {
  const expected: Expected = { waiting: [], ticked: new Set() };
  let clock = Date.parse("2026-11-20T01:00:00Z");
  const open = () => [...world.repo.pulls.values()].find((pull) => pull.state === "open" && pull.head === "develop");
  const process = startsProcess(world);
  /** What is known from earlier reconciliations makes no difference. */
  const looks = async () => {
    await world.converge("lanes", process());
    const [kept, anew] = [
      await world.reconcile("lanes", false, process()),
      await world.reconcile("lanes", false, process({ priority: "nightly" })),
    ];
    expect([kept.facts, kept.plan]).toEqual([anew.facts, anew.plan]);
  };
  for (const [at, one] of steps.entries()) {
    clock += 600_000;
    world.setNow(new Date(clock).toISOString().replace(".000Z", "Z"));
    if (one.kind === "land") expected.waiting.push(world.land(`b${at}`, { method: one.method, commits: one.commits }));
    if (one.kind === "nest") {
      world.act("alice", "push", { branch: `big${at}`, from: "develop", commits: [{ message: "Big" }] });
      const inner = world.land(`in${at}`, { onto: `big${at}`, method: one.inner });
      const outer = Number(
        world.act("alice", "open-pull", { title: `Big ${at}`, base: "develop", head: `big${at}` }).number,
      );
      world.act("alice", "merge-pull", { number: outer, method: one.outer });
      expected.waiting.push(outer, inner);
    }
    if (one.kind === "push") world.act("bo", "push", { branch: "develop", commits: [{ message: `Straight ${at}` }] });
    if (one.kind === "hotfix") {
      world.land(`fix${at}`, { onto: "main" });
      const back = world.act("bo", "open-pull", { title: `Back ${at}`, base: "develop", head: "main" });
      world.act("bo", "merge-pull", { number: back.number, method: "merge" });
    }
    if (one.kind === "revert" && expected.waiting.length > 0) {
      const target = expected.waiting[one.which % expected.waiting.length] ?? 0;
      const pull = world.pull(target);
      if (pull.base === "develop" && !expected.waiting.some((other) => world.pull(other).base === pull.head)) {
        const undo = world.land(`undo${at}`, { method: "squash", body: revertWords[one.how](target) });
        if (one.how === "whole" || one.how === "mixed")
          expected.waiting = expected.waiting.filter((other) => other !== target);
        else expected.waiting.push(undo);
      }
    }
    if (one.kind === "fork") {
      const { sha } = world.act("bo", "push", { branch: `f${at}`, from: "main", commits: [{ message: "A fork's" }] });
      const head = { head: "develop", head_repo: `fork${at}/shop`, head_sha: String(sha) };
      const { number } = world.act("mallory", "open-pull", { title: "Drive by", base: "main", ...head });
      world.act("mallory", "close-pull", { number });
    }
    if (one.kind === "rewrite") rewrite(world, expected.waiting);
    if (one.kind === "tick" || one.kind === "release") await looks();
    const release = open();
    if (one.kind === "tick" && release !== undefined) {
      const box = /- \[ \] #(\d+)/.exec(release.body);
      if (box !== null) {
        expected.ticked.add(Number(box[1]));
        world.act("bo", "edit-pull", {
          number: release.number,
          body: release.body.replace(box[0], `- [x] #${box[1]}`),
        });
      }
    }
    if (one.kind === "look") await looks();
    if (one.kind === "release" && release !== undefined) {
      world.act("bo", "merge-pull", { number: release.number, method: one.method });
      expected.waiting = [];
      expected.ticked.clear();
      await looks();
    }
  }
  await looks();
  return expected;
}

test("whatever a team does, the list is what waits, ticks survive, and a second reconciliation writes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 16 }), async (steps) => {
      const world = shop(LANE, { private: false });
      const expected = await play(world, steps);
      const { facts } = await world.reconcile();
      const items = (facts?.items ?? []) as { number: number; reverted_by: number | null; reverts?: number[] }[];
      const waiting = items.filter((item) => item.reverted_by === null && item.reverts === undefined);
      expect(waiting.map((item) => item.number)).toEqual(expected.waiting);
      const release = [...world.repo.pulls.values()].find((pull) => pull.state === "open" && pull.head === "develop");
      if (expected.waiting.length > 0) expect(release).toBeDefined();
      const ticked = [...(release?.body ?? "").matchAll(/- \[x\] #(\d+)/g)].map((match) => Number(match[1]));
      for (const number of expected.ticked) if (expected.waiting.includes(number)) expect(ticked).toContain(number);
    }),
    runs(15),
  );
});
