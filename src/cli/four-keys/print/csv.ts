import type { FourKeysDetail } from "../../../metrics/detail.ts";
import { STAGES } from "../../../metrics/stages.ts";
import type { Measured } from "../measured.ts";

type Row = readonly (string | number | null)[];

const WEEK_COLUMNS = ["start", "deployments", "leadTimeSeconds", "failRate", "recoverySeconds"];
export const CHANGE_COLUMNS: Row = ["repo", "pull", "sha", "deployment", "attribution", "seconds", ...STAGES];

/** The weeks of the window, or with --detail its changes: one line each, seconds as numbers, nothing for what is not known. */
export function printCsv({ report, detail }: Measured): string {
  if (detail !== null) return csvOf([CHANGE_COLUMNS, ...changeRows(detail)]);
  const weeks = report.weeks.map(({ start, deployments, leadTimeSeconds, failRate, recoverySeconds }) => [
    ...[start, deployments, leadTimeSeconds, failRate, recoverySeconds],
  ]);
  return csvOf([WEEK_COLUMNS, ...weeks]);
}

export function changeRows({ changes }: FourKeysDetail): Row[] {
  return changes.map(({ repo, pull, sha, deployment, attribution, seconds, stages }) => [
    ...[repo, pull, sha, deployment, attribution, seconds],
    ...STAGES.map((stage) => stages[stage]),
  ]);
}

/** RFC 4180. */
export function csvOf(rows: readonly Row[]): string {
  return rows.map((row) => row.map(cellText).join(",")).join("\r\n");
}

/** A text that a spreadsheet would run as a formula begins with an apostrophe (OWASP, CSV injection). */
function cellText(cell: Row[number]): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = "=+-@\t\r".includes(cell.charAt(0)) && cell !== "" ? `'${cell}` : cell;
  return [...'",\r\n'].some((special) => text.includes(special)) ? `"${text.replaceAll('"', '""')}"` : text;
}
