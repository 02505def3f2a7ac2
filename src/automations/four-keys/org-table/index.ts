import type { OrgTable } from "../../org-table.ts";
import { gauges } from "./gauges.ts";
import { type FourKeysSummary, parseSummary } from "./summary.ts";
import { orgTableText } from "./text.ts";

/** The numbers of each repository by its own sre.yml, over an organization. */
export const orgTable: OrgTable<FourKeysSummary> = {
  key: "four-keys",
  parse: parseSummary,
  text: orgTableText,
  gauges,
};
