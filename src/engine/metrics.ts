import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { latestGap } from "../store/delivery-gaps.ts";
import { countSetAside } from "../store/missed-deliveries.ts";
import type { Store } from "../store/store.ts";
import { countWorkItems, longestWaits } from "../store/work-counts.ts";
import type { ReconcileReport } from "./process.ts";
import { WEBHOOK_EVENTS } from "./webhook-events.ts";

export interface Metrics {
  delivery(event: string, outcome: string): void;
  reconciled(report: ReconcileReport): void;
  redelivered(count: number): void;
  /** Prometheus text. */
  text(): Promise<string>;
  readonly contentType: string;
}

const KNOWN_EVENTS = new Set(WEBHOOK_EVENTS);

/** The event comes from a header that anybody can send: a name that GitHub does not know makes no series of its own. */
function knownEvent(event: string): string {
  return KNOWN_EVENTS.has(event) ? event : "other";
}

/** What the operator can watch. No label names an installation or a repository: there may be thousands. */
export function createMetrics(store: Store): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  // The first: what follows is not older.
  new Gauge({
    name: "detoil_metrics_timestamp_seconds",
    help: "When these numbers were read, by this machine's clock: they are at most a second old",
    registers,
    collect() {
      this.set(Date.now() / 1000);
    },
  });
  collectDefaultMetrics({ register: registry });
  const deliveries = new Counter({
    name: "detoil_deliveries_total",
    help: "Webhooks by event and what became of them",
    labelNames: ["event", "outcome"],
    registers,
  });
  const redelivered = new Counter({
    name: "detoil_redeliveries_requested_total",
    help: "Missed deliveries that Detoil requested again",
    registers,
  });
  const reconciliations = new Counter({
    name: "detoil_reconciliations_total",
    help: "Reconciliations by automation and outcome",
    labelNames: ["automation", "outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "detoil_reconciliation_seconds",
    help: "How long reconciliations took, in seconds",
    labelNames: ["automation"],
    buckets: [0.1, 0.3, 1, 3, 10, 30, 100],
    registers,
  });
  const waited = new Histogram({
    name: "detoil_queue_seconds",
    help: "From a request to the start of its reconciliation, in seconds",
    buckets: [0.05, 0.2, 1, 5, 15, 60, 600],
    registers,
  });
  const writes = new Counter({
    name: "detoil_writes_total",
    help: "Actions applied, by automation",
    labelNames: ["automation"],
    registers,
  });
  const drift = new Counter({
    name: "detoil_drift_total",
    help: "Nightly reconciliations that found something to write: a webhook was lost, or somebody undid it",
    labelNames: ["automation"],
    registers,
  });
  const requests = new Counter({
    name: "detoil_github_requests_total",
    help: "Requests to GitHub made by reconciliations",
    labelNames: ["automation", "api"],
    registers,
  });
  const points = new Counter({
    name: "detoil_github_graphql_points_total",
    help: "GraphQL points spent by reconciliations",
    labelNames: ["automation"],
    registers,
  });
  const queue = new Gauge({
    name: "detoil_work_items",
    help: "Items of work that are pending (throttled: those of them that wait for a limit), running or parked (failed for long, and tried again at intervals)",
    labelNames: ["state"],
    registers,
    async collect() {
      const counts = await countWorkItems(store.db);
      this.set({ state: "pending" }, counts.pending);
      this.set({ state: "running" }, counts.running);
      this.set({ state: "throttled" }, counts.throttled);
      this.set({ state: "parked" }, counts.parked);
      age.set(counts.oldest);
      const longest = await longestWaits(store.db);
      waits.set({ state: "throttled" }, longest.throttled);
      waits.set({ state: "parked" }, longest.parked);
    },
  });
  const waits: Gauge = new Gauge({
    name: "detoil_work_items_wait_seconds",
    help: "Until the last of the items in this state is tried again, in seconds; 0: there is none",
    labelNames: ["state"],
    registers,
  });
  const age: Gauge = new Gauge({
    name: "detoil_oldest_request_seconds",
    help: "Age of the oldest request that no reconciliation has covered, in seconds",
    registers,
  });
  queue.set({ state: "pending" }, 0);
  new Gauge({
    name: "detoil_deliveries_set_aside",
    help: "Deliveries whose processing failed three times: they are not requested again (doctor names them)",
    registers,
    async collect() {
      this.set(await countSetAside(store.db));
    },
  });
  new Gauge({
    name: "detoil_deliveries_unlisted_seconds",
    help: "Length of the time whose deliveries GitHub no longer listed when they were compared, for two days; 0: none",
    registers,
    async collect() {
      const gap = await latestGap(store.db);
      this.set(gap === null ? 0 : Math.max(0, gap.to.getTime() - gap.from.getTime()) / 1000);
    },
  });
  return {
    delivery: (event, outcome) => deliveries.inc({ event: knownEvent(event), outcome }),
    redelivered: (count) => redelivered.inc(count),
    reconciled(report) {
      const { automation, priority } = report.claim;
      reconciliations.inc({ automation, outcome: report.outcome });
      seconds.observe({ automation }, report.seconds);
      waited.observe(report.claim.waited);
      writes.inc({ automation }, report.writes);
      requests.inc({ automation, api: "rest" }, report.requests.rest);
      requests.inc({ automation, api: "graphql" }, report.requests.graphql);
      points.inc({ automation }, report.requests.points);
      // A reconciliation that is paced comes again, still nightly: it is counted once, at its end.
      if (priority === "nightly" && report.outcome === "written") {
        drift.inc({ automation });
      }
    },
    text: async () => withFormerNames(await registry.metrics()),
    contentType: registry.contentType,
  };
}

/** What metrics were called before; dashboards may read them until the next version. */
const FORMER_NAMES: Readonly<Record<string, string>> = {
  detoil_reconciliations_total: "detoil_looks_total",
  detoil_reconciliation_seconds: "detoil_look_seconds",
  detoil_queue_seconds: "detoil_look_wait_seconds",
  detoil_work_items: "detoil_looks",
  detoil_work_items_wait_seconds: "detoil_looks_wait_seconds",
  detoil_oldest_request_seconds: "detoil_oldest_ask_seconds",
};

/** Prometheus text with the renamed families once more, under their former names. */
function withFormerNames(text: string): string {
  const families = text.split(/\n(?=# HELP )/);
  const former = families.flatMap((family) => {
    const name = /^# HELP (\S+)/.exec(family)?.[1] ?? "";
    const before = FORMER_NAMES[name];
    if (before === undefined) return [];
    const lines = family.split("\n").map((line) => line.replace(name, before));
    return [lines.join("\n").replace(/^# HELP .*$/m, `# HELP ${before} Former name of ${name}`)];
  });
  return [...families, ...former]
    .map((family) => family.trimEnd())
    .join("\n\n")
    .concat("\n");
}
