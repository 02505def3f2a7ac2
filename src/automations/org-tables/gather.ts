import type { GitHub } from "../../github/client.ts";
import { findOwnIssue } from "../../github/own-issues.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import { CONFIG } from "../config-summary.ts";
import { blockOf } from "./block.ts";
import type { Declared } from "./declared.ts";
import type { OrgTableFacts } from "./facts.ts";
import { targets } from "./targets.ts";

/** What the store knows of every repository; GitHub is asked for the issue alone. */
export async function gather(
  github: GitHub,
  context: ReconcileContext<"org">,
  observations: Pick<Observations, "summaries">,
  declared: readonly Declared[],
): Promise<OrgTableFacts> {
  const name = targets.parse(context.target)?.value ?? null;
  const table = declared.find((one) => one.name === name) ?? null;
  if (table === null || !context.section[table.orgTable.key]) {
    return { automation: null, repositories: [], configs: [], issue: null, hasIssues: false };
  }
  const repositories = await observations.summaries(table.name);
  const configs = await observations.summaries(CONFIG);
  const found = await findOwnIssue(github, {
    ...context,
    marker: blockOf(table.name),
    states: "all",
    mustBeSure: true,
  });
  return { automation: table.name, repositories, configs, ...found };
}
