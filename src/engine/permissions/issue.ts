import type { Automation, ReconcileContext } from "../../automations/automation.ts";
import { ownSection } from "../../automations/own-section.ts";
import { targetCodec } from "../../automations/target-codec.ts";
import type { Language } from "../../config/schema.ts";
import type { Plan } from "../../github/actions.ts";
import type { GitHub } from "../../github/client.ts";
import { findOwnIssue, type OwnIssue } from "../../github/own-issues.ts";
import { appUrlOf } from "../../github/web-url.ts";
import { type AllClear, planStatusIssue, type Report } from "../../managed/status-issue.ts";
import { missingPermissions } from "../missing-permissions.ts";
import { grantedText, type MissingOf, missingPermissionsText, texts } from "./text.ts";

const BLOCK = "permissions";

export const PERMISSIONS = "permissions";
export const PERMISSIONS_TARGET = "installation";
const targets = targetCodec({ [PERMISSIONS_TARGET]: null });

export interface PermissionFacts {
  readonly lacking: readonly MissingOf[];
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}

/**
 * One issue in a repository whose sre.yml asks for automations that the installation's permissions do not allow; it
 * closes itself when they are granted. It is reconciled like any automation, but by the engine, which knows what is granted.
 */
export function permissionIssue(
  granted: Readonly<Record<string, string>>,
  automations: readonly Automation[],
): Automation<null, PermissionFacts> {
  return {
    name: PERMISSIONS,
    section: null,
    permissions: { contents: "read", issues: "write" },
    events: [],
    targets,
    targetsFor: () => [],
    schedules: () => [],
    allTargets: [PERMISSIONS_TARGET],
    targetForNumber: () => PERMISSIONS_TARGET,
    gather: (github, context) => gather(github, context, missingByAutomation(context, granted, automations)),
    plan: planIssue,
    describe: ({ lacking, issue }) => ({ lacks: lacking, issue: issue?.number ?? null }),
  };
}

/** A repository without a sre.yml has asked for nothing, so nothing is missing there. */
function missingByAutomation(
  context: ReconcileContext,
  granted: Readonly<Record<string, string>>,
  automations: readonly Automation[],
): MissingOf[] {
  const { state, config } = context.loaded;
  return automations.flatMap((automation) => {
    const isOn = state !== "absent" && ownSection(automation, config) !== null;
    const missing = isOn ? missingPermissions(automation, granted) : [];
    return missing.length === 0 ? [] : [{ automation: automation.name, missing }];
  });
}

async function gather(
  github: GitHub,
  context: ReconcileContext,
  lacking: readonly MissingOf[],
): Promise<PermissionFacts> {
  const found = await findOwnIssue(github, {
    ...context,
    marker: BLOCK,
    states: "all",
    mustBeSure: lacking.length > 0,
  });
  return { lacking, ...found };
}

function planIssue({ lacking, issue, hasIssues }: PermissionFacts, context: ReconcileContext): Plan {
  const { language } = context.config;
  const issues = issue === null ? [] : [issue];
  return planStatusIssue(BLOCK, { issues, hasIssues }, statusOf(lacking, language, installationUrl(context)));
}

function statusOf(lacking: readonly MissingOf[], language: Language, url: string): Report | AllClear {
  if (lacking.length === 0)
    return { kind: "all-clear", content: grantedText(language), because: "all permissions are granted" };
  const names = lacking.map(({ automation }) => automation);
  return {
    kind: "report",
    title: texts[language].title,
    content: missingPermissionsText(lacking, url, language),
    subjects: names,
    because: `${names.join(", ")} cannot work without permissions`,
  };
}

/** The App's public page leads its owner to the installation's settings, for people and organisations alike. */
function installationUrl({ webUrl, self, repository }: ReconcileContext): string {
  return appUrlOf(webUrl, self.slug, repository.owner);
}
