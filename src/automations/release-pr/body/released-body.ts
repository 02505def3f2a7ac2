import { managedBlock } from "../../../managed/managed-body.ts";
import { readBlockData, writeBlockData } from "./block-data.ts";
import { BLOCK } from "./block-key.ts";
import { beginningOf } from "./header-footer.ts";

/**
 * The body of a release once it is merged: `said` on top, without what the marker names as said only until then. Lists,
 * notes and all else stay as they are. null: that was done before, or the block is not one of Detoil's that waited.
 */
export function releasedBody(body: string, said: string): string | null {
  const found = managedBlock.find(body, BLOCK);
  if (found === null) return null;
  const data = readBlockData(found.data);
  if (data.untilReleased.size === 0) return null;
  const rest = withoutLines(found.content, (line) => data.untilReleased.has(beginningOf(line)));
  const marked = writeBlockData({ ...data, untilReleased: new Set() });
  return found.before + managedBlock.wrap(BLOCK, `${said}\n\n${rest}`, marked) + found.after;
}

/** Where a paragraph goes, one of the empty lines around it goes too. */
function withoutLines(text: string, goes: (line: string) => boolean): string {
  const kept: string[] = [];
  let isBehind = false;
  for (const line of text.split("\n")) {
    const isBlank = line.trim() === "";
    if (!isBlank && goes(line)) {
      isBehind = true;
      continue;
    }
    if (isBlank && isBehind && (kept.at(-1) ?? "").trim() === "") continue;
    isBehind &&= isBlank;
    kept.push(line);
  }
  return kept.join("\n");
}
