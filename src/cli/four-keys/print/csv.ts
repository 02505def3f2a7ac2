import { STAGES } from "../../../metrics/stages.ts";
import type { Measured } from "../measured.ts";

type Cell = string | number | null;

/** The weeks of the window, or with --detail its changes: one line each, seconds as numbers, nothing for what is not known. */
export function printCsv({ report, detail }: Measured): string {
  const rows: readonly (readonly Cell[])[] =
    detail === null
      ? [
          ["start", "deployments", "leadTimeSeconds", "failRate", "recoverySeconds"],
          ...report.weeks.map((week) => [
            week.start,
            week.deployments,
            week.leadTimeSeconds,
            week.failRate,
            week.recoverySeconds,
          ]),
        ]
      : [
          ["repo", "pull", "sha", "deployment", "attribution", "seconds", ...STAGES],
          ...detail.changes.map(({ repo, pull, sha, deployment, attribution, seconds, stages }) => [
            ...[repo, pull, sha, deployment, attribution, seconds],
            ...STAGES.map((stage) => stages[stage]),
          ]),
        ];
  return rows.map((row) => row.map(cellText).join(",")).join("\r\n");
}

/** RFC 4180. A text that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV injection). */
function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = "=+-@\t\r".includes(cell.charAt(0)) && cell !== "" ? `'${cell}` : cell;
  return [...'",\r\n'].some((special) => text.includes(special)) ? `"${text.replaceAll('"', '""')}"` : text;
}
