import { createSimulator, listen, parseWorld, type Simulator } from "../../simulator/index.ts";
import type { Fault } from "../../simulator/platform/faults.ts";
import { send } from "../../simulator/platform/webhooks/sender.ts";
import type { SimRepo } from "../../simulator/state.ts";

/** Every request to the simulated GitHub goes through this; tests watch it, and break things at it. */
export type Gate = (request: Request, go: (request: Request) => Promise<Response>) => Promise<Response>;

/** The optional fields of a fault. */
export type FaultPlan = Partial<Omit<Fault, "match">> & { readonly match: Fault["match"] };

const straight: Gate = (request, go) => go(request);

/** A minute, and two for the server's rounding and its work meanwhile. */
const ODD_LIMIT_MS = 180_000;
const KEY_BITS = 2048;
let privateKey: Promise<string> | null = null;

/** One key pair for all stories of a process: generating one takes longer than many a story. */
function sharedKey(): Promise<string> {
  privateKey ??= import("node:crypto").then(({ generateKeyPairSync }) =>
    generateKeyPairSync("rsa", { modulusLength: KEY_BITS })
      .privateKey.export({ type: "pkcs1", format: "pem" })
      .toString(),
  );
  return privateKey;
}

/** The simulated GitHub over real HTTP, as a story uses it. */
export class SimulatedGitHub {
  readonly simulator: Simulator;
  readonly privateKey: string;
  readonly apiUrl: string;
  /** Replaced by tests that want to see every request. */
  gate: Gate = straight;
  /** The same for its webhooks. */
  mail: Gate = straight;
  #clockReads = 0;
  #close: () => Promise<void> = async () => {};

  private constructor(simulator: Simulator, key: string, url: string) {
    this.simulator = simulator;
    this.privateKey = key;
    this.apiUrl = `${url}/api/v3`;
  }

  /** `port`: where two runs are compared, their links must be the same. */
  static async open(world: Readonly<Record<string, unknown>>, port = 0): Promise<SimulatedGitHub> {
    const key = await sharedKey();
    const behind: { github: SimulatedGitHub | null } = { github: null };
    const simulator = createSimulator(parseWorld(world, "story"), {
      privateKey: key,
      lastingTokens: true,
      transport: (webhook) => (behind.github?.mail ?? straight)(webhook, (one) => fetch(one)),
    });
    const gated: Simulator["fetch"] = (input, init) => {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      return behind.github === null ? simulator.fetch(request) : behind.github.#pass(request);
    };
    const listening = await listen(
      new Proxy(simulator, { get: (target, name) => (name === "fetch" ? gated : Reflect.get(target, name)) }),
      { port },
    );
    const github = new SimulatedGitHub(simulator, key, listening.url);
    github.#close = () => listening.close();
    behind.github = github;
    return github;
  }

  /** A person acts. */
  act(what: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    return this.simulator.do(what);
  }

  repo(name: string): SimRepo {
    const found = this.simulator.state.repos.get(name);
    if (found === undefined) throw new Error(`the story's world has no ${name}`);
    return found;
  }

  repoById(id: number): SimRepo {
    const found = [...this.simulator.state.repos.values()].find((repo) => repo.id === id);
    if (found === undefined) throw new Error(`the story's world has no repository ${id}`);
    return found;
  }

  /** Sends every webhook once more, in the original order: people press "Redeliver". */
  async redeliversAll(): Promise<void> {
    const { app, deliveries, webhooks } = this.simulator;
    const { url, secret } = webhooks;
    if (url === null) throw new Error("nobody listens to webhooks");
    const sent = new Map(deliveries.toReversed().map(({ webhook }) => [webhook.guid, webhook]));
    for (const webhook of sent.values()) {
      const { status } = await send(webhook, { url, secret, hookId: 1, appId: app.id }, (one) => fetch(one));
      if (status !== "OK") throw new Error(`${webhook.event} was not taken a second time: ${status}`);
    }
  }

  async fails(...faults: readonly FaultPlan[]): Promise<void> {
    await this.#control("POST", "/_sim/faults", faults);
  }

  /** Faults that nothing has met yet. */
  async faultsLeft(): Promise<readonly Fault[]> {
    return (await this.#control("GET", "/_sim/faults")) as Fault[];
  }

  async passMinutes(minutes: number): Promise<void> {
    await this.#control("POST", "/_sim/clock", { advance: minutes * 60 });
  }

  /** Moves the time, and waits until the server has seen it twice: then it has acted on the first. */
  async moveClock(now: string): Promise<void> {
    await this.#control("POST", "/_sim/clock", { now });
    const seen = this.#clockReads + 2;
    const deadline = Date.now() + 60_000;
    while (this.#clockReads < seen) {
      if (Date.now() > deadline) throw new Error("the server does not follow the simulated clock");
      await pause(20);
    }
  }

  /** Lets the time of an odd limit header pass, and the server see it. */
  async passLimit(): Promise<void> {
    const { now } = this.simulator.state;
    await this.moveClock(new Date(Date.parse(now) + ODD_LIMIT_MS).toISOString());
  }

  close(): Promise<void> {
    return this.#close();
  }

  async #pass(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const isClock = pathname === "/_sim/clock";
    const response = await (isClock
      ? this.simulator.fetch(request)
      : this.gate(request, (one) => this.simulator.fetch(one)));
    if (isClock) this.#clockReads += 1;
    return response;
  }

  async #control(method: string, path: string, body?: unknown): Promise<unknown> {
    const url = new URL(path, this.simulator.baseUrl);
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await this.simulator.fetch(new Request(url, init));
    if (!response.ok) throw new Error(await response.text());
    return response.status === 204 ? null : response.json();
  }
}

/** Poll interval for state that sends no event. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
