import type { GitHub } from "../../../github/client.ts";
import { findOwnIssue } from "../../../github/own-issues.ts";
import { settingsOf } from "../../../metrics/configured.ts";
import { overviewFrom, overviewOf } from "../../../metrics/overview.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import { environmentsElsewhere } from "../deployment/environments-elsewhere.ts";
import { historyProgress } from "../history/progress.ts";
import type { ReportFacts } from "./facts.ts";
import { periodsOf } from "./periods.ts";
import { BLOCK } from "./plan.ts";

/** Reads the issue, and the numbers out of what is recorded. null: the schedule has never come. */
export async function gatherReport(
  github: GitHub,
  context: ReconcileContext<"four-keys">,
  { book, history }: Pick<Observations, "book" | "history">,
): Promise<ReportFacts | null> {
  const periods = periodsOf(context);
  if (periods === null) return null;
  const found = await findOwnIssue(github, { ...context, marker: BLOCK, states: "all", mustBeSure: true });
  const { config, section } = context;
  const settings = settingsOf(section, config.timezone);
  const { window, beforeFrom } = periods;
  const counting = { section, lanes: config.release?.lanes ?? [], settings };
  const counted = await history(counting, overviewFrom(settings, window, beforeFrom));
  const overview = overviewOf(counted, settings, window, beforeFrom);
  const progress = await historyProgress(book);
  const isEmpty = progress.reading === null && overview.report.deploymentFrequency.deployments === 0;
  const elsewhere = isEmpty ? await environmentsElsewhere(github, context.repository, section) : [];
  return { overview, history: progress, elsewhere, ...found };
}
