import { fourKeys } from "../../../src/automations/four-keys/index.ts";
import { readDelivery } from "../../../src/engine/delivery.ts";
import { noObservations } from "../../../src/engine/reconcile.ts";
import type { WritableBook } from "../../../src/records/book.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import { type TestWorld, worldOf } from "../world.ts";

const START = "2026-11-20T01:00:00Z";
/** Ways to deploy, with what happens most there; a merge is both change and deployment. */
export const WAYS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    "environment: [production]",
    ["deploy", "status", "status", "report"],
    ["changes", "commits", "deployments", "incidents"],
  ],
  ["release: true", ["release", "release", "release", "rerelease"], ["changes", "commits", "deployments", "incidents"]],
  ["tag: 'v*'", ["tag", "tag", "tag", "untag"], ["changes", "commits", "deployments", "incidents"]],
  ["workflow: 'deploy*.yml'", ["run", "run", "rerun", "finish"], ["changes", "commits", "deployments", "incidents"]],
  ["merge: main", ["open", "merge"], ["changes", "commits", "incidents"]],
];

export interface Webhook {
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A shop whose webhooks pile up in `sent`. */
export function shop(deployments: string): { readonly world: TestWorld; readonly sent: Webhook[] } {
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
export function recorder(world: TestWorld) {
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

export async function recordsOf(book: WritableBook) {
  const { changes, deployments, incidents, commits } = await book.all();
  const sorted = (items: readonly object[]) => items.map((item) => JSON.stringify(item)).sort();
  return {
    commits,
    things: { changes: sorted(changes), deployments: sorted(deployments), incidents: sorted(incidents) },
  };
}
