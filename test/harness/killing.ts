import type { TestDatabase } from "../each-database.ts";
import { believed, type Trouble } from "./disorder.ts";
import { type Gate, pause, SimulatedGitHub } from "./github.ts";
import { areAtRest, countsOf } from "./metrics.ts";
import { type Play, stageOn } from "./play.ts";
import { randomOf } from "./random.ts";
import { SECRET, ServerProcess } from "./server-process.ts";
import { shown } from "./shown.ts";
import { STEADY_PORT } from "./steady-port.ts";
import { shopWorld } from "./world.ts";

export interface KillOptions {
  /** 0: an undisturbed run. */
  readonly kills: number;
  readonly seed: number;
  /** Other trouble, part by part; webhooks are sent as they come. */
  readonly troubles: readonly Pick<Trouble, "faults" | "lag">[];
}

export interface KillResult {
  readonly shown: Readonly<Record<string, unknown>>;
  readonly kills: number;
  /** GUIDs that were answered 202 and are not in the database. */
  readonly lost: readonly string[];
  /** GUIDs that were answered 202 and requested again nevertheless. */
  readonly askedAgain: readonly string[];
  /** Items of work that were not reconciled. */
  readonly open: number;
  readonly unexpected: readonly string[];
}

/** The most events between two kills: requests to GitHub and webhooks from it. */
const MOST_BETWEEN = 25;
const SETTLED_MS = 60_000;

/**
 * Plays a play against the server in a process of its own, which is killed at random requests and webhooks, before or
 * after they are handled, and started again.
 */
export async function playedUnderKills(
  create: () => Promise<TestDatabase>,
  play: Play,
  options: KillOptions,
): Promise<KillResult> {
  const github = await SimulatedGitHub.open(shopWorld(play.world), STEADY_PORT);
  const database = await create();
  const server = await ServerProcess.for(github, database.environment);
  const countsNow = await countsOf(database, server.url, () => github.simulator.state.now);
  const random = randomOf(options.seed);
  const stage = stageOn(github);
  const { simulator } = github;
  Object.assign(simulator.webhooks, { url: `${server.url}/api/github/webhooks`, secret: SECRET });

  let kills = 0;
  let until = draw();
  let dead = true;
  let spared = false;
  let alive = live();

  function draw(): number {
    return options.kills === 0 ? Number.POSITIVE_INFINITY : 1 + Math.floor(random() * MOST_BETWEEN);
  }

  /** Starts the server; also resolves when it is killed before it answers. */
  async function live(): Promise<void> {
    dead = false;
    await server.start().ready;
  }

  function maybeKill(): void {
    if (dead || spared) return; // dead: a last word of the one that was killed
    until -= 1;
    if (until > 0 || kills >= options.kills) return;
    kills += 1;
    until = draw();
    dead = true;
    const gone = server.kill();
    alive = alive.then(() => gone).then(live);
  }

  const gate: Gate = async (request, go) => {
    const after = random() < 0.5;
    if (!after) maybeKill();
    const response = await go(request);
    if (after) maybeKill();
    return response;
  };

  /** Whether everything that was sent has been accepted, and every item of work done. Limits end by GitHub's clock. */
  async function isQuiet(): Promise<boolean> {
    const counts = await countsNow().catch(() => null);
    if (counts !== null && counts.throttled > 0 && areAtRest(counts)) await github.passMinutes(1);
    return counts !== null && counts.pending + counts.running === 0 && undelivered(simulator).length === 0;
  }

  const happened = () => [simulator.requests.length, simulator.deliveries.length, kills].join();

  async function settled(): Promise<void> {
    let deadline = 0;
    for (let seen = ""; ; ) {
      // Requests show that a slow machine is at work; what a dead process held is released after its lease.
      if (happened() !== seen) deadline = Date.now() + SETTLED_MS;
      seen = happened();
      await alive;
      await simulator.idle();
      const before = happened();
      if ((await isQuiet()) && happened() === before) return;
      if (Date.now() > deadline) {
        const missing = undelivered(simulator).join(", ");
        const counts = JSON.stringify(await countsNow().catch(String));
        throw new Error(`not settled: ${counts}; undelivered: ${missing}\n${server.output.join("")}`);
      }
      await pause(20);
    }
  }

  /** Sends all webhooks once more, to a running server. */
  async function redelivers(): Promise<void> {
    spared = true;
    await alive;
    await github.redeliversAll();
    spared = false;
    await settled();
  }

  try {
    await alive;
    await settled();
    github.gate = gate;
    github.mail = gate;
    for (const [place, part] of play.parts.entries()) {
      const trouble = options.troubles[place] ?? { faults: [], lag: null };
      simulator.lag(trouble.lag);
      await github.fails(...trouble.faults);
      for (const act of part) {
        await act(stage);
        if (random() < 0.5) await simulator.idle();
      }
      await settled();
      const wasMisled = believed(await github.faultsLeft()) < believed(trouble.faults);
      await github.fails();
      if (wasMisled) await redelivers();
    }
    await server.stop();
    const result = await leftIn(database, simulator);
    return { ...result, kills, shown: shown(simulator.state), unexpected: [...simulator.unexpected] };
  } finally {
    await server.kill();
    await github.close();
    await database.giveBack();
  }
}

async function leftIn(
  database: TestDatabase,
  simulator: SimulatedGitHub["simulator"],
): Promise<Pick<KillResult, "lost" | "askedAgain" | "open">> {
  const store = await database.open();
  const stored = await store.db.selectFrom("deliveries").select("guid").execute();
  const open = await store.db
    .selectFrom("work_items")
    .selectAll()
    .whereRef("generation", ">", "observed_generation")
    .execute();
  await store.close();
  const known = new Set(stored.map((row) => row.guid));
  const attempts = simulator.deliveries.toReversed();
  const accepted = new Set<string>();
  const askedAgain: string[] = [];
  for (const { webhook, redelivery, status_code } of attempts) {
    if (redelivery && accepted.has(webhook.guid)) askedAgain.push(webhook.guid);
    if (status_code === 202) accepted.add(webhook.guid);
  }
  return { lost: [...accepted].filter((guid) => !known.has(guid)), askedAgain, open: open.length };
}

/** GUIDs without a successful attempt. */
function undelivered(simulator: SimulatedGitHub["simulator"]): string[] {
  const guids = new Set(simulator.deliveries.map(({ webhook }) => webhook.guid));
  for (const { webhook, status_code } of simulator.deliveries) if (status_code === 202) guids.delete(webhook.guid);
  return [...guids];
}
