import { shortHash } from "../../../markdown/short-hash.ts";
import type { OpenPull } from "../facts.ts";
import type { OldBlock } from "./body.ts";

/** Whether Detoil opened it, and no human commented, reviewed, ticked or wrote in it. Only then may Detoil close it. */
export function isUntouched(openPull: OpenPull, old: OldBlock): boolean {
  if (!openPull.ours || openPull.humans.length > 0 || openPull.isTalkCut || (old.before + old.after).trim() !== "")
    return false;
  if (old.data.title !== null && old.data.title !== shortHash(openPull.title)) return false;
  return !isWrittenIn(old);
}

/** Whether a human ticked or wrote in the list, as far as it shows or its marker stores. */
export function isWrittenIn({ data, rows }: OldBlock): boolean {
  if (data.touched || data.ticked.length > 0 || data.notes.size > 0) return true;
  return rows.some((row) => row.kind !== "item" || row.checked || row.note !== "" || row.own !== null);
}
