import type { SetCheckRun } from "../github/actions.ts";
import type { OwnCheckRun } from "../github/own-check.ts";

/**
 * The write of a check run; none where GitHub already shows the same. After "Re-run" it is written whatever GitHub
 * shows, even right after it was written: until then its suite stays queued.
 */
export function checkIfDue(
  current: OwnCheckRun | null,
  check: Omit<SetCheckRun, "action" | "rerequested">,
): SetCheckRun[] {
  const { conclusion, output, because } = check;
  const isSame =
    current?.conclusion === conclusion && current.title === output.title && current.summary === output.summary;
  const isRerequested = current?.rerequested === true;
  if (isSame && !isRerequested) return [];
  return [
    {
      action: "set-check-run",
      ...check,
      ...(isRerequested ? { rerequested: true } : {}),
      because: isSame ? "somebody asked for the check again" : because,
    },
  ];
}
