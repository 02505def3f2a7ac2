import type { Automation } from "../automations/automation.ts";

export interface MissingPermission {
  readonly resource: string;
  readonly access: "read" | "write";
}

/** What `automation` needs and the installation has not granted. */
export function missingPermissions(
  automation: Pick<Automation, "permissions">,
  granted: Readonly<Record<string, string>>,
): MissingPermission[] {
  return Object.entries(automation.permissions).flatMap(([resource, access]) =>
    grants(granted[resource], access) ? [] : [{ resource, access }],
  );
}

function grants(granted: string | undefined, access: "read" | "write"): boolean {
  return granted === "admin" || granted === "write" || granted === access;
}
