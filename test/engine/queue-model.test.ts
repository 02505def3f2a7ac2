import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failed, succeeded } from "../../src/engine/outcome.ts";
import { createQueue, type Queue } from "../../src/engine/queue.ts";
import { upsertInstallations } from "../../src/store/installations.ts";
import { upsertRepositories } from "../../src/store/repositories.ts";
import type { Store } from "../../src/store/store.ts";
import { countWorkItems } from "../../src/store/work-counts.ts";
import { type Claim, type Priority, priorities } from "../../src/store/work-items.ts";
import { clear, eachDatabase, type TestDatabase } from "../each-database.ts";
import { runs } from "../harness/long.ts";

const INSTALLATIONS = [1, 2, 3];
const TARGETS = ["a", "b"];
const NOW = new Date("2026-11-20T01:00:00Z");
const HOUR = 3600;

/** What a key is, by the prose in engine/queue.ts. */
interface Key {
  readonly installationId: number;
  readonly target: string;
  requested: number;
  observed: number;
  priority: Priority;
  /** Of what was requested while it is processed. */
  meanwhile: Priority | null;
  /** A failure put it off until GitHub's clock moves. */
  waits: boolean;
  /** Who processes it, and up to which request that counts. */
  claim: { readonly claim: Claim; readonly requested: number; readonly by: "alive" | "dead" } | null;
}

class Model {
  readonly keys = new Map<string, Key>();
  get waiting(): Key[] {
    return [...this.keys.values()].filter((key) => key.claim === null && key.requested > key.observed);
  }
  get due(): Key[] {
    return this.waiting.filter((key) => !key.waits);
  }
}

interface Real {
  readonly queue: Queue;
  /** Another process on the same database; its leases are over at once. */
  readonly dying: Queue;
}

const first = (one: Priority, other: Priority | null): Priority =>
  other === null || priorities.indexOf(one) <= priorities.indexOf(other) ? one : other;
const name = (installationId: number, target: string) => `${installationId}/${target}`;
type Command = fc.AsyncCommand<Model, Real>;

class Enqueue implements Command {
  readonly installationId: number;
  readonly target: string;
  readonly priority: Priority;
  constructor(installationId: number, target: string, priority: Priority) {
    Object.assign(this, { installationId, target, priority });
    this.installationId = installationId;
    this.target = target;
    this.priority = priority;
  }
  check = () => true;
  async run(model: Model, { queue }: Real) {
    const { installationId, target, priority } = this;
    const repositoryId = installationId * 10;
    await queue.enqueue([{ installationId, repositoryId, automation: "release-pr", target, priority }]);
    const key = model.keys.get(name(installationId, target));
    if (key === undefined) {
      const fresh = { requested: 1, observed: 0, priority, meanwhile: null, waits: false, claim: null };
      model.keys.set(name(installationId, target), { installationId, target, ...fresh });
      return;
    }
    const wasIdle = key.claim === null && key.requested === key.observed;
    key.requested += 1;
    if (key.claim !== null) key.meanwhile = first(priority, key.meanwhile);
    else key.priority = wasIdle ? priority : first(priority, key.priority);
    if (priority === "command" && key.claim === null) key.waits = false;
  }
  toString = () => `enqueue ${name(this.installationId, this.target)} (${this.priority})`;
}

class Take implements Command {
  readonly limit: number;
  readonly by: "alive" | "dead";
  constructor(limit: number, by: "alive" | "dead") {
    this.limit = limit;
    this.by = by;
  }
  check = () => true;
  async run(model: Model, real: Real) {
    const { due } = model;
    const { claims } = await (this.by === "alive" ? real.queue : real.dying).take(this.limit);
    expect(claims).toHaveLength(Math.min(this.limit, due.length));
    for (const claim of claims) {
      const key = model.keys.get(name(claim.installationId, claim.target));
      if (key === undefined) throw new Error("a key that nobody requested");
      expect(due).toContain(key);
      expect(claim.priority).toBe(key.priority);
      Object.assign(key, { claim: { claim, requested: key.requested, by: this.by }, meanwhile: null });
    }
    // Nothing that was left waits more urgently than what was taken.
    const taken = claims.map(({ priority }) => priorities.indexOf(priority));
    const left = model.due.map(({ priority }) => priorities.indexOf(priority));
    if (left.length > 0) expect(Math.max(-1, ...taken)).toBeLessThanOrEqual(Math.min(...left));
    // Of what is equally urgent, no installation gets two more than another that had as many.
    for (const priority of priorities) {
      const counts = INSTALLATIONS.map((id) => ({
        taken: claims.filter((claim) => claim.installationId === id && claim.priority === priority).length,
        left: model.due.some((key) => key.installationId === id && key.priority === priority),
      }));
      const fewest = Math.min(...counts.filter(({ left: more }) => more).map((one) => one.taken));
      expect(Math.max(...counts.map((one) => one.taken))).toBeLessThanOrEqual(fewest + 1);
    }
  }
  toString = () => `${this.by} takes ${this.limit}`;
}

class Finish implements Command {
  readonly at: number;
  readonly well: boolean;
  constructor(at: number, well: boolean) {
    this.at = at;
    this.well = well;
  }
  check = (model: Readonly<Model>) => held(model, "alive").length > 0;
  async run(model: Model, { queue }: Real) {
    const mine = held(model, "alive");
    const key = mine[this.at % mine.length];
    if (key?.claim == null) throw new Error("unreachable: checked before");
    const { claim, requested } = key.claim;
    const outcome = this.well ? succeeded(claim) : { ...failed(claim, new Error("502"), 0.5), seconds: HOUR };
    await queue.finish(outcome);
    const { meanwhile } = key;
    key.claim = null;
    key.meanwhile = null;
    if (this.well) key.observed = requested;
    key.priority = this.well ? (meanwhile ?? key.priority) : first(key.priority, meanwhile);
    key.waits = !this.well && meanwhile !== "command";
  }
  toString = () => `finish ${this.at} ${this.well ? "well" : "with a failure"}`;
}

/** A process died; another lets go of what it held, and its late outcome counts for nothing. */
class Die implements Command {
  check = (model: Readonly<Model>) => held(model, "dead").length > 0;
  async run(model: Model, { queue, dying }: Real) {
    await queue.sweep();
    for (const key of held(model, "dead")) {
      if (key.claim !== null) await dying.finish(succeeded(key.claim.claim));
      key.priority = first(key.priority, key.meanwhile);
      Object.assign(key, { claim: null, meanwhile: null, waits: false });
    }
  }
  toString = () => "die";
}

class MoveClock implements Command {
  check = () => true;
  async run(model: Model, { queue }: Real) {
    await queue.clockMoved(new Date(NOW.getTime() + HOUR * 1000));
    for (const key of model.waiting) key.waits = false;
  }
  toString = () => "an hour passes";
}

const held = (model: Readonly<Model>, by: "alive" | "dead") =>
  [...model.keys.values()].filter((key) => key.claim?.by === by);

const commands = fc.commands(
  [
    fc
      .tuple(fc.constantFrom(...INSTALLATIONS), fc.constantFrom(...TARGETS), fc.constantFrom(...priorities))
      .map((given) => new Enqueue(...given)),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("alive" as const, "dead" as const))
      .map((given) => new Take(...given)),
    fc.tuple(fc.nat({ max: 5 }), fc.boolean()).map((given) => new Finish(...given)),
    fc.constant(new Die()),
    fc.constant(new MoveClock()),
  ],
  { maxCommands: 40 },
);

eachDatabase((create) => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await create();
    store = await database.open();
  });
  afterAll(() => database.drop());

  async function start(): Promise<{ model: Model; real: Real }> {
    await clear(store);
    await upsertInstallations(
      store.db,
      INSTALLATIONS.map((id) => ({ id, account: `org-${id}` })),
    );
    await upsertRepositories(
      store.db,
      INSTALLATIONS.map((id) => ({ installationId: id, id: id * 10, owner: `org-${id}`, name: "shop" })),
    );
    const options = { cooldown: 0, now: () => NOW };
    const queue = createQueue(store, { ...options, lease: 60 });
    const dying = createQueue(store, { ...options, lease: 0 });
    return { model: new Model(), real: { queue, dying } };
  }

  test("the queue does what its prose says, whatever happens in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (play) => {
        const { model, real } = await start();
        await fc.asyncModelRun(() => ({ model, real }), play);
        // In the end everything that was ever requested has been covered by a reconciliation that began after it.
        await real.queue.sweep();
        for (const key of held(model, "alive"))
          if (key.claim !== null) await real.queue.finish(succeeded(key.claim.claim));
        for (;;) {
          await real.queue.clockMoved(new Date(NOW.getTime() + 2 * HOUR * 1000));
          const { claims } = await real.queue.take(10);
          if (claims.length === 0) break;
          for (const claim of claims) await real.queue.finish(succeeded(claim));
        }
        const counts = await countWorkItems(store.db);
        expect(counts).toEqual({ pending: 0, running: 0, throttled: 0, parked: 0, oldest: 0 });
      }),
      runs(30),
    );
  });
});
