import fc from "fast-check";
import { expect, test } from "vitest";
import { fourKeys } from "../../../src/automations/four-keys/index.ts";
import { readDelivery } from "../../../src/engine/delivery.ts";
import { noObservations } from "../../../src/engine/reconcile.ts";
import type { WritableBook } from "../../../src/records/book.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import { runs } from "../../harness/long.ts";
import { type TestWorld, worldOf } from "../world.ts";
import { happens, stepNames } from "./life.ts";

const START = "2026-11-20T01:00:00Z";
/** Ways to deploy, with what happens most there; a merge is both change and deployment. */
const WAYS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "environment: [production]",
    ["deploy", "status", "status", "report"],
    ["changes", "commits", "deployments", "incidents"],
  ],
  ["release: true", ["release", "release", "release", "rerelease"], ["changes", "commits", "deployments", "incidents"]],
  ["tag: 'v*'", ["tag", "tag", "tag", "untag"], ["changes", "commits", "deployments", "incidents"]],
  ["merge: main", ["open", "merge"], ["changes", "commits", "incidents"]],
];

interface Webhook {
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A shop whose webhooks pile up in `sent`. */
function shop(deployments: string): { readonly world: TestWorld; readonly sent: Webhook[] } {
  const sent: Webhook[] = [];
  const transport = async (request: Request) => {
    const payload = (await request.json()) as Webhook["payload"];
    sent.push({ event: request.headers.get("x-github-event") ?? "", payload });
    return new Response(null, { status: 202 });
  };
  const sre = `version: 1\nfour-keys:\n  deployments: {${deployments}}\n`;
  const world = worldOf(
    {
      now: START,
      app: { events: fourKeys.events },
      users: [{ login: "alice" }, { login: "bo" }],
      repos: [{ name: "acme/shop", permission: { alice: "write", bo: "admin" }, files: { ".github/sre.yml": sre } }],
    },
    { transport },
  );
  Object.assign(world.simulator.webhooks, { url: "http://app.test/hook", secret: "s" });
  return { world, sent };
}

/** Detoil, as far as webhooks are recorded: what is woken is read at once. */
function recorder(world: TestWorld) {
  const book: WritableBook = memoryBook();
  const observed = new Set<string>();
  const memory = {
    ...noObservations,
    keys: async (prefix: string) => [...observed].filter((key) => key.startsWith(prefix)),
  };
  const self = { slug: "detoil", login: "detoil[bot]" };
  const started = book.record({ readings: [], cursors: [{ name: "history", value: { since: START } }] });
  return {
    book,
    async take({ event, payload }: Webhook): Promise<void> {
      await started;
      const { webhook } = readDelivery("guid", event, payload);
      if (webhook === null) return;
      for (const key of fourKeys.observes?.(webhook, self) ?? []) observed.add(key);
      for (const target of fourKeys.targetsFor(webhook, self))
        await world.reconcile(fourKeys, target, { book, memory });
    },
  };
}

async function recordsOf(book: WritableBook) {
  const { changes, deployments, incidents, commits } = await book.all();
  const sorted = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).sort();
  return {
    commits,
    things: { changes: sorted(changes), deployments: sorted(deployments), incidents: sorted(incidents) },
  };
}

const lifeWith = (more: readonly string[]) =>
  fc.record({
    steps: fc.array(
      fc.record({
        name: fc.constantFrom(...stepNames, ...more, ...more),
        pick: fc.nat(60),
        /** Which of the webhooks on their way arrive now, and whether again later. */
        arrive: fc.array(fc.record({ which: fc.nat(20), again: fc.boolean() }), { maxLength: 3 }),
      }),
      { minLength: 25, maxLength: 40 },
    ),
    last: fc.infiniteStream(fc.nat(20)),
  });

test.each(WAYS)(
  "webhooks in any order and any number of times leave the same records: %s",
  async (way, more, kinds) => {
    const seen: Record<string, number> = {};
    const property = fc.asyncProperty(lifeWith(more), async ({ steps, last }) => {
      const { world, sent } = shop(way);
      const live = recorder(world);
      const all: Webhook[] = [];
      const underWay: Webhook[] = [];
      const arrives = async (which: number, again: boolean) => {
        const [webhook] = underWay.splice(which % Math.max(1, underWay.length), 1);
        if (webhook === undefined) return;
        await live.take(webhook);
        if (again) underWay.push(webhook);
      };
      for (const { name, pick, arrive } of steps) {
        happens(world, name, pick);
        await world.simulator.idle();
        const news = sent.splice(0);
        all.push(...news);
        underWay.push(...news);
        for (const { which, again } of arrive) await arrives(which, again);
      }
      while (underWay.length > 0) await arrives(last.next().value ?? 0, false);

      const afterwards = recorder(world);
      for (const webhook of all) await afterwards.take(webhook);
      const [first, second] = [await recordsOf(live.book), await recordsOf(afterwards.book)];
      expect(first.things).toEqual(second.things);

      // Whatever is recorded, the commits that it came from are too.
      const known = new Set(first.commits.map(({ sha }) => sha));
      const parents = first.commits.flatMap((commit) => commit.parents);
      expect(parents.filter((sha) => !known.has(sha))).toEqual([]);
      for (const { sha, environment, status } of (await live.book.all()).deployments) {
        if (environment === "production" && status === "success" && sha !== null) expect(known).toContain(sha);
      }
      for (const [kind, items] of Object.entries(first.things)) seen[kind] = (seen[kind] ?? 0) + items.length;
      seen.commits = (seen.commits ?? 0) + known.size;
      expect(world.simulator.unexpected).toEqual([]);
    });
    await fc.assert(property, runs(3));
    expect(kinds.filter((kind) => (seen[kind] ?? 0) === 0)).toEqual([]);
  },
);
