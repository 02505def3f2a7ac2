import type { OrgTable } from "../../org-table.ts";
import { type CadenceSummary, parseSummary } from "./summary.ts";
import { orgTableText } from "./text.ts";

/** Who keeps what they promised, over an organization. */
export const orgTable: OrgTable<CadenceSummary> = { key: "renovate", parse: parseSummary, text: orgTableText };
