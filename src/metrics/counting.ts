import type { SectionOf } from "../config/section-of.ts";
import type { LaneBranches } from "../config/sections/release/between-lanes.ts";
import { countedRecords } from "../records/counted.ts";
import type { Recorded } from "../records/recorded.ts";
import { type History, joinRecords } from "./history.ts";
import type { FourKeysSettings } from "./settings.ts";

/** What of everything recorded counts, and how. */
export interface Counting {
  readonly section: Pick<SectionOf<"four-keys">, "deployments" | "incidents" | "services">;
  readonly lanes: readonly LaneBranches[];
  readonly settings: FourKeysSettings;
}

export function countedHistory(recorded: Recorded, { section, lanes, settings }: Counting): History {
  return joinRecords(countedRecords(recorded, section, lanes), settings);
}
