import { Gauge, Registry } from "prom-client";
import type { Automation } from "../automations/automation.ts";
import type { OrgTable } from "../automations/org-table.ts";
import { SUMMARY_IS_OLD_MS } from "../records/summary.ts";
import { readEverySummary } from "../store/records/summaries.ts";
import type { Store } from "../store/store.ts";

/** Numbers of every repository, by automation: they name repositories, private ones too. */
export interface RepositoryMetrics {
  /** The automations that have numbers. */
  readonly names: readonly string[];
  /** Prometheus text. */
  text(name: string): Promise<string>;
  readonly contentType: string;
}

/** What was recorded last, without a request to GitHub; nothing of a repository that was not measured for a week. */
export function createRepositoryMetrics(
  store: Store,
  automations: readonly Automation[],
  now: () => Date,
): RepositoryMetrics {
  const tables = new Map(
    automations.flatMap(({ name, orgTable }) => (orgTable?.gauges === undefined ? [] : [[name, orgTable] as const])),
  );
  return {
    names: [...tables.keys()],
    async text(name) {
      const table = tables.get(name);
      return table === undefined ? "" : textOf(store, name, table, now());
    },
    contentType: Registry.PROMETHEUS_CONTENT_TYPE,
  };
}

async function textOf(store: Store, name: string, { parse, gauges = [] }: OrgTable, now: Date): Promise<string> {
  const rows = (await readEverySummary(store.db, name)).flatMap(({ owner, name: short, summary }) => {
    const isNew = summary !== null && now.getTime() - summary.at < SUMMARY_IS_OLD_MS;
    const value = isNew ? parse(summary.value) : null;
    return value === null ? [] : [{ repository: `${owner}/${short}`, value }];
  });
  const registry = new Registry();
  for (const { name: metric, help, label, values } of gauges) {
    const labelNames = ["repository", ...(label === null ? [] : [label])];
    const gauge = new Gauge({ name: metric, help, labelNames, registers: [registry] });
    for (const { repository, value } of rows)
      for (const [of, number] of Object.entries(values(value)))
        if (number !== null) gauge.set({ repository, ...(label === null ? {} : { [label]: of }) }, number);
  }
  return registry.metrics();
}
