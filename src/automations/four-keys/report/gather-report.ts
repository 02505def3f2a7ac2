import type { GitHub } from "../../../github/client.ts";
import { findOwnIssue } from "../../../github/own-issues.ts";
import { DEFINITIONS, definitionsIn, definitionsWith } from "../../../records/definitions.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import { countingOf } from "../counting.ts";
import { environmentsElsewhere } from "../deployment/environments-elsewhere.ts";
import { historyProgress } from "../history/progress.ts";
import type { ReportFacts } from "./facts.ts";
import { periodsOf } from "./periods.ts";
import { BLOCK } from "./plan.ts";

/** Reads the issue, and the numbers out of what is recorded. null: the schedule has never come. */
export async function gatherReport(
  github: GitHub,
  context: ReconcileContext<"four-keys">,
  { book, overview }: Pick<Observations, "book" | "overview">,
): Promise<ReportFacts | null> {
  const periods = periodsOf(context);
  if (periods === null) return null;
  const found = await findOwnIssue(github, { ...context, marker: BLOCK, states: "all", mustBeSure: true });
  const { section } = context;
  const shown = await overview(countingOf(context), periods);
  const progress = await historyProgress(book);
  const { report, weeks } = shown;
  const shownDeployments = [report.deploymentFrequency, ...weeks].map(({ deployments }) => deployments);
  const isEmpty = progress.reading === null && shownDeployments.every((deployments) => deployments === 0);
  const elsewhere = isEmpty ? await environmentsElsewhere(github, context.repository, section) : [];
  const known = definitionsIn(await book.cursor(DEFINITIONS));
  const definitions = definitionsWith(known, section, context.config.release?.lanes ?? [], context.now);
  const isDefinedAnew = definitions !== known;
  return { overview: shown, history: progress, elsewhere, definitions, isDefinedAnew, ...found };
}
