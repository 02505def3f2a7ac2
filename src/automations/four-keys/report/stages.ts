import { table } from "../../../markdown/table.ts";
import type { Overview } from "../../../metrics/overview.ts";
import { costliestOf } from "../../../metrics/slowest.ts";
import { STAGES } from "../../../metrics/stages.ts";
import { durationText, UNKNOWN, wordsIn } from "../../../metrics/words.ts";
import type { View } from "./view.ts";

/** The stages of a change, the one that costs most in bold, with what shortens it if nothing has said so; null: none is known. */
export function stagesPart({ report, focus }: Overview, view: View): string | null {
  const { text, language, settings } = view;
  const { stages } = report.leadTime;
  const costliest = costliestOf((stage) => stages[stage])?.stage;
  if (costliest === undefined) return null;
  const words = wordsIn(language);
  const rows = STAGES.map((stage) => {
    const seconds = stages[stage];
    const cells = [
      words.stages[stage],
      words.spans[stage],
      seconds === null ? UNKNOWN : durationText(seconds, language),
    ];
    return stage === costliest ? cells.map((cell) => `**${cell}**`) : cells;
  });
  const grid = table(text.stageColumns(settings.statistic), rows);
  const advice = focus.kind === "stage" ? [] : [text.advice(costliest)];
  return [`### ${text.stagesHeading}`, grid, ...advice].join("\n\n");
}
