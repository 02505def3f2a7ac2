import type { Server } from "node:http";
import type { Logger } from "pino";
import { automations } from "./automations/index.ts";
import { backfill } from "./engine/backfill.ts";
import type { BackfillPlace } from "./engine/backfill-place.ts";
import { type Clock, clockOf, wallClock } from "./engine/clock.ts";
import { connectPatiently } from "./engine/connect.ts";
import { type Engine, startEngine } from "./engine/engine.ts";
import { createRepositoryMetrics, type RepositoryMetrics } from "./engine/repository-metrics.ts";
import { StartProblem } from "./engine/start-problem.ts";
import { startText } from "./engine/start-text.ts";
import { serveTokens } from "./engine/tokens.ts";
import { type Credentials, type Environment, readEnvironment } from "./environment.ts";
import { webUrlOf } from "./github/web-url.ts";
import { createLog } from "./log.ts";
import { openStore } from "./store/open.ts";
import type { Store } from "./store/store.ts";
import { storeText } from "./store/text.ts";
import type { WorkCounts } from "./store/work-counts.ts";
import { writeProbe } from "./store/write-probe.ts";
import { answer } from "./web/answer.ts";
import { recordingApi } from "./web/api/index.ts";
import { oidcVerifier } from "./web/api/oidc.ts";
import { createIntake } from "./web/intake.ts";
import { listenProblem } from "./web/listen-problem.ts";
import { type LocalServer, startLocal } from "./web/local/index.ts";
import { probes } from "./web/probes.ts";
import { createReadiness } from "./web/readiness.ts";
import { repositoryMetrics } from "./web/repository-metrics.ts";
import { createWebServer, type Handler, listen } from "./web/server.ts";
import { answerText } from "./web/text.ts";

export interface RunningServer {
  /** `http://HOST:PORT`, with the loopback address where it listens on all. */
  readonly url: string;
  /** For the line at the start: which database, and where. */
  readonly database: string;
  counts(): Promise<WorkCounts>;
  /** Resolves when no reconciliation runs or is due soon. */
  idle(): Promise<void>;
  /** Accepts nothing new, lets running reconciliations finish, closes the database. */
  stop(): Promise<void>;
}

const CLOSE_MS = 3_000;
/** Seconds; GitHub asks for at least one between two writes (docs: "Best practices for using the REST API"). */
const WRITE_INTERVAL = 1;

/**
 * The server from environment variables with credentials among them. Throws EnvironmentProblem, StoreProblem or
 * StartProblem, each in sentences for the person who starts it.
 */
export async function startServer(variables: NodeJS.ProcessEnv, log?: Logger): Promise<RunningServer> {
  const environment = readEnvironment(variables);
  if (environment.credentials === null) {
    throw new StartProblem(startText.noCredentials);
  }
  return serve(environment, environment.credentials, log);
}

/** The same, for an environment that was already read. */
export async function serve(
  environment: Environment,
  credentials: Credentials,
  log: Logger = createLog(environment.logLevel),
): Promise<RunningServer> {
  const { apiUrl, databaseUrl } = environment;
  const opening = openStore({ databaseUrl, folder: environment.data });
  // GitHub is queried in the meantime, but problems of the database are reported first.
  const giveUp = new AbortController();
  const connecting = Promise.all([
    connectPatiently(
      { ...credentials, baseUrl: apiUrl, log, timeoutSeconds: environment.githubTimeoutSeconds },
      giveUp.signal,
    ),
    clockOf(apiUrl),
  ]);
  connecting.catch(() => {});
  const store = await opening.catch((error: unknown) => {
    giveUp.abort();
    throw error;
  });
  try {
    const [app, clock] = await connecting;
    const allowedOwners = environment.allowedOwners === null ? null : new Set(environment.allowedOwners);
    const { cooldownSeconds: cooldown, concurrency, onboarding, retention } = environment;
    const webUrl = webUrlOf(apiUrl);
    // The simulated GitHub needs no protection, and its clock may stand still.
    const writeInterval = clock === wallClock ? WRITE_INTERVAL : 0;
    const times = { cooldown, lag: environment.lagSeconds, writeInterval };
    const engine = await startEngine({
      ...{ store, app, automations, clock, webUrl, concurrency, onboarding, allowedOwners, retention, log },
      ...times,
    });
    try {
      const local = await openLocal(environment.data, { store, app, automations, clock, webUrl, allowedOwners }, log);
      const numbers = createRepositoryMetrics(store, automations, () => clock.now());
      return await open(environment, credentials, { store, engine, local, numbers, clock }, log);
    } catch (error) {
      await engine.stop();
      throw error;
    }
  } catch (error) {
    await store.close();
    throw error;
  }
}

interface Opened {
  readonly store: Store;
  readonly engine: Engine;
  readonly local: LocalServer | null;
  readonly numbers: RepositoryMetrics;
  readonly clock: Clock;
}

async function open(
  { host, port, metricsToken, publicUrl, oidcIssuers }: Environment,
  { webhookSecrets }: Credentials,
  { store, engine, local, numbers, clock }: Opened,
  log: Logger,
): Promise<RunningServer> {
  const { metrics } = engine;
  const readiness = createReadiness(() => writeProbe(store.db));
  let draining = false;
  const intake = createIntake({
    secrets: webhookSecrets,
    async receive(delivery) {
      const reception = await engine.receive(delivery);
      readiness.stored();
      return reception;
    },
    waiting: () => engine.waiting,
    onReceived: metrics.delivery,
    onFailure(error, delivery) {
      log.error({ err: error, guid: delivery.guid, event: delivery.event }, "A delivery could not be stored");
      readiness.failed(error);
      engine.refused(delivery, error);
    },
  });
  const unlessDraining =
    (handler: Handler): Handler =>
    async (request, response) => {
      if (!draining) return handler(request, response);
      response.setHeader("connection", "close");
      answer(response, 503, answerText.stopping);
    };
  const now = () => clock.now();
  const onUnread = (issuer: string, error: unknown) =>
    log.warn({ err: error, issuer }, "The keys of an issuer of OIDC tokens cannot be read: no workflow can record");
  const api = recordingApi({
    postings: engine.postings,
    oidc: publicUrl === null ? null : oidcVerifier({ publicUrl, issuers: oidcIssuers, now, onUnread }),
    now,
    onError: (error) => log.error({ err: error }, "What a pipeline posted could not be stored"),
  });
  const recording = Object.entries(api).map(([route, handler]) => [route, unlessDraining(handler)] as const);
  const server = createWebServer(
    {
      "POST /api/github/webhooks": unlessDraining(intake),
      ...Object.fromEntries(recording),
      ...probes({ metrics, unready: async () => (draining ? answerText.unready.stopping : readiness.unready()) }),
      ...repositoryMetrics(numbers, metricsToken),
    },
    (error) => log.error({ err: error }, "A request could not be answered"),
  );
  const bound = await listen(server, port, host).catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(listenProblem(error, port, host));
  });
  engine.begin();
  let stopping: Promise<void> | null = null;
  const everywhere = host === "0.0.0.0" || host === "::";
  return {
    url: `http://${everywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host}:${bound}`,
    database: storeText[store.kind === "PGlite" ? "embedded" : "server"](store.where),
    counts: () => engine.counts(),
    idle: () => engine.idle(),
    stop() {
      draining = true;
      engine.drain();
      stopping ??= Promise.all([closed(server), local?.close()])
        .then(() => engine.stop())
        .then(() => store.close());
      return stopping;
    },
  };
}

/**
 * Commands beside this server reach the embedded database through it. Without their socket, whose path may be too long for
 * the system, it serves all the same.
 */
async function openLocal(folder: string, place: BackfillPlace, log: Logger): Promise<LocalServer | null> {
  if (place.store.kind !== "PGlite") return null;
  const onError = (error: unknown) => log.error({ err: error }, "A command on this machine could not be served");
  try {
    return await startLocal(folder, {
      read: (asked, options) => backfill(place, asked, options),
      serve: (request) => serveTokens(place, request),
      onError,
    });
  } catch (error) {
    log.warn({ err: error }, "Commands on this machine cannot reach the server: its socket could not be opened");
    return null;
  }
}

/** Answers to requests that are under way get a moment, then every connection is closed. */
function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
    server.close(() => {
      clearTimeout(late);
      done();
    });
    server.closeIdleConnections();
  });
}
