import type { SlowChange } from "../../../metrics/slowest.ts";
import { named } from "./links.ts";
import type { View } from "./view.ts";

/** The slowest changes, with the stage that cost most; null: there is none. */
export function slowestPart(slowest: readonly SlowChange[], { text }: View): string | null {
  if (slowest.length === 0) return null;
  const lines = slowest.map(({ shipping: { change, service }, leadTime, costliest }) => {
    // GitHub shows the title of a reference in a list (facts, "What a list item shows").
    const name = change.pull === null ? named(change.sha?.slice(0, 7) ?? "") : `#${change.pull}`;
    const longest = costliest === null ? null : { stage: costliest.stage, seconds: costliest.time / 1000 };
    return `- ${text.slow(service === null ? name : `${name} (${named(service)})`, leadTime / 1000, longest)}`;
  });
  return `### ${text.slowestHeading(slowest.length)}\n\n${lines.join("\n")}`;
}
