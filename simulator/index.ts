import type { z } from "zod";
import { lagShape } from "./lag.ts";
import { Manifests } from "./platform/app/manifests.ts";
import { AppKey } from "./platform/app-key.ts";
import { Clock } from "./platform/clock.ts";
import type { Done } from "./platform/control/do/action.ts";
import { act } from "./platform/control/do/index.ts";
import { control } from "./platform/control/index.ts";
import { Faults } from "./platform/faults.ts";
import type { Platform } from "./platform/platform.ts";
import { RateLimits } from "./platform/rate-limit.ts";
import { following, type ReadRequest } from "./platform/redirects.ts";
import type { RequestRecord } from "./platform/request-log.ts";
import { served } from "./platform/served.ts";
import { Tokens } from "./platform/tokens.ts";
import type { Delivery } from "./platform/webhooks/delivery.ts";
import type { Transport } from "./platform/webhooks/sender.ts";
import { type WebhookSettings, Webhooks } from "./platform/webhooks/webhooks.ts";
import { catchUp, setLag } from "./replicas.ts";
import type { SimState } from "./state.ts";

export interface SimulatorOptions {
  /** The base of links in responses, and the address for clients; `listen` sets it. */
  readonly baseUrl?: string;
  /** still (the default): time moves only on request. */
  readonly clock?: "still" | "running";
  /** The App's private key as PEM; generated on first use. */
  readonly privateKey?: string;
  /**
   * true: tokens do not expire. If a token that is young by its own clock gets a 401, Octokit assumes replication lag and
   * sleeps for 6 seconds, every time that the simulated time is moved by days.
   */
  readonly lastingTokens?: boolean;
  /** Seed of GUIDs and tokens, besides their counters. A simulator whose partner remembers those of the one
   * before needs another seed. */
  readonly seed?: string;
  /** true, without `privateKey`: the App may sign with any key, because an external server has its own. */
  readonly trusting?: boolean;
  /** How webhooks travel; default `fetch`. */
  readonly transport?: Transport;
}

/** As `POST /_sim/faults {"lag": …}` takes it. */
type LagSettings = z.input<typeof lagShape>;

export interface Simulator {
  /** The current state; `PUT /_sim/world` replaces it. */
  readonly state: SimState;
  /** Without a slash at the end; people's pages. */
  baseUrl: string;
  /** `…/api/v3`, what a client is given as GITHUB_API_URL; GraphQL is beside it under `/api/graphql`. */
  readonly apiUrl: string;
  readonly app: { readonly id: number; readonly slug: string; readonly privateKey: string };
  /** Every API request so far, without those to the control API. */
  readonly requests: readonly RequestRecord[];
  /** Requests that the simulator does not know or GitHub's description does not allow: a test should fail if there are any. */
  readonly unexpected: readonly string[];
  /** Attempts at delivering webhooks, newest first. */
  readonly deliveries: readonly Delivery[];
  /** How webhooks are delivered; change what you like. */
  readonly webhooks: WebhookSettings;
  /** GitHub, as one function: hand it to Octokit as `request: { fetch }`. */
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** A person acts, as through `POST /_sim/do`. */
  do(request: Readonly<Record<string, unknown>>): Done;
  /** Releases held webhooks; returns their number. */
  release(): number;
  /** How far lists lag behind writes from now on; null: not at all. */
  lag(lag: LagSettings | null): void;
  /** Lists show everything that was made so far. */
  catchUp(): void;
  /** Resolves when no webhook is on its way. */
  idle(): Promise<void>;
  /** A fresh installation token for an account or one of its repositories (default: the only, or first, account). */
  installationToken(on?: string): string;
}

/** A GitHub over this state, in one process and without a network. */
export function createSimulator(state: SimState, options: SimulatorOptions = {}): Simulator {
  const transport = options.transport ?? ((request) => fetch(request));
  const seed = options.seed ?? "";
  const platform: Platform = {
    state,
    baseUrl: options.baseUrl ?? "http://github.test",
    key: new AppKey(options.privateKey ?? null, options.trusting),
    tokens: new Tokens(seed, options.lastingTokens),
    clock: new Clock(options.clock ?? "still"),
    limits: new RateLimits(),
    faults: new Faults(),
    manifests: new Manifests(),
    webhooks: new Webhooks(() => platform.state, transport, seed),
    requests: [],
    unexpected: [],
  };

  const answer = async (read: ReadRequest): Promise<Response> => {
    platform.clock.tick(platform.state);
    const { request, text } = read;
    const { pathname } = new URL(request.url);
    const response = pathname.startsWith("/_sim/")
      ? await control(platform, request.method, pathname, text)
      : await served(platform, read);
    response.headers.set("date", new Date(platform.state.now).toUTCString());
    return response;
  };

  return {
    get state() {
      platform.clock.tick(platform.state); // a running clock moves on when somebody looks
      return platform.state;
    },
    get baseUrl() {
      return platform.baseUrl;
    },
    set baseUrl(url: string) {
      platform.baseUrl = url;
    },
    get apiUrl() {
      return `${platform.baseUrl}/api/v3`;
    },
    app: {
      get id() {
        return platform.state.app.id;
      },
      get slug() {
        return platform.state.app.slug;
      },
      get privateKey() {
        return platform.key.privateKey;
      },
    },
    requests: platform.requests,
    unexpected: platform.unexpected,
    get deliveries() {
      return platform.webhooks.deliveries;
    },
    webhooks: platform.webhooks.settings,
    // Without the signal, which nothing here waits for: making a request follow one takes longer than many an answer.
    fetch: (input, init) =>
      following(
        input instanceof Request && init === undefined ? input : new Request(input, { ...init, signal: null }),
        `${platform.baseUrl}/api`,
        answer,
      ),
    do: (request) => {
      platform.clock.tick(platform.state);
      return act(platform, request);
    },
    release: () => platform.webhooks.release(),
    lag: (lag) => setLag(platform.state, lag === null ? null : lagShape.parse(lag)),
    catchUp: () => catchUp(platform.state),
    idle: () => platform.webhooks.idle(),
    installationToken: (on) => {
      const all = [...platform.state.installations.values()];
      const found = on === undefined ? all[0] : all.find(({ account }) => account === on.split("/")[0]);
      if (found === undefined) throw new Error(`the App is not installed on ${on ?? "anybody's account"}`);
      return platform.tokens.create(platform.state, found).token;
    },
  };
}

export { listen } from "./server.ts";
export { parseWorld, readWorldText } from "./world/parse.ts";
export { worldOf } from "./world/serialize.ts";
export { WorldError } from "./world/world-error.ts";
