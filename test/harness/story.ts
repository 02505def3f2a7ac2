import { expect, test } from "vitest";
import { eachDatabase, mostlyOnServer, type TestDatabase } from "../each-database.ts";
import { pause, SimulatedGitHub } from "./github.ts";
import { areAtRest } from "./metrics.ts";
import { Milestones } from "./milestones.ts";
import { Outbox } from "./outbox.ts";
import { Reads } from "./reads.ts";
import { runServer, type ServerUnderTest } from "./server.ts";
import { SECRET } from "./server-process.ts";
import { Team } from "./team.ts";
import { SHOP, shopWorld, type WorldOptions } from "./world.ts";

/** The longest reconciliation that fails twice: it waits for 2 and then for 4 seconds, and a busy machine for more. */
const SETTLED_MS = 25_000;

/** One story: a team, the simulated GitHub, the real server on a real database. */
export class Story {
  readonly github: SimulatedGitHub;
  readonly database: TestDatabase;
  readonly team: Team;
  readonly milestones: Milestones;
  readonly reads: Reads;
  readonly #outbox: Outbox;
  readonly #options: StoryOptions;
  server: ServerUnderTest | null = null;

  constructor(github: SimulatedGitHub, database: TestDatabase, repo: string, options: StoryOptions = {}) {
    this.#options = options;
    this.github = github;
    this.database = database;
    this.team = new Team(github, repo);
    this.milestones = new Milestones(this.team);
    this.#outbox = new Outbox(github.simulator.state);
    const sync = () => this.#outbox.take(github.simulator.requests);
    this.reads = new Reads(() => this.team.repo, github.simulator.app.slug, this.#outbox, sync);
  }

  /** Another repository: what people do there, and what Detoil writes. */
  readonly elsewhere = (repo: string): Pick<Story, "team" | "reads"> => {
    const team = new Team(this.github, repo);
    const { simulator } = this.github;
    const sync = () => this.#outbox.take(simulator.requests);
    return { team, reads: new Reads(() => team.repo, simulator.app.slug, this.#outbox, sync) };
  };

  readonly starts = async (): Promise<void> => {
    this.server = await runServer(this.github, this.database, this.#options.environment);
    const { webhooks } = this.github.simulator;
    webhooks.url = `${this.server.url}/api/github/webhooks`;
    webhooks.secret = SECRET;
  };

  /** An orderly end, as a deployment makes it. */
  readonly stops = async (): Promise<void> => {
    await this.server?.stop();
  };

  /** Nothing is on its way and no reconciliation is due or running. */
  readonly settled = (): Promise<void> => this.#settles(async () => {});

  /** The same after limits: time on GitHub passes until they end. */
  readonly settledAfterLimits = (): Promise<void> =>
    this.#settles(async () => {
      const counts = await this.#counts();
      if (counts.throttled > 0 && areAtRest(counts)) await this.github.passLimit();
    });

  async #settles(meanwhile: () => Promise<void>): Promise<void> {
    const { simulator } = this.github;
    const happened = () => simulator.requests.length + simulator.deliveries.length;
    let last = -1;
    await this.until("everything to be settled", async () => {
      await simulator.idle();
      const before = happened();
      // While something happens the database need not be asked: that is work as well.
      if (before !== last) {
        last = before;
        return false;
      }
      await meanwhile();
      if (!(await this.#isQuiet())) return false;
      await simulator.idle();
      return happened() === before && (await this.#isQuiet());
    });
  }

  /** Resolves when no reconciliation is running or due; some may wait for a limit to end. */
  readonly rests = (): Promise<void> => this.until("all work to rest", async () => areAtRest(await this.#counts()));

  /**
   * Polls for state that sends no event; gives up after a long time without a request to GitHub. While there are
   * requests, a slow machine is at work.
   */
  readonly until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
    const { simulator } = this.github;
    let seen = -1;
    let deadline = 0;
    while (!(await holds())) {
      const progress = simulator.requests.length + simulator.deliveries.length;
      if (progress !== seen) {
        seen = progress;
        deadline = Date.now() + SETTLED_MS;
      }
      if (Date.now() > deadline) throw new Error(`waited for ${what} in vain.\n${await this.#scene()}`);
      await pause(20);
    }
  };

  /** Everything that nobody has read. */
  get unread(): readonly string[] {
    this.#outbox.take(this.github.simulator.requests);
    return this.#outbox.unread;
  }

  /** The end: everything was read, and nothing went wrong on the way. */
  async ends(): Promise<void> {
    await this.settled();
    const { parked } = await this.#counts();
    const problems = [
      ...this.unread.map((what) => `nobody read: ${what}`),
      ...this.github.simulator.unexpected.map((what) => `unexpected: ${what}`),
      ...this.#refusedDeliveries(),
      ...(this.server?.problems ?? [])
        .filter((what) => !(this.#options.complains?.test(what) ?? false))
        .map((what) => `the server says: ${what}`),
      ...(await this.github.faultsLeft()).map((fault) => `a fault that nothing met: ${JSON.stringify(fault.match)}`),
      ...(parked === 0 ? [] : [`${parked} items are parked`]),
    ];
    expect(problems).toEqual([]);
  }

  async close(): Promise<void> {
    await this.server?.stop();
    await this.github.close();
    await this.database.giveBack();
  }

  /** 5xx from Detoil; that nobody is listening (502 of GitHub's own) may be part of the story. */
  #refusedDeliveries(): string[] {
    const answered = this.github.simulator.deliveries.filter(({ status }) =>
      status.startsWith("Invalid HTTP Response"),
    );
    return answered.map(({ webhook, status }) => `${webhook.event}.${webhook.action}: ${status}`);
  }

  async #counts() {
    return this.server === null ? { pending: 0, running: 0, throttled: 0, parked: 0 } : this.server.counts();
  }

  async #isQuiet(): Promise<boolean> {
    const { pending, running } = await this.#counts();
    return pending + running === 0;
  }

  /** For somebody who has to find out why nothing happens. */
  async #scene(): Promise<string> {
    const { requests, deliveries, state } = this.github.simulator;
    const conversation = [...state.repos.values()].flatMap((repo) =>
      [...repo.pulls.values(), ...repo.issues.values()].flatMap((item) => [
        `${repo.name}#${item.number} ${item.title} (${item.state})`,
        ...item.comments.map((comment) => `  ${comment.user}: ${comment.body}`),
      ]),
    );
    return [
      `queue: ${JSON.stringify(await this.#counts())}`,
      "conversation:",
      ...conversation,
      "last requests:",
      ...requests.slice(-30).map((one) => `  ${one.method} ${one.path} ${one.operation ?? ""} ${one.status}`),
      "last deliveries:",
      ...deliveries.slice(0, 15).map((one) => `  ${one.webhook.event}.${one.webhook.action} ${one.status}`),
      "server:",
      ...(this.server?.problems ?? []),
    ].join("\n");
  }
}

export interface StoryOptions extends WorldOptions {
  /** The simulated GitHub's port; default any. */
  readonly port?: number;
  /** More variables of the server's environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the server may log as an error here. */
  readonly complains?: RegExp;
  /** Milliseconds, where a story takes longer than others. */
  readonly timeout?: number;
}

/** Opens a story on a fresh database; the server is running. */
export async function openStory(create: () => Promise<TestDatabase>, options: StoryOptions = {}): Promise<Story> {
  const github = await SimulatedGitHub.open(shopWorld(options), options.port);
  const story = new Story(github, await create(), SHOP, options);
  try {
    await story.starts();
    await story.settled();
  } catch (error) {
    await story.close();
    throw error;
  }
  return story;
}

type Play = (story: Story) => Promise<void>;

/** Plays a story on both databases, to its end. */
export function story(name: string, options: StoryOptions, play: Play): void {
  tellOn(eachDatabase, name, options, play);
}

/** One of several about the same automation: on the server, and with the chaos suite on both. */
export function furtherStory(name: string, options: StoryOptions, play: Play): void {
  tellOn(mostlyOnServer, name, options, play);
}

function tellOn(databases: typeof eachDatabase, name: string, options: StoryOptions, play: Play): void {
  databases((create) => {
    const { timeout } = options;
    test(name, timeout === undefined ? {} : { timeout }, async () => {
      const opened = await openStory(create, options);
      try {
        await play(opened);
        await opened.ends();
      } finally {
        await opened.close();
      }
    });
  });
}
