import type { Automation } from "../automation.ts";
import type { OrgTable } from "../org-table.ts";

/** An automation with a table. */
export interface Declared {
  readonly name: string;
  readonly orgTable: OrgTable;
}

export function declaredBy(automations: readonly Automation[]): readonly Declared[] {
  return automations.flatMap(({ name, orgTable }) => (orgTable === undefined ? [] : [{ name, orgTable }]));
}
