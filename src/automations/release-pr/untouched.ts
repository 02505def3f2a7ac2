import { fingerprint } from "../../markdown/fingerprint.ts";
import type { OldBlock } from "./body.ts";
import type { StandingPull } from "./facts.ts";

/** Did Detoil open it, and has no human commented, reviewed, ticked or written in it? Only then may Detoil close it. */
export function isUntouched(standing: StandingPull, old: OldBlock): boolean {
  if (!standing.ours || standing.humans.length > 0 || standing.isTalkCut || (old.before + old.after).trim() !== "")
    return false;
  if (old.data.title !== null && old.data.title !== fingerprint(standing.title)) return false;
  return !isWrittenIn(old);
}

/** Has a human ticked or written in the list, as far as it shows or its marker remembers? */
export function isWrittenIn({ data, rows }: OldBlock): boolean {
  if (data.touched || data.ticked.length > 0 || data.notes.size > 0) return true;
  return rows.some((row) => row.kind !== "item" || row.checked || row.note !== "" || row.own !== null);
}
