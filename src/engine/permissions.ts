import type { Automation } from "../automations/automation.ts";
import type { App } from "../github/app.ts";
import type { Claim } from "../store/looks.ts";
import type { Store } from "../store/store.ts";

export interface PermissionReportOptions {
  readonly store: Store;
  readonly app: App;
  readonly automations: readonly Automation[];
  readonly webUrl: string;
}

/** Tells people where they look that an automation is off for want of permissions. */
export interface PermissionReports {
  tell(claim: Claim): Promise<void>;
}

export function createPermissionReports(_options: PermissionReportOptions): PermissionReports {
  return { async tell() {} };
}
