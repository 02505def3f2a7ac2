import { settingsOf } from "../../metrics/configured.ts";
import type { Counting } from "../../metrics/counting.ts";
import type { ReconcileContext } from "../automation.ts";

/** What counts, as this repository's sre.yml says it. */
export function countingOf({ config, section }: Pick<ReconcileContext<"four-keys">, "config" | "section">): Counting {
  return { section, lanes: config.release?.lanes ?? [], settings: settingsOf(section, config.timezone) };
}
