import type { Automation } from "./automation.ts";

export interface MissingPermission {
  readonly resource: string;
  readonly access: "read" | "write";
}

/** What `automation` needs and the installation has not granted. */
export function missingPermissions(
  automation: Pick<Automation, "permissions">,
  granted: Readonly<Record<string, string>>,
): MissingPermission[] {
  return missing(automation.permissions, granted);
}

/** What it would use besides, and can do without: no reason to be off. */
export function missingOptional(
  automation: Pick<Automation, "optional">,
  granted: Readonly<Record<string, string>>,
): MissingPermission[] {
  return missing(automation.optional ?? {}, granted);
}

/** Events that an owner can tick only once an optional permission is granted (dcoapp/app#303). */
export const OPTIONAL_EVENTS: Readonly<Record<string, string>> = {
  merge_group: "merge_queues",
  status: "statuses",
  workflow_run: "actions",
};

function missing(wanted: Automation["permissions"], granted: Readonly<Record<string, string>>): MissingPermission[] {
  return Object.entries(wanted).flatMap(([resource, access]) =>
    grants(granted[resource], access) ? [] : [{ resource, access }],
  );
}

function grants(granted: string | undefined, access: "read" | "write"): boolean {
  return granted === "admin" || granted === "write" || granted === access;
}
